import type { ContractDetail, Invoice } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isZero } from '../../api/money.ts'
import { invoicesQuery } from '../../api/office.ts'
import { askDeposit } from '../../api/orders.ts'
import { Button } from '../../design/button.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Badge, ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { typedShare } from '../me/quote-draft.ts'
import { INVOICE_MOOD } from './invoice-mood.ts'
import { useOffice } from './office-portal.tsx'

/** The deposit of an order: the one that stands, or the way to ask for one before the work is done. */
export function OrderDeposit({ contract }: { contract: ContractDetail }) {
  const { slug, may } = useOffice()
  const { contractId, state } = contract
  const documents = useQuery(invoicesQuery(slug, { contractId }))
  if (documents.error) return <ProblemNotice error={documents.error} onRetry={() => documents.refetch()} />
  if (!documents.data) return null
  const deposits = documents.data.items.filter(({ kind }) => kind === 'deposit')
  const mayAsk =
    may('staff', 'approver') &&
    (state === 'order' || state === 'started') &&
    deposits.every((one) => one.state === 'credited')
  if (deposits.length === 0 && !mayAsk) return null
  return (
    <section className="card stack" aria-labelledby="deposit-title">
      <Deposits deposits={deposits} />
      {mayAsk && <Ask contract={contract} />}
    </section>
  )
}

function Deposits({ deposits }: { deposits: readonly Invoice[] }) {
  const { t } = useTranslation(['quotes', 'office'])
  const format = useFormats()
  return (
    <>
      <h2 id="deposit-title">{t('deposit.title')}</h2>
      {deposits.map(({ invoiceId, number, total, open, currency, dueOn, state }) => (
        <p key={invoiceId} className="row">
          <span>{number}</span>
          <span className="number">{format.money(total, currency)}</span>
          <Badge mood={INVOICE_MOOD[state]}>{t(`office:invoices.states.${state}`)}</Badge>
          {!isZero(open) && (
            <span className="soft">
              {t('deposit.open', { open: format.money(open, currency), day: format.day(dueOn) })}
            </span>
          )}
        </p>
      ))}
    </>
  )
}

function Ask({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation('quotes')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [kind, setKind] = useState<'percent' | 'amount'>('percent')
  const [typed, setTyped] = useState('')
  const share = typedShare(kind, typed)
  const asking = useMutation({
    mutationFn: () => askDeposit(slug, contract.contractId, share),
    onSuccess: async ({ number }) => {
      say(t('deposit.asked', { number }))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        asking.mutate()
      }}
    >
      <p className="soft">{t('deposit.meaning')}</p>
      <div className="filters">
        <TextInput
          label={t('deposit.label')}
          value={typed}
          onChange={setTyped}
          inputMode="decimal"
          isRequired
          wrong={faultOf(asking.error, 'deposit', 'deposit.percent', 'deposit.amount')}
        />
        <ChoiceInput
          label={t('deposit.kind')}
          value={kind}
          onChange={(id) => setKind(id as typeof kind)}
          choices={(['percent', 'amount'] as const).map((id) => ({ id, label: t(`edit.${id}`) }))}
        />
        <Button type="submit" look="quiet" isPending={asking.isPending} isDisabled={!share}>
          {t('deposit.ask')}
        </Button>
      </div>
      {asking.error && <ProblemNotice error={asking.error} />}
    </form>
  )
}
