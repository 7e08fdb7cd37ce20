import { readFile } from 'node:fs/promises'
import { type Database, inOffice, type OfficeEntry, officeDirectory } from '@samen/core/database'
import {
  checkJoin,
  federationOffices,
  fingerprint,
  type GroupLink,
  groupLink,
  invite,
  joinDocument,
  leaveDocument,
  ownKeyChain,
  pairOffice,
  partWith,
  readInvitation,
  recordJoin,
  recordLeave,
  rotateKey,
} from '@samen/core/federation'
import { deliverPacks, packRefusals, packs, woundUpOffices } from '@samen/core/packs'
import { defineCommand, UsageError } from '../command.ts'
import { push } from '../federation/push.ts'
import { Refusal } from '../refusal.ts'
import { asJson, groupOffice, officesNamed, table, withDatabase } from './office.ts'

interface Values {
  office?: string | undefined
  url?: string | undefined
  days?: string | undefined
  as?: string | undefined
}

/** What each action answers: for the reader, and for a program. */
interface Told {
  words: string
  json: unknown
}

const ACTIONS: Readonly<Record<string, (db: Database, values: Values, word?: string) => Promise<Told>>> = {
  invite: inviteOffice,
  join: joinGroup,
  status: statusOf,
  push: pushNow,
  'rotate-key': rotate,
  leave: leaveGroup,
}

export const command = defineCommand({
  usage: `invite --office SLUG --url https://group.example [--days 14]    on the group's server
                  join INVITATION|FILE [--office OFFICE]                  on the office's server
                  status | push [--office OFFICE] | rotate-key [--office OFFICE] | leave --office OFFICE     [--json]

  An office that runs alone joins a group by an invitation, one line of text that carries the group's address and key: hand
  it over by a way both trust. From then on packs go to the group when a month is closed; what waits is tried again by the
  running server, or at once by "push". "rotate-key" replaces a signing key that may have been seen. An office in the
  group's own database belongs to it without an invitation; one that has left comes back by "join --office OFFICE".`,
  words: { min: 1, max: 2 },
  options: {
    office: { type: 'string' },
    url: { type: 'string' },
    days: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values, words }) {
    const [name = '', word] = words
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    if (!action)
      throw new UsageError(`samen federation: "${name}" is none of ${Object.keys(ACTIONS).join(', ')}.`)
    return withDatabase(async (db) => {
      const told = await action(db, values, word)
      process.stdout.write(values.json ? `${asJson(told.json)}\n` : told.words)
      return undefined
    })
  },
})

async function inviteOffice(db: Database, { office, url, days, as = 'cli' }: Values): Promise<Told> {
  if (!office || !url)
    throw new UsageError(
      'samen federation invite: say which office and where this server answers, such as --office hu --url https://group.example.',
    )
  const group = await groupOffice(db)
  const { text, invitation } = await inOffice(db, group.officeId, (trx) =>
    invite(trx, group, { office: office.toLowerCase(), url, by: as, ...(days && { days: Number(days) }) }),
  )
  return { words: `${text}\n`, json: { text, ...invitation } }
}

async function joinGroup(db: Database, { office: slug }: Values, word?: string): Promise<Told> {
  if (!word) return comeBack(db, slug)
  const invitation = readInvitation(await invitationText(word))
  const office = await oneOffice(db, slug ?? invitation.office)
  const { officeId } = office
  const document = await inOffice(db, officeId, async (trx) => {
    await checkJoin(trx, office, invitation)
    return joinDocument(trx, office, invitation)
  })
  await push(`${invitation.url}/v1/federation/offices`, document, { idempotencyKey: invitation.invitationId })
  await inOffice(db, officeId, (trx) => recordJoin(trx, officeId, invitation))
  const { group, url, publicKey } = invitation
  return {
    words: `${office.name} belongs to ${group.name} at ${url} now.\n  the group's key: ${fingerprint(publicKey)}\n`,
    json: { office: office.slug, group: group.slug, url, publicKey },
  }
}

/** An office in the group's own database needs no invitation: it is its neighbour. */
async function comeBack(db: Database, slug: string | undefined): Promise<Told> {
  const group = (await officeDirectory(db)).find(({ role }) => role === 'group')
  if (!slug || !group) throw new UsageError('samen federation join: the invitation is missing.')
  const { officeId, ...office } = await oneOffice(db, slug)
  const keys = await inOffice(db, officeId, (trx) => ownKeyChain(trx, officeId))
  const pairing = { ...office, country: office.country.trim(), currency: office.homeCurrency.trim(), keys }
  await inOffice(db, group.officeId, (trx) => pairOffice(trx, group.officeId, pairing))
  return {
    words: `${office.name} belongs to ${group.name} on this server.\n`,
    json: { office: office.slug, group: group.slug },
  }
}

/** The invitation itself, or the name of a file that holds it. */
async function invitationText(word: string): Promise<string> {
  if (/^[A-Za-z0-9_-]{200,}$/.test(word)) return word
  return readFile(word, 'utf8').catch(() => {
    throw new Refusal(`${word.slice(0, 80)} is neither an invitation nor a file that can be read.`)
  })
}

async function oneOffice(db: Database, slug: string | undefined): Promise<OfficeEntry> {
  const offices = await officesNamed(db, slug)
  if (offices.length > 1)
    throw new UsageError(
      `samen federation: say which office with --office: ${offices.map((one) => one.slug).join(', ')}.`,
    )
  return offices[0] as OfficeEntry
}

async function statusOf(db: Database): Promise<Told> {
  const directory = await officeDirectory(db)
  const hosted = directory.find(({ role }) => role === 'group')
  const { members, ended } = hosted
    ? await inOffice(db, hosted.officeId, async (trx) => ({
        members: await federationOffices(trx, hosted.officeId),
        ended: await woundUpOffices(trx, hosted.officeId),
      }))
    : { members: [], ended: [] }
  const groupOf = (slug: string, link: GroupLink | undefined) => {
    if (link) return link.leftAt ? `left ${link.slug}` : `${link.slug} at ${link.url}`
    if (!hosted) return '–'
    return members.some((one) => one.slug === slug && one.leftAt) ? `left ${hosted.slug}` : hosted.slug
  }
  const offices = await Promise.all(
    directory
      .filter(({ role }) => role === 'national')
      .map(({ officeId, slug }) =>
        inOffice(db, officeId, async (trx) => {
          const own = await packs(trx, officeId, { limit: 1_200 })
          const waiting = own.filter(({ deliveredAt }) => !deliveredAt)
          const keys = await ownKeyChain(trx, officeId)
          return {
            office: slug,
            group: groupOf(slug, await groupLink(trx, officeId)),
            keyNo: keys.length,
            publicKey: keys.at(-1)?.publicKey ?? '',
            packs: own.length,
            receipts: own.filter(({ receipt }) => receipt).length,
            waiting: waiting.length,
            refusal: waiting.find((pack) => pack.refusal)?.refusal ?? null,
          }
        }),
      ),
  )
  const refusals = hosted
    ? await inOffice(db, hosted.officeId, (trx) => packRefusals(trx, hosted.officeId))
    : []
  const day = (date: Date) => date.toISOString().slice(0, 10)
  const sections = [
    offices.length > 0 &&
      table(
        ['office', 'group', 'key', 'packs', 'receipts', 'waiting', 'why'],
        offices.map((one) => [
          one.office,
          one.group,
          String(one.keyNo),
          String(one.packs),
          String(one.receipts),
          String(one.waiting),
          one.refusal ?? '',
        ]),
      ),
    members.length > 0 &&
      table(
        ['member', 'server', 'currency', 'key', 'since', 'left', 'last month'],
        members.map((one) => [
          one.slug,
          one.hosted ? 'this one' : 'its own',
          one.currency,
          String(one.keys.length),
          day(one.pairedAt),
          one.leftAt ? day(one.leftAt) : '',
          ended.find(({ office }) => office === one.slug)?.lastPeriod ?? '',
        ]),
      ),
    refusals.length > 0 &&
      table(
        ['refused', 'office', 'pack', 'month', 'why'],
        refusals.map((one) => [day(one.refusedAt), one.office, String(one.packNo), one.period, one.detail]),
      ),
  ].filter((section) => section !== false)
  return {
    words: sections.length > 0 ? `${sections.join('\n\n')}\n` : 'There is no office here yet.\n',
    json: { offices, members, woundUp: ended, refusals },
  }
}

async function pushNow(db: Database, { office: slug }: Values): Promise<Told> {
  const lines: { office: string; delivered: number; failed: number }[] = []
  for (const { officeId, slug: office } of await officesNamed(db, slug)) {
    const { delivered, failed } = await deliverPacks(db, officeId, { push, regardless: true })
    lines.push({ office, delivered, failed })
  }
  const words = lines.map(
    ({ office, delivered, failed }) =>
      `${office}: ${delivered} packs received by the group${failed > 0 ? ', one refused: see "samen federation status"' : ''}\n`,
  )
  return { words: words.join(''), json: lines }
}

async function rotate(db: Database, { office: slug }: Values): Promise<Told> {
  const directory = await officeDirectory(db)
  const group = directory.find((one) => one.role === 'group' && one.slug === slug)
  const office = group ?? (await oneOffice(db, slug))
  const { officeId } = office
  const { keyNo, fromPack, publicKey } = await inOffice(db, officeId, (trx) => rotateKey(trx, officeId))
  return {
    words: `${office.name} signs with key ${keyNo} from pack ${fromPack} on.\n  ${fingerprint(publicKey)}\n`,
    json: { office: office.slug, keyNo, fromPack, publicKey },
  }
}

async function leaveGroup(db: Database, { office: slug }: Values): Promise<Told> {
  if (!slug) throw new UsageError('samen federation leave: say which office leaves, with --office.')
  const office = await oneOffice(db, slug)
  const { officeId } = office
  const link = await inOffice(db, officeId, (trx) => groupLink(trx, officeId))
  if (link && !link.leftAt) {
    const document = await inOffice(db, officeId, (trx) => leaveDocument(trx, office, link.invitationId))
    await push(`${link.url}/v1/federation/leaves`, document, { idempotencyKey: link.invitationId })
    await inOffice(db, officeId, (trx) => recordLeave(trx, officeId, link.invitationId))
  } else if (!link) {
    const group = await groupOffice(db)
    await inOffice(db, group.officeId, (trx) => partWith(trx, group.officeId, office.slug))
  }
  return {
    words: `${office.name} has left the group. Its books, members and packs stay where they are, in this database.\n`,
    json: { office: office.slug, left: true },
  }
}
