import { createHash } from 'node:crypto'
import { joinTeams, openActivities } from '../activities/index.ts'
import { addClients } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import {
  type ContractDraft,
  type ContractLookups,
  type CreatedContract,
  contractChecker,
  insertContracts,
  type NamedDraft,
} from '../contracts/index.ts'
import type { Transaction } from '../database/index.ts'
import { INVOICES_MAX, issueInvoices } from '../invoices/index.ts'
import { legalEntities, mainLegalEntity, officeTerms } from '../legal-entities/index.ts'
import { addMembers, setWorkerFacts } from '../members/index.ts'
import { contractColumns } from './contract-columns.ts'
import { columnOfFault } from './contract-faults.ts'
import { type ContractGroup, groupsOf } from './contract-groups.ts'
import { readLine } from './contract-lines.ts'
import { readCsv } from './csv.ts'
import { activityFinder, type FileActivity } from './import-activities.ts'
import { clientsOfFile, type FileClient } from './import-clients.ts'
import { type FileMember, membersOfFile } from './import-members.ts'
import { importedContents, lockImports, recordContents, recordFile, reportOfFile } from './import-store.ts'
import type { FaultAt, LineFault } from './line-fault.ts'

/** What became of a contracts file. Lines: `accepted + unchanged + refused = lines`. */
export interface ContractsImport {
  readonly kind: 'contracts'
  readonly file: string
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string
  /** This very file was imported before: nothing was done, and the answer is the one given then. */
  readonly alreadyImported: boolean
  readonly lines: number
  readonly accepted: number
  /** Of contracts that were imported before with the same content. */
  readonly unchanged: number
  readonly refused: number
  /** What was added. */
  readonly contracts: number
  readonly invoices: number
  readonly members: number
  readonly clients: number
  readonly activities: number
  /** Why lines were refused; a line may stand here more than once. */
  readonly faults: readonly LineFault[]
}

export interface ImportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Faults that are kept with the file for the next time it is asked about. */
const KEPT_FAULTS_MAX = 5_000

/**
 * Imports a contracts file (`docs/office/import-contracts.md`): one line is one worker's engagement, lines of one
 * reference are one contract. Members and clients nobody knows are added, done jobs are invoiced. Valid lines are taken
 * though others are refused; a contract fails as a whole. One transaction, the caller's.
 *
 * @throws Problem `invalid-field` for a file that is unusable as a whole.
 */
export async function importContracts(
  trx: Transaction,
  context: OfficeContext,
  { name, bytes }: ImportFile,
): Promise<ContractsImport> {
  const { officeId, by } = context
  const file = name.replace(/^.*[/\\]/, '').slice(0, 200) || 'contracts.csv'
  const hash = createHash('sha256').update(bytes).digest()
  await lockImports(trx, officeId, 'contracts')
  const earlier = await reportOfFile(trx, officeId, 'contracts', hash)
  if (earlier) return { ...(earlier as unknown as ContractsImport), file, alreadyImported: true }

  const plan = await planImport(trx, context, bytes)
  const counts = await carryOut(trx, context, plan.accepted)
  const taken = plan.accepted.reduce((sum, { group }) => sum + group.lines.length, 0)
  const report: ContractsImport = {
    kind: 'contracts',
    file,
    sha256: hash.toString('hex'),
    alreadyImported: false,
    lines: plan.lines,
    accepted: taken,
    unchanged: plan.unchanged,
    refused: plan.lines - taken - plan.unchanged,
    ...counts,
    faults: plan.faults.toSorted((a, b) => a.line - b.line).map((fault) => ({ file, ...fault })),
  }
  // A file of which nothing was taken has changed nothing: it may be tried again once what it names is there.
  if (taken > 0) {
    const { lines, accepted, refused, faults } = report
    const kept = { ...report, faults: faults.slice(0, KEPT_FAULTS_MAX) }
    await recordFile(trx, officeId, by, {
      kind: 'contracts',
      sha256: hash,
      name: file,
      lines,
      accepted,
      refused,
      report: kept,
    })
  }
  return report
}

interface AcceptedContract {
  readonly group: ContractGroup
  readonly draft: NamedDraft
  readonly contract: CreatedContract
  readonly client: FileClient
  readonly members: readonly FileMember[]
  readonly activity: FileActivity
}

interface ImportPlan {
  readonly lines: number
  readonly unchanged: number
  readonly accepted: readonly AcceptedContract[]
  readonly faults: readonly FaultAt[]
}

/** Reads and judges the whole file; writes nothing. */
async function planImport(trx: Transaction, context: OfficeContext, bytes: Uint8Array): Promise<ImportPlan> {
  const { officeId, plugin } = context
  const csv = await readCsv(bytes)
  const columns = contractColumns(plugin, csv.columns)
  const main = await mainLegalEntity(trx, officeId)
  const place = { timeZone: main.timeZone, now: context.now }
  const groups = groupsOf(csv.lines.map((line) => readLine(columns, line, place)))
  const before = await importedContents(trx, officeId, [...groups.contracts.keys()])
  const fresh = [...groups.contracts.values()].filter(({ reference, hash }) => before.get(reference) !== hash)
  const lines = fresh.flatMap((group) => group.lines)
  const { clientCreditLimit } = await officeTerms(trx, officeId)
  const members = await membersOfFile(trx, context, lines)
  const clients = await clientsOfFile(trx, context, lines, clientCreditLimit)
  const wrong = [...groups.nameless, ...lines].flatMap((line) => line.faults)
  const faults = [...csv.faults, ...wrong, ...members.faults, ...clients.faults]
  const broken = new Set(faults.map(({ line }) => line))
  const activities = await activityFinder(
    trx,
    context,
    [...new Set(members.byLine.values())],
    main.legalEntityId,
  )

  const lookups: Lookups = {
    activities: new Map(),
    clients: new Map([...clients.byLine.values()].map((client) => [client.clientId, client])),
    members: new Map([...members.byLine.values()].map((member) => [member.memberId, member])),
    timeZones: new Map(
      (await legalEntities(trx, officeId)).map((entity) => [entity.legalEntityId, entity.timeZone]),
    ),
    taken: new Set<string>(),
  }
  const check = contractChecker(context, lookups)
  const accepted: AcceptedContract[] = []
  for (const group of fresh) {
    const [first] = group.lines
    if (before.has(group.reference)) {
      faults.push(...group.lines.map(({ line }) => ({ line, field: 'reference', reason: OTHER_CONTENT })))
      continue
    }
    const own = [...group.faults, ...absences(group)]
    const client = clients.byLine.get(first.line)
    const people = group.lines.flatMap(({ line }) => members.byLine.get(line) ?? [])
    const stranger = group.lines.find(({ line }) => clients.byLine.get(line) !== client)
    if (stranger && client && !broken.has(stranger.line))
      own.push({
        line: stranger.line,
        field: 'client_name',
        reason: `Line ${first.line} of this contract names another client.`,
      })
    if (own.length > 0 || !client || group.lines.some(({ line }) => broken.has(line))) {
      faults.push(...own, ...companions(group, broken, own))
      continue
    }
    const activity = activities.find(first, people)
    lookups.activities.set(activity.place.activityId, activity.place)
    const draft = draftOf(group, people, client, activity)
    const { contract, faults: refusals } = check(draft)
    if (!contract) {
      const found = refusals.map((fault) => columnOfFault(fault, group))
      faults.push(...found, ...companions(group, broken, found))
      continue
    }
    activities.keep(activity)
    accepted.push({ group, draft, contract, client, members: people, activity })
  }
  return {
    lines: csv.lines.length + new Set(csv.faults.map(({ line }) => line)).size,
    unchanged: csv.lines.length - groups.nameless.length - lines.length,
    accepted,
    faults,
  }
}

type Lookups = ContractLookups & { activities: Map<string, FileActivity['place']> }

const OTHER_CONTENT =
  'A contract has this reference already, with other content: what is agreed is not changed by an import.'

/** A contract needs these on its first line at least. */
function absences({ lines: [first] }: ContractGroup): FaultAt[] {
  const needed = { title: first.title, fee: first.fee, starts_on: first.startsOn, ends_on: first.endsOn }
  return Object.entries(needed)
    .filter(([column, value]) => value === undefined && !first.faults.some(({ field }) => field === column))
    .map(([field]) => ({ line: first.line, field, reason: 'May not be empty.' }))
}

/** A contract fails as a whole: its other lines say because of which. */
function companions(
  { lines }: ContractGroup,
  broken: ReadonlySet<number>,
  own: readonly FaultAt[],
): FaultAt[] {
  const guilty = new Set([
    ...own.map(({ line }) => line),
    ...lines.map(({ line }) => line).filter((line) => broken.has(line)),
  ])
  const because = lines.find(({ line }) => guilty.has(line))?.line
  return lines
    .filter(({ line }) => !guilty.has(line))
    .map(({ line }) => ({
      line,
      field: 'reference',
      reason: `Line ${because} of the same contract is refused.`,
    }))
}

function draftOf(
  { reference, lines }: ContractGroup,
  members: readonly FileMember[],
  client: FileClient,
  { place }: FileActivity,
): NamedDraft {
  const [first] = lines
  const draft: ContractDraft = {
    activityId: place.activityId,
    clientId: client.clientId,
    title: first.title ?? '',
    fee: first.fee ?? 0n,
    startsOn: first.startsOn ?? '',
    endsOn: first.endsOn ?? '',
    ...(first.supply !== undefined && { supply: first.supply.toLowerCase() as never }),
    ...(first.expenses !== undefined && { expenses: first.expenses }),
    region: first.region ?? null,
    state: first.state ?? 'done',
    engagements: lines.map((line, index) => ({
      memberId: (members[index] as FileMember).memberId,
      terms: line.terms,
      ...(line.share !== undefined && { share: line.share }),
      hiringFiledAt: line.hiringFiledAt ?? null,
      hiringReference: line.hiringReference ?? null,
    })),
  }
  return { ...draft, reference }
}

/** Writes what was accepted, table by table, and issues the invoices of the jobs that are done. */
async function carryOut(trx: Transaction, context: OfficeContext, accepted: readonly AcceptedContract[]) {
  const { officeId } = context
  const drafts = <T extends object>(of: (one: AcceptedContract) => readonly (T | undefined)[]): T[] => [
    ...new Set(accepted.flatMap((one) => of(one).filter((draft) => draft !== undefined))),
  ]
  const members = await addMembers(
    trx,
    context,
    drafts(({ members: people }) => people.map(({ draft }) => draft)),
  )
  const clients = await addClients(
    trx,
    context,
    drafts(({ client }) => [client.draft]),
  )
  const activities = await openActivities(
    trx,
    context,
    drafts(({ activity }) => [activity.draft]),
  )
  await joinTeams(
    trx,
    officeId,
    accepted.flatMap(({ activity: { place, joining } }) =>
      joining.map((memberId) => ({ activityId: place.activityId, memberId })),
    ),
  )
  const taken = new Set(accepted.flatMap(({ group }) => group.lines.map(({ line }) => line)))
  const stated = new Set(accepted.flatMap(({ members: people }) => people))
  await setWorkerFacts(
    trx,
    officeId,
    [...stated].filter(({ factsFrom }) => factsFrom !== undefined && taken.has(factsFrom)),
  )
  await insertContracts(
    trx,
    context,
    accepted.map(({ contract }) => contract),
    accepted.map(({ draft }) => draft),
  )
  await recordContents(
    trx,
    officeId,
    accepted.map(({ contract: { contractId }, group: { hash } }) => ({ contractId, hash })),
  )
  const done = accepted.map(({ contract }) => contract).filter(({ state }) => state === 'done')
  const order = done.toSorted((a, b) => compare(a.endsOn, b.endsOn) || compare(a.reference, b.reference))
  for (let start = 0; start < order.length; start += INVOICES_MAX)
    await issueInvoices(
      trx,
      context,
      order.slice(start, start + INVOICES_MAX).map(({ contractId }) => contractId),
    )
  return {
    contracts: accepted.length,
    invoices: done.length,
    members: members.length,
    clients: clients.length,
    activities: activities.length,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
