import type { Mail } from '@samen/api/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const office1 = v1.offices[':office']

export type MailFilter = Mail['state'] | 'to-do'

export const mailQuery = (office: string, state: MailFilter | undefined) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'mail', 'list', state],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      ask(
        office1.mail.$get({
          param: { office },
          query: {
            limit: '50',
            ...(state && { state }),
            ...(pageParam !== undefined && { cursor: pageParam }),
          },
        }),
      ),
  })

export const mailSettingsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'mail', 'settings'],
    queryFn: () => ask(office1.mail.settings.$get({ param: { office } })),
  })

type SettingInput = Parameters<typeof office1.mail.settings.$post>[0]['json']
export const setSender = (office: string, json: SettingInput) =>
  ask(office1.mail.settings.$post({ param: { office }, json }))

export const sendTest = (office: string, language: string) =>
  ask(office1.mail['test-message'].$post({ param: { office }, json: { language } }))

export const inviteMember = (office: string, email: string) =>
  ask(office1.invitations.$post({ param: { office }, json: { email } }))

export const mailTextQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['office', office, 'mail', 'text', id],
    retry: false,
    queryFn: () => ask(office1.mail[':id'].text.$get({ param: { office, id } })),
  })

export const mailMessageAddress = (office: string, id: string) =>
  `/v1/offices/${encodeURIComponent(office)}/mail/${encodeURIComponent(id)}/message`

export const handOver = (office: string, id: string) =>
  ask(office1.mail[':id']['hand-over'].$post({ param: { office, id }, json: {} }))

export const bounce = (office: string, id: string, reason: string) =>
  ask(office1.mail[':id'].bounce.$post({ param: { office, id }, json: { reason } }))

const told = (recipient: string) => (recipient.trim() === '' ? {} : { recipient: recipient.trim() })

export const sendAgain = (office: string, id: string, recipient: string) =>
  ask(office1.mail[':id'].copies.$post({ param: { office, id }, json: told(recipient) }))

export const mailInvoice = (office: string, id: string, recipient: string) =>
  ask(office1.invoices[':id'].mail.$post({ param: { office, id }, json: told(recipient) }))

export const mailQuote = (office: string, id: string, recipient: string) =>
  ask(office1.me.quotes[':id'].mail.$post({ param: { office, id }, json: told(recipient) }))

export const mailChoiceQuery = (office: string) =>
  queryOptions({
    queryKey: ['me', office, 'mail'],
    queryFn: () => ask(office1.me.mail.$get({ param: { office } })),
  })

export const chooseMail = (office: string, wagePaid: boolean) =>
  ask(office1.me.mail.$post({ param: { office }, json: { wagePaid } }))
