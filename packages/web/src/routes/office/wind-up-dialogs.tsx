import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { finishWindUp, proposeWindUp } from '../../api/wind-up.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { today } from '../../shell/hooks.ts'
import { useOffice } from './office-portal.tsx'

/** What the assembly decided; a second person confirms it. */
export function ProposeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('wind-up')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [decidedOn, setDecidedOn] = useState(today())
  const [endsOn, setEndsOn] = useState('')
  const [minutes, setMinutes] = useState('')
  const proposing = useMutation({
    mutationFn: () => proposeWindUp(slug, { decidedOn, endsOn, minutes }),
    onSuccess: async () => {
      say(t('said.proposed'))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('propose')}>
      <p className="soft">{t('proposeMeaning')}</p>
      <TextInput
        type="date"
        label={t('decidedOn')}
        value={decidedOn}
        onChange={setDecidedOn}
        max={today()}
        wrong={faultOf(proposing.error, 'decidedOn')}
        isRequired
      />
      <TextInput
        type="date"
        label={t('endsOn')}
        value={endsOn}
        onChange={setEndsOn}
        min={decidedOn}
        help={t('endsOnHelp')}
        wrong={faultOf(proposing.error, 'endsOn')}
        isRequired
      />
      <TextInput
        label={t('minutes')}
        value={minutes}
        onChange={setMinutes}
        help={t('minutesHelp')}
        wrong={faultOf(proposing.error, 'minutes')}
        isRequired
      />
      {proposing.error && <ProblemNotice error={proposing.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button
          isDisabled={!decidedOn || !endsOn || minutes.trim() === ''}
          isPending={proposing.isPending}
          onPress={() => proposing.mutate()}
        >
          {t('proposeYes')}
        </Button>
      </div>
    </Dialog>
  )
}

/** The end, which nothing takes back. */
export function FinishDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('wind-up')
  const { slug, name } = useOffice()
  const client = useQueryClient()
  const finishing = useMutation({
    mutationFn: () => finishWindUp(slug),
    onSuccess: async () => {
      say(t('said.finished'))
      onClose()
      await client.invalidateQueries()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} role="alertdialog" title={t('finishTitle', { office: name })}>
      <p>{t('finishMeaning')}</p>
      {finishing.error && <ProblemNotice error={finishing.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button look="danger" isPending={finishing.isPending} onPress={() => finishing.mutate()}>
          {t('finish')}
        </Button>
      </div>
    </Dialog>
  )
}
