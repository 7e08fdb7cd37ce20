import { Problem } from '@samen/core/problem'
import type { z } from 'zod'
import { type FaultDocument, faultOf } from './faults.ts'
import { batchesOfLines, LINE_BYTES_MAX, type Line } from './lines.ts'

export type Id = string | number | null

/** One stateless question: from parsed JSON to an answer. Throws a `Problem`, or an error that `faultOf` knows. */
export interface Question {
  answer(input: unknown): object
  /** The same as JSON text, where writing it directly is quicker. */
  answerText?(input: unknown): string
  /** Reads a line that is no JSON object; by default that is an error. */
  readBareLine?(text: string): unknown
  /** Turns the question's own errors into problems that name the field. */
  faultOf?(error: unknown, input: unknown): Problem | undefined
}

/**
 * Answers a stream of lines with a stream of lines, in the same order, in batches of bytes. An error is an answer too:
 * `{ id, error }`. Nothing in one line can stop the next.
 */
export async function* answerLines(
  question: Question,
  source: AsyncIterable<Uint8Array>,
  onUnexpected: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  let batch = Buffer.allocUnsafe(BATCH_BYTES)
  let used = 0
  for await (const lines of batchesOfLines(source)) {
    for (const line of lines) {
      const text = `${answerLine(question, line, onUnexpected)}\n`
      // A UTF-16 unit is at most three bytes.
      const bytesMax = text.length * 3
      if (used + bytesMax > batch.length) {
        if (used > 0) yield batch.subarray(0, used)
        batch = Buffer.allocUnsafe(Math.max(BATCH_BYTES, bytesMax))
        used = 0
      }
      // Into bytes at once: held as text, a batch would keep the garbage collector busy.
      used += batch.write(text, used)
    }
    if (used > 0) yield batch.subarray(0, used)
    batch = batch.subarray(used)
    used = 0
  }
}

/** Room for a batch of answers: enough for few writes, little enough for constant memory. */
const BATCH_BYTES = 512 * 1024

/** The answer to one parsed input, or what was wrong with it. */
export function answerOne(
  question: Question,
  input: unknown,
  onUnexpected: (error: unknown) => void,
): { answer: object } | { fault: FaultDocument } {
  try {
    return { answer: question.answer(input) }
  } catch (error) {
    return { fault: faultOf(question.faultOf?.(error, input) ?? error, onUnexpected) }
  }
}

function answerLine(question: Question, line: Line, onUnexpected: (error: unknown) => void): string {
  let input: unknown
  try {
    if (line.fault) throw unreadable[line.fault]
    input = readLine(question, line.text)
    return question.answerText ? question.answerText(input) : JSON.stringify(question.answer(input))
  } catch (error) {
    const fault = faultOf(question.faultOf?.(error, input) ?? error, onUnexpected)
    const id = input === undefined ? idBeforeFault(line.text) : idOf(input)
    return JSON.stringify({ ...(id !== undefined && { id }), error: { ...fault, line: line.number } })
  }
}

const unreadable = {
  'too-long': new Problem('line-too-long', `A line has at most ${LINE_BYTES_MAX} bytes.`),
  'not-utf8': new Problem('malformed-json', 'The line is not UTF-8 text.'),
}

function readLine(question: Question, text: string): unknown {
  if (question.readBareLine && !/^\s*\{/.test(text)) return question.readBareLine(text)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem('malformed-json', `The line is not JSON: ${(error as Error).message}`)
  }
}

/** Refuses what is no object, and an id that JSON numbers cannot carry unchanged. */
export function requireObject(input: unknown): asserts input is Record<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new Problem('invalid-field', 'A JSON object is expected.')
  const { id } = input as { id?: unknown }
  if (typeof id === 'number' && Math.abs(id) > Number.MAX_SAFE_INTEGER)
    throw new Problem('invalid-field', 'An id beyond 9007199254740991 must be text to come back unchanged.', {
      field: 'id',
    })
}

/** The id of a wrong input, if it has one that can be returned unchanged. */
export function idOf(input: unknown): Id | undefined {
  if (typeof input !== 'object' || input === null) return undefined
  const { id } = input as { id?: unknown }
  if (id === null) return null
  if (typeof id === 'string') return id.length <= 200 ? id : undefined
  return typeof id === 'number' && Math.abs(id) <= Number.MAX_SAFE_INTEGER ? id : undefined
}

/** The id of a line that is no JSON, where it stands first and is whole. */
function idBeforeFault(text: string): Id | undefined {
  const match = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.){0,200}"|-?\d{1,15}|null)\s*[,}]/.exec(text)
  if (!match) return undefined
  try {
    return idOf({ id: JSON.parse(match[1] as string) })
  } catch {
    return undefined
  }
}

/** Parses with a schema. Throws a `Problem` that names every field at fault. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw parsed.error
}
