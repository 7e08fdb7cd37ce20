import type { Minor, PayslipLine, Rate, Why } from '@samen/core/country'

/** A contribution line. Written out by which rates it has, so that a million of them share four shapes. */
export function contribution(
  code: string,
  base: Minor,
  employeeRate: Rate | undefined,
  employerRate: Rate | undefined,
  employee: Minor,
  employer: Minor,
  authority: string,
  why: Why,
): PayslipLine {
  const kind = 'contribution'
  if (employerRate)
    return employeeRate
      ? { code, kind, base, employeeRate, employerRate, employee, employer, authority, why }
      : { code, kind, base, employerRate, employee, employer, authority, why }
  return employeeRate
    ? { code, kind, base, employeeRate, employee, employer, authority, why }
    : { code, kind, base, employee, employer, authority, why }
}
