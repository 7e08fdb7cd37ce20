import { divide, type Earning, type Minor, type PayslipBody, type PayslipLine } from '@samen/core/country'
import { charge } from './charge.ts'
import { flatTax, isFlat } from './flat-tax.ts'
import type { GermanLaw } from './law.ts'
import { because } from './line.ts'
import { kindAt, prepare } from './prepare.ts'
import type { GermanSituation, ToDate } from './situation.ts'
import { toDateOf } from './to-date.ts'
import { withhold } from './wage-tax.ts'

/** Gross to net with every line. */
export function payslip(situation: GermanSituation, law: GermanLaw, gross: Minor): PayslipBody<ToDate> {
  const p = prepare(situation, law)
  const kind = kindAt(p, gross)
  const lines: PayslipLine[] = []
  const charged = { health: 0n, pension: 0n }
  charge(situation, p, gross, lines, charged)
  const flat = isFlat(situation, kind)
  if (flat) flatTax(situation, law.tax, kind, gross, lines)
  const withheld = flat ? undefined : withhold(situation, law, p, gross, lines)
  return {
    earnings: [{ code: EARNINGS[situation.pay], amount: gross, why: EARNED[situation.pay] }],
    lines,
    taxable: gross,
    figures: figuresOf(situation, law, gross, charged, flat && kind !== 'minijob'),
    toDate: toDateOf(situation, p, gross, charged, withheld),
  }
}

/** Employer cost of a gross: the same statements as the payslip's, without lines and without tax by class. */
export function cost(situation: GermanSituation, law: GermanLaw, gross: Minor): Minor {
  const p = prepare(situation, law)
  const employer = charge(situation, p, gross, undefined)
  const kind = kindAt(p, gross)
  return (
    gross + employer + (isFlat(situation, kind) ? flatTax(situation, law.tax, kind, gross, undefined) : 0n)
  )
}

/** The contributions and levies of either side on a pay, without tax. */
export function contributions(situation: GermanSituation, law: GermanLaw, base: Minor): PayslipLine[] {
  const lines: PayslipLine[] = []
  charge(situation, prepare(situation, law), base, lines)
  return lines
}

/** Wage tax, surcharge and church tax on a pay: by class, or flat where the situation says so. */
export function wageTax(situation: GermanSituation, law: GermanLaw, taxable: Minor): PayslipLine[] {
  const { engagement } = situation
  const lines: PayslipLine[] = []
  const p = prepare(situation, law)
  if (engagement.tax === 'flat' || (engagement.tax === undefined && engagement.status === 'minijob'))
    flatTax(situation, law.tax, engagement.status === 'minijob' ? 'minijob' : 'short-term', taxable, lines)
  else withhold(situation, law, p, taxable, lines)
  return lines
}

const EARNINGS: Readonly<Record<GermanSituation['pay'], string>> = {
  ordinary: 'base-pay',
  part: 'base-pay',
  'one-off': 'one-off-pay',
  holiday: 'holiday-pay',
  settlement: 'settlement',
}
const EARNED: Readonly<Record<GermanSituation['pay'], Earning['why']>> = {
  ordinary: because('base-pay', 'BGB § 611a (2)'),
  part: because('base-pay-part', 'BGB § 611a (2)'),
  'one-off': because('one-off-pay', 'SGB IV § 23a (1)'),
  holiday: because('holiday-pay', 'BUrlG §§ 7 (4), 11; SGB IV § 23a'),
  settlement: because('settlement-pay', 'EStG § 42b'),
}

function figuresOf(
  { engagement, pay, period }: GermanSituation,
  { contributions: law, tax }: GermanLaw,
  gross: Minor,
  charged: { readonly health: Minor; readonly pension: Minor },
  flatShort: boolean,
): Record<string, Minor> {
  const figures: Record<string, Minor> = { 'health-base': charged.health, 'pension-base': charged.pension }
  const { hours } = engagement
  if (hours !== undefined && (pay === 'ordinary' || pay === 'part')) {
    const minimum = forHours(law.minimumWage, hours)
    figures['minimum-wage'] = minimum
    if (gross < minimum) figures['minimum-wage-shortfall'] = minimum - gross
  }
  if (flatShort) {
    const days = BigInt(engagement.taxDays ?? Number(period.to.slice(8)) - Number(period.from.slice(8)) + 1)
    const byDays = tax.flatShortDaily * days
    const byHours = hours === undefined ? byDays : forHours(tax.flatShortHourly, hours)
    const most = byHours < byDays ? byHours : byDays
    figures['flat-tax-limit'] = most
    if (gross > most) figures['flat-tax-excess'] = gross - most
  }
  return figures
}

const forHours = (hourly: Minor, hours: number): Minor =>
  divide(hourly * BigInt(Math.round(hours * 100)), 100n)
