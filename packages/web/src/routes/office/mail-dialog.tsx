import type { Mail } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../api/download.ts'
import { bounce, handOver, mailMessageAddress, mailTextQuery, sendAgain } from '../../api/mail.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { useOffice } from './office-portal.tsx'

/** A message as its receiver sees it, and what a person may do about it. */
export function MailDialog({ mail, onClose }: { mail: Mail; onClose: () => void }) {
  const { t } = useTranslation(['mail', 'shell'])
  const { slug } = useOffice()
  const { mailId, state, kind, isPersonal, language } = mail
  const settled = useSettled(slug, onClose)
  const handing = useMutation({
    mutationFn: () => handOver(slug, mailId),
    onSuccess: () => settled(t('saved')),
  })
  return (
    <Dialog isOpen onClose={onClose} title={mail.subject} wide>
      {isPersonal ? (
        <p className="notice">{t('private')}</p>
      ) : (
        <MessageText office={slug} mailId={mailId} language={language} />
      )}
      {(state === 'sent' || state === 'unclear') && (
        <BounceForm office={slug} mailId={mailId} onDone={settled} />
      )}
      {state !== 'queued' && kind !== 'password' && <AgainForm office={slug} mail={mail} onDone={settled} />}
      {handing.error && <ProblemNotice error={handing.error} />}
      <div className="row">
        {!isPersonal && state !== 'sent' && state !== 'handed-over' && (
          <Button isPending={handing.isPending} onPress={() => handing.mutate()}>
            {t('handOver')}
          </Button>
        )}
        <Button look="quiet" onPress={onClose}>
          {t('shell:actions.close')}
        </Button>
      </div>
    </Dialog>
  )
}

function useSettled(office: string, onClose: () => void) {
  const client = useQueryClient()
  return async (words: string) => {
    onClose()
    say(words)
    await client.invalidateQueries({ queryKey: ['office', office, 'mail'] })
  }
}

function MessageText({ office, mailId, language }: { office: string; mailId: string; language: string }) {
  const { t } = useTranslation('mail')
  const reading = useQuery(mailTextQuery(office, mailId))
  const saving = useMutation({ mutationFn: download })
  if (reading.error) return <ProblemNotice error={reading.error} />
  if (!reading.data) return <Loading heights={[160]} />
  const { text, attachments } = reading.data
  return (
    <>
      <div className="card mail-text" lang={language}>
        {text}
      </div>
      {attachments.length > 0 && (
        <p className="small soft">{t('attached', { list: attachments.join(', ') })}</p>
      )}
      <div>
        <Button
          small
          look="quiet"
          isPending={saving.isPending}
          onPress={() => saving.mutate(mailMessageAddress(office, mailId))}
        >
          {t('download')}
        </Button>
      </div>
      {saving.error && <ProblemNotice error={saving.error} />}
    </>
  )
}

interface FormProps {
  office: string
  onDone: (words: string) => void
}

function BounceForm({ office, mailId, onDone }: FormProps & { mailId: string }) {
  const { t } = useTranslation('mail')
  const [reason, setReason] = useState('')
  const bouncing = useMutation({
    mutationFn: () => bounce(office, mailId, reason),
    onSuccess: () => onDone(t('saved')),
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        bouncing.mutate()
      }}
    >
      <TextInput
        label={t('reason')}
        value={reason}
        onChange={setReason}
        isRequired
        wrong={faultOf(bouncing.error, 'reason')}
      />
      <div>
        <Button type="submit" small look="quiet" isPending={bouncing.isPending}>
          {t('cameBack')}
        </Button>
      </div>
      {bouncing.error && <ProblemNotice error={bouncing.error} />}
    </form>
  )
}

/** Sends a copy: of what concerns a client also to another address. */
function AgainForm({ office, mail: { mailId, kind }, onDone }: FormProps & { mail: Mail }) {
  const { t } = useTranslation('mail')
  const [recipient, setRecipient] = useState('')
  const mayReaddress = kind === 'invoice' || kind === 'quote' || kind === 'dunning'
  const sending = useMutation({
    mutationFn: () => sendAgain(office, mailId, recipient),
    onSuccess: () => onDone(t('onItsWay')),
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        sending.mutate()
      }}
    >
      {mayReaddress && (
        <TextInput
          label={t('recipient')}
          type="email"
          help={t('recipientHelp')}
          value={recipient}
          onChange={setRecipient}
          wrong={faultOf(sending.error, 'recipient')}
        />
      )}
      <div>
        <Button type="submit" small look="quiet" isPending={sending.isPending}>
          {t('again')}
        </Button>
      </div>
      {sending.error && <ProblemNotice error={sending.error} />}
    </form>
  )
}
