import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { useOffice } from './office-portal.tsx'

interface ReasonDialogProps {
  title: string
  /** What will happen, in a sentence. */
  meaning: string
  confirm: string
  /** What is said when it is done. */
  done: string
  onConfirm: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Something is done for a reason that is kept. */
export function ReasonDialog({ title, meaning, confirm, done, onConfirm, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('office')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const doing = useMutation({
    mutationFn: () => onConfirm(reason.trim()),
    onSuccess: async () => {
      say(done)
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <p>{meaning}</p>
      <TextInput
        label={t('months.reason')}
        value={reason}
        onChange={setReason}
        wrong={faultOf(doing.error, 'reason')}
        isRequired
      />
      {doing.error && <ProblemNotice error={doing.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button isDisabled={reason.trim() === ''} isPending={doing.isPending} onPress={() => doing.mutate()}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  )
}
