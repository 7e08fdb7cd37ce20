import type { MailSettings as Settings } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inviteMember, mailSettingsQuery, sendTest, setSender } from '../../api/mail.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { TextArea } from '../../design/text-area.tsx'
import { useOffice } from './office-portal.tsx'

/** Whether mail leaves and from whom; a test; an invitation. */
export function MailSettings() {
  const { t, i18n } = useTranslation('mail')
  const office = useOffice()
  const client = useQueryClient()
  const settings = useQuery(mailSettingsQuery(office.slug))
  const [dialog, setDialog] = useState<'sender' | 'invite'>()
  const testing = useMutation({
    mutationFn: () => sendTest(office.slug, i18n.language.slice(0, 2)),
    onSuccess: async () => {
      say(t('testQueued'))
      await client.invalidateQueries({ queryKey: ['office', office.slug, 'mail'] })
    },
  })
  if (settings.error) return <ProblemNotice error={settings.error} onRetry={() => settings.refetch()} />
  const { server = null, sender = null } = settings.data ?? {}
  return (
    <section className="stack" aria-labelledby="mail-settings">
      <div className="row">
        <h2 id="mail-settings">{t('sending')}</h2>
        {office.may('approver', 'finance') && (
          <Button small look="quiet" onPress={() => setDialog('sender')}>
            {t('edit')}
          </Button>
        )}
        <Button small look="quiet" isPending={testing.isPending} onPress={() => testing.mutate()}>
          {t('test')}
        </Button>
        <Button small look="quiet" onPress={() => setDialog('invite')}>
          {t('invite')}
        </Button>
      </div>
      {settings.data && (
        <>
          <p className={server === null ? 'notice' : ''}>
            {server === null ? t('notConnected') : t('connected', { server })}
          </p>
          <p className={sender === null ? 'notice' : 'small soft'}>
            {sender === null
              ? t('noSender')
              : t('senderOf', { name: sender.fromName, address: sender.fromAddress })}
          </p>
        </>
      )}
      {testing.error && <ProblemNotice error={testing.error} />}
      {dialog === 'sender' && <SenderDialog sender={sender} onClose={() => setDialog(undefined)} />}
      {dialog === 'invite' && <InviteDialog onClose={() => setDialog(undefined)} />}
    </section>
  )
}

function SenderDialog({ sender, onClose }: { sender: Settings['sender']; onClose: () => void }) {
  const { t } = useTranslation('mail')
  const office = useOffice()
  const client = useQueryClient()
  const [draft, setDraft] = useState({
    fromName: sender?.fromName ?? office.name,
    fromAddress: sender?.fromAddress ?? '',
    replyTo: sender?.replyTo ?? '',
    signature: sender?.signature ?? '',
    perMinute: String(sender?.perMinute ?? 60),
  })
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const saving = useMutation({
    mutationFn: () =>
      setSender(office.slug, {
        ...draft,
        replyTo: draft.replyTo.trim() === '' ? null : draft.replyTo.trim(),
        perMinute: Number(draft.perMinute),
      }),
    onSuccess: async () => {
      onClose()
      say(t('saved'))
      await client.invalidateQueries({ queryKey: ['office', office.slug, 'mail'] })
    },
  })
  const wrong = (field: string) => faultOf(saving.error, field)
  return (
    <Dialog isOpen onClose={onClose} title={t('edit')}>
      <TextInput
        label={t('fromName')}
        value={draft.fromName}
        onChange={(fromName) => change({ fromName })}
        isRequired
        wrong={wrong('fromName')}
      />
      <TextInput
        label={t('fromAddress')}
        help={t('fromAddressHelp')}
        type="email"
        value={draft.fromAddress}
        onChange={(fromAddress) => change({ fromAddress })}
        isRequired
        wrong={wrong('fromAddress')}
      />
      <TextInput
        label={t('replyTo')}
        type="email"
        value={draft.replyTo}
        onChange={(replyTo) => change({ replyTo })}
        wrong={wrong('replyTo')}
      />
      <TextArea
        label={t('signature')}
        value={draft.signature}
        onChange={(signature) => change({ signature })}
        wrong={wrong('signature')}
      />
      <TextInput
        label={t('perMinute')}
        inputMode="numeric"
        value={draft.perMinute}
        onChange={(perMinute) => change({ perMinute })}
        wrong={wrong('perMinute')}
      />
      {saving.error && <ProblemNotice error={saving.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button isPending={saving.isPending} onPress={() => saving.mutate()}>
          {t('save')}
        </Button>
      </div>
    </Dialog>
  )
}

function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('mail')
  const office = useOffice()
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const inviting = useMutation({
    mutationFn: () => inviteMember(office.slug, email),
    onSuccess: async () => {
      onClose()
      say(t('invited'))
      await client.invalidateQueries({ queryKey: ['office', office.slug, 'mail'] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('invite')}>
      <TextInput
        label={t('inviteEmail')}
        help={t('inviteHelp')}
        type="email"
        value={email}
        onChange={setEmail}
        isRequired
        wrong={faultOf(inviting.error, 'email')}
      />
      {inviting.error && <ProblemNotice error={inviting.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button isPending={inviting.isPending} onPress={() => inviting.mutate()}>
          {t('send')}
        </Button>
      </div>
    </Dialog>
  )
}
