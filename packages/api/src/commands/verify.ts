import { inOffice } from '@samen/core/database'
import { type Verification, verifyLedger } from '@samen/core/ledger'
import { defineCommand } from '../command.ts'
import { printProgress } from '../progress.ts'
import { asJson, officesNamed, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `[--office OFFICE] [--json]

  Re-checks every hash, sum, seal and balance of the ledger; all offices unless told. Exit code 1 when a link is broken.`,
  options: { office: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values }) {
    return withDatabase(async (db) => {
      const progress = printProgress(process.stderr)
      const results: (Verification & { office: string })[] = []
      for (const office of await officesNamed(db, values.office))
        await progress.step(office.name.slice(0, 15), async () => {
          const result = await inOffice(db, office.officeId, verifyLedger, { isolation: 'repeatable read' })
          results.push({ office: office.slug, ...result })
          return result.broken ? 'BROKEN' : 'verifies'
        })
      process.stdout.write(values.json ? `${asJson(results)}\n` : results.map(report).join(''))
      return results.some(({ broken }) => broken) ? 1 : 0
    })
  },
})

function report({
  office,
  transactions,
  entries,
  seals,
  unsealedBatches,
  lastSeal,
  broken,
}: Verification & { office: string }): string {
  const head = `${office}  ${transactions} transactions, ${entries} entries, ${seals} seals, ${unsealedBatches} batches not yet sealed\n`
  const last = lastSeal ? `    last seal ${lastSeal}\n` : ''
  return broken
    ? `${head}${last}    first broken link: ${JSON.stringify(broken)}\n`
    : `${head}${last}    every link holds\n`
}
