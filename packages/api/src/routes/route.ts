import { type OfficeContext, officeContext } from '@samen/core/context'
import { amount, parseAmount } from '@samen/core/country'
import { inOffice, type Transaction } from '@samen/core/database'
import { notFound, Problem } from '@samen/core/problem'
import { type Context, Hono } from 'hono'
import { describeRoute, resolver, validator } from 'hono-openapi'
import { z } from 'zod'
import { problem } from '../answers/common.ts'
import { renderPdf } from '../documents/index.ts'
import type { ReadDocument } from '../queries/documents.ts'
import type { Env } from '../services.ts'
import { invalidInput } from '../stateless/faults.ts'

/** An empty sub-app of the server: one per noun. */
export const routes = () => new Hono<Env>()

interface Described {
  /** 201 where something new was made, 204 where nothing is said. */
  status?: 200 | 201 | 202
  tags: string[]
  /** Other media types than JSON, with what they hold. */
  media?: Readonly<Record<string, string>>
  /** Bodies that no validator describes: by media type, what they hold or their JSON Schema. */
  takes?: Readonly<Record<string, string | object>>
}

/** What a route is for and what it answers, for the OpenAPI document. */
export function describe(
  summary: string,
  answer: z.ZodType | undefined,
  { status = 200, tags, media, takes }: Described,
) {
  const content = {
    ...(answer && { 'application/json': { schema: resolver(answer) } }),
    ...bodies(media ?? {}),
  }
  return describeRoute({
    summary,
    tags,
    ...(takes && { requestBody: { required: true, content: bodies(takes) } }),
    responses: {
      [status]: { description: summary, content },
      default: {
        description: 'A refusal, as RFC 9457 problem document',
        content: { 'application/problem+json': { schema: resolver(problem) } },
      },
    },
  })
}

const bodies = (media: Readonly<Record<string, string | object>>) =>
  Object.fromEntries(
    Object.entries(media).map(([type, schema]) => [
      type,
      { schema: typeof schema === 'string' ? { type: 'string' as const, description: schema } : schema },
    ]),
  )

/** The request's JSON body; a refusal names the field. */
export const body = <Schema extends z.ZodType>(schema: Schema) => validator('json', schema, refuseInvalidBody)

/** The request's query; a refusal names the parameter. */
export const query = <Schema extends z.ZodType>(schema: Schema) => validator('query', schema, refuseInvalid)

interface Outcome {
  success: boolean
  /** Zod's issues: every schema here is one of Zod's. */
  error?: readonly unknown[]
}

function refuseInvalid(outcome: Outcome): undefined {
  if (!outcome.success) throw invalidInput(new z.ZodError((outcome.error ?? []) as z.core.$ZodIssue[]))
}

function refuseInvalidBody(outcome: Outcome, c: Context): undefined {
  // A body of another type is not read at all, and would be told to miss every field.
  if (!/^application\/([a-z.]+\+)?json\b/.test(c.req.header('content-type') ?? ''))
    throw new Problem('invalid-request', 'The body must be JSON, with content-type application/json.')
  return refuseInvalid(outcome)
}

/** Items a page holds at most. */
export const PAGE_MAX = 200

/** `limit` and `cursor` of every list. */
export const pageQuery = z.object({
  limit: z
    .string()
    .regex(/^\d{1,4}$/, 'a limit is a whole number')
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= PAGE_MAX, `a page holds 1 to ${PAGE_MAX} items`)
    .optional()
    .meta({ description: `Items a page holds, at most ${PAGE_MAX}; 50 unless told` }),
  cursor: z.string().max(500).optional().meta({ description: '`next` of the page before' }),
})
export type PageQuery = z.output<typeof pageQuery>

export const daySchema = z.iso
  .date('a day is written YYYY-MM-DD and must exist')
  .meta({ examples: ['2026-11-23'] })
export const periodSchema = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'a period is a month written YYYY-MM')
  .meta({ examples: ['2026-10'] })

/** The language a document is wanted in. */
export const languageQuery = z.object({
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'a language is two small letters')
    .optional()
    .meta({ description: "Of the document; the member's own unless told", examples: ['nl'] }),
})

/** An amount as input: decimal text or a number in major units; minor units after parsing. */
export const amountSchema = amount

/** An amount that may be negative, such as a line of an entry. */
export const signedAmountSchema = z
  .string()
  .max(20)
  .transform((text, context) => {
    try {
      return parseAmount(text)
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message })
      return z.NEVER
    }
  })
  .meta({ description: 'In major units, at most two decimals; may be negative', examples: ['-2500.00'] })

/** The short name of an office. */
export const slugSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,30}$/, 'an office by its short name')
  .meta({ examples: ['fr'] })

/** An id from the address. What is no UUID names nothing. */
export function idOf(text: string | undefined): string {
  if (text === undefined || !z.uuid().safeParse(text).success) throw notFound('such thing')
  return text.toLowerCase()
}

export type OfficeRequest = Context<Env>

/** Runs a question or a use case in the office of the address: one transaction, under its row-level security. */
export const work = <T>(c: OfficeRequest, run: (trx: Transaction) => Promise<T>): Promise<T> =>
  inOffice(c.var.services.db, c.var.office.officeId, run)

/** Who acts, where, under which law and when: what every use case is told. */
export const contextOf = (c: OfficeRequest): OfficeContext =>
  officeContext({
    officeId: c.var.office.officeId,
    plugin: c.var.office.plugin,
    by: c.var.user.id,
    now: c.var.services.now(),
  })

/** The member who asks. */
export function memberOf(c: OfficeRequest): string {
  const { memberId } = c.var.office
  if (memberId === null) throw new Problem('forbidden', 'This needs the right member in the office.')
  return memberId
}

/** A document as PDF, drawn after its transaction has ended. */
export async function pdfAnswer(c: OfficeRequest, { name, source }: ReadDocument): Promise<Response> {
  const pdf = await renderPdf(source)
  return c.body(pdf, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.pdf"`,
  })
}

/** The request's body as a file. */
export async function fileOf(
  c: OfficeRequest,
  ordinaryName: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  if (bytes.length === 0)
    throw new Problem('invalid-request', 'The body is empty: send the file as the body.')
  return { name: c.req.query('name') ?? ordinaryName, bytes }
}

/** Whom a message to a client goes to. */
export const mailedTo = z.strictObject({
  recipient: z.string().trim().max(254).optional().meta({ description: 'The client’s address unless told' }),
})

/** A file that somebody else wrote: saved, never shown in our own pages. */
export const strangersFile = (
  c: OfficeRequest,
  { name, content }: { name: string; content: Buffer },
): Response =>
  c.body(new Uint8Array(content), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
    'x-content-type-options': 'nosniff',
  })
