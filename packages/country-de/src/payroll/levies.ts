import type { Minor, PayslipLine } from '@samen/core/country'
import { because, contribution } from './line.ts'
import type { Prepared } from './prepare.ts'
import { portion, type Share } from './shares.ts'

/** Levies U1, U2 and for insolvency money, on the base of the pension insurance (AAG § 7, SGB III § 358). */
export function levies(p: Prepared, base: Minor, lines: PayslipLine[] | undefined, centre: boolean): Minor {
  const authority = centre ? 'minijob-zentrale' : 'health-fund'
  const sick = centre ? p.centreSickPayLevy : p.sickPayLevy
  const maternity = centre ? p.centreMaternityLevy : p.maternityLevy
  return (
    (sick ? levy('sick-pay-levy', base, sick, authority, SICK_PAY, lines) : 0n) +
    (maternity ? levy('maternity-levy', base, maternity, authority, MATERNITY, lines) : 0n) +
    levy('insolvency-levy', base, p.shares.insolvency, authority, INSOLVENCY, lines)
  )
}

function levy(
  code: string,
  base: Minor,
  share: Share,
  authority: string,
  why: PayslipLine['why'],
  lines: PayslipLine[] | undefined,
): Minor {
  const amount = portion(base, share)
  lines?.push(contribution(code, base, undefined, share, 0n, amount, authority, why))
  return amount
}

const SICK_PAY = because('levy', 'AAG §§ 1, 7')
const MATERNITY = because('levy', 'AAG §§ 1, 7')
const INSOLVENCY = because('levy', 'SGB III §§ 358, 360')
