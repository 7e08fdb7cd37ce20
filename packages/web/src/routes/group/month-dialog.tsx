import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'

interface MonthDialogProps {
  title: string
  /** What will happen, in a sentence or two. */
  meaning: string
  confirm: string
  /** What is said when it is done. */
  done: string
  /** Months to choose from, the first one chosen. */
  periods: readonly string[]
  needsReason?: boolean
  onConfirm: (chosen: { period: string; reason: string }) => Promise<unknown>
  onClose: () => void
}

/** Something is done to a month of the group, and sometimes says why. */
export function MonthDialog({
  periods,
  needsReason = false,
  onConfirm,
  onClose,
  ...texts
}: MonthDialogProps) {
  const { t } = useTranslation('group-months')
  const format = useFormats()
  const client = useQueryClient()
  const [period, setPeriod] = useState(periods[0] ?? null)
  const [reason, setReason] = useState('')
  const doing = useMutation({
    mutationFn: () => onConfirm({ period: period ?? '', reason: reason.trim() }),
    onSuccess: async () => {
      say(texts.done)
      onClose()
      await client.invalidateQueries({ queryKey: ['group'] })
    },
  })
  const isWhole = period !== null && (!needsReason || reason.trim() !== '')
  return (
    <Dialog isOpen onClose={onClose} title={texts.title}>
      <p>{texts.meaning}</p>
      <ChoiceInput
        label={t('month')}
        value={period}
        onChange={setPeriod}
        choices={periods.map((id) => ({ id, label: format.month(id) }))}
        wrong={faultOf(doing.error, 'period')}
      />
      {needsReason && (
        <TextInput
          label={t('reason')}
          value={reason}
          onChange={setReason}
          wrong={faultOf(doing.error, 'reason')}
          isRequired
        />
      )}
      {doing.error && <ProblemNotice error={doing.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button isDisabled={!isWhole} isPending={doing.isPending} onPress={() => doing.mutate()}>
          {texts.confirm}
        </Button>
      </div>
    </Dialog>
  )
}
