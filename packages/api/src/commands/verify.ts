import { inOffice } from '@samen/core/database'
import { type FundFault, verifyFunds } from '@samen/core/funds'
import { type RecordFault, verifyBillingRecords } from '@samen/core/invoices'
import { type Verification, verifyLedger } from '@samen/core/ledger'
import { type PayslipFault, verifyPayslips } from '@samen/core/payslips'
import { defineCommand } from '../command.ts'
import { loadCountry } from '../countries.ts'
import { printProgress } from '../progress.ts'
import { asJson, officesNamed, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `[--office OFFICE] [--json]

  Re-checks every hash, sum, seal and balance of the ledger, that the funds are exact, that payslips and
  books say the same, and that the records of invoices kept for a tax authority are one chain; all offices unless told.
  Exit code 1 when a link is broken.`,
  options: { office: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values }) {
    return withDatabase(async (db) => {
      const progress = printProgress(process.stderr)
      const results: Verified[] = []
      for (const office of await officesNamed(db, values.office))
        await progress.step(office.name.slice(0, 15), async () => {
          const plugin = await loadCountry(office.country)
          const result = await inOffice(
            db,
            office.officeId,
            async (trx) => ({
              ...(await verifyLedger(trx)),
              fundFaults: await verifyFunds(trx),
              payslipFaults: await verifyPayslips(trx),
              recordFaults: await verifyBillingRecords(trx, office.officeId, plugin),
            }),
            { isolation: 'repeatable read' },
          )
          results.push({ office: office.slug, ...result })
          return isWhole(result) ? 'verifies' : 'BROKEN'
        })
      process.stdout.write(values.json ? `${asJson(results)}\n` : results.map(report).join(''))
      return results.every(isWhole) ? 0 : 1
    })
  },
})

interface Verified extends Verification {
  readonly office: string
  readonly fundFaults: readonly FundFault[]
  readonly payslipFaults: readonly PayslipFault[]
  readonly recordFaults: readonly RecordFault[]
}

const isWhole = ({
  broken,
  fundFaults,
  payslipFaults,
  recordFaults,
}: Pick<Verified, 'broken' | 'fundFaults' | 'payslipFaults' | 'recordFaults'>): boolean =>
  !broken && fundFaults.length === 0 && payslipFaults.length === 0 && recordFaults.length === 0

function report({
  office,
  transactions,
  entries,
  seals,
  unsealedBatches,
  lastSeal,
  broken,
  fundFaults,
  payslipFaults,
  recordFaults,
}: Verified): string {
  const lines = [
    `${office}  ${transactions} transactions, ${entries} entries, ${seals} seals, ${unsealedBatches} batches not yet sealed`,
    ...(lastSeal ? [`    last seal ${lastSeal}`] : []),
    broken ? `    first broken link: ${asJson(broken)}` : '    every link holds',
    ...(fundFaults.length === 0
      ? ['    the funds are exact']
      : fundFaults.map(({ detail }) => `    fund: ${detail}`)),
    ...(payslipFaults.length === 0
      ? ['    every payslip stands in the books as it reads']
      : payslipFaults.map(({ payslipId, detail }) => `    payslip ${payslipId}: ${detail}`)),
    ...recordFaults.map(({ detail }) => `    billing records: ${detail}`),
  ]
  return `${lines.join('\n')}\n`
}
