import { divide, type Minor, type PayslipBody, type PayslipLine } from '@samen/core/country'
import { BASE, type Bases, basesOf } from './bases.ts'
import { charge } from './charge.ts'
import { earningsOf } from './earnings.ts'
import type { FrenchLaw } from './law.ts'
import { addOvertimeDeduction } from './overtime.ts'
import { type Prepared, prepare } from './prepare.ts'
import { addReduction, reductionOf } from './reduction.ts'
import type { FrenchSituation, ToDate } from './situation.ts'
import { toDateOf } from './to-date.ts'
import { withholding } from './withholding.ts'

/** Gross to net with every line, in the order of the French payslip. */
export function payslip(situation: FrenchSituation, law: FrenchLaw, gross: Minor): PayslipBody<ToDate> {
  const p = prepare(situation, law)
  const bases = basesOf(p, gross)
  const { lines, employee, notDeductible, overtime } = charge(situation, law, p, bases)
  const reduction = reductionOf(p, bases)
  if (reduction) addReduction(lines, p, bases[BASE.pay], reduction)
  if (overtime) addOvertimeDeduction(lines, p, overtime.total)

  const exempt = overtime?.exempt ?? 0n
  const netBeforeTax = gross - employee
  const taxable = netBeforeTax + notDeductible + situation.engagement.healthEmployer - exempt
  lines.push(withholding(situation, law, taxable < 0n ? 0n : taxable))
  return {
    earnings: earningsOf(situation, law, gross, p, overtime),
    lines,
    taxable,
    figures: figuresOf(situation, p, bases, netBeforeTax, taxable, exempt),
    toDate: toDateOf(situation, p, bases, reduction, exempt),
  }
}

/** The contributions of either side on a gross, with the reduction, without tax. */
export function contributions(situation: FrenchSituation, law: FrenchLaw, gross: Minor): PayslipLine[] {
  const p = prepare(situation, law)
  const bases = basesOf(p, gross)
  const { lines, overtime } = charge(situation, law, p, bases)
  const reduction = reductionOf(p, bases)
  if (reduction) addReduction(lines, p, bases[BASE.pay], reduction)
  if (overtime) addOvertimeDeduction(lines, p, overtime.total)
  return lines
}

function figuresOf(
  { engagement }: FrenchSituation,
  p: Prepared,
  bases: Bases,
  netBeforeTax: Minor,
  taxable: Minor,
  exempt: Minor,
): Record<string, Minor> {
  const { status } = engagement
  // A CESA or CAPE has no hours to check; an artist's hours are known only where stated.
  const hoursKnown = status !== 'artist' || engagement.hours !== undefined || engagement.fees !== undefined
  const checked = status !== 'cesa' && status !== 'cape' && hoursKnown && p.minimumPay !== 0n
  const figures: Record<string, Minor> = checked
    ? {
        'net-social': netBeforeTax,
        'net-before-tax': netBeforeTax,
        'net-taxable': taxable,
        ceiling: p.ceiling,
        'minimum-wage': divide(p.minimumPay, 1200n),
      }
    : {
        'net-social': netBeforeTax,
        'net-before-tax': netBeforeTax,
        'net-taxable': taxable,
        ceiling: p.ceiling,
      }
  if (exempt !== 0n) figures['overtime-exempt'] = exempt
  const lacking = (figures['minimum-wage'] ?? 0n) - bases[BASE.gross]
  if (checked && lacking > 0n) figures['minimum-wage-shortfall'] = lacking
  return figures
}
