import type { FundsOverview } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { approveTransfer, fundTransfersQuery, proposeTransfer, withdrawTransfer } from '../../api/funds.ts'
import { typedAmount } from '../../api/money.ts'
import { AmountInput } from '../../design/amount-input.tsx'
import { Button } from '../../design/button.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Badge, ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { useFundName } from './fund-names.ts'
import { useOffice } from './office-portal.tsx'

const MOODS = { proposed: 'warn', approved: 'good', withdrawn: 'plain' } as const

/** What assemblies moved between funds: one person writes it down, another approves. */
export function FundTransfers({ funds }: { funds: FundsOverview }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const fundName = useFundName()
  const office = useOffice()
  const client = useQueryClient()
  const transfers = useQuery(fundTransfersQuery(office.slug))
  const deciding = useMutation({
    mutationFn: ({ id, approves }: { id: string; approves: boolean }) =>
      approves ? approveTransfer(office.slug, id) : withdrawTransfer(office.slug, id),
    onSuccess: async ({ state }) => {
      say(t(state === 'approved' ? 'funds.approved' : 'funds.withdrawn'))
      await client.invalidateQueries({ queryKey: ['office', office.slug] })
    },
  })
  const items = transfers.data?.items ?? []
  const nameOf = (id: string) => {
    const fund = funds.funds.find(({ fundId }) => fundId === id)
    return fund ? fundName(fund) : ''
  }
  return (
    <>
      {transfers.error && <ProblemNotice error={transfers.error} onRetry={() => transfers.refetch()} />}
      {deciding.error && <ProblemNotice error={deciding.error} />}
      {transfers.data && items.length === 0 && <p className="soft">{t('funds.noTransfers')}</p>}
      {items.length > 0 && (
        <DataTable
          caption={t('funds.transfers')}
          rows={items}
          rowKey={({ fundTransferId }) => fundTransferId}
          columns={[
            {
              id: 'what',
              head: t('funds.amount'),
              cell: ({ amount, currency, fromFundId, toFundId }) =>
                t('funds.move', {
                  amount: format.money(amount, currency),
                  from: nameOf(fromFundId),
                  to: nameOf(toFundId),
                }),
            },
            { id: 'day', head: t('funds.decidedOn'), cell: ({ decidedOn }) => format.day(decidedOn) },
            { id: 'minutes', head: t('funds.minutes'), cell: ({ minutes }) => minutes },
            {
              id: 'state',
              head: t('funds.stateHead'),
              cell: ({ state }) => <Badge mood={MOODS[state]}>{t(`funds.state.${state}`)}</Badge>,
            },
            {
              id: 'act',
              head: <span className="unseen">{t('receipts.action')}</span>,
              label: '',
              end: true,
              cell: ({ fundTransferId: id, state, mayApprove, amount, currency }) =>
                state === 'proposed' &&
                office.may('approver', 'finance') && (
                  <span className="row">
                    {mayApprove && (
                      <Button
                        small
                        aria-label={`${t('funds.approve')}: ${format.money(amount, currency)}`}
                        isPending={deciding.isPending && deciding.variables.id === id}
                        onPress={() => deciding.mutate({ id, approves: true })}
                      >
                        {t('funds.approve')}
                      </Button>
                    )}
                    <Button
                      small
                      look="plain"
                      aria-label={`${t('funds.withdraw')}: ${format.money(amount, currency)}`}
                      onPress={() => deciding.mutate({ id, approves: false })}
                    >
                      {t('funds.withdraw')}
                    </Button>
                  </span>
                ),
            },
          ]}
        />
      )}
      {office.may('finance') && <ProposeForm funds={funds} />}
    </>
  )
}

function ProposeForm({ funds }: { funds: FundsOverview }) {
  const { t } = useTranslation('office')
  const fundName = useFundName()
  const { slug, currency } = useOffice()
  const client = useQueryClient()
  const [fromFundId, setFrom] = useState<string | null>(null)
  const [toFundId, setTo] = useState<string | null>(null)
  const [amount, setAmount] = useState('')
  const [decidedOn, setDecidedOn] = useState(today())
  const [minutes, setMinutes] = useState('')
  const typed = typedAmount(amount)
  const proposing = useMutation({
    mutationFn: () =>
      proposeTransfer(slug, {
        fromFundId: fromFundId ?? '',
        toFundId: toFundId ?? '',
        amount: typed ?? '',
        decidedOn,
        minutes,
      }),
    onSuccess: async () => {
      setAmount('')
      setMinutes('')
      say(t('funds.proposed'))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const choices = funds.funds.map((fund) => ({ id: fund.fundId, label: fundName(fund) }))
  const ready = fromFundId && toFundId && typed && minutes.trim() !== ''
  return (
    <section className="card stack" aria-labelledby="propose-title">
      <h2 id="propose-title">{t('funds.propose')}</h2>
      <p className="soft">{t('funds.twoPeople')}</p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !proposing.isPending) proposing.mutate()
        }}
      >
        <div className="filters">
          <ChoiceInput
            label={t('funds.fromFund')}
            value={fromFundId}
            onChange={setFrom}
            choices={choices}
            wrong={faultOf(proposing.error, 'fromFundId')}
          />
          <ChoiceInput
            label={t('funds.toFund')}
            value={toFundId}
            onChange={setTo}
            choices={choices}
            wrong={faultOf(proposing.error, 'toFundId')}
          />
          <AmountInput
            label={t('funds.amount')}
            value={amount}
            onChange={setAmount}
            currency={currency}
            wrong={faultOf(proposing.error, 'amount')}
          />
          <TextInput
            label={t('funds.decidedOn')}
            type="date"
            max={today()}
            value={decidedOn}
            onChange={setDecidedOn}
            wrong={faultOf(proposing.error, 'decidedOn')}
          />
        </div>
        <TextInput
          label={t('funds.minutes')}
          value={minutes}
          onChange={setMinutes}
          isRequired
          wrong={faultOf(proposing.error, 'minutes')}
        />
        {proposing.error && <ProblemNotice error={proposing.error} />}
        <div>
          <Button type="submit" isDisabled={!ready} isPending={proposing.isPending}>
            {t('funds.proposeYes')}
          </Button>
        </div>
      </Form>
    </section>
  )
}
