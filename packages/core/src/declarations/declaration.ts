import type { DueFiling, IsoDate } from '../country/index.ts'

/** A filing that was made, as somebody recorded it. */
export interface FiledDeclaration {
  readonly declarationId: string
  readonly legalEntityId: string
  /** The filing's code in the country's plugin. */
  readonly filing: string
  readonly from: IsoDate
  readonly to: IsoDate
  readonly filedOn: IsoDate
  /** What the authority answered: its number of the filing. */
  readonly reference: string
  readonly fileName: string | null
  /** Of the file that was sent, in hexadecimal. */
  readonly fileSha256: string | null
  /** The filing of the same period that this one corrects. */
  readonly corrects: string | null
  readonly recordedBy: string
}

/** Overdue: its last day has passed; due: its period is over; coming: its period still runs. */
export type DeclarationState = 'overdue' | 'due' | 'coming' | 'filed'

/** A filing of a period of one company, and what became of it: the latest filed, after those it corrects. */
export interface Declaration extends DueFiling {
  readonly legalEntityId: string
  readonly state: DeclarationState
  readonly filed: readonly FiledDeclaration[]
}

/** Where a filing of a period stands on a day. */
export function stateOf(
  { to, dueOn }: Pick<DueFiling, 'to' | 'dueOn'>,
  filed: readonly unknown[],
  today: IsoDate,
): DeclarationState {
  if (filed.length > 0) return 'filed'
  if (dueOn < today) return 'overdue'
  return to < today ? 'due' : 'coming'
}
