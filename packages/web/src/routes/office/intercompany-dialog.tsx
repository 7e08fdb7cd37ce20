import type { IntercompanyItem } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedSigned } from '../../api/money.ts'
import { bookIntercompany } from '../../api/office.ts'
import { AmountInput } from '../../design/amount-input.tsx'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { today } from '../../shell/hooks.ts'
import { useOffice } from './office-portal.tsx'

const KINDS = ['invoice', 'interest', 'reinsurance', 'loan', 'payment', 'capital'] as const
const DIRECTIONS = ['given', 'received'] as const

/** Books this office's side; the other office books its own under the same reference. */
export function IntercompanyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('office')
  const office = useOffice()
  const client = useQueryClient()
  const [counterparty, setCounterparty] = useState('')
  const [reference, setReference] = useState('')
  const [kind, setKind] = useState<IntercompanyItem['kind']>('invoice')
  const [direction, setDirection] = useState<IntercompanyItem['direction']>('given')
  const [typed, setTyped] = useState('')
  const [day, setDay] = useState(today())
  const [description, setDescription] = useState('')
  const amount = typedSigned(typed)
  const booking = useMutation({
    mutationFn: () =>
      bookIntercompany(office.slug, {
        counterparty: counterparty.trim().toLowerCase(),
        reference: reference.trim(),
        kind,
        direction,
        amount: amount ?? '',
        effectiveOn: day,
        description,
      }),
    onSuccess: async () => {
      onClose()
      say(t('intercompany.booked', { reference: reference.trim() }))
      await client.invalidateQueries({ queryKey: ['office', office.slug] })
    },
  })
  const { error } = booking
  return (
    <Dialog isOpen onClose={onClose} title={t('intercompany.book')} wide>
      <p>{t('intercompany.meaning')}</p>
      <TextInput
        label={t('intercompany.counterparty')}
        help={t('intercompany.counterpartyHelp')}
        value={counterparty}
        onChange={setCounterparty}
        isRequired
        wrong={faultOf(error, 'counterparty')}
      />
      <TextInput
        label={t('intercompany.reference')}
        help={t('intercompany.referenceHelp')}
        value={reference}
        onChange={setReference}
        isRequired
        wrong={faultOf(error, 'reference')}
      />
      <ChoiceInput
        label={t('intercompany.kind')}
        value={kind}
        onChange={(chosen) => setKind(chosen as typeof kind)}
        choices={KINDS.map((id) => ({ id, label: t(`intercompany.kinds.${id}`) }))}
      />
      <ChoiceInput
        label={t('intercompany.direction')}
        value={direction}
        onChange={(chosen) => setDirection(chosen as typeof direction)}
        choices={DIRECTIONS.map((id) => ({ id, label: t(`intercompany.directions.${id}`) }))}
      />
      <AmountInput
        label={t('intercompany.amount')}
        help={t('intercompany.amountHelp')}
        value={typed}
        onChange={setTyped}
        currency={office.currency}
        isSigned
        isRequired
        wrong={faultOf(error, 'amount')}
      />
      <TextInput
        label={t('intercompany.day')}
        type="date"
        value={day}
        onChange={setDay}
        isRequired
        wrong={faultOf(error, 'effectiveOn')}
      />
      <TextInput
        label={t('intercompany.description')}
        value={description}
        onChange={setDescription}
        wrong={faultOf(error, 'description')}
      />
      {error && <ProblemNotice error={error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          isDisabled={!(counterparty.trim() && reference.trim() && amount && day)}
          isPending={booking.isPending}
          onPress={() => booking.mutate()}
        >
          {t('intercompany.bookYes')}
        </Button>
      </div>
    </Dialog>
  )
}
