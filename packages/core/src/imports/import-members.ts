import { isDeepStrictEqual } from 'node:util'
import { completedFacts, type OfficeContext, readNumberAs, situationFields } from '../context/index.ts'
import { readNumber } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import {
  checkMember,
  type MemberDraft,
  membersByNumberOrEmail,
  type Sex,
  workerFaults,
} from '../members/index.ts'
import { MEMBER_COLUMNS } from './contract-columns.ts'
import type { ContractLine } from './contract-lines.ts'
import type { FaultAt } from './line-fault.ts'

/** A person of the file: one the office knows, or one the file introduces. */
export interface FileMember {
  readonly memberId: string
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string
  workerFacts: Readonly<Record<string, unknown>>
  /** How to add them; absent for a member the office has. */
  readonly draft?: MemberDraft
  /** The line that stated facts about them, which no other line may contradict. */
  factsFrom?: number
}

export interface FileMembers {
  /** The member of each line that names one, by line number. */
  readonly byLine: ReadonlyMap<number, FileMember>
  readonly faults: readonly FaultAt[]
}

const columnOf = new Map(Object.entries(MEMBER_COLUMNS).map(([column, field]) => [field as string, column]))

/**
 * Finds the person of each line by national number or e-mail address, among the office's members and among those whom
 * some line of the file introduces. A line that introduces somebody badly does not spoil the others.
 */
export async function membersOfFile(
  trx: Transaction,
  context: OfficeContext,
  lines: readonly ContractLine[],
): Promise<FileMembers> {
  const { officeId, plugin } = context
  const byLine = new Map<number, FileMember>()
  const faults: FaultAt[] = []
  const named = lines.flatMap((line) => {
    const { nationalNumber, email } = line.member
    if (nationalNumber === undefined && email === undefined) {
      faults.push({
        line: line.line,
        field: 'member_national_number',
        reason: 'Nobody is named who does the work.',
      })
      return []
    }
    const reading = nationalNumber === undefined ? undefined : readNumberAs(plugin, 'person', nationalNumber)
    if (reading?.ok === false) {
      faults.push({ line: line.line, field: 'member_national_number', reason: reading.reason })
      return []
    }
    return [{ line, number: reading?.value, email: email?.toLowerCase() }]
  })
  const byNumber = new Map<string, FileMember>()
  const byEmail = new Map<string, FileMember>()
  const known = await membersByNumberOrEmail(trx, officeId, {
    nationalNumbers: [...new Set(named.flatMap(({ number }) => number ?? []))],
    emails: [...new Set(named.flatMap(({ email }) => email ?? []))],
  })
  for (const member of known) {
    const found: FileMember = { ...member }
    byNumber.set(member.nationalNumber, found)
    byEmail.set(member.email.toLowerCase(), found)
  }

  // Those who introduce somebody well come first, so that other lines, above or below, may say less about them.
  const introduced = named.map((one) => ({
    ...one,
    introduction: one.line.member.givenName === undefined ? undefined : draftOf(context, one.line),
  }))
  const rank = ({ introduction }: (typeof introduced)[0]) =>
    introduction ? (introduction.wrong.length === 0 ? 0 : 1) : 2
  for (const { line, number, email, introduction } of introduced.toSorted((a, b) => rank(a) - rank(b))) {
    const fault = (field: string, reason: string) => faults.push({ line: line.line, field, reason })
    const one = number === undefined ? undefined : byNumber.get(number)
    const other = email === undefined ? undefined : byEmail.get(email)
    if (number !== undefined && other && other !== one) {
      fault('member_email', 'This e-mail address belongs to a member with another national number.')
      continue
    }
    let member = one ?? other
    if (!member && !introduction) {
      fault(number === undefined ? 'member_email' : 'member_national_number', UNKNOWN)
      continue
    }
    if (introduction && (!member || member.draft)) {
      const { draft, wrong } = introduction
      const told = member ? wrong.filter(({ isMissing }) => !isMissing) : wrong
      for (const { field, reason } of told) fault(field, reason)
      if (told.length > 0) continue
      if (!member) {
        member = introduce(context, draft)
        byNumber.set(number as string, member)
        byEmail.set(email as string, member)
      }
    }
    if (!member) continue
    const contradiction = stateFacts(context, member, line)
    if (contradiction) faults.push(contradiction)
    else byLine.set(line.line, member)
  }
  return { byLine, faults }
}

function introduce({ plugin, id }: OfficeContext, draft: MemberDraft): FileMember {
  const memberId = id()
  const { givenName, familyName, birthDate } = draft
  const workerFacts = knownFacts(plugin, birthDate)
  return { memberId, givenName, familyName, birthDate, workerFacts, draft: { ...draft, memberId } }
}

const UNKNOWN =
  'The office has no such member: to add one, fill member_given_name and the other columns about the person.'

/** The facts of the line join those of the person, unless they contradict another line or the law's own questions. */
function stateFacts(
  { plugin, today }: OfficeContext,
  member: FileMember,
  { line, worker }: ContractLine,
): FaultAt | undefined {
  if (Object.keys(worker).length === 0) return undefined
  const merged = { ...member.workerFacts, ...worker }
  if (member.factsFrom !== undefined) {
    if (isDeepStrictEqual(merged, member.workerFacts)) return undefined
    return {
      line,
      field: 'worker',
      reason: `Line ${member.factsFrom} says something else about this person.`,
    }
  }
  const [wrong] = workerFaults(plugin, merged, today)
  if (wrong) return { line, field: wrong.field.replace('workerFacts', 'worker'), reason: wrong.reason }
  member.workerFacts = merged
  member.factsFrom = line
  return undefined
}

/** A person as a line introduces them, and what is wrong about that: a cell that is missing, or one that says it wrongly. */
function draftOf(
  { plugin, today }: OfficeContext,
  { member, worker }: ContractLine,
): { draft: MemberDraft; wrong: { field: string; reason: string; isMissing: boolean }[] } {
  const told = member.nationalNumber ? numberFacts(plugin, member.nationalNumber) : {}
  const draft: MemberDraft = {
    givenName: member.givenName ?? '',
    familyName: member.familyName ?? '',
    sex: (member.sex?.toLowerCase() as Sex | undefined) ?? told.sex ?? null,
    birthDate: member.birthDate ?? told.birthDate ?? '',
    nationalNumber: member.nationalNumber ?? '',
    email: member.email ?? '',
    iban: member.iban ?? '',
    street: member.street ?? '',
    postCode: member.postCode ?? '',
    town: member.town ?? '',
    country: member.country ?? plugin.country,
    language: member.language?.toLowerCase() ?? (plugin.languages[0] as string),
    region: member.region ?? null,
    joinedOn: member.joinedOn ?? today,
    workerFacts: worker,
  }
  const wrong = checkMember(plugin, draft).faults.map(({ field, reason }) => {
    const column = field.startsWith('workerFacts')
      ? field.replace('workerFacts', 'worker')
      : columnOf.get(field)
    const isMissing = member[field as keyof typeof member] === undefined && columnOf.has(field)
    return { field: column ?? field, reason, isMissing }
  })
  return { draft, wrong }
}

const knownFacts = (plugin: OfficeContext['plugin'], birthDate: string) =>
  completedFacts(situationFields(plugin).worker, {}, { birthDate })

/** What a national number itself says about its bearer. */
function numberFacts(plugin: OfficeContext['plugin'], text: string): { birthDate?: string; sex?: Sex } {
  const [reading] = readNumber(plugin.identifiers, text.slice(0, 64), 'person')
  if (!reading?.valid) return {}
  const { birthDate, sex } = reading.facts ?? {}
  const letter = sex === 'male' ? 'm' : sex === 'female' ? 'f' : undefined
  return { ...(birthDate !== undefined && { birthDate }), ...(letter && { sex: letter }) }
}
