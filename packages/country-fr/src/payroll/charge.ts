import { divide, type Minor, multiply, type PayslipLine, type Rate, type Why } from '@samen/core/country'
import { applied, BASE, type Bases } from './bases.ts'
import { explain } from './explain.ts'
import type { FrenchLaw } from './law.ts'
import { contribution } from './line.ts'
import { addOvertimeReduction, type OvertimePay, overtimePay } from './overtime.ts'
import type { Prepared } from './prepare.ts'
import type { FrenchSituation } from './situation.ts'

/** The lines of both sides, in the order of the payslip, and what they sum to for the worker. */
export interface Charged {
  readonly lines: PayslipLine[]
  readonly employee: Minor
  /** CSG and CRDS that income tax does not let off. */
  readonly notDeductible: Minor
  readonly overtime: OvertimePay | undefined
}

/** Charges every contribution on the bases of a gross; the general reduction comes on top. */
export function charge(situation: FrenchSituation, law: FrenchLaw, p: Prepared, bases: Bases): Charged {
  const { engagement } = situation
  const rules = law.contributions
  const lines: PayslipLine[] = []
  let employee = 0n
  let notDeductible = 0n
  let cover = engagement.healthEmployer + engagement.providentEmployer
  let csg: CsgBase | undefined
  const overtime = p.overtime && overtimePay(situation, law, p, bases[BASE.gross])
  const exempt = overtime?.exempt ?? 0n

  for (const entry of p.profile.entries) {
    if (typeof entry === 'object') {
      const base = bases[entry.base]
      if (base === 0n && entry.optional) continue
      const worker = entry.employee === 0n ? 0n : applied(base, entry.employee)
      const employer = entry.employer === 0n ? 0n : applied(base, entry.employer)
      employee += worker
      if (entry.cover) cover += employer
      const { code, employeeRate, employerRate, authority } = entry
      const why = explain(p, bases, entry)
      lines.push(contribution(code, base, employeeRate, employerRate, worker, employer, authority, why))
      continue
    }
    switch (entry) {
      case 'health':
        employee += engagement.healthEmployee
        coverLine(lines, 'health-cover', engagement.healthEmployer, engagement.healthEmployee)
        break
      case 'provident':
        employee += engagement.providentEmployee
        coverLine(lines, 'provident-cover', engagement.providentEmployer, engagement.providentEmployee)
        break
      case 'accident':
        lines.push(accident(bases[BASE.pay], p))
        break
      case 'mobility':
        if (p.mobilityRate)
          lines.push(
            ownRate('mobility', bases[BASE.raisedPay], p.mobilityRate, p.raised ? MOBILITY_RAISED : MOBILITY),
          )
        break
      case 'cover-levy':
        if (p.profile.staffFrom11 && cover !== 0n)
          lines.push(ownRate('cover-levy', cover, rules.coverLevy, COVER_LEVY))
        break
      case 'leave-fund':
        if (p.leaveFundRate) lines.push(leaveFund(bases[BASE.gross], p.leaveFundRate, p.leaveFundCap))
        break
      case 'csg-deductible':
        csg = csgBase(p, bases, rules.csgAbated, cover, exempt)
        employee += csgLine(lines, 'csg-deductible', csg, rules.csgDeductible)
        break
      case 'csg-non-deductible':
      case 'crds': {
        csg ??= csgBase(p, bases, rules.csgAbated, cover, exempt)
        const rate = entry === 'crds' ? rules.crds : rules.csgNonDeductible
        const amount = csgLine(lines, entry, csg, rate)
        employee += amount
        notDeductible += amount
      }
    }
  }
  if (overtime) {
    if (exempt !== 0n) {
      const amount = exemptCsgLine(lines, exempt, rules)
      employee += amount
      notDeductible += amount
    }
    employee += addOvertimeReduction(lines, law, bases[BASE.pay], overtime)
  }
  return { lines, employee, notDeductible, overtime }
}

interface CsgBase {
  /** Times `scale`, not rounded. */
  readonly exact: bigint
  readonly scale: bigint
  readonly rounded: Minor
  readonly why: Why
}

/**
 * 98.25 % of pay up to four ceilings, all pay above, all the employer's cover (CSS L136-2). Overtime that income tax
 * lets off has a line of its own.
 */
function csgBase({ csgLimit }: Prepared, bases: Bases, part: Rate, cover: Minor, exempt: Minor): CsgBase {
  const gross = bases[BASE.gross]
  const limited = csgLimit === undefined ? bases[BASE.unemployment] : csgLimit < gross ? csgLimit : gross
  const abated = limited - exempt
  const pay = gross - exempt
  const exact = abated * part.numerator + (pay - abated + cover) * part.denominator
  return {
    exact,
    scale: part.denominator,
    rounded: divide(exact, part.denominator),
    why: {
      rule: 'csg-base',
      source: 'CSS L136-1, L136-2, L136-8; ordonnance 96-50 art. 14',
      inputs: { pay, abated, part, cover },
    },
  }
}

/** The base is not rounded before the rate, so that only the amount is. */
function csgLine(lines: PayslipLine[], code: string, base: CsgBase, rate: Rate): Minor {
  const amount = divide(base.exact * rate.numerator, base.scale * rate.denominator)
  lines.push(contribution(code, base.rounded, rate, undefined, amount, 0n, 'urssaf', base.why))
  return amount
}

/** CSG and CRDS on overtime that income tax lets off: none of it is deductible (CGI 154 quinquies). */
function exemptCsgLine(lines: PayslipLine[], exempt: Minor, rules: FrenchLaw['contributions']): Minor {
  const { csgAbated: part } = rules
  const rate = sum(sum(rules.csgDeductible, rules.csgNonDeductible), rules.crds)
  const amount = divide(exempt * part.numerator * rate.numerator, part.denominator * rate.denominator)
  lines.push(
    contribution('csg-overtime', multiply(exempt, part), rate, undefined, amount, 0n, 'urssaf', {
      rule: 'csg-overtime',
      source: 'CGI 81 quater, 154 quinquies; CSS L136-1-1, L136-2',
      inputs: { exempt, part },
    }),
  )
  return amount
}

const sum = (a: Rate, b: Rate): Rate => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
})

function coverLine(lines: PayslipLine[], code: string, employer: Minor, worker: Minor) {
  if (employer === 0n && worker === 0n) return
  const base = employer + worker
  lines.push(contribution(code, base, undefined, undefined, worker, employer, 'insurer', COVER_STATED))
}

const ownRate = (code: string, base: Minor, rate: Rate, why: Why): PayslipLine =>
  contribution(code, base, undefined, rate, 0n, multiply(base, rate), 'urssaf', why)

/** A project holder without pay is insured on a flat base (CSS D412-99). */
const accident = (pay: Minor, { accidentFlat, accidentRate }: Prepared): PayslipLine =>
  pay === 0n && accidentFlat !== 0n
    ? ownRate('accident', accidentFlat, accidentRate, ACCIDENT_FLAT)
    : ownRate('accident', pay, accidentRate, ACCIDENT)

function leaveFund(gross: Minor, rate: Rate, cap: Minor | undefined): PayslipLine {
  const base = leaveFundBase(gross, cap)
  const why: Why =
    base === gross
      ? LEAVE_FUND
      : { rule: 'leave-fund-capped', source: LEAVE_FUND_CAP, inputs: { gross, cap: base } }
  return contribution('leave-fund', base, undefined, rate, 0n, multiply(base, rate), 'conges-spectacles', why)
}

/** What the leave fund's rate is applied to: the gross, or the ceiling the employer chose to apply. */
export const leaveFundBase = (gross: Minor, cap: Minor | undefined): Minor =>
  cap !== undefined && cap < gross ? cap : gross

const LEAVE_FUND_CAP = 'Code du travail D7121-37, D7121-38'
const frozen = (rule: string, source: string): Why => Object.freeze({ rule, source })
const ACCIDENT = frozen('accident', 'CSS L242-5, D242-6-1 to D242-6-9')
const ACCIDENT_FLAT = frozen('accident-flat', 'CSS D412-99; arrêté du 18 février 2008')
const LEAVE_FUND = frozen('on-gross', 'Code du travail D7121-28, D7121-38')
const MOBILITY = frozen('on-pay', 'CGCT L2333-64, L2531-2')
const MOBILITY_RAISED = frozen('raised-pay', 'CGCT L2333-64, L2531-2')
const COVER_STATED = frozen('cover-stated', 'CSS L911-1, L911-7')
const COVER_LEVY = frozen('cover-levy', 'CSS L137-15, L137-16')
