import type { Minor, PayslipLine } from '@samen/core/country'
import { least, notNegative, part } from './arithmetic.ts'
import type { Law } from './law.ts'
import type { Prepared } from './prepare.ts'
import type { AustrianSituation, YearTotals } from './situation.ts'
import { fixedTax } from './special-pay.ts'
import { householdOf, wageTax } from './wage-tax.ts'

/** Taxable pay and how often it fits the year. */
interface TaxBase {
  readonly taxable: Minor
  readonly factor: bigint
  readonly divisor: bigint
}

/** With the last pay of the year: wage tax of the year anew where the employer chose it, and the control of the sixth. */
export function settlementLines(
  situation: AustrianSituation,
  law: Law,
  p: Prepared,
  year: YearTotals,
  taxableNow: Minor,
): PayslipLine[] {
  // Without a known year there is nothing to settle.
  if (situation.toDate?.year === undefined) return []
  const lines: PayslipLine[] = []
  let base: TaxBase = { taxable: p.month.taxable + taxableNow, factor: p.factor, divisor: p.divisor }
  if (situation.engagement.rollOver && year.days === 360) {
    base = { taxable: year.taxable, factor: 1n, divisor: 1n }
    lines.push(rollOverLine(situation, law, year))
  }
  if (situation.engagement.controlSixth) {
    const control = controlLine(situation, law, year, base)
    if (control !== undefined) lines.push(control)
  }
  return lines
}

/** Aufrollung: wage tax of a whole year on all its pay, less what was withheld (EStG § 77 (3)). */
function rollOverLine(situation: AustrianSituation, law: Law, year: YearTotals): PayslipLine {
  const tax = wageTax(notNegative(year.taxable), householdOf(situation.worker, law.tax), law, 1n, 1n)
  return {
    code: 'wage-tax-roll-over',
    kind: 'wage-tax',
    base: year.taxable,
    employee: tax - year.tax,
    employer: 0n,
    authority: 'tax-office',
    why: {
      rule: 'wage-tax-roll-over',
      source: 'EStG § 77 (3)',
      inputs: { taxable: year.taxable, tax, before: year.tax },
    },
  }
}

/**
 * Kontrollsechstel: special pay beyond one sixth of the current pay really received is taxed by the tariff on top of the
 * other pay, and its fixed tax given back (EStG § 77 (4a)). None where it fits.
 */
function controlLine(
  situation: AustrianSituation,
  law: Law,
  year: YearTotals,
  { taxable, factor, divisor }: TaxBase,
): PayslipLine | undefined {
  const sixth = part(notNegative(year.current), 1n, 6n)
  const beyond = notNegative(year.special - sixth)
  if (beyond === 0n || year.specialNet <= 0n) return undefined
  const net = part(year.specialNet, beyond, year.special)
  const kept = year.specialNet - net
  const back = least(fixedTax(kept, net, law.tax.fixedBands), notNegative(year.specialTax))
  const household = householdOf(situation.worker, law.tax)
  const tariff =
    wageTax(taxable + net, household, law, factor, divisor) -
    wageTax(taxable, household, law, factor, divisor)
  return {
    code: 'wage-tax-control',
    kind: 'wage-tax',
    base: net,
    employee: tariff - back,
    employer: 0n,
    authority: 'tax-office',
    why: {
      rule: 'wage-tax-control',
      source: 'EStG § 77 (4a)',
      inputs: { current: year.current, sixth, special: year.special, beyond, net, tariff, back },
    },
  }
}
