import { type OfficeContext, officeContext } from '@samen/core/context'
import { type OfficeEntry, officeDirectory } from '@samen/core/database'
import { loadCountry } from '../countries.ts'
import { type Connection, connect } from '../database.ts'
import { Refusal } from '../refusal.ts'

/** Opens the database for as long as `work` takes. */
export async function withDatabase<T>(work: (db: Connection['db']) => Promise<T>): Promise<T> {
  const { db, close } = await connect()
  try {
    return await work(db)
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
