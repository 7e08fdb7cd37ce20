import { type OfficeContext, officeContext } from '@samen/core/context'
import { parseAmount } from '@samen/core/country'
import { inOffice, type OfficeEntry, officeDirectory, type Transaction } from '@samen/core/database'
import { UsageError } from '../command.ts'
import { loadCountry } from '../countries.ts'
import { type Connection, connect } from '../database.ts'
import { Refusal } from '../refusal.ts'

/** Opens the database for as long as `work` takes. */
export async function withDatabase<T>(
  work: (db: Connection['db'], ownerUrl: string) => Promise<T>,
): Promise<T> {
  const { db, url, close } = await connect()
  try {
    return await work(db, url)
  } finally {
    await close()
  }
}

/** The office with this slug, or all national ones when none is named. @throws {Refusal} that names those there are. */
export async function officesNamed(db: Connection['db'], slug: string | undefined): Promise<OfficeEntry[]> {
  const national = (await officeDirectory(db)).filter(({ role }) => role === 'national')
  const chosen =
    slug === undefined ? national : national.filter((office) => office.slug === slug.toLowerCase())
  if (chosen.length > 0) return chosen
  const known =
    national.map((office) => office.slug).join(', ') ||
    'none: open one with "samen office open", or run "samen demo"'
  throw new Refusal(
    slug === undefined
      ? 'There is no office here yet: open one with "samen office open", or run "samen demo".'
      : `There is no office "${slug}" here; there is ${known}.`,
  )
}

/** A national office or the group's own. @throws {Refusal} when it is not here. */
export async function officeOfAnyRole(db: Connection['db'], slug: string): Promise<OfficeEntry> {
  const office = (await officeDirectory(db)).find((one) => one.slug === slug.toLowerCase())
  if (!office) throw new Refusal(`There is no office "${slug}" here.`)
  return office
}

/** @throws {Refusal} when this server has no group office. */
export async function groupOffice(db: Connection['db']): Promise<OfficeEntry> {
  const group = (await officeDirectory(db)).find(({ role }) => role === 'group')
  if (!group) throw new Refusal('There is no group office on this server.')
  return group
}

/** Who acts in an office from the command line; `cli` unless told. */
export async function contextOf(office: OfficeEntry, by = 'cli'): Promise<OfficeContext> {
  return officeContext({ officeId: office.officeId, plugin: await loadCountry(office.country), by })
}

/** One transaction in one office of this server, as somebody. @throws {Refusal} when it is not there. */
export const workInOffice = <T>(
  slug: string,
  by: string | undefined,
  work: (trx: Transaction, context: OfficeContext) => Promise<T>,
): Promise<T> =>
  withDatabase(async (db) => {
    const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
    const context = await contextOf(office, by)
    return inOffice(db, office.officeId, (trx) => work(trx, context))
  })

/** An amount as an option takes it, in minor units; may be negative. @throws {UsageError} naming the option. */
export function amountOption(option: string, text: string): bigint {
  try {
    return parseAmount(text)
  } catch (error) {
    throw new UsageError(`--${option}: ${(error as Error).message}.`)
  }
}

/** Tells what was asked, as JSON or as text. */
export const tell = (json: boolean | undefined, value: unknown, text: string): void =>
  void process.stdout.write(`${json ? asJson(value) : text}\n`)

/** JSON with amounts in minor units as text, as bigints have no JSON form of their own. */
export const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? String(item) : item), 2)

/** Rows in columns as wide as they need; columns of numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const isNumber = head.map(
    (_, at) => rows.length > 0 && rows.every((row) => /^-?[\d.]*$|^–$/.test(row[at] ?? '')),
  )
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)))
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => (isNumber[at] ? cell.padStart(widths[at] as number) : cell.padEnd(widths[at] as number))).join('  ')}`.trimEnd()
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n')
}
