import type { ContractDetail } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contractQuery, invoiceContract, moveContract } from '../../api/office.ts'
import { countryTextsQuery } from '../../api/texts.ts'
import { PromiseClock } from '../../charts/promise-clock.tsx'
import { Button } from '../../design/button.tsx'
import { Badge, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { CONTRACT_MOOD } from '../../wages/contract-mood.ts'
import { HiringDialog } from './hiring-dialog.tsx'
import { useOffice } from './office-portal.tsx'
import { OrderDeposit } from './order-deposit.tsx'
import { OrderParts } from './order-parts.tsx'

/** One job: its people, its promise, its invoice, and how it came to its state. */
export function ContractPage() {
  const { t, i18n } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const { id = '' } = useParams({ strict: false })
  const contract = useQuery(contractQuery(office.slug, id))
  const { data: texts = {} } = useQuery(countryTextsQuery(office.country, i18n.language))
  const [filing, setFiling] = useState<{ engagementId: string; member: string }>()
  if (contract.error) {
    return (
      <Page title={t('contracts.one')}>
        <ProblemNotice error={contract.error} onRetry={() => contract.refetch()} />
      </Page>
    )
  }
  if (!contract.data) return <Loading heights={[60, 220, 260]} />
  const { data } = contract
  const money = (amount: string) => format.money(amount, data.currency)
  return (
    <Page
      title={data.title}
      intro={`${data.client.name} · ${format.days(data.startsOn, data.endsOn)} · ${data.reference}`}
      actions={<Badge mood={CONTRACT_MOOD[data.state]}>{t(`state.${data.state}`)}</Badge>}
    >
      <section className="card stack due" aria-label={t('contracts.promise')}>
        <PromiseClock promise={data.promise} today={today()} paidOn={data.net.paidOn} texts={texts} />
        <dl className="facts">
          <div>
            <dt>{t('contracts.fee')}</dt>
            <dd className="number">{money(data.fee)}</dd>
          </div>
          {data.net.expected !== null && (
            <div>
              <dt>{t('contracts.net')}</dt>
              <dd className="number">{money(data.net.expected)}</dd>
            </div>
          )}
          {data.invoice && (
            <div>
              <dt>{t('contracts.invoiceOpen', { number: data.invoice.number })}</dt>
              <dd className="number">{money(data.invoice.open)}</dd>
            </div>
          )}
        </dl>
        <Moves contract={data} />
      </section>
      <OrderDeposit contract={data} />
      <OrderParts contract={data} />
      <DataTable
        caption={t('contracts.people')}
        rows={data.engagements}
        rowKey={({ engagementId }) => engagementId}
        columns={[
          { id: 'name', head: t('run.member'), cell: ({ name }) => name },
          { id: 'share', head: t('contracts.share'), cell: ({ share }) => share },
          { id: 'payBy', head: t('contracts.payBy'), cell: ({ payBy }) => format.day(payBy) },
          {
            id: 'hiring',
            head: data.hiring.name,
            cell: ({ engagementId, name, hiringFiledAt, hiringReference }) =>
              hiringFiledAt ? (
                <span>
                  {format.moment(hiringFiledAt)}{' '}
                  {hiringReference && <span className="soft small">({hiringReference})</span>}
                </span>
              ) : !data.hiring.required ? null : (
                <span className="row">
                  <Badge mood="warn">{t('contracts.notFiled')}</Badge>
                  {office.may('staff', 'approver') && (
                    <Button small look="quiet" onPress={() => setFiling({ engagementId, member: name })}>
                      {t('hiring.button')}
                    </Button>
                  )}
                </span>
              ),
          },
        ]}
      />
      <DataTable
        caption={t('contracts.steps')}
        rows={data.steps}
        rowKey={({ stepNo }) => String(stepNo)}
        columns={[
          { id: 'state', head: t('contracts.state'), cell: ({ state }) => t(`state.${state}`) },
          { id: 'at', head: t('contracts.at'), cell: ({ takenAt }) => format.moment(takenAt) },
          { id: 'by', head: t('contracts.by'), cell: ({ takenBy }) => takenBy },
        ]}
      />
      {filing && (
        <HiringDialog
          contractId={id}
          name={data.hiring.name}
          onClose={() => setFiling(undefined)}
          {...filing}
        />
      )}
    </Page>
  )
}

function Moves({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation('office')
  const { slug, may } = useOffice()
  const client = useQueryClient()
  const moving = useMutation({
    mutationFn: async (state: ContractDetail['state']) => {
      if (state === 'invoiced') await invoiceContract(slug, contract.contractId)
      else await moveContract(slug, contract.contractId, state)
    },
    onSuccess: async (_, state) => {
      say(t('contracts.moved', { state: t(`state.${state}`) }))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  // A job that is done is invoiced next; the server does not list it, because it is no move by hand.
  const next: ContractDetail['nextStates'] = contract.state === 'done' ? ['invoiced'] : contract.nextStates
  if (!may('staff', 'approver') || next.length === 0) return null
  return (
    <div className="next-step">
      <div className="row">
        {next.map((state) => (
          <Button
            key={state}
            look={state === 'cancelled' ? 'plain' : 'quiet'}
            isPending={moving.isPending && moving.variables === state}
            onPress={() => moving.mutate(state)}
          >
            {t(`move.${state}`)}
          </Button>
        ))}
      </div>
      {moving.error && <ProblemNotice error={moving.error} />}
    </div>
  )
}
