import type { Declaration } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileDeclaration } from '../../api/declarations.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { today } from '../../shell/hooks.ts'
import { useOffice } from './office-portal.tsx'

/** Writes down that a declaration was filed with its authority, or that what was filed is corrected. */
export function DeclarationDialog({
  declaration,
  onClose,
}: {
  declaration: Declaration
  onClose: () => void
}) {
  const { t } = useTranslation('declarations')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [reference, setReference] = useState('')
  const [filedOn, setFiledOn] = useState(today())
  const { filing, period, entityNo, name, filed } = declaration
  const recording = useMutation({
    mutationFn: () =>
      fileDeclaration(slug, {
        filing,
        period,
        entityNo,
        reference,
        filedOn,
        ...(filed.length > 0 && { correction: true }),
      }),
    onSuccess: async () => {
      say(t('recorded', { name, period }))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug, 'declarations'] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={`${name}, ${period}`}>
      <p className="soft">{t(filed.length > 0 ? 'correctMeaning' : 'fileMeaning')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          recording.mutate()
        }}
      >
        <TextInput
          label={t('reference')}
          value={reference}
          onChange={setReference}
          isRequired
          wrong={faultOf(recording.error, 'reference')}
        />
        <TextInput
          label={t('filedOn')}
          type="date"
          max={today()}
          value={filedOn}
          onChange={setFiledOn}
          isRequired
          wrong={faultOf(recording.error, 'filedOn')}
        />
        {recording.error && <ProblemNotice error={recording.error} />}
        <div className="actions">
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" isDisabled={reference.trim() === ''} isPending={recording.isPending}>
            {t('record')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
