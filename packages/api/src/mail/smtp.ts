import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { Readable } from 'node:stream'
import type { Attempt } from '@samen/core/mail'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { Refusal } from '../refusal.ts'

/** A message as bytes, and whom it is for. */
export interface SmtpMessage {
  readonly from: string
  readonly to: string
  readonly bytes: Uint8Array
}

export interface Smtp {
  /** Its name and port, without the key. */
  readonly server: string
  send(message: SmtpMessage): Promise<Attempt>
}

const TIMEOUTS = {
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
  dnsTimeout: 15_000,
}
/** Less than a claim lasts, so that no other server begins while this one waits. */
const WHOLE_MS = 4 * 60_000

/**
 * The mail server an operator has named: `SAMEN_SMTP_URL`, or the file `SAMEN_SMTP_URL_FILE` that holds it. The key in it goes
 * nowhere but to that server.
 *
 * @throws {Refusal} for an address that cannot be used, without repeating it.
 */
export function smtpFromEnvironment(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Smtp | undefined {
  const given = env.SAMEN_SMTP_URL || fileOf(env.SAMEN_SMTP_URL_FILE)
  return given ? openSmtp(given) : undefined
}

function fileOf(path: string | undefined): string | undefined {
  if (!path) return undefined
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new Refusal(`SAMEN_SMTP_URL_FILE cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}

/** @throws {Refusal} */
export function openSmtp(address: string): Smtp {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const wrong = () =>
    new Refusal(
      'SAMEN_SMTP_URL is no address of a mail server: write smtps://USER:PASSWORD@HOST or smtp://USER:PASSWORD@HOST:587.',
    )
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname) throw wrong()
  const secure = url.protocol === 'smtps:'
  const port = Number(url.port) || (secure ? 465 : 587)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  let credentials: { user: string; pass: string } | undefined
  try {
    if (url.username)
      credentials = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
  } catch {
    throw wrong()
  }
  const options = {
    ...TIMEOUTS,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    secure,
    // Beyond this machine neither a key nor a message goes unencrypted.
    requireTLS: !secure && !isHere,
    name: hostname() || 'localhost',
  }
  return {
    server: `${url.hostname}:${port}`,
    send: (message) => sendOver(new SMTPConnection(options), credentials, message),
  }
}

/** One connection for one message: what happens to it happens to no other. */
function sendOver(
  connection: SMTPConnection,
  credentials: { user: string; pass: string } | undefined,
  { from, to, bytes }: SmtpMessage,
): Promise<Attempt> {
  // Read only when the server has asked for the message: before that it surely has nothing.
  let isUnderWay = false
  const body = new Readable({
    read() {
      isUnderWay = true
      this.push(bytes)
      this.push(null)
    },
  })
  const { promise, resolve } = Promise.withResolvers<Attempt>()
  const fail = (error: Error | null | undefined) => resolve(failureOf(error, isUnderWay))
  const timer = setTimeout(() => fail(new Error('The mail server took too long.')), WHOLE_MS)
  const send = () =>
    connection.send({ from, to: [to], size: bytes.length }, body, (error, info) =>
      error ? fail(error) : resolve({ outcome: 'sent', detail: String(info?.response ?? '') }),
    )
  connection.on('error', fail)
  connection.on('end', () => fail(new Error('The mail server ended the connection.')))
  connection.connect((error) => {
    if (error) return fail(error)
    if (!credentials) return send()
    connection.login({ credentials }, (refusal) => (refusal ? fail(refusal) : send()))
  })
  return promise.finally(() => {
    clearTimeout(timer)
    connection.close()
  })
}

interface SmtpFailure {
  readonly code?: string
  /** The command that failed: `MAIL FROM`, `RCPT TO`, `DATA` … */
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
  readonly message?: string
}

/** What a failure means for the message. The server's own words are told; ours hold no key. */
function failureOf(error: SmtpFailure | null | undefined, isUnderWay: boolean): Attempt {
  const { code, command, responseCode, response, message } = error ?? {}
  const detail = (response ?? message ?? code ?? 'The mail server did not answer.').slice(0, 500)
  // A wrong key is the operator's to mend: the message itself is not refused.
  if (code === 'EAUTH') return { outcome: 'later', detail: `The mail server does not let us in: ${detail}` }
  // Before the receiver is named a refusal is about us or the server, not about this message.
  const isOfMessage = command === 'RCPT TO' || command === 'DATA'
  if (responseCode !== undefined && responseCode >= 500 && isOfMessage) return { outcome: 'refused', detail }
  if (responseCode !== undefined && responseCode >= 400) return { outcome: 'later', detail }
  return isUnderWay
    ? { outcome: 'unknown', detail: `The connection broke while the message was under way. ${detail}` }
    : { outcome: 'later', detail }
}
