import type { Minor } from '@samen/core/country'
import type { KeyFormula, TaxBracket } from '../parameters/wage-tax.ts'
import { portion, roundedShare } from './arithmetic.ts'
import type { Household } from './household.ts'

/** The steps of the key formula for one month, each rounded to the cent. */
export interface KeyFormulaSteps {
  readonly annual: Minor
  readonly costs: Minor
  readonly net: Minor
  /** Yearly tax of the scale, after the allowance. */
  readonly scaleTax: Minor
  readonly reductions: Minor
  readonly monthly: Minor
}

const NOTHING: KeyFormulaSteps = Object.freeze({
  annual: 0n,
  costs: 0n,
  net: 0n,
  scaleTax: 0n,
  reductions: 0n,
  monthly: 0n,
})

/** Monthly wage tax on a taxable month, before group insurance and the fiscal work bonus. Annex III, key formula. */
export function keyFormula(taxable: Minor, household: Household, formula: KeyFormula): KeyFormulaSteps {
  if (taxable <= 0n) return NOTHING
  const annual = taxable * 12n
  const costs = least(portion(annual, formula.costsRate), formula.costsMaximum)
  const net = annual - costs
  const scaleTax = notNegative(taxOfScale(net, household.scale, formula))
  const reductions = least(household.reductions, scaleTax)
  return { annual, costs, net, scaleTax, reductions, monthly: roundedShare(scaleTax - reductions, 1n, 12n) }
}

function taxOfScale(net: Minor, scale: Household['scale'], formula: KeyFormula): Minor {
  if (scale === 'III') return yearlyTax(net, formula.brackets)
  if (scale === 'I') return yearlyTax(net, formula.brackets) - formula.allowanceTax
  const spouseShare = least(portion(net, formula.quotientRate), formula.quotientMaximum)
  return (
    yearlyTax(spouseShare, formula.brackets) +
    yearlyTax(net - spouseShare, formula.brackets) -
    formula.allowanceTax * 2n
  )
}

function yearlyTax(income: Minor, brackets: readonly TaxBracket[]): Minor {
  for (let index = brackets.length - 1; index >= 0; index--) {
    const bracket = brackets[index] as TaxBracket
    if (income > bracket.from) return bracket.fixed + portion(income - bracket.from, bracket.rate)
  }
  return 0n
}

const least = (a: Minor, b: Minor): Minor => (a < b ? a : b)
const notNegative = (amount: Minor): Minor => (amount < 0n ? 0n : amount)
