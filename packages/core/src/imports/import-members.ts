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

  // Those who introduce somebody first, so that other lines, above or below, may name them in short.
  const introducing = named.filter(({ line }) => line.member.givenName !== undefined)
  const short = named.filter(({ line }) => line.member.givenName === undefined)
  for (const { line, number, email } of [...introducing, ...short]) {
    const fault = (field: string, reason: string) => faults.push({ line: line.line, field, reason })
    const one = number === undefined ? undefined : byNumber.get(number)
    const other = email === undefined ? undefined : byEmail.get(email)
    if (number !== undefined && other && other !== one) {
      fault('member_email', 'This e-mail address belongs to a member with another national number.')
      continue
    }
    let member = one ?? other
    if (!member || member.draft) {
      const introduced = line.member.givenName !== undefined
      if (!member && !introduced) {
        fault(number === undefined ? 'member_email' : 'member_national_number', UNKNOWN)
        continue
      }
      if (introduced) {
        const { draft, wrong } = draftOf(context, line)
        for (const { field, reason } of wrong) fault(field, reason)
        if (wrong.length > 0) continue
        if (!member) {
          const memberId = context.id()
          const { givenName, familyName, birthDate } = draft
          member = {
            memberId,
            givenName,
            familyName,
            birthDate,
            workerFacts: knownFacts(plugin, birthDate),
            draft: { ...draft, memberId },
          }
          byNumber.set(draft.nationalNumber, member)
          byEmail.set(draft.email.toLowerCase(), member)
        }
      }
    }
    if (!member) continue
    const contradiction = stateFacts(context, member, line)
    if (contradiction) faults.push(contradiction)
    else byLine.set(line.line, member)
  }
  return { byLine, faults }
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

function draftOf(
  { plugin, today }: OfficeContext,
  { line, member, worker }: ContractLine,
): { draft: MemberDraft; wrong: FaultAt[] } {
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
    return { line, field: column ?? field, reason }
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
