import { divide, type Minor, multiply, type PayslipLine, type Rate } from '@samen/core/country'
import { basePart } from './earnings.ts'
import type { FrenchLaw } from './law.ts'
import { contribution } from './line.ts'
import type { Prepared } from './prepare.ts'
import type { FrenchSituation } from './situation.ts'
import { hoursText, hundredths, withPremium } from './situation-overtime.ts'

/** Overtime hours and what the law gives for them; hours in hundredths. */
export interface OvertimeHours {
  /** Complementary hours of part time: other premiums, no deduction of the employer. */
  readonly complementary: boolean
  readonly hours: bigint
  readonly moreHours: bigint
  readonly premium: Rate
  readonly morePremium: Rate
  /** Shares of the pay: ordinary hours, and both kinds of overtime with their premiums, in one unit. */
  readonly ordinaryWeight: bigint
  readonly weight: bigint
  readonly moreWeight: bigint
  /** Pay of all overtime where the situation states it. */
  readonly stated: Minor | undefined
  /** Déduction forfaitaire patronale: an hour, and on all hours. */
  readonly perHour: Minor
  readonly deduction: Minor
  /** Overtime pay that income tax may still let off this year. */
  readonly exemptLeft: Minor
}

/** Reads the overtime of an engagement paid for `ordinaryHours` (hundredths) besides. */
export function overtimeHours(
  { engagement }: FrenchSituation,
  law: FrenchLaw,
  ordinaryHours: bigint,
  exemptBefore: Minor,
): OvertimeHours | undefined {
  const stated = engagement.overtime
  if (!stated) return undefined
  const rules = law.contributions
  const complementary = engagement.weeklyHours < 35
  const hours = hundredths(stated.hours)
  const moreHours = hundredths(stated.moreHours)
  const premium = stated.premium ?? (complementary ? rules.complementaryPremium : rules.overtimePremium)
  const morePremium =
    stated.morePremium ?? (complementary ? rules.complementaryPremiumMore : rules.overtimePremiumMore)
  const first = withPremium(premium)
  const second = withPremium(morePremium)
  const perHour = complementary ? 0n : deductionPerHour(engagement.staff, rules)
  const left = exemptionLimit(law) - exemptBefore
  return {
    complementary,
    hours,
    moreHours,
    premium,
    morePremium,
    ordinaryWeight: ordinaryHours * first.denominator * second.denominator,
    weight: hours * first.numerator * second.denominator,
    moreWeight: moreHours * second.numerator * first.denominator,
    stated: stated.pay,
    perHour,
    deduction: divide(perHour * (hours + moreHours), 100n),
    exemptLeft: left > 0n ? left : 0n,
  }
}

const deductionPerHour = (staff: number, rules: FrenchLaw['contributions']): Minor =>
  staff < 20
    ? rules.overtimeDeductionSmall
    : staff < 250
      ? rules.overtimeDeduction
      : rules.overtimeDeductionLarge

/** Gross overtime pay whose net of deductible CSG is the year's exemption, to the euro as the DSN states it. */
function exemptionLimit({ withholding, contributions }: FrenchLaw): Minor {
  const { csgAbated: part, csgDeductible: csg } = contributions
  const whole = part.denominator * csg.denominator
  return 100n * divide(withholding.overtimeExemption * whole, 100n * (whole - part.numerator * csg.numerator))
}

/** Pay of the overtime within a gross. */
export interface OvertimePay {
  readonly first: Minor
  readonly more: Minor
  readonly total: Minor
  /** What income tax lets off. */
  readonly exempt: Minor
}

/**
 * The overtime pay within a gross: as stated, else its share by hours, each weighing its premium. An end-of-contract
 * bonus and a leave indemnity are no part of it.
 */
export function overtimePay(
  situation: FrenchSituation,
  law: FrenchLaw,
  { overtime }: Prepared,
  gross: Minor,
): OvertimePay | undefined {
  if (!overtime) return undefined
  const { ordinaryWeight, weight, moreWeight, stated } = overtime
  const both = weight + moreWeight
  const pay = basePart(situation, law, gross)
  const shared = divide(pay * both, ordinaryWeight + both)
  const total = stated === undefined ? shared : stated < pay ? stated : pay
  const first = divide(total * weight, both)
  return {
    first,
    more: total - first,
    total,
    exempt: total < overtime.exemptLeft ? total : overtime.exemptLeft,
  }
}

/** The employee's old-age contributions, whose average rate is that of the relief. APEC is none of them. */
const OLD_AGE = new Set(['old-age-capped', 'old-age', 'pension-t1', 'ceg-t1', 'pension-t2', 'ceg-t2', 'cet'])

/**
 * Adds the employee's relief on overtime: the pay of the overtime times the average rate of the old-age contributions,
 * at most 11.31 %. Above the ceiling the administration rounds that average to two decimals of a percent. It comes off
 * the state pension's contributions and cannot exceed them. Returns the amount, negative.
 */
export function addOvertimeReduction(
  lines: PayslipLine[],
  law: FrenchLaw,
  base: Minor,
  { total }: OvertimePay,
): Minor {
  let contributions = 0n
  let exact = 0n
  let most = 0n
  for (const { code, base: charged, employee, employeeRate } of lines) {
    if (!OLD_AGE.has(code) || !employeeRate) continue
    contributions += employee
    exact += (charged * employeeRate.numerator * 100_000n) / employeeRate.denominator
    if (code === 'old-age-capped' || code === 'old-age') most += employee
  }
  if (total === 0n || base <= 0n || most <= 0n) return 0n
  const highest = law.contributions.overtimeReduction
  const average: Rate = { numerator: divide(exact, 10n * base), denominator: 10_000n }
  const rate =
    average.numerator * highest.denominator < highest.numerator * average.denominator ? average : highest
  const wanted = multiply(total, rate)
  const amount = -(wanted < most ? wanted : most)
  lines.push(
    contribution('overtime-reduction', total, rate, undefined, amount, 0n, 'urssaf', {
      rule: 'overtime-reduction',
      source: 'CSS L241-17, D241-21',
      inputs: { overtime: total, rate, contributions, pay: base, highest },
    }),
  )
  return amount
}

/** Adds the employer's deduction, which cannot exceed what is due to Urssaf for the worker. */
export function addOvertimeDeduction(lines: PayslipLine[], { overtime }: Prepared, total: Minor): void {
  if (!overtime || overtime.deduction === 0n) return
  let due = 0n
  for (const { authority, employer } of lines) if (authority === 'urssaf') due += employer
  const amount = deducted(overtime.deduction, due)
  if (amount === 0n) return
  const { hours, moreHours, perHour } = overtime
  lines.push(
    contribution('overtime-deduction', total, undefined, undefined, 0n, -amount, 'urssaf', {
      rule: 'overtime-deduction',
      source: 'CSS L241-18, L241-18-1, D241-24',
      inputs: { hours: hoursText(hours + moreHours), perHour, due },
    }),
  )
}

/** The deduction that Urssaf's contributions leave room for. */
export const deducted = (deduction: Minor, due: Minor): Minor =>
  due <= 0n ? 0n : deduction < due ? deduction : due
