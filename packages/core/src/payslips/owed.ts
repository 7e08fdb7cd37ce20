import type { Minor, PayslipLine } from '../country/index.ts'

/** What a payslip owes to each authority, minor units. */
export type Owed = Readonly<Record<string, Minor>>

/** Both sides' lines by authority; reductions for the mutual account are owed less. Authorities owed nothing are absent. */
export function owedTo(lines: readonly Pick<PayslipLine, 'authority' | 'employee' | 'employer'>[]): Owed {
  const owed: Record<string, Minor> = {}
  for (const line of lines)
    owed[line.authority] = (owed[line.authority] ?? 0n) + line.employee + line.employer
  return withoutZeros(owed)
}

/** By how much `now` exceeds `before`, authority by authority. */
export function owedDifference(now: Owed, before: Owed): Owed {
  const difference: Record<string, Minor> = { ...now }
  for (const code in before) difference[code] = (difference[code] ?? 0n) - (before[code] as Minor)
  return withoutZeros(difference)
}

/** As it is stored: JSON text of minor units as text. */
export function owedAsText(owed: Owed): string {
  const stored: Record<string, string> = {}
  for (const authority in owed) stored[authority] = String(owed[authority])
  return JSON.stringify(stored)
}

export function owedFromStored(stored: Readonly<Record<string, string>>): Owed {
  return Object.fromEntries(Object.entries(stored).map(([code, amount]) => [code, BigInt(amount)]))
}

function withoutZeros(owed: Record<string, Minor>): Owed {
  for (const authority in owed) if (owed[authority] === 0n) delete owed[authority]
  return owed
}
