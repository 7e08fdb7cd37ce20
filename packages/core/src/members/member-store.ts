import { type ColumnType, sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { IsoDate, Minor } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import { mainLegalEntity, officeTerms, takeNumbers } from '../legal-entities/index.ts'
import { type Fault, invalid, notFound, throwFaults } from '../problem/index.ts'
import { checkMember, type Member, type MemberDraft, type Sex, SHARES_MAX, type Share } from './member.ts'

export interface MemberTables {
  member: {
    office_id: string
    member_id: string
    given_name: string
    family_name: string
    sex: Sex | null
    birth_date: IsoDate
    national_number: string
    email: string
    iban: string
    street: string
    post_code: string
    town: string
    country: string
    language: string
    region: string | null
    worker_facts: ColumnType<Record<string, unknown>, string, string>
    joined_on: IsoDate
  }
  share: {
    office_id: string
    share_number: bigint
    member_id: string
    amount: Minor
    currency: string
    acquired_on: IsoDate
  }
}

/** Lets a person join: member and first share. @throws Problem naming the field, `conflict` when known already. */
export async function addMember(
  trx: Transaction,
  context: OfficeContext,
  draft: MemberDraft,
): Promise<Member> {
  const [member] = await addMembers(trx, context, [draft])
  return member as Member
}

/**
 * Lets many people join, with one statement per table; the shares follow the order given.
 *
 * @throws Problem for the first draft at fault; the field begins with `members[i].` when there are several.
 */
export async function addMembers(
  trx: Transaction,
  context: OfficeContext,
  drafts: readonly MemberDraft[],
): Promise<Member[]> {
  const { officeId, plugin } = context
  const members: Member[] = []
  for (const [index, draft] of drafts.entries()) {
    const { member, faults } = checkMember(plugin, draft)
    throwFaults(faults, drafts.length > 1 ? `members[${index}].` : '')
    members.push({ memberId: draft.memberId ?? context.id(), ...member })
  }
  const taken = await takenFaults(trx, officeId, members)
  for (const [index, faults] of taken.entries())
    throwFaults(faults, drafts.length > 1 ? `members[${index}].` : '')
  await copyRows(
    trx,
    'member',
    MEMBER_COLUMNS,
    members.map((m) => [
      officeId,
      m.memberId,
      m.givenName,
      m.familyName,
      m.sex,
      m.birthDate,
      m.nationalNumber,
      m.email,
      m.iban,
      m.street,
      m.postCode,
      m.town,
      m.country,
      m.language,
      m.region,
      m.workerFacts,
      m.joinedOn,
    ]),
  )
  const bought = members.flatMap(({ memberId, joinedOn }, index) =>
    Array.from({ length: drafts[index]?.shares ?? 1 }, () => ({ memberId, acquiredOn: joinedOn })),
  )
  await registerShares(trx, context, bought)
  return members
}

/** For each draft or member, the national number or e-mail address that someone else has already. */
export async function takenFaults(
  trx: Transaction,
  officeId: string,
  members: readonly Pick<Member, 'nationalNumber' | 'email'>[],
): Promise<Fault[][]> {
  const { rows } = await sql<{ national_number: string; email: string }>`
    select national_number, lower(email) as email from samen.member
     where office_id = ${officeId}
       and (national_number = any(${members.map((m) => m.nationalNumber)}) or
            lower(email) = any(${members.map((m) => m.email.toLowerCase())}))`.execute(trx)
  const numbers = new Set(rows.map((row) => row.national_number))
  const emails = new Set(rows.map((row) => row.email))
  return members.map(({ nationalNumber, email }) => {
    const faults: Fault[] = []
    if (numbers.has(nationalNumber))
      faults.push({ field: 'nationalNumber', reason: 'A member has this number already.', type: 'conflict' })
    if (emails.has(email.toLowerCase()))
      faults.push({ field: 'email', reason: 'A member has this e-mail address already.', type: 'conflict' })
    numbers.add(nationalNumber)
    emails.add(email.toLowerCase())
    return faults
  })
}

const MEMBER_COLUMNS = [
  ...[
    'office_id',
    'member_id',
    'given_name',
    'family_name',
    'sex',
    'birth_date',
    'national_number',
    'email',
    'iban',
  ],
  ...['street', 'post_code', 'town', 'country', 'language', 'region', 'worker_facts', 'joined_on'],
]

/** Sells further shares to a member. @throws Problem `not-found`, `invalid-field` */
export async function buyShares(
  trx: Transaction,
  context: OfficeContext,
  memberId: string,
  count: number,
): Promise<Share[]> {
  if (!Number.isInteger(count) || count < 1 || count > SHARES_MAX)
    throw invalid('count', `A whole number from 1 to ${SHARES_MAX}.`)
  await memberById(trx, context.officeId, memberId)
  return registerShares(
    trx,
    context,
    Array.from({ length: count }, () => ({ memberId, acquiredOn: context.today })),
  )
}

/** The register is numbered without gaps: the counter's row is locked until the sale is final. */
async function registerShares(
  trx: Transaction,
  { officeId, plugin }: OfficeContext,
  bought: readonly { memberId: string; acquiredOn: IsoDate }[],
): Promise<Share[]> {
  if (bought.length === 0) return []
  const { shareAmount } = await officeTerms(trx, officeId)
  const { legalEntityId } = await mainLegalEntity(trx, officeId)
  const first = await takeNumbers(trx, officeId, legalEntityId, 'SHARES', bought.length)
  const shares = bought.map(
    ({ memberId, acquiredOn }, index): Share => ({
      shareNumber: first + BigInt(index),
      memberId,
      amount: shareAmount,
      currency: plugin.currency,
      acquiredOn,
    }),
  )
  await copyRows(
    trx,
    'share',
    ['office_id', 'share_number', 'member_id', 'amount', 'currency', 'acquired_on'],
    shares.map((s) => [officeId, s.shareNumber, s.memberId, s.amount, s.currency, s.acquiredOn]),
  )
  return shares
}

/** @throws Problem `not-found` */
export async function memberById(trx: Transaction, officeId: string, memberId: string): Promise<Member> {
  const [member] = await membersById(trx, officeId, [memberId])
  if (!member) throw notFound('such member')
  return member
}

/** Those of the members that exist, in no order. */
export async function membersById(
  trx: Transaction,
  officeId: string,
  memberIds: readonly string[],
): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select ${memberFields} from samen.member
     where office_id = ${officeId} and member_id = any(${memberIds}::uuid[])`.execute(trx)
  return rows
}

/** Those of the people an office knows, by national number (stored form) or e-mail address. */
export async function membersByNumberOrEmail(
  trx: Transaction,
  officeId: string,
  { nationalNumbers, emails }: { nationalNumbers: readonly string[]; emails: readonly string[] },
): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select ${memberFields} from samen.member
     where office_id = ${officeId}
       and (national_number = any(${nationalNumbers}) or lower(email) = any(${emails.map((e) => e.toLowerCase())}))`.execute(
    trx,
  )
  return rows
}

/** A page of the office's members by family name, optionally those whose name or address holds a text. */
export async function listMembers(
  trx: Transaction,
  officeId: string,
  { search = '', limit = 50, offset = 0 }: { search?: string; limit?: number; offset?: number } = {},
): Promise<Member[]> {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Member>`
    select ${memberFields} from samen.member
     where office_id = ${officeId}
       and (${search} = '' or lower(given_name || ' ' || family_name) like ${pattern} or lower(email) like ${pattern})
     order by family_name, given_name, member_id limit ${Math.min(limit, 500)} offset ${offset}`.execute(trx)
  return rows
}

const memberFields =
  sql.raw(`member_id as "memberId", given_name as "givenName", family_name as "familyName", sex,
  birth_date as "birthDate", national_number as "nationalNumber", email, iban, street, post_code as "postCode", town,
  country, language, region, worker_facts as "workerFacts", joined_on as "joinedOn"`)

/** Replaces what is known about people for the country's payroll law. The facts must have been checked. */
export async function setWorkerFacts(
  trx: Transaction,
  officeId: string,
  members: readonly Pick<Member, 'memberId' | 'workerFacts'>[],
): Promise<void> {
  if (members.length === 0) return
  await sql`
    update samen.member m set worker_facts = facts.value::jsonb
      from unnest(${members.map(({ memberId }) => memberId)}::uuid[],
                  ${members.map(({ workerFacts }) => JSON.stringify(workerFacts))}::text[]) facts (member_id, value)
     where m.office_id = ${officeId} and m.member_id = facts.member_id`.execute(trx)
}

/** Where a member's wages go from now on. The IBAN must have been checked. */
export async function setMemberIban(
  trx: Transaction,
  officeId: string,
  { memberId, iban }: Pick<Member, 'memberId' | 'iban'>,
): Promise<void> {
  await sql`
    update samen.member set iban = ${iban} where office_id = ${officeId} and member_id = ${memberId}`.execute(
    trx,
  )
}

/** The share register, in order of number. */
export async function shareRegister(trx: Transaction, officeId: string, memberId?: string): Promise<Share[]> {
  const { rows } = await sql<Share>`
    select share_number as "shareNumber", member_id as "memberId", amount, currency, acquired_on as "acquiredOn"
      from samen.share where office_id = ${officeId} and (${memberId ?? null}::uuid is null or member_id = ${memberId ?? null}::uuid)
     order by share_number`.execute(trx)
  return rows
}
