import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordHiring } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { useOffice } from './office-portal.tsx'

interface HiringDialogProps {
  contractId: string
  engagementId: string
  /** National name of the declaration. */
  name: string
  member: string
  onClose: () => void
}

/** Writes down that the national hiring declaration was filed: without it the job may not start nor be paid. */
export function HiringDialog({ contractId, engagementId, name, member, onClose }: HiringDialogProps) {
  const { t } = useTranslation('office')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [filedAt, setFiledAt] = useState('')
  const [reference, setReference] = useState('')
  const recording = useMutation({
    mutationFn: () =>
      recordHiring(slug, contractId, { engagementId, filedAt: new Date(filedAt).toISOString(), reference }),
    onSuccess: async () => {
      say(t('hiring.done', { name, member }))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('hiring.title', { name })}>
      <p className="soft">{t('hiring.meaning', { name, member })}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          recording.mutate()
        }}
      >
        <TextInput
          label={t('hiring.filedAt')}
          type="datetime-local"
          value={filedAt}
          onChange={setFiledAt}
          isRequired
          wrong={faultOf(recording.error, 'filedAt')}
        />
        <TextInput
          label={t('hiring.reference')}
          value={reference}
          onChange={setReference}
          isRequired
          wrong={faultOf(recording.error, 'reference')}
        />
        {recording.error && <ProblemNotice error={recording.error} />}
        <div className="actions">
          <Button look="quiet" onPress={onClose}>
            {t('actions.cancel')}
          </Button>
          <Button
            type="submit"
            isDisabled={filedAt === '' || reference.trim() === ''}
            isPending={recording.isPending}
          >
            {t('hiring.record')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
