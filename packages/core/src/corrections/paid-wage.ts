import { type IsoDate, type Minor, parseAmount } from '../country/index.ts'
import {
  type DetailLine,
  type Owed,
  owedFromStored,
  type StoredDetail,
  unpackDetail,
} from '../payslips/index.ts'
import { addOwed, type Figures, NO_FIGURES, plus } from './difference.ts'

/** A posted payslip as it stands today: what was paid then, and every correction since. */
export interface PaidWage {
  readonly payslipId: string
  readonly legalEntityId: string
  readonly memberId: string
  readonly memberName: string
  readonly iban: string
  readonly engagementId: string
  readonly contractId: string
  readonly contractReference: string
  readonly activityId: string
  readonly payBy: IsoDate
  readonly periodFrom: IsoDate
  readonly periodTo: IsoDate
  readonly currency: string
  readonly gross: Minor
  readonly situation: Readonly<Record<string, unknown>>
  readonly figures: Figures
  readonly owed: Owed
  /** By code; of a line that corrections changed, the latest reason and the amounts in all. */
  readonly lines: ReadonlyMap<string, PaidLine>
  readonly toDate: object
}

/** A line with its amounts in minor units. */
export interface PaidLine {
  readonly line: DetailLine
  readonly employee: Minor
  readonly employer: Minor
}

/** What a row of `payslip` adds to what a payslip says. */
export interface StoredFigures {
  readonly figures: Figures
  readonly owed: Readonly<Record<string, string>>
  readonly detail: StoredDetail
  readonly toDate: object
}

/** The original and its corrections, the oldest first, as one. */
export function standing(
  rows: readonly StoredFigures[],
  decimals: number,
): Pick<PaidWage, 'figures' | 'owed' | 'lines' | 'toDate'> {
  let figures = NO_FIGURES
  const owed: Record<string, Minor> = {}
  const lines = new Map<string, PaidLine>()
  for (const row of rows) {
    figures = plus(figures, row.figures)
    addOwed(owed, owedFromStored(row.owed))
    for (const line of unpackDetail(row.detail).lines) {
      const { employee = 0n, employer = 0n } = lines.get(line.code) ?? {}
      lines.set(line.code, {
        line,
        employee: employee + parseAmount(line.employee, decimals),
        employer: employer + parseAmount(line.employer, decimals),
      })
    }
  }
  return { figures, owed, lines, toDate: (rows.at(-1) as StoredFigures).toDate }
}
