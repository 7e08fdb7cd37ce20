import { createHmac } from 'node:crypto'
import type { MailKind } from '@samen/core/mail'
import type { Smtp } from './smtp.ts'

/** What mail stands on beside the database. */
export interface MailPort {
  /** Where readers find us, without a slash at the end: links begin with it. */
  readonly baseUrl: string
  /** From which tokens of links are made: they are stored nowhere, and whoever sends a message again makes the same. */
  readonly secret: string
  /** The mail server; without one every message waits for somebody to hand it over. */
  readonly smtp?: Smtp | undefined
}

/** The token of a message's link: 256 bits in base64url. What it opens knows its hash alone. */
export const linkToken = ({ secret }: Pick<MailPort, 'secret'>, kind: MailKind, about: string): string =>
  createHmac('sha256', secret).update(`mail ${kind} ${about}`).digest('base64url')
