import type { GroupTerms } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { proposeAdjustment } from '../../api/group.ts'
import { negated, typedAmount } from '../../api/money.ts'
import { AmountInput } from '../../design/amount-input.tsx'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { periodsUpTo } from '../../shell/period.ts'

/** Proposes an entry of two accounts; longer ones come over the interface for programs. */
export function AdjustmentDialog({ terms, onClose }: { terms: GroupTerms; onClose: () => void }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  const client = useQueryClient()
  const months = periodsUpTo(today().slice(0, 7), 14)
  // One id for as long as the form is open: pressed twice, it is proposed once.
  const [groupAdjustmentId] = useState(() => crypto.randomUUID())
  const [period, setPeriod] = useState(months[1] ?? months[0] ?? '')
  const [title, setTitle] = useState('')
  const [reason, setReason] = useState('')
  const [debit, setDebit] = useState<string>()
  const [credit, setCredit] = useState<string>()
  const [typed, setTyped] = useState('')
  const [reverses, setReverses] = useState('no')
  const amount = typedAmount(typed)
  const proposing = useMutation({
    mutationFn: () =>
      proposeAdjustment({
        groupAdjustmentId,
        period,
        reverses: reverses === 'yes',
        title,
        reason,
        lines: [
          { group: debit ?? '', amount: amount ?? '' },
          { group: credit ?? '', amount: negated(amount ?? '0.00') },
        ],
      }),
    onSuccess: async () => {
      onClose()
      say(t('consolidation.adjustments.said.proposed'))
      await client.invalidateQueries({ queryKey: ['group'] })
    },
  })
  const accounts = terms.accounts.map(({ group, name }) => ({
    id: group,
    label: `${group} ${t(`accounts.${group}`, { defaultValue: name })}`,
  }))
  const isWhole = Boolean(title.trim() && reason.trim() && debit && credit && debit !== credit && amount)
  return (
    <Dialog isOpen onClose={onClose} title={t('consolidation.adjustments.propose')} wide>
      <p>{t('consolidation.adjustments.meaning')}</p>
      <TextInput
        label={t('consolidation.adjustments.entry')}
        value={title}
        onChange={setTitle}
        isRequired
        wrong={faultOf(proposing.error, 'title')}
      />
      <TextInput
        label={t('consolidation.adjustments.reason')}
        value={reason}
        onChange={setReason}
        isRequired
        wrong={faultOf(proposing.error, 'reason')}
      />
      <ChoiceInput
        label={t('packs.month')}
        value={period}
        onChange={setPeriod}
        choices={months.map((id) => ({ id, label: format.month(id) }))}
        wrong={faultOf(proposing.error, 'period')}
      />
      <ChoiceInput
        label={t('consolidation.adjustments.debit')}
        value={debit ?? null}
        onChange={setDebit}
        choices={accounts}
        wrong={faultOf(proposing.error, 'lines[0].group')}
      />
      <ChoiceInput
        label={t('consolidation.adjustments.credit')}
        value={credit ?? null}
        onChange={setCredit}
        choices={accounts}
        wrong={faultOf(proposing.error, 'lines[1].group')}
      />
      <AmountInput
        label={t('consolidation.adjustments.amount')}
        value={typed}
        onChange={setTyped}
        currency={terms.currency}
        isRequired
        wrong={faultOf(proposing.error, 'lines[0].amount', 'lines')}
      />
      <ChoiceInput
        label={t('consolidation.adjustments.reverses')}
        value={reverses}
        onChange={setReverses}
        choices={[
          { id: 'no', label: t('consolidation.adjustments.reversesNo') },
          { id: 'yes', label: t('consolidation.adjustments.reversesYes') },
        ]}
      />
      {proposing.error && <ProblemNotice error={proposing.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button isDisabled={!isWhole} isPending={proposing.isPending} onPress={() => proposing.mutate()}>
          {t('consolidation.adjustments.propose')}
        </Button>
      </div>
    </Dialog>
  )
}
