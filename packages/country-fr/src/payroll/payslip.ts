import {
  divide,
  type Minor,
  multiply,
  type PayslipBody,
  type PayslipLine,
  type Why,
} from '@samen/core/country'
import { applied, BASE, type Bases, basesOf, minimumWageOf } from './bases.ts'
import { earningsOf } from './earnings.ts'
import { isShow } from './engagement.ts'
import type { FrenchLaw } from './law.ts'
import { type Before, type Prepared, prepare, totalsAsText } from './prepare.ts'
import type { LineRule } from './profile.ts'
import { type Reduction, reductionLines, reductionOf } from './reduction.ts'
import type { FrenchSituation, ToDate } from './situation.ts'
import { withholding } from './withholding.ts'

/** Gross to net with every line, in the order of the French payslip. */
export function payslip(situation: FrenchSituation, law: FrenchLaw, gross: Minor): PayslipBody<ToDate> {
  const p = prepare(situation, law)
  const bases = basesOf(p, gross)
  const charged = charge(situation, law, p, bases)
  const reduction = reductionOf(p, bases)
  if (reduction) charged.lines.push(...reductionLines(p, bases[BASE.pay], reduction))

  const netBeforeTax = gross - charged.employee
  const taxable = netBeforeTax + charged.notDeductible + situation.engagement.healthEmployer
  charged.lines.push(withholding(situation, law, taxable < 0n ? 0n : taxable))
  return {
    earnings: earningsOf(situation, law, gross),
    lines: charged.lines,
    taxable,
    figures: figuresOf(situation, p, bases, netBeforeTax, taxable),
    toDate: toDateOf(situation, p, bases, reduction),
  }
}

/** The contributions of either side on a gross, with the reduction, without tax. */
export function contributions(situation: FrenchSituation, law: FrenchLaw, gross: Minor): PayslipLine[] {
  const p = prepare(situation, law)
  const bases = basesOf(p, gross)
  const { lines } = charge(situation, law, p, bases)
  const reduction = reductionOf(p, bases)
  return reduction ? [...lines, ...reductionLines(p, bases[BASE.pay], reduction)] : lines
}

interface Charged {
  readonly lines: PayslipLine[]
  readonly employee: Minor
  readonly notDeductible: Minor
}

function charge(situation: FrenchSituation, law: FrenchLaw, p: Prepared, bases: Bases): Charged {
  const { engagement } = situation
  const rules = law.contributions
  const explain = explainer(p, bases)
  const lines: PayslipLine[] = []
  let employee = 0n
  let notDeductible = 0n
  let cover = engagement.healthEmployer + engagement.providentEmployer

  // CSG and CRDS: 98.25 % of pay up to four ceilings, all pay above, all the employer's cover; exact, rounded on the line.
  const csgLine = (code: string, rate: typeof rules.crds) => {
    const abated = rules.csgAbated
    const upToFour = bases[BASE.unemployment]
    const exact = upToFour * abated.numerator + (bases[BASE.gross] - upToFour + cover) * abated.denominator
    const amount = divide(exact * rate.numerator, abated.denominator * rate.denominator)
    lines.push({
      code,
      kind: 'contribution',
      base: divide(exact, abated.denominator),
      employeeRate: rate,
      employee: amount,
      employer: 0n,
      authority: 'urssaf',
      why: {
        rule: 'csg-base',
        source: 'CSS L136-1, L136-2, L136-8; ordonnance 96-50',
        inputs: { pay: bases[BASE.gross], abated: upToFour, part: abated, cover },
      },
    })
    employee += amount
    return amount
  }

  for (const entry of p.profile.entries) {
    switch (entry) {
      case 'health':
      case 'provident': {
        const employerShare = entry === 'health' ? engagement.healthEmployer : engagement.providentEmployer
        const workerShare = entry === 'health' ? engagement.healthEmployee : engagement.providentEmployee
        if (employerShare === 0n && workerShare === 0n) break
        employee += workerShare
        lines.push({
          code: `${entry}-cover`,
          kind: 'contribution',
          base: employerShare + workerShare,
          employee: workerShare,
          employer: employerShare,
          authority: 'insurer',
          why: COVER_STATED,
        })
        break
      }
      case 'accident':
        lines.push(stated('accident', bases[BASE.pay], p.accidentRate, ACCIDENT))
        break
      case 'mobility':
        if (p.mobilityRate)
          lines.push(
            stated('mobility', bases[BASE.raisedPay], p.mobilityRate, p.raised ? MOBILITY_RAISED : MOBILITY),
          )
        break
      case 'cover-levy':
        if (p.profile.staffFrom11 && cover !== 0n)
          lines.push({
            code: 'cover-levy',
            kind: 'contribution',
            base: cover,
            employerRate: rules.coverLevy,
            employee: 0n,
            employer: multiply(cover, rules.coverLevy),
            authority: 'urssaf',
            why: COVER_LEVY,
          })
        break
      case 'csg-deductible':
        csgLine('csg-deductible', rules.csgDeductible)
        break
      case 'csg-non-deductible':
        notDeductible += csgLine('csg-non-deductible', rules.csgNonDeductible)
        break
      case 'crds':
        notDeductible += csgLine('crds', rules.crds)
        break
      default: {
        const base = bases[entry.base]
        if (base === 0n && entry.optional) break
        const line = ruledLine(entry, base, explain(entry))
        employee += line.employee
        if (entry.cover) cover += line.employer
        lines.push(line)
      }
    }
  }
  return { lines, employee, notDeductible }
}

const ruledLine = (rule: LineRule, base: Minor, why: Why): PayslipLine => ({
  code: rule.code,
  kind: 'contribution',
  base,
  ...(rule.employeeRate && { employeeRate: rule.employeeRate }),
  ...(rule.employerRate && { employerRate: rule.employerRate }),
  employee: rule.employee === 0n ? 0n : applied(base, rule.employee),
  employer: rule.employer === 0n ? 0n : applied(base, rule.employer),
  authority: rule.authority,
  why,
})

const stated = (code: string, base: Minor, rate: Prepared['accidentRate'], why: Why): PayslipLine => ({
  code,
  kind: 'contribution',
  base,
  employerRate: rate,
  employee: 0n,
  employer: multiply(base, rate),
  authority: 'urssaf',
  why,
})

const frozen = (rule: string, source: string): Why => Object.freeze({ rule, source })
const ACCIDENT = frozen('accident', 'CSS L242-5, D242-6-1 to D242-6-9')
const MOBILITY = frozen('on-pay', 'CGCT L2333-64, L2531-2')
const MOBILITY_RAISED = frozen('raised-pay', 'CGCT L2333-64, L2531-2')
const COVER_STATED = frozen('cover-stated', 'CSS L911-1, L911-7')
const COVER_LEVY = frozen('cover-levy', 'CSS L137-15, L137-16')

/** Why a base is what it is, with the figures to check it by hand; one set of figures serves all lines of a payslip. */
function explainer(p: Prepared, bases: Bases): (rule: LineRule) => Why {
  const { before } = p
  const year = p.regularised ? '-to-date' : ''
  const pay = bases[BASE.pay]
  const inputs = p.regularised
    ? {
        pay,
        ceiling: p.ceiling,
        payToDate: before.pay + pay,
        ceilingToDate: before.ceiling + p.ceiling,
        charged: before.capped,
      }
    : { pay, ceiling: p.ceiling }
  const pension =
    p.pensionApart || p.regularised
      ? {
          ...inputs,
          ceiling: p.pensionCeiling,
          ...(p.regularised && { ceilingToDate: before.pensionCeiling + p.pensionCeiling }),
        }
      : inputs
  return ({ base, rule, source }) => {
    switch (base) {
      case BASE.capped:
      case BASE.raisedCapped:
        return p.cappedApart || !p.regularised
          ? { rule, source, inputs: { pay, ceiling: p.ceiling } }
          : { rule: rule + year, source, inputs }
      case BASE.pensionT1:
        return { rule: rule + year, source, inputs: charged(pension, before.pensionT1) }
      case BASE.pensionT2:
        return { rule: rule + year, source, inputs: charged(pension, before.pensionT2) }
      case BASE.technical:
        return { rule: rule + year, source, inputs: charged(pension, before.technical) }
      case BASE.unemployment:
      case BASE.apec:
        return {
          rule: rule + year,
          source,
          inputs: { ...charged(pension, before.unemployment), pay: bases[BASE.gross] },
        }
      case BASE.sicknessSupplement:
      case BASE.familySupplement:
        return {
          rule,
          source,
          inputs: {
            pay: before.pay + pay,
            minimumWage: divide(before.minimumWage + minimumWageOf(p, pay), 1200n),
            times: {
              numerator: base === BASE.sicknessSupplement ? p.sicknessThreshold : p.familyThreshold,
              denominator: 10_000n,
            },
          },
        }
      default:
        return { rule, source }
    }
  }
}

/** On a payslip that regularises, what earlier ones already charged in this tranche. */
function charged<T extends object>(inputs: T, already: Minor): T {
  return 'charged' in inputs ? { ...inputs, charged: already } : inputs
}

function figuresOf(
  situation: FrenchSituation,
  p: Prepared,
  bases: Bases,
  netBeforeTax: Minor,
  taxable: Minor,
): Record<string, Minor> {
  const { status } = situation.engagement
  const figures: Record<string, Minor> = {
    'net-social': netBeforeTax,
    'net-before-tax': netBeforeTax,
    'net-taxable': taxable,
    ceiling: p.ceiling,
  }
  // A CESA or CAPE has no hours to check; an artist's hours are known only where stated.
  const hoursKnown =
    status !== 'artist' || situation.engagement.hours !== undefined || situation.engagement.fees !== undefined
  if (status !== 'cesa' && status !== 'cape' && hoursKnown && p.minimumWage > 0n) {
    const minimumWage = divide(p.minimumWage, 1200n)
    figures['minimum-wage'] = minimumWage
    if (bases[BASE.gross] < minimumWage) figures['minimum-wage-shortfall'] = minimumWage - bases[BASE.gross]
  }
  return figures
}

function toDateOf(
  situation: FrenchSituation,
  p: Prepared,
  bases: Bases,
  reduction: Reduction | undefined,
): ToDate {
  const month = situation.period.from.slice(0, 7)
  const pay = bases[BASE.pay]
  const minimumWage = minimumWageOf(p, pay)
  const from = p.carried
  const after: Before = {
    gross: from.gross + bases[BASE.gross],
    pay: from.pay + pay,
    ceiling: from.ceiling + p.ceiling,
    capped: from.capped + bases[BASE.capped],
    pensionCeiling: from.pensionCeiling + p.pensionCeiling,
    pensionT1: from.pensionT1 + bases[BASE.pensionT1],
    pensionT2: from.pensionT2 + bases[BASE.pensionT2],
    technical: from.technical + bases[BASE.technical],
    unemployment: from.unemployment + bases[BASE.unemployment],
    minimumWage: from.minimumWage + minimumWage,
    sicknessSupplement: from.sicknessSupplement + bases[BASE.sicknessSupplement],
    familySupplement: from.familySupplement + bases[BASE.familySupplement],
    reductionPay: from.reductionPay + (reduction ? pay : 0n),
    reductionMinimumWage: from.reductionMinimumWage + (reduction ? minimumWage : 0n),
    reduction: from.reduction + (reduction?.amount ?? 0n),
  }
  const previous = situation.toDate?.month.slice(0, 4) === month.slice(0, 4) ? situation.toDate : undefined
  const show = isShow(situation.engagement)
  const general = show ? previous?.general : totalsAsText(after)
  const ofShow = show ? totalsAsText(after) : previous?.show
  return {
    month: previous && previous.month > month ? previous.month : month,
    ...(general && { general }),
    ...(ofShow && { show: ofShow }),
    deducted: p.deducted + bases[BASE.gross] - pay,
  }
}
