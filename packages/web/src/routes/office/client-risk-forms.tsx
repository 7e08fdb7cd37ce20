import type { ClientRisk } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { decideLimit, type NewStep, recordStep } from '../../api/late.ts'
import { typedAmount } from '../../api/money.ts'
import { AmountInput } from '../../design/amount-input.tsx'
import { Button } from '../../design/button.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { today } from '../../shell/hooks.ts'
import { useOffice } from './office-portal.tsx'

type StepKind = NewStep['kind']
const ANYONE = ['promise', 'dispute', 'dispute-settled'] as const
const GRAVE = ['hand-over', 'taken-back', 'insolvency', 'claim-filed'] as const
const WITH_AMOUNT: readonly StepKind[] = ['promise', 'claim-filed']
const ALL = 'all'

/** What was agreed with the client or decided about it. */
export function StepForm({ risk }: { risk: ClientRisk }) {
  const { t } = useTranslation('office')
  const office = useOffice()
  const client = useQueryClient()
  const [kind, setKind] = useState<StepKind>('promise')
  const [invoice, setInvoice] = useState(ALL)
  const [happenedOn, setHappenedOn] = useState(today())
  const [untilOn, setUntilOn] = useState('')
  const [amount, setAmount] = useState('')
  const [reason, setReason] = useState('')
  const typed = typedAmount(amount)
  const needsAmount = WITH_AMOUNT.includes(kind)
  const kinds = [...ANYONE, ...(office.may('approver', 'finance') ? GRAVE : [])]
  const recording = useMutation({
    mutationFn: () =>
      recordStep(office.slug, risk.clientId, {
        kind,
        happenedOn,
        reason,
        ...(isAboutInvoice(kind) && invoice !== ALL && { invoiceId: invoice }),
        ...(needsAmount && typed && { amount: typed }),
        ...(kind === 'promise' && untilOn && { untilOn }),
      }),
    onSuccess: async () => {
      setReason('')
      setAmount('')
      say(t('risk.saved'))
      await client.invalidateQueries({ queryKey: ['office', office.slug] })
    },
  })
  return (
    <section className="card stack" aria-labelledby="step-title">
      <h2 id="step-title">{t('risk.write')}</h2>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!recording.isPending) recording.mutate()
        }}
      >
        <div className="filters">
          <ChoiceInput
            label={t('risk.kind')}
            value={kind}
            onChange={(next) => setKind(next as StepKind)}
            choices={kinds.map((id) => ({ id, label: t(`risk.step.${id}`) }))}
          />
          {isAboutInvoice(kind) && (
            <ChoiceInput
              label={t('risk.about')}
              value={invoice}
              onChange={setInvoice}
              choices={[
                { id: ALL, label: t('risk.allInvoices') },
                ...risk.overdue.map(({ invoiceId, number }) => ({ id: invoiceId, label: number })),
              ]}
            />
          )}
          <TextInput
            label={t('risk.day')}
            type="date"
            max={today()}
            value={happenedOn}
            onChange={setHappenedOn}
            wrong={faultOf(recording.error, 'happenedOn')}
          />
          {kind === 'promise' && (
            <TextInput
              label={t('risk.until')}
              type="date"
              min={today()}
              value={untilOn}
              onChange={setUntilOn}
              wrong={faultOf(recording.error, 'untilOn')}
            />
          )}
          {needsAmount && (
            <AmountInput
              label={t('late.amount')}
              value={amount}
              onChange={setAmount}
              wrong={faultOf(recording.error, 'amount')}
            />
          )}
        </div>
        <TextInput
          label={t('risk.reason')}
          value={reason}
          onChange={setReason}
          isRequired
          wrong={faultOf(recording.error, 'reason')}
        />
        {kind === 'insolvency' && <p className="notice">{t('risk.insolvencyMeaning')}</p>}
        {recording.error && <ProblemNotice error={recording.error} />}
        <div>
          <Button
            type="submit"
            look={kind === 'insolvency' ? 'danger' : 'strong'}
            isDisabled={reason.trim() === ''}
            isPending={recording.isPending}
          >
            {t('risk.save')}
          </Button>
        </div>
      </Form>
    </section>
  )
}

const isAboutInvoice = (kind: StepKind) => (ANYONE as readonly string[]).includes(kind)

/** How much may be lent, as a human decided it or an insurer covers it. */
export function LimitForm({ risk }: { risk: ClientRisk }) {
  const { t } = useTranslation('office')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [kind, setKind] = useState<'decided' | 'insured'>('decided')
  const [amount, setAmount] = useState('')
  const [untilOn, setUntilOn] = useState('')
  const [reason, setReason] = useState('')
  const typed = typedAmount(amount)
  const deciding = useMutation({
    mutationFn: () =>
      decideLimit(slug, risk.clientId, {
        kind,
        amount: typed ?? '',
        reason,
        ...(kind === 'insured' && untilOn && { untilOn }),
      }),
    onSuccess: async () => {
      setAmount('')
      setReason('')
      say(t('risk.saved'))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <section className="card stack" aria-labelledby="limit-title">
      <h2 id="limit-title">{t('risk.setLimit')}</h2>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!deciding.isPending) deciding.mutate()
        }}
      >
        <div className="filters">
          <ChoiceInput
            label={t('risk.kind')}
            value={kind}
            onChange={(next) => setKind(next as 'decided' | 'insured')}
            choices={(['decided', 'insured'] as const).map((id) => ({
              id,
              label: t(`risk.limitKind.${id}`),
            }))}
          />
          <AmountInput
            label={t('late.amount')}
            value={amount}
            onChange={setAmount}
            wrong={faultOf(deciding.error, 'amount')}
          />
          {kind === 'insured' && (
            <TextInput
              label={t('risk.until')}
              type="date"
              min={today()}
              value={untilOn}
              onChange={setUntilOn}
              wrong={faultOf(deciding.error, 'untilOn')}
            />
          )}
        </div>
        <TextInput
          label={t('risk.whyOrInsurer')}
          value={reason}
          onChange={setReason}
          isRequired
          wrong={faultOf(deciding.error, 'reason')}
        />
        {deciding.error && <ProblemNotice error={deciding.error} />}
        <div>
          <Button type="submit" isDisabled={!typed || reason.trim() === ''} isPending={deciding.isPending}>
            {t('risk.save')}
          </Button>
        </div>
      </Form>
    </section>
  )
}
