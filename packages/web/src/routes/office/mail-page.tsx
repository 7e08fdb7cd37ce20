import type { Mail } from '@samen/api/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type MailFilter, mailQuery } from '../../api/mail.ts'
import { Button } from '../../design/button.tsx'
import { Badge, Empty, Loading, type Mood, ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { MailDialog } from './mail-dialog.tsx'
import { MailSettings } from './mail-settings.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

const MOODS: Record<Mail['state'], Mood> = {
  queued: 'brand',
  sent: 'good',
  failed: 'bad',
  unclear: 'warn',
  'handed-over': 'good',
  bounced: 'bad',
}
const STATES = Object.keys(MOODS) as Mail['state'][]

/** Waiting for a person is another thing than waiting for one's turn. */
const standing = ({ state, isWaiting }: Mail) => (isWaiting ? 'waiting' : state)

/** Nobody hands over what lets its receiver in. */
const stepOf = (mail: Mail) =>
  mail.isPersonal && (mail.isWaiting || mail.state === 'failed') ? 'personal' : standing(mail)

/** What left by e-mail, what waits to be handed over, and what somebody has to do. */
export function MailPage() {
  const { t } = useTranslation('mail')
  const format = useFormats()
  const office = useOffice()
  const [filter, setFilter] = useState<MailFilter | 'all'>('to-do')
  const [open, setOpen] = useState<Mail>()
  const list = useInfiniteQuery(mailQuery(office.slug, filter === 'all' ? undefined : filter))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('title')} intro={t('intro')}>
      <MailSettings />
      <search className="filters">
        <ChoiceInput
          label={t('show')}
          value={filter}
          onChange={(id) => setFilter(id as MailFilter | 'all')}
          choices={[
            { id: 'to-do', label: t('toDo') },
            { id: 'all', label: t('all') },
            ...STATES.map((id) => ({ id, label: t(`states.${id}`) })),
          ]}
        />
      </search>
      {list.error && <ProblemNotice error={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && !list.error && <Loading heights={[320]} />}
      {list.data && items.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('title')}
          captionUnseen
          rows={items}
          rowKey={({ mailId }) => mailId}
          columns={[
            {
              id: 'what',
              head: t('what'),
              cell: ({ kind, subject, language, copy }) => (
                <span>
                  <span lang={language}>{subject}</span>
                  <br />
                  <span className="soft small">
                    {t(`kinds.${kind}`)}
                    {copy > 1 && ` · ${t('copyOf', { copy })}`}
                  </span>
                </span>
              ),
            },
            {
              id: 'to',
              head: t('to'),
              cell: ({ recipient, recipientName }) => (
                <span>
                  {recipientName}
                  <br />
                  <span className="soft small">{recipient ?? t('noAddress')}</span>
                </span>
              ),
            },
            {
              id: 'state',
              head: t('state'),
              cell: (mail) => (
                <Badge mood={mail.isWaiting ? 'warn' : MOODS[mail.state]}>
                  {t(`states.${standing(mail)}`)}
                </Badge>
              ),
            },
            {
              id: 'next',
              head: t('next'),
              cell: (mail) => (
                <span>
                  {t(`steps.${stepOf(mail)}`)}
                  {mail.detail !== null && (
                    <>
                      <br />
                      <span className="soft small" lang="en">
                        {mail.detail}
                      </span>
                    </>
                  )}
                </span>
              ),
            },
            { id: 'changed', head: t('changed'), cell: ({ changedAt }) => format.moment(changedAt) },
            {
              id: 'act',
              head: <span className="unseen">{t('read')}</span>,
              label: '',
              end: true,
              cell: (mail) => (
                <Button
                  small
                  look="quiet"
                  aria-label={t('readOf', { subject: mail.subject })}
                  onPress={() => setOpen(mail)}
                >
                  {t('read')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <More list={list} />
      {open && <MailDialog mail={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
