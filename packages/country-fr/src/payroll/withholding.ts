import { type Minor, maximum, multiply, type PayslipLine, type Rate } from '@samen/core/country'
import { isShortContract } from './engagement.ts'
import type { FrenchLaw } from './law.ts'
import type { FrenchSituation } from './situation.ts'

const SOURCE = 'CGI 204 A, 204 E, 204 H'

/** Prélèvement à la source on a net taxable amount: the transmitted rate, else the neutral grid of the payment day. */
export function withholding(situation: FrenchSituation, law: FrenchLaw, taxable: Minor): PayslipLine {
  const transmitted = situation.worker.taxRate
  if (transmitted) return line(taxable, transmitted, 'withholding-personal', { taxable, rate: transmitted })

  const { neutralGrids, shortContractAllowance } = law.withholding
  const short = isShortContract(situation)
  const base = short ? maximum(0n, taxable - shortContractAllowance) : taxable
  const rate = neutralRate(neutralGrids[situation.worker.residence], base)
  const { residence } = situation.worker
  return short
    ? line(base, rate, 'withholding-neutral-short', {
        taxable,
        allowance: shortContractAllowance,
        base,
        residence,
        rate,
      })
    : line(base, rate, 'withholding-neutral', { taxable, residence, rate })
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

/** A bracket holds from its lower bound included to its upper bound excluded. */
function neutralRate(
  { bounds, rates }: { readonly bounds: readonly bigint[]; readonly rates: readonly Rate[] },
  base: Minor,
): Rate {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (base < (bounds[middle] as bigint)) high = middle
    else low = middle + 1
  }
  return rates[low] as Rate
}
