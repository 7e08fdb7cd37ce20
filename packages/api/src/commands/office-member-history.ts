import { open, readFile, stat } from 'node:fs/promises'
import { canonicalJson, type Json } from '@samen/core/canonical'
import { inOffice } from '@samen/core/database'
import { fingerprint } from '@samen/core/federation'
import {
  keepMemberHistory,
  keptHistories,
  MEMBER_HISTORY_BYTES_MAX,
  memberHistory,
  readMemberHistory,
  type SignedMemberHistory,
} from '@samen/core/member-history'
import { defineCommand, UsageError } from '../command.ts'
import { Refusal } from '../refusal.ts'
import { contextOf, officesNamed, table, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `MEMBER --office OFFICE --to FILE                write it, signed by the office; FILE must not exist
    --read FILE                                    check and show it; needs no database
    MEMBER --office OFFICE --keep FILE [--as USER] keep what a member brought from another office, to be read there
    MEMBER --office OFFICE                         list what the member brought along

  A member's history as a document that outlives the office: who they are, their shares, their jobs, every payslip with its
  lines. MEMBER is the member's id. Whoever reads it compares the key shown with the one the office's own people or the group
  know ("samen federation status").`,
  words: { min: 0, max: 1 },
  options: {
    office: { type: 'string' },
    to: { type: 'string' },
    read: { type: 'string' },
    keep: { type: 'string' },
    as: { type: 'string' },
  },
  async run({ values: { office: slug, to, read, keep, as: by = 'cli' }, words: [memberId] }) {
    if (read) {
      process.stdout.write(told(await readFrom(read)))
      return undefined
    }
    if (!slug || !memberId || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(memberId))
      throw new UsageError('samen office member-history: say which member by their id, and --office.')
    const brought = keep && (await readFrom(keep))
    return withDatabase(async (db) => {
      const [office] = await officesNamed(db, slug)
      if (!office) throw new Refusal(`There is no office "${slug}" here.`)
      const { officeId } = office
      const context = await contextOf(office, by)
      if (to) {
        const document = await inOffice(db, officeId, (trx) => memberHistory(trx, context, memberId))
        await writeNew(to, canonicalJson(document as unknown as Json))
        process.stdout.write(`${to}\n`)
        return undefined
      }
      const kept = await inOffice(db, officeId, async (trx) => {
        if (brought) await keepMemberHistory(trx, context, { memberId, signed: brought })
        return keptHistories(trx, officeId, memberId)
      })
      const rows = kept.map((one) => [
        one.fromOffice,
        one.writtenOn,
        String(one.document.history.payslips.length),
        one.keptBy,
      ])
      process.stdout.write(`${table(['from', 'written on', 'payslips', 'kept by'], rows)}\n`)
      return undefined
    })
  },
})

async function readFrom(file: string): Promise<SignedMemberHistory> {
  const size = await stat(file).then(
    (found) => found.size,
    () => undefined,
  )
  if (size === undefined) throw new Refusal(`${file} cannot be read.`)
  if (size > MEMBER_HISTORY_BYTES_MAX) throw new Refusal(`${file} is larger than a member's history may be.`)
  return readMemberHistory(await readFile(file))
}

/** Readable by its owner alone, and never over a file that is there. */
async function writeNew(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`${file} cannot be written (${error.code}): choose a name that is not taken.`)
  })
  await handle.writeFile(text).finally(() => handle.close())
}

function told({ history, keys, keyNo }: SignedMemberHistory): string {
  const { office, member, writtenOn, shares, contracts, payslips } = history
  const key = keys.find((one) => one.keyNo === keyNo)?.publicKey ?? ''
  return [
    `${member.givenName} ${member.familyName}, born ${member.birthDate}, member of ${office.name} (${office.country}) since ${member.joinedOn}`,
    `written and signed on ${writtenOn}; the office's key: ${fingerprint(key)}`,
    `${shares.length} shares, ${contracts.length} jobs, ${payslips.length} payslips`,
    '',
    table(
      ['paid on', 'job', 'gross', 'net', 'currency'],
      payslips.map((one) => [one.paidOn, one.contract, one.gross, one.net, one.currency]),
    ),
    '',
  ].join('\n')
}
