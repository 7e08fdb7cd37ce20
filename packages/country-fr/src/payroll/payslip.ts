import { divide, type Minor, type PayslipBody, type PayslipLine } from '@samen/core/country'
import { BASE, type Bases, basesOf } from './bases.ts'
import { charge } from './charge.ts'
import { earningsOf } from './earnings.ts'
import type { FrenchLaw } from './law.ts'
import { type Prepared, prepare } from './prepare.ts'
import { addReduction, reductionOf } from './reduction.ts'
import type { FrenchSituation, ToDate } from './situation.ts'
import { toDateOf } from './to-date.ts'
import { withholding } from './withholding.ts'

/** Gross to net with every line, in the order of the French payslip. */
export function payslip(situation: FrenchSituation, law: FrenchLaw, gross: Minor): PayslipBody<ToDate> {
  const p = prepare(situation, law)
  const bases = basesOf(p, gross)
  const { lines, employee, notDeductible } = charge(situation, law, p, bases)
  const reduction = reductionOf(p, bases)
  if (reduction) addReduction(lines, p, bases[BASE.pay], reduction)

  const netBeforeTax = gross - employee
  const taxable = netBeforeTax + notDeductible + situation.engagement.healthEmployer
  lines.push(withholding(situation, law, taxable < 0n ? 0n : taxable))
  return {
    earnings: earningsOf(situation, law, gross),
    lines,
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
  if (reduction) addReduction(lines, p, bases[BASE.pay], reduction)
  return lines
}

function figuresOf(
  { engagement }: FrenchSituation,
  p: Prepared,
  bases: Bases,
  netBeforeTax: Minor,
  taxable: Minor,
): Record<string, Minor> {
  const { status } = engagement
  const net = {
    'net-social': netBeforeTax,
    'net-before-tax': netBeforeTax,
    'net-taxable': taxable,
    ceiling: p.ceiling,
  }
  // A CESA or CAPE has no hours to check; an artist's hours are known only where stated.
  const hoursKnown = status !== 'artist' || engagement.hours !== undefined || engagement.fees !== undefined
  if (status === 'cesa' || status === 'cape' || !hoursKnown || p.minimumWage === 0n) return net
  const minimumWage = divide(p.minimumWage, 1200n)
  const lacking = minimumWage - bases[BASE.gross]
  return lacking > 0n
    ? { ...net, 'minimum-wage': minimumWage, 'minimum-wage-shortfall': lacking }
    : {
        'net-social': netBeforeTax,
        'net-before-tax': netBeforeTax,
        'net-taxable': taxable,
        ceiling: p.ceiling,
        'minimum-wage': minimumWage,
      }
}
