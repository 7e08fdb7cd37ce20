import type { IsoDate, Minor } from '../country/index.ts'
import { type AdjustmentEntry, adjustmentLines } from './adjustment-lines.ts'
import { type Elimination, eliminate, type GroupLine, type HeldMargin } from './eliminate.ts'
import type { Holding } from './holding.ts'
import { type IncludedOffice, includeOffice } from './include-office.ts'
import type { TranslatedBooks } from './translate.ts'

/** What the group itself wrote down, by which packs become its figures. */
export interface GroupTerms {
  readonly holdings: readonly Holding[]
  readonly margins: readonly HeldMargin[]
  /** Approved ones. */
  readonly adjustments: readonly AdjustmentEntry[]
}

/** The group's accounts at one moment, each amount with where it comes from. */
export interface GroupSheet {
  readonly offices: readonly IncludedOffice[]
  readonly eliminations: readonly Elimination[]
  readonly adjustments: readonly {
    readonly groupAdjustmentId: string
    readonly lines: readonly GroupLine[]
  }[]
}

/**
 * Adds the offices up: each by its method, then what they did among themselves is taken out, then the group's own entries.
 * All lines sum to zero if the packs do. Pure.
 *
 * @param month first day of the month stated; `yearStart`: the 1 January by which the translated books split results.
 */
export function groupSheet(
  offices: readonly { readonly office: string; readonly books: TranslatedBooks }[],
  { holdings, margins, adjustments }: GroupTerms,
  { month, yearStart }: { month: IsoDate; yearStart: IsoDate },
): GroupSheet {
  const included = offices.map(({ office, books }) => includeOffice(office, books, { month, holdings }))
  return {
    offices: included,
    eliminations: eliminate({ included, holdings, margins, month, yearStart }),
    adjustments: adjustments.flatMap((entry) => {
      const lines = adjustmentLines(entry, { month, yearStart })
      return lines.length === 0 ? [] : [{ groupAdjustmentId: entry.groupAdjustmentId, lines }]
    }),
  }
}

/** A group account's figure in columns; the sum of them is the group's. */
export interface SheetColumns {
  readonly byOffice: ReadonlyMap<string, Minor>
  readonly minority: Minor
  readonly eliminations: Minor
  readonly adjustments: Minor
}

export const NO_COLUMNS: SheetColumns = Object.freeze({
  byOffice: new Map<string, Minor>(),
  minority: 0n,
  eliminations: 0n,
  adjustments: 0n,
})

export const columnsTotal = ({ byOffice, minority, eliminations, adjustments }: SheetColumns): Minor =>
  [...byOffice.values()].reduce((sum, amount) => sum + amount, minority + eliminations + adjustments)

/** The sheet by group account. Pure. */
export function sheetColumns(sheet: GroupSheet): Map<string, SheetColumns> {
  const columns = new Map<
    string,
    { byOffice: Map<string, Minor>; minority: Minor; eliminations: Minor; adjustments: Minor }
  >()
  const of = (group: string) => {
    const known = columns.get(group) ?? {
      byOffice: new Map<string, Minor>(),
      minority: 0n,
      eliminations: 0n,
      adjustments: 0n,
    }
    columns.set(group, known)
    return known
  }
  for (const { office, lines, minority } of sheet.offices) {
    for (const { group, amount } of lines) {
      const { byOffice } = of(group)
      byOffice.set(office, (byOffice.get(office) ?? 0n) + amount)
    }
    for (const { group, amount } of minority) of(group).minority += amount
  }
  for (const { lines } of sheet.eliminations)
    for (const { group, amount } of lines) of(group).eliminations += amount
  for (const { lines } of sheet.adjustments)
    for (const { group, amount } of lines) of(group).adjustments += amount
  return columns
}
