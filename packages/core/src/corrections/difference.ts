import type { IsoDate, Minor, PayslipTotals } from '../country/index.ts'
import type { DetailLine, Owed } from '../payslips/index.ts'

/** What a payslip says in all, its earlier corrections included. */
export type Figures = Omit<PayslipTotals, 'gross'>

export const FIGURES = [
  'employeeContributions',
  'taxable',
  'wageTax',
  'net',
  'employerContributions',
  'employerCost',
  'mutualised',
] as const satisfies readonly (keyof Figures)[]

export const NO_FIGURES: Figures = Object.freeze({
  employeeContributions: 0n,
  taxable: 0n,
  wageTax: 0n,
  net: 0n,
  employerContributions: 0n,
  employerCost: 0n,
  mutualised: 0n,
})

export function plus(a: Figures, b: Figures): Figures {
  return combined(a, b, (x, y) => x + y)
}

export function minus(a: Figures, b: Figures): Figures {
  return combined(a, b, (x, y) => x - y)
}

function combined(a: Figures, b: Figures, combine: (x: Minor, y: Minor) => Minor): Figures {
  const result: Partial<Record<keyof Figures, Minor>> = {}
  for (const figure of FIGURES) result[figure] = combine(a[figure], b[figure])
  return result as Figures
}

/** The figures alone, of anything that has them. */
export const figuresOf = (all: Figures): Figures => plus(NO_FIGURES, all)

export function addOwed(sum: Record<string, Minor>, owed: Owed): void {
  for (const code in owed) sum[code] = (sum[code] ?? 0n) + (owed[code] as Minor)
}

/** What changed law makes of one payslip that was paid. Minor units; `difference` is what the law says now less before. */
export interface PayslipDifference {
  /** The payslip corrected. */
  readonly payslipId: string
  readonly contractReference: string
  readonly periodFrom: IsoDate
  readonly periodTo: IsoDate
  readonly before: Figures
  readonly difference: Figures
  /** The lines whose amount changed: their difference, their reason now, and what they were. */
  readonly lines: readonly DetailLine[]
}

/** What changed law means for one worker with one company. */
export interface WorkerDifference {
  readonly memberId: string
  readonly memberName: string
  readonly legalEntityId: string
  readonly before: Figures
  readonly difference: Figures
  readonly payslips: readonly PayslipDifference[]
}

/** What one authority is owed on the payslips touched, minor units. */
export interface AuthorityDifference {
  readonly authority: string
  readonly before: Minor
  readonly difference: Minor
}
