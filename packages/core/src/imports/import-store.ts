import { type ColumnType, sql } from 'kysely'
import { copyRows, lockInOffice, type Transaction } from '../database/index.ts'

export interface ImportTables {
  import_file: {
    office_id: string
    sha256: Buffer
    kind: 'contracts' | 'statement'
    name: string
    lines: number
    accepted: number
    refused: number
    report: ColumnType<Record<string, unknown>, string | undefined, never>
    imported_at: ColumnType<Date, Date | undefined, never>
    imported_by: string
  }
  imported_contract: { office_id: string; contract_id: string; content_sha256: Buffer }
}

export type ImportKind = 'contracts' | 'statement'

/** One import of a kind at a time in an office: the second waits, and then sees what the first has done. */
export async function lockImports(trx: Transaction, officeId: string, kind: ImportKind): Promise<void> {
  await lockInOffice(trx, officeId, `import ${kind}`)
}

/** The report of a file that was imported before. */
export async function reportOfFile(
  trx: Transaction,
  officeId: string,
  kind: ImportKind,
  sha256: Buffer,
): Promise<Record<string, unknown> | undefined> {
  const row = await trx
    .selectFrom('import_file')
    .select('report')
    .where('office_id', '=', officeId)
    .where('kind', '=', kind)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.report
}

export async function recordFile(
  trx: Transaction,
  officeId: string,
  by: string,
  file: {
    kind: ImportKind
    sha256: Buffer
    name: string
    lines: number
    accepted: number
    refused: number
    report: object
  },
): Promise<void> {
  const { report, ...columns } = file
  await trx
    .insertInto('import_file')
    .values({ office_id: officeId, imported_by: by, ...columns, report: JSON.stringify(report) })
    .execute()
}

export interface ImportedFile {
  readonly kind: ImportKind
  readonly name: string
  readonly lines: number
  readonly accepted: number
  readonly refused: number
  readonly importedAt: Date
  readonly importedBy: string
}

/** What was imported lately, the latest first. */
export async function listImports(trx: Transaction, officeId: string, limit = 50): Promise<ImportedFile[]> {
  const { rows } = await sql<ImportedFile>`
    select kind, name, lines, accepted, refused, imported_at as "importedAt", imported_by as "importedBy"
      from samen.import_file where office_id = ${officeId} order by imported_at desc limit ${Math.min(limit, 500)}`.execute(
    trx,
  )
  return rows
}

/** The content hash, in hexadecimal, each of these references was imported with; empty for one created otherwise. */
export async function importedContents(
  trx: Transaction,
  officeId: string,
  references: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ reference: string; hash: string }>`
    select c.reference, coalesce(encode(i.content_sha256, 'hex'), '') as hash
      from samen.contract c
      left join samen.imported_contract i on i.office_id = c.office_id and i.contract_id = c.contract_id
     where c.office_id = ${officeId} and c.reference = any(${references}::text[])`.execute(trx)
  return new Map(rows.map(({ reference, hash }) => [reference, hash]))
}

export async function recordContents(
  trx: Transaction,
  officeId: string,
  contents: readonly { contractId: string; hash: string }[],
): Promise<void> {
  await copyRows(
    trx,
    'imported_contract',
    ['office_id', 'contract_id', 'content_sha256'],
    contents.map(({ contractId, hash }) => [officeId, contractId, `\\x${hash}`]),
  )
}
