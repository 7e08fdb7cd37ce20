import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileVat, type VatForm } from '../../api/vat.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { useOffice } from './office-portal.tsx'

interface VatFilingDialogProps {
  form: VatForm
  period: string
  entity: number
  onClose: () => void
}

/** Writes down that the form was filed with the authority: from then on its figures stand. */
export function VatFilingDialog({ form, period, entity, onClose }: VatFilingDialogProps) {
  const { t } = useTranslation('vat')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [reference, setReference] = useState('')
  const filing = useMutation({
    mutationFn: () => fileVat(slug, form, { period, entity, reference }),
    onSuccess: async () => {
      say(t('filingDone', { period }))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug, 'vat'] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('filing', { period })}>
      <p className="soft">{t('filingMeaning')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          filing.mutate()
        }}
      >
        <TextInput
          label={t('reference')}
          value={reference}
          onChange={setReference}
          isRequired
          wrong={faultOf(filing.error, 'reference')}
        />
        {filing.error && <ProblemNotice error={filing.error} />}
        <div className="actions">
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" isDisabled={reference.trim() === ''} isPending={filing.isPending}>
            {t('record')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
