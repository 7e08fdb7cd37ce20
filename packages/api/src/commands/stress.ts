import { formatAmount } from '@samen/core/country'
import { inOffice } from '@samen/core/database'
import {
  type Estimate,
  type LeverCode,
  ONE_IN,
  ordinarySteps,
  type ScenarioCode,
  type StressInput,
  type StressReport,
  stressInput,
} from '@samen/core/funds/stress'
import { defineCommand, UsageError } from '../command.ts'
import { printProgress } from '../progress.ts'
import { play } from '../stress/play.ts'
import { asJson, contextOf, officesNamed, table, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `[--office OFFICE] [--days N] [--paths N] [--seed N] [--json]

  Plays the guarantee fund's future many times over, from today's books: the chance that a wage is late, the capital that
  makes it one in ${ONE_IN}, and which lever helps most. 180 days, 10000 paths and seed 1 unless told; the same seed on the same
  books gives the same answer. All offices unless told.`,
  options: {
    office: { type: 'string' },
    days: { type: 'string' },
    paths: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const days = count('days', values.days, 180)
    const paths = count('paths', values.paths, 10_000)
    const seed = count('seed', values.seed, 1)
    return withDatabase(async (db) => {
      const progress = printProgress(process.stderr)
      for (const office of await officesNamed(db, values.office)) {
        const { today } = await contextOf(office)
        const currency = office.homeCurrency
        const input = await inOffice(db, office.officeId, (trx) =>
          stressInput(trx, { currency, today, days }),
        )
        const steps = ordinarySteps(input.fund.available + input.fund.advanced)
        await progress.step(office.name.slice(0, 15), async ({ say }) => {
          const { report } = play({ model: input.model, order: { seed, paths, steps } }, (done) =>
            say(`${Math.round(done * 100)} %`),
          )
          const found = await report
          process.stdout.write(
            values.json
              ? `${asJson({ office: office.slug, currency, ...found, assumptions: input.assumptions })}\n`
              : text(found, input, steps.capitalMore),
          )
          return `${paths} paths of ${days} days played`
        })
      }
      return undefined
    })
  },
})

function count(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`samen stress: --${name} takes a whole number.`)
  return Number(text)
}

const SCENARIOS: Readonly<Record<ScenarioCode, string>> = {
  'as-is': 'As things are',
  'largest-client': 'The largest client fails',
  sector: 'Half of a sector fails',
  'levy-down': 'Levy 30 % lower',
  'slow-payers': 'Clients pay 30 days later',
}
const LEVERS: Readonly<Record<LeverCode, string>> = {
  'levy-share': '10 points more of the levy',
  'credit-limits': 'Credit limits halved',
  capital: 'A tenth more capital',
  dunning: 'Reminders: a third less delay',
}

function text(report: StressReport, input: StressInput, capitalMore: bigint): string {
  const { currency } = input
  const money = (amount: bigint) => formatAmount(amount)
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`
  const between = ({ low, high }: Estimate) => `${money(low)} to ${money(high)}`
  const asIs = report.scenarios[0]
  return [
    `The guarantee fund over ${report.days} days, in ${currency}; ${report.paths} paths, seed ${report.seed}.`,
    `Available ${money(report.available)}, advanced ${money(input.fund.advanced)}.`,
    asIs &&
      `A wage is late with a chance of ${percent(asIs.late.value)} (95 in 100: ${percent(asIs.late.low)} to ${percent(asIs.late.high)}).`,
    asIs && `One in ${ONE_IN} needs ${money(asIs.capital.value)} available today (${between(asIs.capital)}).`,
    asIs && asIs.capital.value <= report.available
      ? 'The fund holds that much.'
      : 'The fund does not hold that much.',
    report.best
      ? `What helps most: ${LEVERS[report.best]}.`
      : 'No lever relieves the fund: it does not need it.',
    '',
    table(
      ['what happens', 'late', `capital for 1 in ${ONE_IN}`, 'between', 'lost on average'],
      report.scenarios.map(({ code, late, capital, lost }) => [
        SCENARIOS[code],
        percent(late.value),
        money(capital.value),
        between(capital),
        money(lost.value),
      ]),
    ),
    '',
    table(
      ['what could be done', 'late', 'saves', 'capital relieved'],
      report.levers.map(({ code, late, saves, relief }) => [
        code === 'capital' ? `${LEVERS[code]} (${money(capitalMore)})` : LEVERS[code],
        percent(late.value),
        `${percent(saves.value)} ± ${percent(saves.error)}`,
        money(relief),
      ]),
    ),
    '',
    `Rests on: ${input.assumptions.map(({ code, basis, observations }) => `${code} ${basis}${observations > 0 ? ` (${observations})` : ''}`).join(', ')}.`,
    '',
  ]
    .filter((line) => line !== undefined)
    .join('\n')
}
