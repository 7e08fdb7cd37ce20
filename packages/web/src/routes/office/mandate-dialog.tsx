import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordMandate } from '../../api/direct-debits.ts'
import { Button } from '../../design/button.tsx'
import { CheckInput } from '../../design/check.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { today } from '../../shell/hooks.ts'
import { useOffice } from './office-portal.tsx'

const SCHEMES = ['CORE', 'B2B'] as const

/** Copies a signed mandate into the books. */
export function MandateDialog({
  clientId,
  clientName,
  onClose,
}: {
  clientId: string
  clientName: string
  onClose: () => void
}) {
  const { t } = useTranslation('direct-debits')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [scheme, setScheme] = useState<(typeof SCHEMES)[number]>('CORE')
  const [reference, setReference] = useState('')
  const [signedOn, setSignedOn] = useState(today())
  const [debtorName, setDebtorName] = useState(clientName.slice(0, 70))
  const [iban, setIban] = useState('')
  const [recurring, setRecurring] = useState(true)
  const [noticeDays, setNoticeDays] = useState('14')
  const recording = useMutation({
    mutationFn: () =>
      recordMandate(slug, {
        ...{ clientId, scheme, reference, signedOn, debtorName, iban, recurring },
        noticeDays: Number(noticeDays),
      }),
    onSuccess: async () => {
      say(t('recorded'))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const wrong = (field: string) => faultOf(recording.error, field)
  const isFilled = [reference, signedOn, debtorName, iban, noticeDays].every((text) => text.trim() !== '')
  return (
    <Dialog isOpen onClose={onClose} title={t('record')}>
      <ChoiceInput
        label={t('scheme')}
        value={scheme}
        onChange={(id) => setScheme(id as (typeof SCHEMES)[number])}
        choices={SCHEMES.map((id) => ({ id, label: t(`schemes.${id}`) }))}
      />
      <TextInput
        label={t('reference')}
        help={t('referenceHelp')}
        value={reference}
        onChange={setReference}
        wrong={wrong('reference')}
        isRequired
      />
      <TextInput
        label={t('signedOn')}
        type="date"
        max={today()}
        value={signedOn}
        onChange={setSignedOn}
        wrong={wrong('signedOn')}
        isRequired
      />
      <TextInput
        label={t('debtorName')}
        value={debtorName}
        onChange={setDebtorName}
        wrong={wrong('debtorName')}
        isRequired
      />
      <TextInput label="IBAN" value={iban} onChange={setIban} wrong={wrong('iban')} isRequired />
      <TextInput
        label={t('noticeDays')}
        help={t('noticeDaysHelp')}
        inputMode="numeric"
        value={noticeDays}
        onChange={setNoticeDays}
        wrong={wrong('noticeDays')}
        isRequired
      />
      <CheckInput isChecked={recurring} onChange={setRecurring}>
        {t('recurringMeaning')}
      </CheckInput>
      {recording.error && <ProblemNotice error={recording.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button isDisabled={!isFilled} isPending={recording.isPending} onPress={() => recording.mutate()}>
          {t('recordYes')}
        </Button>
      </div>
    </Dialog>
  )
}
