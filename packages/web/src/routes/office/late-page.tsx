import type { Ageing, DunningProposal } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ageingQuery, dunningProposalQuery, rateClients, sendLetters } from '../../api/late.ts'
import { isZero, sum } from '../../api/money.ts'
import { AgeingBars } from '../../charts/ageing-bars.tsx'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Badge, Empty, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { useOffice } from './office-portal.tsx'

/** Who pays late: by age, the letters of today, and who owes most. */
export function LatePage() {
  const { t } = useTranslation('office')
  const office = useOffice()
  const ageing = useQuery(ageingQuery(office.slug))
  const proposal = useQuery(dunningProposalQuery(office.slug))
  const client = useQueryClient()
  const rating = useMutation({
    mutationFn: () => rateClients(office.slug),
    onSuccess: async ({ changed }) => {
      say(t('late.rated', { count: changed.length }))
      await client.invalidateQueries({ queryKey: ['office', office.slug] })
    },
  })
  return (
    <Page
      title={t('late.title')}
      intro={t('late.intro')}
      actions={
        office.may('approver', 'finance') && (
          <Button look="quiet" isPending={rating.isPending} onPress={() => rating.mutate()}>
            {t('late.rate')}
          </Button>
        )
      }
    >
      {rating.error && <ProblemNotice error={rating.error} />}
      {ageing.error && <ProblemNotice error={ageing.error} onRetry={() => ageing.refetch()} />}
      {ageing.isPending && !ageing.error && <Loading heights={[240, 320]} />}
      {ageing.data && <Owed data={ageing.data} />}
      {proposal.error && <ProblemNotice error={proposal.error} onRetry={() => proposal.refetch()} />}
      {proposal.data && <Letters data={proposal.data} />}
      {ageing.data && <Debtors data={ageing.data} />}
    </Page>
  )
}

function Owed({ data }: { data: Ageing }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  if (data.debtors === 0)
    return (
      <Empty title={t('late.none')}>
        <p>{t('late.noneNext')}</p>
      </Empty>
    )
  const overdue = sum(data.buckets.slice(1).map(({ amount }) => amount))
  return (
    <section className="card stack due" aria-labelledby="age-title">
      <h2 id="age-title">{t('late.byAge')}</h2>
      <dl className="facts">
        {(
          [
            ['owed', format.money(data.total, data.currency)],
            ['overdue', format.money(overdue, data.currency)],
            ['debtors', format.number(data.debtors)],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`late.${name}`)}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
      <AgeingBars data={data} />
    </section>
  )
}

type Letter = DunningProposal['letters'][number]

function Letters({ data }: { data: DunningProposal }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const [chosen, setChosen] = useState<Letter[]>()
  const may = office.may('approver', 'finance')
  return (
    <div className="stack">
      <div className="page-head">
        <h2>{t('late.letters')}</h2>
        {may && data.letters.length > 0 && (
          <Button onPress={() => setChosen(data.letters)}>
            {t('late.sendAll', { count: data.letters.length })}
          </Button>
        )}
      </div>
      {data.letters.length === 0 && <p className="soft">{t('late.noLetters')}</p>}
      {data.letters.length > 0 && (
        <DataTable
          caption={t('late.letters')}
          captionUnseen
          rows={data.letters}
          rowKey={({ clientId, legalEntityId, currency }) => clientId + legalEntityId + currency}
          columns={[
            {
              id: 'client',
              head: t('clients.client'),
              cell: ({ clientId, clientName, email }) => (
                <span className="row">
                  <Link to="/office/$office/clients/$id/risk" params={{ office: office.slug, id: clientId }}>
                    {clientName}
                  </Link>
                  {!email && <span className="small soft">{t('late.noMail')}</span>}
                </span>
              ),
            },
            {
              id: 'level',
              head: t('late.level'),
              cell: ({ level, levels }) => t('late.levelOf', { level, levels }),
            },
            {
              id: 'open',
              head: t('late.open'),
              end: true,
              cell: ({ open, currency }) => format.money(open, currency),
            },
            {
              id: 'interest',
              head: t('late.interest'),
              end: true,
              cell: ({ interest, currency }) => (isZero(interest) ? '–' : format.money(interest, currency)),
            },
            {
              id: 'costs',
              head: t('late.costs'),
              end: true,
              cell: ({ costs, currency }) => (isZero(costs) ? '–' : format.money(costs, currency)),
            },
            {
              id: 'act',
              head: <span className="unseen">{t('receipts.action')}</span>,
              label: '',
              end: true,
              cell: (letter) =>
                may && (
                  <Button
                    small
                    look="plain"
                    aria-label={`${t('late.sendOne')}: ${letter.clientName}`}
                    onPress={() => setChosen([letter])}
                  >
                    {t('late.sendOne')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {chosen && <SendDialog letters={chosen} onClose={() => setChosen(undefined)} />}
    </div>
  )
}

function SendDialog({ letters, onClose }: { letters: Letter[]; onClose: () => void }) {
  const { t } = useTranslation('office')
  const { slug } = useOffice()
  const client = useQueryClient()
  const sending = useMutation({
    mutationFn: () =>
      sendLetters(
        slug,
        letters.map(({ clientId, legalEntityId, level }) => ({ clientId, legalEntityId, level })),
      ),
    onSuccess: async (sent) => {
      onClose()
      say(t('late.sent', { count: sent.letters.length }))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} role="alertdialog" title={t('late.askTitle')}>
      <p>{t('late.ask')}</p>
      {sending.error && <ProblemNotice error={sending.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button isPending={sending.isPending} onPress={() => sending.mutate()}>
          {t('late.confirm')}
        </Button>
      </div>
    </Dialog>
  )
}

function Debtors({ data }: { data: Ageing }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const rows = data.clients.filter(({ overdueDays }) => overdueDays > 0)
  if (rows.length === 0) return null
  return (
    <DataTable
      caption={t('late.clients')}
      rows={rows}
      rowKey={({ clientId }) => clientId}
      columns={[
        {
          id: 'client',
          head: t('clients.client'),
          cell: ({ clientId, name, bankruptOn, handedOverOn }) => (
            <span className="row">
              <Link to="/office/$office/clients/$id/risk" params={{ office: slug, id: clientId }}>
                {name}
              </Link>
              {bankruptOn && <Badge mood="bad">{t('clients.bankrupt')}</Badge>}
              {handedOverOn && !bankruptOn && <Badge mood="warn">{t('late.handedOver')}</Badge>}
            </span>
          ),
        },
        { id: 'rating', head: t('late.rating'), cell: ({ rating }) => t(`risk.rated.${rating}`) },
        {
          id: 'latest',
          head: t('late.latest'),
          cell: ({ overdueDays }) => t('late.days', { count: overdueDays }),
        },
        {
          id: 'overdue',
          head: t('late.overdue'),
          end: true,
          cell: ({ buckets }) => <b>{format.money(sum(buckets.slice(1)), data.currency)}</b>,
        },
        {
          id: 'total',
          head: t('late.owed'),
          end: true,
          cell: ({ total }) => format.money(total, data.currency),
        },
      ]}
    />
  )
}
