import { sql } from 'kysely'
import { inOffice, openAsOwner, type Transaction } from '../database/index.ts'
import { verifyFunds } from '../funds/index.ts'
import { verifyLedger } from '../ledger/index.ts'
import { officeArrived, placeOf } from '../offices/index.ts'
import { verifyPayslips } from '../payslips/index.ts'
import { conflict, refused } from '../problem/index.ts'
import { type ArchiveSource, archiveFiles, notAnArchive } from './check-archive.ts'
import { insertRows, knownPeople } from './insert-rows.ts'
import type { ArchiveManifest, SignedManifest } from './manifest.ts'
import { tableHash, writeAlike } from './rows.ts'
import { type OfficeTable, officeTables } from './tables.ts'
import { withoutInsertTriggers } from './triggers.ts'
import { migrationLevel, sha256 } from './write-archive.ts'

/**
 * Takes an archive's office into a database that does not have it: all of it in one transaction, or nothing. Each file is
 * checked again as it is read; what was written is read back and must be what the office signed; then the ledger, the funds
 * and the payslips are verified as `samen verify` does. That it has moved is said of its old place: here it works. Others who write
 * meanwhile wait.
 *
 * @param url the owner's address.
 * @param signed as `checkOfficeArchive` answered it.
 * @throws Problem `conflict` when the office, its slug, a second group or another person of the same e-mail address is here, or
 *   others kept the tables busy; `refused` when the database is at another level or the books do not verify;
 *   `invalid-field` when the file is not what was checked.
 */
export async function restoreOffice(
  url: string,
  { manifest }: SignedManifest,
  source: ArchiveSource,
  now: Date = new Date(),
): Promise<{ rows: number; lastSeal: string | undefined }> {
  const { officeId } = manifest.office
  const db = openAsOwner(url)
  try {
    return await inOffice(
      db,
      officeId,
      async (trx) => {
        await writeAlike(trx)
        await sql`set local lock_timeout = '60s'`.execute(trx)
        refuseOtherLevel(manifest, await migrationLevel(trx))
        await refuseWhatIsHere(trx, manifest)
        const tables = await officeTables(trx)
        const known = await withoutInsertTriggers(trx, tables, () =>
          load(trx, manifest, tables, archiveFiles(source)),
        )
        await compare(trx, manifest, tables, known)
        const verified = await verify(trx)
        const reason = `restored from the archive of ${manifest.writtenAt}`
        // One that was wound up stays so wherever it is restored.
        if ((await placeOf(trx, officeId)) === 'moved')
          await officeArrived(trx, officeId, { by: 'restore', reason, now })
        return { rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), ...verified }
      },
      { isolation: 'repeatable read', alone: true },
    )
  } catch (error) {
    throw whyNot(error, manifest)
  } finally {
    await db.destroy()
  }
}

function refuseOtherLevel({ migrations }: ArchiveManifest, here: ArchiveManifest['migrations']): void {
  const text = (level: ArchiveManifest['migrations']) =>
    level.map(({ name, checksum }) => `${name} ${checksum}`)
  const ours = new Set(text(here))
  const theirs = new Set(text(migrations))
  const lacking = migrations.find((one) => !ours.has(`${one.name} ${one.checksum}`))
  const beyond = here.find((one) => !theirs.has(`${one.name} ${one.checksum}`))
  if (lacking)
    throw refused(
      `The archive was written by a newer or other version of Samen (${lacking.name}): start that version here first.`,
    )
  if (beyond)
    throw refused(
      `The archive was written by an older version of Samen (without ${beyond.name}): restore it with that version, then migrate.`,
    )
}

async function refuseWhatIsHere(trx: Transaction, { office }: ArchiveManifest): Promise<void> {
  const { rows } = await sql<{ slug: string }>`
    select slug from samen.office_directory()
     where office_id = ${office.officeId} or slug = ${office.slug} or (role = 'group' and ${office.role} = 'group')`.execute(
    trx,
  )
  const [standing] = rows
  if (standing)
    throw conflict(`There is an office ${standing.slug} here already: nothing is ever restored over it.`)
}

/** @returns the people who were here before: they keep what they have. */
async function load(
  trx: Transaction,
  manifest: ArchiveManifest,
  tables: readonly OfficeTable[],
  files: ReturnType<typeof archiveFiles>,
): Promise<readonly string[]> {
  const next = async () => {
    const { value, done } = await files.next()
    if (done) throw notAnArchive('it was changed while it was read.')
    return value
  }
  await next()
  let known: readonly string[] = []
  for (const { name, files: parts } of manifest.tables) {
    const table = tables.find((one) => one.name === name)
    if (!table) throw refused(`The archive has rows of ${name}, which this database does not know.`)
    const contents = async function* () {
      for (const part of parts) {
        const file = await next()
        if (file.name !== part.name || sha256(file.content) !== part.sha256)
          throw notAnArchive('it was changed while it was read.')
        if (name === 'auth.person') known = [...known, ...(await knownPeople(trx, file.content))]
        yield file.content
      }
    }
    await insertRows(trx, table, contents(), () => known)
  }
  return known
}

async function compare(
  trx: Transaction,
  manifest: ArchiveManifest,
  tables: readonly OfficeTable[],
  known: readonly string[],
): Promise<void> {
  for (const table of tables) {
    if (table.rowsOf === 'people' && known.length > 0) continue
    const written = manifest.tables.find(({ name }) => name === table.name)
    if (written?.sha256 !== (await tableHash(trx, table, manifest.office.officeId)))
      throw refused(`The rows of ${table.name} do not read back as they were written: nothing was restored.`)
  }
}

async function verify(trx: Transaction): Promise<{ lastSeal: string | undefined }> {
  const { broken, lastSeal } = await verifyLedger(trx)
  const [fund] = await verifyFunds(trx)
  const [payslip] = await verifyPayslips(trx)
  const fault = broken?.detail ?? fund?.detail ?? payslip?.detail
  if (fault) throw refused(`The books in the archive do not verify, so nothing was restored. ${fault}`)
  return { lastSeal }
}

function whyNot(error: unknown, { office }: ArchiveManifest): unknown {
  const { code, table, constraint } = error as { code?: string; table?: string; constraint?: string }
  if (code === '55P03')
    return conflict(
      'Others kept the tables busy for a minute: stop the server, or try again when less is going on.',
    )
  if (code === '23505' && table === 'office')
    return conflict(`There is an office ${office.slug} here already.`)
  if (code === '23505' && constraint === 'person_email_key')
    return conflict(
      'Somebody of the office signs in here already, under the same e-mail address and another identity: change the address of one of the two first.',
    )
  if (code?.startsWith('23'))
    return refused(
      `The archive's rows do not fit together (${table}, ${constraint}), so nothing was restored.`,
    )
  return error
}
