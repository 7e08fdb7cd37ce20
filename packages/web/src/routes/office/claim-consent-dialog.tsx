import type { WorkerClaim } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayConsent } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { useOffice } from './office-portal.tsx'

/** Staff write down that a worker agrees that wages keep something back, or does not any more. */
export function ClaimConsentDialog({ claim, onClose }: { claim: WorkerClaim; onClose: () => void }) {
  const { t } = useTranslation('claims')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [words, setWords] = useState('')
  const { agreed, memberName: name, keeps } = claim
  const saying = useMutation({
    mutationFn: () => sayConsent(slug, claim.workerClaimId, { agreed: !agreed, words }),
    onSuccess: async () => {
      onClose()
      say(t('office.done'))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t(agreed ? 'office.titleBack' : 'office.title', { name })}>
      <p>{agreed ? t('office.meaningBack') : t('office.meaning', { ...keeps })}</p>
      <TextInput
        label={t('office.words')}
        help={t('office.wordsHelp')}
        value={words}
        onChange={setWords}
        isRequired
        wrong={faultOf(saying.error, 'words')}
      />
      {saying.error && <ProblemNotice error={saying.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('office.cancel')}
        </Button>
        <Button isDisabled={words.trim() === ''} isPending={saying.isPending} onPress={() => saying.mutate()}>
          {t('office.confirm')}
        </Button>
      </div>
    </Dialog>
  )
}
