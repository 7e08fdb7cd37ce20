import {
  type Appropriation,
  approveAppropriation,
  listAppropriations,
  proposeAppropriation,
  readYearResults,
  withdrawAppropriation,
} from '@samen/core/books'
import { formatAmount } from '@samen/core/country'
import { legalEntities, setFiscalYear } from '@samen/core/legal-entities'
import { defineCommand, UsageError } from '../command.ts'
import { amountOption, table, tell, workInOffice } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--json]                                            list years, results and decisions
          --from YYYY-MM-01 [--months N] --reason TEXT                let years begin on another day
          --appropriate YYYY-MM-DD --amount 1250.00 --on YYYY-MM-DD --minutes TEXT
                                                                      write down what an assembly decided
          --approve ID | --withdraw ID                                as another person | take it back
          [--entity N] [--as USER]

  Fiscal years of the office's companies (the first unless --entity says another), how they ended, and where their results
  went. --appropriate names the last day of the year decided on; the amount goes to the reserves, a negative one comes from
  them to cover a loss. Nothing is posted before a second person approves.`,
  options: {
    office: { type: 'string' },
    entity: { type: 'string' },
    from: { type: 'string' },
    months: { type: 'string' },
    reason: { type: 'string' },
    appropriate: { type: 'string' },
    amount: { type: 'string' },
    on: { type: 'string' },
    minutes: { type: 'string' },
    approve: { type: 'string' },
    withdraw: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office, from, reason, appropriate, amount, on, minutes, approve, withdraw } = values
    if (!office) throw new UsageError('samen years: say which --office.')
    if ([from, appropriate, approve, withdraw].filter(Boolean).length > 1)
      throw new UsageError('samen years: one thing at a time.')
    if (from && !reason) throw new UsageError('samen years: --from needs a --reason.')
    if (appropriate && !(amount && on && minutes))
      throw new UsageError('samen years: --appropriate needs --amount, --on and --minutes.')
    const entityNo = wholeNumber('entity', values.entity ?? '1')
    const months = wholeNumber('months', values.months ?? '12')
    const toReserves = amountOption('amount', amount ?? '0')
    const seen = await workInOffice(office, values.as, async (trx, context) => {
      if (from) await setFiscalYear(trx, context, { entityNo, from, months, reason: reason ?? '' })
      if (appropriate)
        await proposeAppropriation(trx, context, {
          entityNo,
          yearTo: appropriate,
          toReserves,
          decidedOn: on ?? '',
          minutes: minutes ?? '',
        })
      if (approve) await approveAppropriation(trx, context, approve)
      if (withdraw) await withdrawAppropriation(trx, context, withdraw)
      return {
        companies: await legalEntities(trx, context.officeId),
        results: await readYearResults(trx, context),
        decisions: await listAppropriations(trx, context.officeId),
      }
    })
    tell(values.json, seen, report(seen))
    return undefined
  },
})

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new UsageError(`samen years: --${option} is a whole number.`)
  return Number(text)
}

interface Seen {
  companies: Awaited<ReturnType<typeof legalEntities>>
  results: Awaited<ReturnType<typeof readYearResults>>
  decisions: readonly Appropriation[]
}

function report({ companies, results, decisions }: Seen): string {
  const years = results.flatMap(({ legalEntityId, years: told }) =>
    told.map((year) => [
      companies.find((one) => one.legalEntityId === legalEntityId)?.name ?? '',
      year.from,
      year.to,
      year.state,
      formatAmount(year.result),
      formatAmount(year.toReserves),
    ]),
  )
  const decided = decisions.map((one) => [
    one.yearTo,
    formatAmount(one.toReserves),
    one.state,
    one.proposedBy,
    one.approvedBy ?? '',
    one.appropriationId,
  ])
  return [
    table(['company', 'from', 'to', 'state', 'result', 'to reserves'], years),
    ...(decided.length > 0
      ? ['', table(['year to', 'to reserves', 'state', 'proposed by', 'approved by', 'id'], decided)]
      : []),
  ].join('\n')
}
