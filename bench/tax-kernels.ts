/**
 * Wage tax alone, one core: `node bench/tax-kernels.ts`
 *
 * Each country's single step "wage tax on a taxable amount", and beside it, in the same run, the npm packages that
 * compute the same thing: dutch-tax-income-calculator (NL, 2026, in floating point and whole euros of a month) and taxjs
 * (DE, generated from the official plan of January 2023, the last it has). Their law or rounding differs from ours, so
 * only the speed is compared here; exactness is proved in each country's tests.
 */
import type { AnyCountryPlugin, Situation } from '@samen/core/country'
import { austria } from '@samen/country-at'
import { belgium } from '@samen/country-be'
import { germany } from '@samen/country-de'
import { spain } from '@samen/country-es'
import { france } from '@samen/country-fr'
import { hungary } from '@samen/country-hu'
import { italy } from '@samen/country-it'
import { netherlands } from '@samen/country-nl'
import { sweden } from '@samen/country-se'
import Big from 'big.js'
import { SalaryPaycheck } from 'dutch-tax-income-calculator'
import { Lohnsteuer2023JanuarBig } from 'taxjs/dist/es2015/Lohnsteuer2023JanuarBig.js'

const SECONDS = 1.5
/** Every result goes here, so that no engine may skip the work. */
let kept = 0

/** Runs a task over and over after warming up, and says how many a second. */
function perSecond(task: (euros: number) => void): number {
  const euros = (round: number) => 1_500 + ((round * 7919) % 6_000)
  for (let round = 0; round < 20_000; round++) task(euros(round))
  const start = performance.now()
  let rounds = 0
  while (performance.now() - start < SECONDS * 1000) for (let i = 0; i < 500; i++) task(euros(rounds++))
  return rounds / ((performance.now() - start) / 1000)
}

function ours(plugin: AnyCountryPlugin): number {
  const asked = { ...(plugin.samples[0]?.situation as object), ask: 'wage-tax', taxable: '2500.00' }
  const situation = plugin.payroll.situation.parse({
    ...asked,
    gross: undefined,
    budget: undefined,
    fee: undefined,
  }) as Situation
  const law = plugin.payroll.law(situation)
  // About what a euro buys: 11 kronor, 400 forints.
  const cents = 100n * ({ SEK: 11n, HUF: 400n }[plugin.currency] ?? 1n)
  return perSecond((euros) => {
    kept += plugin.payroll.wageTax(situation, law, BigInt(euros) * cents).length
  })
}

const theirs: Readonly<Record<string, { name: string; task: (euros: number) => void }>> = {
  DE: {
    name: 'taxjs 2023.1.0',
    task(euros) {
      const tax = new Lohnsteuer2023JanuarBig()
      tax.initInputs()
      tax.setLZZ(2)
      tax.setSTKL(1)
      tax.setKVZ(new Big(1.6))
      tax.setRE4(new Big(euros * 100))
      tax.calculate()
      kept += tax.getLSTLZZ().toNumber()
    },
  },
  NL: {
    name: 'dutch-tax-income-calculator 26.1.3',
    task(euros) {
      const paycheck = new SalaryPaycheck(
        { income: euros, allowance: false, socialSecurity: true, older: false, hours: 40 },
        'Month',
        2026,
        { checked: false },
      )
      kept += paycheck.incomeTaxMonth
    },
  },
}

const say = (what: string, value: string) => console.log(`${what.padEnd(66)} ${value.padStart(14)}`)
const many = (value: number) => Math.round(value).toLocaleString('en')

console.log(`Node ${process.version}, one core, ${SECONDS} s each\n`)
for (const plugin of [austria, belgium, germany, spain, france, hungary, italy, netherlands, sweden]) {
  const own = ours(plugin)
  say(`${plugin.country}  wage tax on a taxable amount, with its lines, a second`, many(own))
  const other = theirs[plugin.country]
  if (!other) continue
  const speed = perSecond(other.task)
  say(`    ${other.name}, a second`, many(speed))
  say('    ratio', `${(own / speed).toFixed(1)} ×`)
}
if (Number.isNaN(kept)) throw new Error('an engine answered no number')
