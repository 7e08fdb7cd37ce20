import { type Minor, maximum, multiply, type PayslipLine, type Rate } from '@samen/core/country'
import { isShortContract, workingDays } from './engagement.ts'
import type { FrenchLaw } from './law.ts'
import type { FrenchSituation } from './situation.ts'

const SOURCE = 'CGI 204 A, 204 E, 204 H'

/** Prélèvement à la source on a net taxable amount: the transmitted rate, else the neutral grid of the payment day. */
export function withholding(situation: FrenchSituation, law: FrenchLaw, taxable: Minor): PayslipLine {
  const transmitted = situation.worker.taxRate
  if (transmitted) return line(taxable, transmitted, 'withholding-personal', { taxable, rate: transmitted })

  const { neutralGrids, shortContractAllowance } = law.withholding
  const { residence } = situation.worker
  const grid = neutralGrids[residence]
  if (isShortContract(situation)) {
    const base = maximum(0n, taxable - shortContractAllowance)
    const rate = neutralRate(grid, base)
    const inputs = { taxable, allowance: shortContractAllowance, base, residence, rate }
    return line(base, rate, 'withholding-neutral-short', inputs)
  }
  const rhythm = situation.engagement.payRhythm
  if (rhythm === 'monthly') {
    const rate = neutralRate(grid, taxable)
    return line(taxable, rate, 'withholding-neutral', { taxable, residence, rate })
  }
  const payments = law.withholding.neutralRhythms[rhythm]
  const days = rhythm === 'daily' ? BigInt(workingDays(situation.period)) : 1n
  const asMonth = { of: taxable * payments.numerator, in: payments.denominator * days }
  const rate = neutralRate(grid, asMonth.of, asMonth.in)
  const month = asMonth.of / asMonth.in
  return line(taxable, rate, 'withholding-neutral-rhythm', { taxable, rhythm, month, residence, rate })
}

function line(
  base: Minor,
  rate: Rate,
  rule: string,
  inputs: Readonly<Record<string, Minor | Rate | string>>,
): PayslipLine {
  return {
    code: 'withholding-tax',
    kind: 'wage-tax',
    base,
    employeeRate: rate,
    employee: multiply(base, rate),
    employer: 0n,
    authority: 'dgfip',
    why: { rule, source: SOURCE, inputs },
  }
}

/** A bracket holds from its lower bound included to its upper bound excluded. The base is `base / per`. */
function neutralRate(
  { bounds, rates }: { readonly bounds: readonly bigint[]; readonly rates: readonly Rate[] },
  base: Minor,
  per = 1n,
): Rate {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (base < (bounds[middle] as bigint) * per) high = middle
    else low = middle + 1
  }
  return rates[low] as Rate
}
