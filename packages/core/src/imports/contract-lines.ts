import type { SECTORS } from '../activities/index.ts'
import { STATES_ON_CREATION, type StateOnCreation } from '../contracts/index.ts'
import type { IsoDate, Minor, Rate } from '../country/index.ts'
import { type Reading, readAmount, readDay, readFact, readMoment, readShare } from './cells.ts'
import { CLIENT_COLUMNS, type ContractColumns, type FixedColumn, MEMBER_COLUMNS } from './contract-columns.ts'
import type { CsvLine } from './csv.ts'
import type { FaultAt } from './line-fault.ts'

type Texts<K extends string> = Partial<Record<K, string>>

/** One line, cell by cell as it stood and as it reads: one worker's engagement for one contract. */
export interface ContractLine {
  readonly line: number
  /** The non-empty cells by column: what decides whether a line says the same as before. */
  readonly cells: ReadonlyMap<string, string>
  readonly reference: string
  readonly title: string | undefined
  readonly supply: string | undefined
  readonly fee: Minor | undefined
  readonly expenses: Minor | undefined
  readonly startsOn: IsoDate | undefined
  readonly endsOn: IsoDate | undefined
  readonly region: string | undefined
  readonly state: StateOnCreation | undefined
  readonly activity: string | undefined
  readonly sector: (typeof SECTORS)[number] | undefined
  readonly client: Texts<(typeof CLIENT_COLUMNS)[keyof typeof CLIENT_COLUMNS]>
  readonly clientPaymentDays: number | undefined
  readonly clientCreditLimit: Minor | undefined
  readonly member: Texts<(typeof MEMBER_COLUMNS)[keyof typeof MEMBER_COLUMNS]>
  readonly share: Rate | undefined
  readonly hiringFiledAt: Date | undefined
  readonly hiringReference: string | undefined
  readonly terms: Readonly<Record<string, unknown>>
  readonly worker: Readonly<Record<string, unknown>>
  readonly faults: readonly FaultAt[]
}

/** Reads the cells of a line; what a cell cannot mean becomes a fault with its column. */
export function readLine(
  columns: ContractColumns,
  { line, cells }: CsvLine,
  place: { timeZone: string; now: Date },
): ContractLine {
  const faults: FaultAt[] = []
  const cell = (column: FixedColumn): string | undefined => {
    const index = columns.fixed.get(column)
    return index === undefined ? undefined : cells[index] || undefined
  }
  const read = <T>(column: FixedColumn, reader: (text: string) => Reading<T>): T | undefined => {
    const text = cell(column)
    if (text === undefined) return undefined
    const reading = reader(text)
    if ('value' in reading) return reading.value
    faults.push({ line, field: column, reason: reading.fault })
    return undefined
  }
  const texts = (group: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(group).flatMap(([column, field]) => {
        const text = cell(column as FixedColumn)
        return text === undefined ? [] : [[field, text]]
      }),
    )
  const reference = cell('reference') ?? ''
  if (reference === '') faults.push({ line, field: 'reference', reason: 'A contract has a reference.' })
  const facts = factsOf(columns, cells)
  return {
    line,
    cells: namedCells(columns, cells),
    reference,
    title: cell('title'),
    supply: cell('supply'),
    fee: read('fee', readAmount),
    expenses: read('expenses', readAmount),
    startsOn: read('starts_on', readDay),
    endsOn: read('ends_on', readDay),
    region: cell('region'),
    state: read('state', readState),
    activity: cell('activity'),
    sector: read('sector', oneOf(['artistic', 'cultural-industry', 'other'])),
    client: texts(CLIENT_COLUMNS),
    clientPaymentDays: read('client_payment_days', readCount),
    clientCreditLimit: read('client_credit_limit', readAmount),
    member: texts(MEMBER_COLUMNS),
    share: read('share', readShare),
    hiringFiledAt: read('hiring_filed_at', (text) => readPast(text, place)),
    hiringReference: cell('hiring_reference')?.slice(0, 100),
    ...facts,
    faults,
  }
}

const oneOf =
  <const T extends string>(words: readonly T[]) =>
  (text: string): Reading<T> => {
    const word = words.find((one) => one === text.toLowerCase())
    return word === undefined ? { fault: `One of ${words.join(', ')}.` } : { value: word }
  }

function readPast(text: string, { timeZone, now }: { timeZone: string; now: Date }): Reading<Date> {
  const reading = readMoment(text, timeZone)
  return 'value' in reading && reading.value.getTime() > now.getTime()
    ? { fault: 'Lies in the future: only what was filed is imported.' }
    : reading
}

const readState: (text: string) => Reading<StateOnCreation> = oneOf(STATES_ON_CREATION)

const readCount = (text: string): Reading<number> =>
  /^\d{1,4}$/.test(text) ? { value: Number(text) } : { fault: 'A whole number.' }

function namedCells({ fixed, facts }: ContractColumns, cells: readonly string[]): Map<string, string> {
  const named = new Map<string, string>()
  for (const [column, index] of fixed) if (cells[index]) named.set(column, cells[index])
  for (const { name, index } of facts) if (cells[index]) named.set(name, cells[index])
  return named
}

type Facts = Record<string, unknown>

function factsOf({ facts }: ContractColumns, cells: readonly string[]): { terms: Facts; worker: Facts } {
  const read: { terms: Facts; worker: Facts } = { terms: {}, worker: {} }
  for (const { index, of, path, schema } of facts) {
    const text = cells[index]
    if (!text) continue
    let place = read[of]
    for (const step of path.slice(0, -1)) {
      if (!Object.hasOwn(place, step)) place[step] = {}
      place = place[step] as Facts
    }
    place[path.at(-1) as string] = readFact(schema, text)
  }
  return read
}
