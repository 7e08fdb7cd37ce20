import { createHash } from 'node:crypto'
import { officeContext } from '@samen/core/context'
import type { Registry } from '@samen/core/country'
import { type Database, inOffice, newId, officeDirectory, type Transaction } from '@samen/core/database'
import { isMailAddress, queueMail } from '@samen/core/mail'
import { isClosedHere } from '@samen/core/offices'
import { Problem } from '@samen/core/problem'
import { sql } from 'kysely'
import { linkToken, type MailPort } from '../mail/port.ts'
import type { Auth } from './auth.ts'

/** An hour for a forgotten password, two weeks for an invitation. */
const LASTS_MS = { password: 3_600_000, invitation: 14 * 86_400_000 } as const
/** Who asks again within this time has a link on its way. */
const AGAIN_MS = 2 * 60_000
/** Requests that wait at most, and that one round answers. */
const REQUESTS_MAX = 10_000
const ROUND_MAX = 100
/** Offices of one person that are looked at. */
const OFFICES_MAX = 20

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Keeps that somebody asked for a new password. It takes the same time and answers the same whether anybody has the address. */
export async function requestPassword(db: Database, email: string, now: Date): Promise<void> {
  await sql`
    insert into auth.password_request (email, asked_at)
    select ${email.toLowerCase()}, ${now}
     where (select count(*) from auth.password_request) < ${REQUESTS_MAX}
    on conflict (email) do nothing`.execute(db)
}

/** Makes the link of each request whose address belongs to somebody with rights in an office, and lays its message down. */
export async function answerPasswordRequests(
  db: Database,
  { port, countries, now }: { port: Pick<MailPort, 'secret'>; countries: Registry; now: Date },
): Promise<void> {
  await sql`
    delete from auth.password_request where asked_at < ${new Date(now.getTime() - LASTS_MS.password)}`.execute(
    db,
  )
  const { rows } = await sql<PasswordRequest>`
    select email, asked_at as "askedAt" from auth.password_request order by asked_at limit ${ROUND_MAX}`.execute(
    db,
  )
  if (rows.length === 0) return
  const offices = new Map((await officeDirectory(db)).map((office) => [office.officeId, office]))
  const failures: unknown[] = []
  // One request that cannot be answered now holds up none of the others: it is asked again in the next round, for an hour.
  for (const request of rows)
    await answerRequest(db, request, { port, countries, offices, now }).catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

interface PasswordRequest {
  readonly email: string
  readonly askedAt: Date
}

/**
 * Link, message and end of the request stand in databases that may be three. Each step may be repeated: the link and the message
 * are named after the request, so several servers, and whoever was interrupted, make the same.
 */
async function answerRequest(
  db: Database,
  { email, askedAt }: PasswordRequest,
  {
    port,
    countries,
    offices,
    now,
  }: {
    port: Pick<MailPort, 'secret'>
    countries: Registry
    offices: ReadonlyMap<string, { readonly officeId: string; readonly country: string }>
    now: Date
  },
): Promise<void> {
  const asking = await personOf(db, email, askedAt)
  const office = asking?.officeId === undefined ? undefined : offices.get(asking.officeId)
  const plugin = office && countries.get(office.country)
  if (asking && office && plugin && isMailAddress(email)) {
    const context = officeContext({ officeId: office.officeId, plugin, by: 'sign-in', now })
    const link = {
      kind: 'password',
      personId: asking.personId,
      about: `${asking.personId} ${askedAt.getTime()}`,
      madeAt: askedAt,
      expiresAt: new Date(now.getTime() + LASTS_MS.password),
    } as const
    await makeLink(db, link, port)
    const language = asking.language ?? plugin.languages[0] ?? 'en'
    await inOffice(db, office.officeId, (trx) =>
      mailLink(trx, context, link, { email, name: asking.name, language }),
    )
  }
  await sql`delete from auth.password_request where email = ${email} and asked_at = ${askedAt}`.execute(db)
}

/**
 * Who has the address, the first office they have rights in and that works here, and the language they are a member in. Nobody where
 * all their offices have moved away or were wound up: those write no messages any more.
 */
async function personOf(db: Database, email: string, askedAt: Date) {
  const { rows } = await sql<{ personId: string; name: string; officeId: string; memberId: string | null }>`
    select p.id as "personId", p.name, r.office_id as "officeId", r.member_id as "memberId"
      from auth.person p, samen.rights_of(p.id) r
     where p.email = ${email}
       and not exists (select from auth.password_link l
                        where l.person_id = p.id and l.made_at > ${new Date(askedAt.getTime() - AGAIN_MS)}
                          and l.made_at <> ${askedAt})
     order by r.member_id is null, r.office_id limit ${OFFICES_MAX}`.execute(db)
  for (const found of rows) {
    const spoken = await inOffice(db, found.officeId, async (trx) => {
      if (await isClosedHere(trx, found.officeId)) return undefined
      const { rows: languages } = await sql<{ language: string }>`
        select language from samen.member
         where office_id = ${found.officeId} and member_id = ${found.memberId}`.execute(trx)
      return { language: languages[0]?.language }
    })
    if (spoken) return { ...found, ...spoken }
  }
  return undefined
}

interface PasswordLink {
  readonly kind: 'password' | 'invitation'
  readonly personId: string
  /** Names the message; the token is made from it. */
  readonly about: string
  readonly madeAt: Date
  readonly expiresAt: Date
}

/** Makes the link by which a person chooses a password; the same one again changes nothing. */
async function makeLink(
  db: Database,
  { kind, personId, about, madeAt, expiresAt }: PasswordLink,
  port: Pick<MailPort, 'secret'>,
): Promise<void> {
  await sql`
    insert into auth.password_link (token_hash, person_id, made_at, expires_at)
    values (${hashOf(linkToken(port, kind, about))}, ${personId}, ${madeAt}, ${expiresAt})
    on conflict (token_hash) do nothing`.execute(db)
}

/** Lays the message with a link down. */
async function mailLink(
  trx: Transaction,
  context: ReturnType<typeof officeContext>,
  { kind, about, expiresAt }: PasswordLink,
  { email, name, language }: { readonly email: string; readonly name: string; readonly language: string },
): Promise<void> {
  await queueMail(trx, context, {
    ...{ kind, about, language, expiresAt },
    recipient: email,
    recipientName: name,
  })
}

/** Whom an office invites, and what they may do in it. */
export interface Invited {
  readonly email: string
  readonly name: string
  readonly language: string
  readonly rights: readonly { readonly role: string; readonly memberId?: string }[]
}

/**
 * Lets a person sign in to an office and mails them the link by which they choose a password; whoever can sign in already keeps
 * theirs until they choose another. Person and link come first, where sign-ins are kept; right and message are one transaction of
 * the office: interrupted in between, a person without rights is left, and inviting again goes on from there.
 *
 * @throws Problem `invalid-field` for an address that is none; `refused` where too many messages wait.
 */
export async function invite(
  db: Database,
  context: ReturnType<typeof officeContext>,
  { email, name, language, rights }: Invited,
  port: Pick<MailPort, 'secret'>,
): Promise<{ readonly personId: string }> {
  const address = email.toLowerCase()
  if (!isMailAddress(address))
    throw new Problem('invalid-field', 'Not an e-mail address.', { field: 'email' })
  await sql`
    insert into auth.person (id, name, email, email_verified) values (${newId()}, ${name.slice(0, 200)}, ${address}, false)
    on conflict (email) do nothing`.execute(db)
  const { rows } = await sql<{ id: string }>`select id from auth.person where email = ${address}`.execute(db)
  const personId = rows[0]?.id as string
  const { officeId, now } = context
  const expiresAt = new Date(now.getTime() + LASTS_MS.invitation)
  const link = { kind: 'invitation', personId, about: context.id(), madeAt: now, expiresAt } as const
  await makeLink(db, link, port)
  await inOffice(db, officeId, async (trx) => {
    for (const { role, memberId = null } of rights)
      await sql`
        insert into samen.office_right (office_id, user_id, role, member_id)
        values (${officeId}, ${personId}, ${role}, ${memberId}) on conflict do nothing`.execute(trx)
    await mailLink(trx, context, link, { email: address, name, language })
  })
  return { personId }
}

/**
 * Chooses a password by a link, once: every session of the person ends, and their other links stop working.
 *
 * @throws Problem `not-found` for a link that was used, ran out or never was: they look the same.
 */
export async function choosePassword(
  db: Database,
  auth: Auth,
  { token, password }: { token: string; password: string },
  now: Date,
): Promise<void> {
  const { password: passwords } = await auth.$context
  const hash = await passwords.hash(password)
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ personId: string }>`
      update auth.password_link set used_at = ${now}
       where token_hash = ${hashOf(token)} and used_at is null and expires_at > ${now}
      returning person_id as "personId"`.execute(trx)
    const personId = rows[0]?.personId
    if (personId === undefined)
      throw new Problem('not-found', 'This link was used or has run out: ask for a new one.')
    await sql`
      insert into auth.credential (id, person_id, account_id, provider_id, password)
      values (${newId()}, ${personId}, ${personId}, 'credential', ${hash})
      on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`.execute(
      trx,
    )
    await sql`update auth.person set email_verified = true, updated_at = now() where id = ${personId}`.execute(
      trx,
    )
    await sql`delete from auth.session where person_id = ${personId}`.execute(trx)
    await sql`
      update auth.password_link set used_at = ${now} where person_id = ${personId} and used_at is null`.execute(
      trx,
    )
  })
}

/** Links nobody can use any more. */
export async function removeOldLinks(db: Database, now: Date): Promise<void> {
  await sql`delete from auth.password_link where expires_at < ${new Date(now.getTime() - AGAIN_MS)}`.execute(
    db,
  )
}
