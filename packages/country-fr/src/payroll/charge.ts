import { divide, type Minor, multiply, type PayslipLine, type Rate, type Why } from '@samen/core/country'
import { applied, BASE, type Bases } from './bases.ts'
import { explain } from './explain.ts'
import type { FrenchLaw } from './law.ts'
import { contribution } from './line.ts'
import type { Prepared } from './prepare.ts'
import type { FrenchSituation } from './situation.ts'

/** The lines of both sides, in the order of the payslip, and what they sum to for the worker. */
export interface Charged {
  readonly lines: PayslipLine[]
  readonly employee: Minor
  /** CSG and CRDS that income tax does not let off. */
  readonly notDeductible: Minor
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
        if (p.leaveFundRate) lines.push(leaveFund(bases[BASE.gross], p.leaveFundRate))
        break
      case 'csg-deductible':
        csg = csgBase(bases, rules.csgAbated, cover)
        employee += csgLine(lines, 'csg-deductible', csg, rules.csgDeductible)
        break
      case 'csg-non-deductible':
      case 'crds': {
        csg ??= csgBase(bases, rules.csgAbated, cover)
        const rate = entry === 'crds' ? rules.crds : rules.csgNonDeductible
        const amount = csgLine(lines, entry, csg, rate)
        employee += amount
        notDeductible += amount
      }
    }
  }
  return { lines, employee, notDeductible }
}

interface CsgBase {
  /** Times `scale`, not rounded. */
  readonly exact: bigint
  readonly scale: bigint
  readonly rounded: Minor
  readonly why: Why
}

/** 98.25 % of pay up to four ceilings, all pay above, all the employer's cover (CSS L136-2). */
function csgBase(bases: Bases, part: Rate, cover: Minor): CsgBase {
  const abated = bases[BASE.unemployment]
  const pay = bases[BASE.gross]
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

const leaveFund = (gross: Minor, rate: Rate): PayslipLine =>
  contribution(
    'leave-fund',
    gross,
    undefined,
    rate,
    0n,
    multiply(gross, rate),
    'conges-spectacles',
    LEAVE_FUND,
  )

const frozen = (rule: string, source: string): Why => Object.freeze({ rule, source })
const ACCIDENT = frozen('accident', 'CSS L242-5, D242-6-1 to D242-6-9')
const ACCIDENT_FLAT = frozen('accident-flat', 'CSS D412-99; arrêté du 18 février 2008')
const LEAVE_FUND = frozen('on-gross', 'Code du travail D7121-28, D7121-38')
const MOBILITY = frozen('on-pay', 'CGCT L2333-64, L2531-2')
const MOBILITY_RAISED = frozen('raised-pay', 'CGCT L2333-64, L2531-2')
const COVER_STATED = frozen('cover-stated', 'CSS L911-1, L911-7')
const COVER_LEVY = frozen('cover-levy', 'CSS L137-15, L137-16')
