import { Readable } from 'node:stream'
import { type Options, parse } from 'csv-parse'
import { parse as parseNow } from 'csv-parse/sync'
import type { FaultAt } from './line-fault.ts'
import { textOf, unreadable } from './text-file.ts'

/** Uploads are bounded: 50 MB, 200 000 lines, 100 columns, 2 000 characters a cell. */
export const CSV_BYTES_MAX = 50 * 1024 * 1024
export const CSV_LINES_MAX = 200_000
export const CSV_COLUMNS_MAX = 100
const CELL_MAX = 2_000
/** Lines one quoted cell may go on for. */
const CELL_LINES_MAX = 20

export interface CsvLine {
  /** Of its first line, where a quoted cell goes over several; the header is 1. */
  readonly line: number
  /** One a column, trimmed. */
  readonly cells: readonly string[]
}

export interface CsvFile {
  readonly columns: readonly string[]
  readonly lines: readonly CsvLine[]
  /** Lines that are no CSV; the others are not harmed by them. */
  readonly faults: readonly FaultAt[]
}

/**
 * Reads a CSV file with a header: UTF-8, separated by comma, semicolon or tab (whichever the header uses), cells quoted
 * by `"` where needed. Blank lines count but say nothing.
 *
 * @throws Problem `invalid-field` for what makes the whole file unusable.
 */
export async function readCsv(bytes: Uint8Array): Promise<CsvFile> {
  const text = textOf(bytes, CSV_BYTES_MAX).replace(/^\uFEFF/, '')
  const header = text.slice(0, endOfLine(text))
  const delimiter = delimiterOf(header)
  const columns = columnsOf(header, delimiter)
  if (countLines(text) > CSV_LINES_MAX + 1)
    throw unreadable(`it has more than ${CSV_LINES_MAX} lines; cut it into several files.`)
  const records =
    (await recordsOf(text, delimiter, columns.length)) ?? recordsByLine(text, delimiter, columns.length)
  return { columns, ...checked(records, columns) }
}

function endOfLine(text: string): number {
  const end = text.search(/[\r\n]/)
  return end === -1 ? text.length : end
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

const DELIMITERS = [';', ',', '\t'] as const

function delimiterOf(header: string): string {
  const outside = header.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => outside.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as string
}

function columnsOf(header: string, delimiter: string): string[] {
  let columns: string[]
  try {
    columns = (parseNow(header, optionsFor(delimiter)) as string[][])[0]?.map((cell) => cell.trim()) ?? []
  } catch {
    throw unreadable('its first line is not a header of column names.')
  }
  if (columns.length > CSV_COLUMNS_MAX) throw unreadable(`it has more than ${CSV_COLUMNS_MAX} columns.`)
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index)
  if (twice) throw unreadable(`its header has the column ${twice.slice(0, 60)} twice.`)
  return columns
}

interface Records {
  readonly lines: CsvLine[]
  readonly faults: FaultAt[]
}

const optionsFor = (delimiter: string): Options => ({
  delimiter,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  max_record_size: CSV_COLUMNS_MAX * CELL_MAX,
})

/** All records in one stream; undefined when a stray quote may have swallowed lines that are valid by themselves. */
async function recordsOf(text: string, delimiter: string, width: number): Promise<Records | undefined> {
  const parser = Readable.from(chunksOf(text)).pipe(parse(optionsFor(delimiter)))
  const lines: CsvLine[] = []
  let line = 1
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const breaks = cells.reduce((sum, cell) => sum + breaksIn(cell), 0)
      if (breaks > 0 && (cells.length !== width || breaks >= CELL_LINES_MAX)) return undefined
      if (line > 1) lines.push({ line, cells })
      line += 1 + breaks
    }
  } catch {
    return undefined
  }
  return { lines, faults: [] }
}

const chunkLength = 64 * 1024

function* chunksOf(text: string): Iterable<string> {
  for (let start = 0; start < text.length; start += chunkLength) yield text.slice(start, start + chunkLength)
}

const breaksIn = (cell: string): number =>
  cell.includes('\n') || cell.includes('\r') ? cell.split(/\r\n|\n|\r/).length - 1 : 0

/** Line by line: a line whose quotes do not close is joined with those after it only if they then make a record. */
function recordsByLine(text: string, delimiter: string, width: number): Records {
  const physical = text.split(/\r\n|\n|\r/)
  const lines: CsvLine[] = []
  const faults: FaultAt[] = []
  for (let index = 1; index < physical.length; index++) {
    const taken = closedAfter(physical, index)
    const cells = taken > 0 && cellsOf(physical.slice(index, index + taken).join('\n'), delimiter)
    if (cells && (taken === 1 || cells.length === width)) {
      lines.push({ line: index + 1, cells })
      index += taken - 1
    } else
      faults.push({
        line: index + 1,
        field: 'line',
        reason: 'A quoted cell is not closed, or goes on after its closing quote.',
      })
  }
  return { lines, faults }
}

/** How many lines from here on make the quotes even; 0 when too many. */
function closedAfter(lines: readonly string[], from: number): number {
  let open = false
  for (let taken = 1; taken <= CELL_LINES_MAX && from + taken <= lines.length; taken++) {
    if ((((lines[from + taken - 1] as string).split('"').length - 1) & 1) === 1) open = !open
    if (!open) return taken
  }
  return 0
}

function cellsOf(record: string, delimiter: string): string[] | undefined {
  try {
    const records = parseNow(record, optionsFor(delimiter)) as string[][]
    return records.length > 1 ? undefined : (records[0] ?? [''])
  } catch {
    return undefined
  }
}

function checked({ lines, faults }: Records, columns: readonly string[]): Records {
  const sound: CsvLine[] = []
  const wrong = [...faults]
  for (const { line, cells } of lines) {
    const trimmed = cells.map((cell) => cell.trim())
    if (trimmed.every((cell) => cell === '')) continue
    const long = trimmed.findIndex((cell) => cell.length > CELL_MAX)
    if (trimmed.length !== columns.length)
      wrong.push({
        line,
        field: 'line',
        reason: `Has ${trimmed.length} cells; the header has ${columns.length}.`,
      })
    else if (long !== -1)
      wrong.push({
        line,
        field: columns[long] || 'line',
        reason: `A cell has at most ${CELL_MAX} characters.`,
      })
    else sound.push({ line, cells: trimmed })
  }
  return { lines: sound, faults: wrong }
}
