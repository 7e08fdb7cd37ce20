import { setTimeout as wait } from 'node:timers/promises'
import { type OfficeContext, officeContext } from '@samen/core/context'
import type { AnyCountryPlugin, Registry } from '@samen/core/country'
import { DAILY_WORK, doDailyWork } from '@samen/core/daily-work'
import { type Database, inOffice, officeDirectory } from '@samen/core/database'
import { deliverInvoices, settleMailedInvoices } from '@samen/core/delivery'
import { mailLetters } from '@samen/core/dunning'
import { seal } from '@samen/core/ledger'
import { mailSetting, queueWageNews } from '@samen/core/mail'
import { isClosedHere } from '@samen/core/offices'
import { completeDueParts } from '@samen/core/orders'
import { deliverPacks } from '@samen/core/packs'
import { sql } from 'kysely'
import { answerPasswordRequests, removeOldLinks } from '../auth/password-links.ts'
import { transportsOf } from '../delivery/transports.ts'
import { push } from '../federation/push.ts'
import type { Log } from '../log.ts'
import type { MailPort } from '../mail/port.ts'
import { sendMails } from '../mail/send-mails.ts'

export interface JobServices {
  db: Database
  countries: Registry
  log: Log
  mail: MailPort
  now(): Date
}

export interface RunningJobs {
  /** Lets the round under way finish and starts no other. */
  stop(): Promise<void>
}

/** Between two rounds: what waits in the outbox leaves within this time. */
const pause_ms = 5_000

/**
 * What has to happen without anybody asking: parts of orders that are over are invoiced, instalments that are due are
 * taken, equipment is written off for the month that is over, messages leave by mail, invoices for their networks and packs
 * for the group, new batches of the ledger come under a seal, sessions that have run out are removed. Several servers may run
 * it side by side: a message is taken by one of them only, a day's work is done by one, an office is sealed by one at a time.
 *
 * A plain loop, because the outbox already is a queue with attempts, waits and keys of its own; a job library would keep
 * a second one beside it.
 */
export function startJobs(services: JobServices, pause = pause_ms): RunningJobs {
  const stopping = new AbortController()
  const rounds = (async () => {
    while (!stopping.signal.aborted) {
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (!stopping.signal.aborted) await runJobs(services, stopping.signal)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await rounds
    },
  }
}

/** One round over all offices. A job that fails is told to the log and tried again in the next round. */
export async function runJobs(
  { db, countries, log, mail, now }: JobServices,
  signal?: AbortSignal,
): Promise<void> {
  const attempt = async (job: string, work: () => Promise<unknown>) => {
    if (signal?.aborted) return
    await work().catch((error) => log.error({ job, error: reasonOf(error) }, 'a job failed'))
  }
  // Sending comes first: what waits already makes room for what is laid down next.
  const runMail = async (
    { officeId, slug, name }: { officeId: string; slug: string; name: string },
    plugin: AnyCountryPlugin,
  ) => {
    const context = officeContext({ officeId, plugin, by: 'mail', now: now() })
    await attempt(`send mail of ${slug}`, async () => {
      await sendMails(db, context, { port: mail, office: { slug, name }, now, signal })
      await inOffice(db, officeId, (trx) => settleMailedInvoices(trx, officeId, now()))
    })
    await attempt(`mail letters of ${slug}`, () => mailLetters(db, context))
    await attempt(`wage news of ${slug}`, () => tellMembers(db, context, mail))
  }
  await attempt('jobs', async () => {
    const offices = await officeDirectory(db)
    const transports = transportsOf(now)
    await attempt('forgotten passwords', () =>
      answerPasswordRequests(db, { port: mail, countries, now: now() }),
    )
    for (const { officeId, slug, name, role, country } of offices) {
      // What waits in an office that has moved away leaves from its new place; one that was wound up has nothing waiting.
      let worksHere = false
      await attempt(`look whether ${slug} works here`, async () => {
        worksHere = !(await inOffice(db, officeId, (trx) => isClosedHere(trx, officeId)))
      })
      if (!worksHere) continue
      const plugin = countries.get(country)
      if (plugin) await runMail({ officeId, slug, name }, plugin)
      if (role === 'group') continue
      if (plugin) {
        const context = officeContext({ officeId, plugin, by: 'billing', now: now() })
        await attempt(`bill parts of ${slug}`, () =>
          inOffice(db, officeId, (trx) => completeDueParts(trx, context)),
        )
        for (const work of DAILY_WORK)
          await attempt(`${work} of ${slug}`, () =>
            inOffice(db, officeId, (trx) => doDailyWork(trx, { ...context, by: 'daily work' }, work)),
          )
        await attempt(`deliver invoices of ${slug}`, async () => {
          const sending = officeContext({ officeId, plugin, by: 'delivery', now: now() })
          const { silent } = await deliverInvoices(db, sending, transports)
          for (const { channel, reason } of silent)
            log.warn({ office: slug, channel, reason }, 'a network does not answer')
        })
      }
      await attempt(`seal ${slug}`, () => inOffice(db, officeId, seal))
      await attempt(`deliver packs of ${slug}`, () => deliverPacks(db, officeId, { now: now(), push }))
    }
  })
  await attempt('sessions', () => sql`delete from auth.session where expires_at < ${now()}`.execute(db))
  await attempt('password links', () => removeOldLinks(db, now()))
}

/** News of wages are only worth something while they are new: where no mail leaves, none are written. */
async function tellMembers(db: Database, context: OfficeContext, { smtp }: MailPort): Promise<void> {
  const { officeId } = context
  const hasSender = smtp && (await inOffice(db, officeId, (trx) => mailSetting(trx, officeId)))
  if (hasSender) await inOffice(db, officeId, (trx) => queueWageNews(trx, context))
}

/** Names and codes only: a database's message may quote a row. */
function reasonOf(error: unknown) {
  const { name, code, stack } = error as Error & { code?: unknown }
  return { name, code, at: stack?.split('\n').slice(1, 4).join('\n') }
}
