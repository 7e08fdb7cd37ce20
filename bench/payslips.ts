/**
 * Payslips a second, one core: `node bench/payslips.ts`
 *
 * - each country's samples, gross to net and budget to net, every line explained; also those of packages that are named
 *   behind the command, by the path of their plugin: `node bench/payslips.ts ./packages/country-pt/src/plugin.ts`
 * - the official French simulator (modele-social on publicodes) on the same situations, answers compared in the same run
 * - the same French arithmetic as a bare loop, to see what situations, lines and explanations cost
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type AnyCountryPlugin, computePayslip, type Situation } from '@samen/core/country'
import { conformanceSpeed, SPEED_FLOOR } from '@samen/core/country/conformance'
import { austria } from '@samen/country-at'
import { belgium } from '@samen/country-be'
import { germany } from '@samen/country-de'
import { spain } from '@samen/country-es'
import { france } from '@samen/country-fr'
import { hungary } from '@samen/country-hu'
import { italy } from '@samen/country-it'
import { netherlands } from '@samen/country-nl'
import { sweden } from '@samen/country-se'
import rules from 'modele-social'
import Engine from 'publicodes'
import { type Answer, differences } from '../packages/country-fr/test/oracle/compare.ts'
import { FIGURE_RULES, LINE_RULES, REDUCTION_RULE } from '../packages/country-fr/test/oracle/rules.ts'
import { asSimulation, asSituation, cases } from '../packages/country-fr/test/oracle/situations.ts'
import { barePayslip } from './payslips-bare.ts'

const SECONDS = 1.5
/** About what a euro buys of a currency, so that every country is asked about ordinary wages. */
const EURO_WORTH: Readonly<Record<string, bigint>> = { SEK: 11n, HUF: 400n }
const ORACLE_SITUATIONS = 40

/** Runs a task over and over for a while after warming up, and says how many a second. */
function perSecond(task: (round: number) => void, seconds = SECONDS): number {
  for (let round = 0; round < 20_000; round++) task(round)
  const start = performance.now()
  let rounds = 0
  while (performance.now() - start < seconds * 1000) for (let i = 0; i < 500; i++) task(rounds++)
  return rounds / ((performance.now() - start) / 1000)
}

const say = (what: string, value: string) => console.log(`${what.padEnd(66)} ${value.padStart(14)}`)
const many = (value: number) => Math.round(value).toLocaleString('en')
/** Every payslip's net goes here, so that no engine may skip the work. */
let kept = 0n

console.log(`Node ${process.version}, one core, ${SECONDS} s each\n`)
const french = perCountry(france)
perCountry(austria)
perCountry(belgium)
perCountry(germany)
perCountry(hungary)
perCountry(italy)
perCountry(netherlands)
perCountry(spain)
perCountry(sweden)
for (const path of process.argv.slice(2)) {
  const exported: Record<string, AnyCountryPlugin> = await import(pathToFileURL(resolve(path)).href)
  for (const plugin of Object.values(exported)) perCountry(plugin)
}
againstSimulator()
againstBareLoop()
if (kept === -1n) console.log(kept)

/** Prints what a country computes a second, and its ratio to the kit's reference law of ten rates in the same run. */
function perCountry(plugin: AnyCountryPlugin): { gross: number; budget: number } {
  const parsed = plugin.samples.map(({ situation }) => plugin.payroll.situation.parse(situation) as Situation)
  const worth = EURO_WORTH[plugin.currency] ?? 1n
  const at = (round: number) => parsed[round % parsed.length] as Situation
  const asked = (round: number, budget: boolean): Situation => {
    const amount = (150_000n + BigInt((round * 7919) % 400_000)) * worth
    return {
      ...at(round),
      gross: budget ? undefined : amount,
      budget: budget ? amount : undefined,
      fee: undefined,
    }
  }
  const gross = perSecond((round) => {
    kept += computePayslip(plugin, asked(round, false)).net
  })
  const budget = perSecond((round) => {
    kept += computePayslip(plugin, asked(round, true)).net
  })
  say(`${plugin.country}  payslips a second, gross to net, all lines explained`, many(gross))
  say(`${plugin.country}  payslips a second, budget to net, all lines explained`, many(budget))
  const { ratio } = conformanceSpeed(plugin)
  say(`${plugin.country}  against the kit's reference law (floor ${SPEED_FLOOR})`, ratio.toFixed(3))
  return { gross, budget }
}

function againstSimulator() {
  const list = cases(2026).slice(0, ORACLE_SITUATIONS)
  const situations = list.map((given) => france.payroll.situation.parse(asSituation(given)) as Situation)
  const ours = perSecond((round) => {
    kept += computePayslip(france, situations[round % situations.length] as Situation).net
  })
  const oursTotals = perSecond((round) => {
    const situation = situations[round % situations.length] as Situation
    const law = france.payroll.law(situation as never)
    kept += france.payroll.cost(situation as never, law, situation.gross as bigint)
  })

  const ignore = () => undefined
  const engine = new Engine(rules, { logger: { log: ignore, warn: ignore, error: ignore } })
  const value = (rule: string) => {
    const { nodeValue } = engine.evaluate(rule)
    return typeof nodeValue === 'number' ? nodeValue : 0
  }
  const simulations = list.map(asSimulation)
  simulate(0)
  const start = performance.now()
  const answers = simulations.map((_, index) => simulate(index))
  const theirs = answers.length / ((performance.now() - start) / 1000)

  const startTotals = performance.now()
  for (const simulation of simulations) {
    engine.setSituation(simulation)
    kept += BigInt(
      Math.round(value(FIGURE_RULES.netBeforeTax as string) + value(FIGURE_RULES.cost as string)),
    )
  }
  const theirTotals = simulations.length / ((performance.now() - startTotals) / 1000)

  function simulate(index: number): Pick<Answer, 'lines' | 'reduction' | 'figures'> {
    engine.setSituation(simulations[index] as Record<string, string>)
    const lines: Record<string, { employer: number; employee: number }> = {}
    for (const [code, { employer, employee }] of Object.entries(LINE_RULES))
      lines[code] = {
        employer: employer ? value(`salarié . cotisations . ${employer}`) : 0,
        employee: employee ? value(`salarié . cotisations . ${employee}`) : 0,
      }
    const figures: Record<string, number> = {}
    for (const [name, rule] of Object.entries(FIGURE_RULES)) figures[name] = value(rule)
    return { lines, reduction: value(REDUCTION_RULE[2026]), figures }
  }

  // The neutral rate and the corrected taxable pay are those the committed answers hold; the rest is this run's.
  const written = JSON.parse(
    readFileSync(new URL('../packages/country-fr/test/oracle/answers-2026.json', import.meta.url), 'utf8'),
  ) as { answers: Answer[] }
  let compared = 0
  let equal = 0
  let furthest = 0n
  answers.forEach((answer, index) => {
    const { lines } = differences({ ...(written.answers[index] as Answer), ...answer })
    const values = Object.values(LINE_RULES).reduce(
      (total, { employer, employee }) => total + (employer ? 1 : 0) + (employee ? 1 : 0),
      1,
    )
    compared += values
    equal += values - lines.length
    for (const { ours, theirs } of lines) {
      const off = ours > theirs ? ours - theirs : theirs - ours
      if (off > furthest) furthest = off
    }
  })

  console.log(`\nFrance against modele-social 11.1.0 + publicodes 1.10.3, ${list.length} situations`)
  say('ours, all lines, tax and running totals, a second', many(ours))
  say('simulator, all lines, a second', theirs.toFixed(1))
  say('ratio, all lines (goal 5,000)', `${many(ours / theirs)} ×`)
  say('ours, employer cost alone, a second', many(oursTotals))
  say('simulator, net and employer cost alone, a second', theirTotals.toFixed(1))
  say('ratio, our whole payslip against its net and cost alone', `${many(ours / theirTotals)} ×`)
  say(`line values equal to the cent, of ${compared}`, many(equal))
  say('furthest apart, in cents (two-step roundings, see oracle.test.ts)', furthest.toString())
  if (furthest > 1n) throw new Error('a line differs by more than the roundings explain')
}

function againstBareLoop() {
  const situation = france.payroll.situation.parse({
    gross: '2500.00',
    period: { from: '2026-06-01', to: '2026-06-30' },
    worker: {},
    engagement: { status: 'employee', staff: 120 },
  })
  const law = france.payroll.law(situation)
  const { bounds, rates } = law.withholding.neutralGrids.metropole
  const thousandths = rates.map(({ numerator, denominator }) => (numerator * 1000n) / denominator)
  const grossOf = (round: number) => 100_000n + BigInt((round * 7919) % 900_000)
  for (let round = 0; round < 5_000; round++) {
    const gross = grossOf(round)
    const whole = computePayslip(france, { ...situation, gross } as Situation)
    const bare = barePayslip(gross, bounds, thousandths)
    if (bare.cost !== whole.employerCost || bare.net !== whole.net)
      throw new Error(`the bare loop differs at a gross of ${gross}`)
  }
  const bare = perSecond((round) => {
    kept += barePayslip(grossOf(round), bounds, thousandths).net
  })
  const whole = perSecond((round) => {
    kept += computePayslip(france, { ...situation, gross: grossOf(round) } as Situation).net
  })
  const costs = perSecond((round) => {
    kept += france.payroll.cost(situation, law, grossOf(round))
  })
  console.log('\nFrance against a bare loop of the same arithmetic (5,000 grosses compared, all equal)')
  say('bare loop, a second', many(bare))
  say('ours, all lines explained, a second', many(whole))
  say('bare loop takes this share of our time', `${((100 * whole) / bare).toFixed(0)} %`)
  say('ours, employer cost alone, a second', many(costs))
  say('budget inversions a second on the samples', many(french.budget))
}
