import type { z } from 'zod'
import { parseXml, type XmlElement, XmlError } from '../../xml/index.ts'
import { asDecimal, Reading, UnwritableError } from '../binding.ts'
import { scaled } from '../decimal.ts'
import type { EInvoice, Found, FoundInvoice } from '../model.ts'
import { collapse } from './leaves.ts'

/** What a national format says: the invoice as EN 16931 knows it, and beside it what only that country asks. */
export interface NationalReading<S> {
  readonly invoice: FoundInvoice
  readonly supplement: Found<S>
}

interface Faithful<S> {
  readonly format: string
  readonly invoice: EInvoice
  readonly supplement: S
  readonly read: (element: XmlElement, reading: Reading) => NationalReading<S>
  /** How the format spells a text. */
  readonly spelt?: (text: string) => string
}

/**
 * Hands `xml` back if its own reader finds in it what was to be said. National formats say less than EN 16931, each in its
 * own places; so nothing is lost silently, what was written is read again and compared.
 *
 * @throws UnwritableError naming the first field that would be lost or changed. Numbers may change their zeros at the end.
 */
export function faithful<S>(
  xml: string,
  { format, invoice, supplement, read, spelt = collapse }: Faithful<S>,
): string {
  const reading = new Reading()
  const again = read(parsed(xml), reading)
  const field =
    difference(invoice, again.invoice, spelt, '') ??
    difference(supplement, again.supplement, spelt, 'supplement')
  if (field !== undefined)
    throw new UnwritableError(
      `${format} has no place for this, or not beside the rest of the invoice.`,
      field,
    )
  const [fault] = reading.findings.all
  if (fault)
    throw new UnwritableError(`${format} would be read with a fault at ${fault.place}: ${fault.text}`)
  return xml
}

/** The document just written. @throws UnwritableError where a text holds a character that no XML file may hold. */
export function parsed(xml: string): XmlElement {
  try {
    return parseXml(xml)
  } catch (error) {
    if (error instanceof XmlError)
      throw new UnwritableError(`A text cannot stand in a file: ${error.message}.`)
    throw error
  }
}

/** @throws UnwritableError naming the first field of the supplement that has not its form. */
export function checkedSupplement<S>(schema: z.ZodType<S>, supplement: S): void {
  const issue = schema.safeParse(supplement).error?.issues[0]
  if (issue) throw new UnwritableError(issue.message, ['supplement', ...issue.path].join('.'))
}

function difference(
  before: unknown,
  after: unknown,
  spelt: (text: string) => string,
  path: string,
): string | undefined {
  if (typeof before === 'string' && typeof after === 'string')
    return isSame(before, after, spelt) ? undefined : path
  if (!isObject(before) && !isObject(after)) return before === after ? undefined : path
  const [was, is] = [before, after].map((value) => (isObject(value) ? value : {})) as [Parts, Parts]
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const step = Array.isArray(before) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const found = difference(was[key], is[key], spelt, step)
    if (found !== undefined) return found
  }
  return undefined
}

type Parts = Record<string, unknown>
const isObject = (value: unknown): value is Parts => value !== null && typeof value === 'object'

function isSame(before: string, after: string, spelt: (text: string) => string): boolean {
  if (before === after) return true
  const [was, is] = [asDecimal(before), asDecimal(after)]
  if (was !== undefined && is !== undefined) return scaled(was) === scaled(is)
  return spelt(before) === after
}
