/** What `templates/statements.typ` prints: texts and figures ready to be read. */
export interface StatementTable {
  readonly heading: string
  /** Heads of the columns of figures: one, two, three or five. */
  readonly columns: readonly string[]
  readonly parts: readonly TablePart[]
}

export interface TablePart {
  readonly label: string
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** `sum`: of what stands above; `total`: what the reader looks for first. */
  readonly style: 'line' | 'sum' | 'total'
  /** Account; empty on what stands on none. */
  readonly number: string
  readonly label: string
  readonly cells: readonly string[]
}

export interface Note {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly head: readonly string[]
  /** Which columns hold figures. */
  readonly numeric: readonly boolean[]
  readonly rows: readonly (readonly string[])[]
  /** What stands below the table; empty for nothing. */
  readonly after: string
}

/** Rows a note prints at most: the rest is in the workbook. */
export const NOTE_ROWS_MAX = 200

export const tableRow = (
  label: string,
  cells: readonly string[],
  { number = '', style = 'line' }: Partial<Pick<TableRow, 'number' | 'style'>> = {},
): TableRow => ({ style, number, label, cells })

/** A note of words alone. */
export const saidNote = (heading: string, ...paragraphs: readonly string[]): Note => ({
  heading,
  paragraphs,
  head: [],
  numeric: [],
  rows: [],
  after: '',
})
