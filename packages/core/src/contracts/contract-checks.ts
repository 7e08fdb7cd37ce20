import type { Activity } from '../activities/index.ts'
import type { Client } from '../clients/index.ts'
import { issuesOf, readWageSituation, startOfDay } from '../context/index.ts'
import {
  AMOUNT_MAX,
  type AnyCountryPlugin,
  addDays,
  dayNumber,
  fraction,
  type IsoDate,
  isIsoDate,
  monthOf,
  type Rate,
  SUPPLY_KINDS,
  smallestTransfer,
} from '../country/index.ts'
import type { Member } from '../members/index.ts'
import type { Fault } from '../problem/index.ts'
import { type Condition, type Contract, type ContractState, type Engagement, STEPS } from './contract.ts'

/** A contract with everything its rules look at. */
export interface ContractScene {
  readonly plugin: AnyCountryPlugin
  readonly contract: Omit<Contract, 'contractId' | 'legalEntityId' | 'currency' | 'state'>
  readonly engagements: readonly Pick<Engagement, 'memberId' | 'share' | 'terms' | 'hiringFiledAt'>[]
  readonly activity: Pick<Activity, 'memberIds' | 'name'> | undefined
  readonly client: Pick<Client, 'name' | 'bankruptOn'> | undefined
  /** The engaged members, by id; one that is missing does not exist. */
  readonly members: ReadonlyMap<string, Pick<Member, 'workerFacts' | 'birthDate'>>
  /** IANA name of the zone whose days count. */
  readonly timeZone: string
  readonly today: IsoDate
}

/** Days a contract may last: longer engagements are billed month by month. */
export const CONTRACT_DAYS_MAX = 366
export const ENGAGEMENTS_MAX = 200

/** What is wrong with a contract in any state. Pure. */
export function contractFaults({
  plugin,
  contract,
  engagements,
  activity,
  client,
  members,
}: ContractScene): Fault[] {
  const faults: Fault[] = []
  const fault = (field: string, reason: string, type?: Fault['type']) =>
    faults.push(type ? { field, reason, type } : { field, reason })
  const { reference, title, supply, fee, expenses, startsOn, endsOn } = contract
  if (!/^[^\s\p{Cc}](?:[^\p{Cc}]{0,58}[^\s\p{Cc}])?$/u.test(reference))
    fault('reference', 'Has 1 to 60 characters.')
  if (title.trim().length < 1 || title.length > 300) fault('title', 'Has 1 to 300 characters.')
  if (!(SUPPLY_KINDS as readonly string[]).includes(supply))
    fault('supply', `One of ${SUPPLY_KINDS.join(', ')}.`)
  if (fee <= 0n || fee > AMOUNT_MAX) fault('fee', 'Lies above zero and within ten billion.')
  else if (fee % smallestTransfer(plugin.currency) !== 0n)
    fault('fee', `Banks move whole amounts of ${plugin.currency}, so a price has none behind the point.`)
  if (expenses < 0n || expenses >= fee) fault('expenses', 'Lies from zero to below the fee.')
  if (!isIsoDate(startsOn)) fault('startsOn', 'A day is written YYYY-MM-DD and must exist.')
  if (!isIsoDate(endsOn)) fault('endsOn', 'A day is written YYYY-MM-DD and must exist.')
  else if (endsOn < startsOn) fault('endsOn', 'Lies before the start.')
  else if (dayNumber(endsOn) - dayNumber(startsOn) >= CONTRACT_DAYS_MAX)
    fault(
      'endsOn',
      `A contract lasts at most ${CONTRACT_DAYS_MAX} days; a longer engagement is a contract a month.`,
    )
  if (contract.validUntil !== null && !isIsoDate(contract.validUntil))
    fault('validUntil', 'A day is written YYYY-MM-DD and must exist.')
  if (contract.region !== null && plugin.regions.length > 0 && !plugin.regions.includes(contract.region))
    fault('region', `One of ${plugin.regions.join(', ')}.`)
  if (!client) fault('clientId', 'There is no such client in this office.')
  if (!activity) fault('activityId', 'There is no such activity in this office.')

  if (engagements.length > ENGAGEMENTS_MAX)
    fault('engagements', `At most ${ENGAGEMENTS_MAX} people work on a contract.`)
  const seen = new Set<string>()
  for (const [index, { memberId, share }] of engagements.entries()) {
    const at = `engagements[${index}]`
    if (!members.has(memberId)) fault(`${at}.memberId`, 'There is no such member in this office.')
    else if (activity && !activity.memberIds.includes(memberId))
      fault(`${at}.memberId`, `This member does not take part in the activity ${activity.name}.`, 'refused')
    if (seen.has(memberId))
      fault(`${at}.memberId`, 'Works on this contract already: one engagement a person.')
    seen.add(memberId)
    if (!isShare(share)) fault(`${at}.share`, 'A part lies above 0 and is at most 1.')
  }
  if (faults.length === 0 && exceedsOne(engagements.map(({ share }) => share)))
    fault(
      `engagements[${engagements.length - 1}].share`,
      'The parts of a contract are at most 1 together.',
      'refused',
    )
  return faults
}

const SHARE_TERM_MAX = 1_000_000_000n
const isShare = ({ numerator, denominator }: Rate) =>
  numerator > 0n && denominator >= numerator && denominator <= SHARE_TERM_MAX

export function exceedsOne(shares: readonly Rate[]): boolean {
  let sum = fraction(0n, 1n)
  for (const { numerator, denominator } of shares)
    sum = reduced(sum.numerator * denominator + numerator * sum.denominator, sum.denominator * denominator)
  return sum.numerator > sum.denominator
}

function reduced(numerator: bigint, denominator: bigint): Rate {
  let [a, b] = [numerator, denominator]
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? fraction(0n, 1n) : fraction(numerator / a, denominator / a)
}

/** What stands between a contract and a state. Pure. Whether the step exists at all is `stepFault`'s question. */
export function stepFaults(scene: ContractScene, to: ContractState): Fault[] {
  return STEPS[to].conditions.flatMap((condition) => CONDITIONS[condition](scene))
}

/** Why there is no step from one state to another; undefined when there is. */
export function stepFault(from: ContractState, to: ContractState): Fault | undefined {
  if (STEPS[to].from.includes(from)) return undefined
  const before = STEPS[to].from.join(' or ')
  const reason = before
    ? `A contract becomes ${to} from ${before}; this one is ${from}.`
    : `No contract becomes ${to}; this one is ${from}.`
  return { field: 'state', reason, type: 'conflict' }
}

const CONDITIONS: Readonly<Record<Condition, (scene: ContractScene) => Fault[]>> = {
  'client-solvent': ({ client }) =>
    client?.bankruptOn
      ? [
          {
            field: 'clientId',
            reason: `${client.name} is bankrupt since ${client.bankruptOn}.`,
            type: 'refused',
          },
        ]
      : [],
  'offer-valid': ({ contract: { validUntil }, today }) =>
    validUntil !== null && validUntil < today
      ? [
          {
            field: 'validUntil',
            reason: `The quote was valid until ${validUntil}: revise it to offer it again.`,
            type: 'refused',
          },
        ]
      : [],
  'workers-named': ({ engagements }) =>
    engagements.length === 0
      ? [{ field: 'engagements', reason: 'Nobody is named who does the work.', type: 'refused' }]
      : [],
  'terms-lawful': termFaults,
  'hiring-filed': hiringFaults,
  'start-reached': ({ contract, today }) =>
    today < contract.startsOn
      ? [
          {
            field: 'startsOn',
            reason: `The job starts on ${contract.startsOn}, which is still to come.`,
            type: 'refused',
          },
        ]
      : [],
  'end-reached': ({ contract, today }) =>
    today < contract.endsOn
      ? [
          {
            field: 'endsOn',
            reason: `The job ends on ${contract.endsOn}, which is still to come.`,
            type: 'refused',
          },
        ]
      : [],
  // Decided from the books, by `closeContracts`.
  settled: () => [],
}

/** What the country's law does not accept about a job's terms or about the person in this job. */
function termFaults({ plugin, contract, engagements, members }: ContractScene): Fault[] {
  return engagements.flatMap(({ memberId, terms }, index) => {
    const member = members.get(memberId)
    if (!member) return []
    const { startsOn, endsOn } = contract
    const lastDay = [endsOn, monthOf(startsOn).to].sort()[0] as IsoDate
    const probe = {
      gross: '1.00',
      period: { from: startsOn, to: lastDay },
      worker: member.workerFacts,
      engagement: terms,
    }
    const { parsed } = readWageSituation(plugin, probe)
    if (parsed.success) return []
    return issuesOf(parsed.error).map(({ path: [head, ...rest], reason }) => {
      const place = head === 'worker' ? 'workerFacts' : 'terms'
      const named = head === 'worker' || head === 'engagement' ? rest : [head, ...rest]
      return { field: [`engagements[${index}]`, place, ...named].join('.'), reason }
    })
  })
}

/** The national hiring declaration must be filed before the first day begins, and not too early. */
function hiringFaults({ plugin: { hiring }, contract, engagements, timeZone }: ContractScene): Fault[] {
  return engagements.flatMap(({ hiringFiledAt }, index) => {
    const reason = hiringFault(hiring, contract.startsOn, hiringFiledAt, timeZone)
    return reason ? [{ field: `engagements[${index}].hiringFiledAt`, reason, type: 'refused' } as const] : []
  })
}

/** Why a hiring declaration does not open the job; undefined when it does. Source: `plugin.hiring.source`. */
export function hiringFault(
  hiring: AnyCountryPlugin['hiring'],
  startsOn: IsoDate,
  filedAt: Date | null,
  timeZone: string,
): string | undefined {
  if (hiring.required === false) return undefined
  const name = hiring.name.toUpperCase()
  if (filedAt === null) return `The ${name} is not filed: the job can neither start nor be paid.`
  if (filedAt.getTime() >= startOfDay(startsOn, timeZone))
    return `The ${name} was filed ${filedAt.toISOString()}, not before the job started on ${startsOn}.`
  const { earliestDaysBefore } = hiring
  if (
    earliestDaysBefore !== undefined &&
    filedAt.getTime() < startOfDay(addDays(startsOn, -earliestDaysBefore), timeZone)
  )
    return `The ${name} may be filed at most ${earliestDaysBefore} days before the start.`
  return undefined
}
