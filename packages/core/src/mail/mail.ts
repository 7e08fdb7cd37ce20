import { nextAttempt } from '../outbox/index.ts'

/** What a message says. */
export const MAIL_KINDS = [
  'test',
  'invoice',
  'quote',
  'dunning',
  'password',
  'invitation',
  'wage-paid',
  'wage-returned',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/**
 * Where a message stands. `queued`: it waits, for its turn, for a mail server or for somebody to hand it over; `sent`: a mail
 * server took it; `failed`: it will not be taken as it is; `unclear`: twice nobody could tell whether it was taken;
 * `handed-over`: a person gave it; `bounced`: it came back, as a person wrote down.
 */
export const MAIL_STATES = ['queued', 'sent', 'failed', 'unclear', 'handed-over', 'bounced'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** Kinds whose link lets its holder in as somebody else: no colleague sees it, or has it sent elsewhere. */
export const PERSONAL_KINDS: readonly MailKind[] = ['password', 'invitation']
/** Kinds that a person may send to another address than the one we knew. */
const READDRESSABLE: readonly MailKind[] = ['invoice', 'quote', 'dunning']

export const mayReaddress = (kind: MailKind): boolean => READDRESSABLE.includes(kind)

/** Messages of an office that wait at most. */
export const QUEUED_MAX = 10_000
/** Copies of one message, the first included. */
export const COPIES_MAX = 20
/** An attempt that takes longer is given up, and nobody knows how it ended. */
export const CLAIM_S = 5 * 60
/** After so many attempts with unknown end nobody sends it any more: a receiver has it twice at most. */
export const UNSETTLED_MAX = 2

export interface MailSetting {
  readonly fromName: string
  readonly fromAddress: string
  readonly replyTo: string | null
  readonly signature: string
  /** Messages begun within a minute at most. */
  readonly perMinute: number
}

/** A message to be sent. */
export interface MailDraft {
  readonly kind: MailKind
  /** Names what it is about: of a kind one message is queued about it. */
  readonly about: string
  readonly recipient: string | null
  readonly recipientName: string
  readonly language: string
  readonly fields?: Readonly<Record<string, string>>
  /** After that it is not worth sending. */
  readonly expiresAt: Date
  readonly mailId?: string
}

export interface Mail extends Required<Omit<MailDraft, 'mailId'>> {
  readonly mailId: string
  readonly copy: number
  readonly state: MailState
  readonly attempts: number
  readonly unsettled: number
  readonly dueAt: Date
  readonly detail: string | null
  readonly queuedBy: string
  readonly queuedAt: Date
  readonly changedAt: Date
}

/**
 * How an attempt ended. `sent`: the server took it; `refused`: it will refuse it again; `later`: it surely did not take it and
 * may later; `unknown`: the message was on its way and no answer came.
 */
export interface Attempt {
  readonly outcome: 'sent' | 'refused' | 'later' | 'unknown'
  readonly detail: string
}

/** Where a message stands after an attempt that was claimed, and so counted as unsettled. Pure. */
export function afterAttempt(
  { attempts, unsettled }: Pick<Mail, 'attempts' | 'unsettled'>,
  { outcome }: Pick<Attempt, 'outcome'>,
  now: Date,
): { readonly state: MailState; readonly unsettled: number; readonly dueAt: Date } {
  if (outcome === 'sent') return { state: 'sent', unsettled, dueAt: now }
  if (outcome === 'unknown' && unsettled >= UNSETTLED_MAX) return { state: 'unclear', unsettled, dueAt: now }
  const left = outcome === 'unknown' ? unsettled : unsettled - 1
  const dueAt = outcome === 'refused' ? undefined : nextAttempt(attempts, now)
  return dueAt
    ? { state: 'queued', unsettled: left, dueAt }
    : { state: left > 0 ? 'unclear' : 'failed', unsettled: left, dueAt: now }
}

/** Domains that belong to nobody (RFC 2606, RFC 6761): the demo's people live there, and no message leaves for them. */
export function isReserved(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return /(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|net|org)$/.test(domain)
}

/** One line as a header carries it: what would begin another is a space. */
export const oneLine = (text: string, max = 200): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, max)
    .toWellFormed()
