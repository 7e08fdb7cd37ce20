import type { AnyCountryPlugin } from '@samen/core/country'
import { notFound, Problem } from '@samen/core/problem'
import type { Context } from 'hono'
import { z } from 'zod'
import { country, deadlineAnswer, locale, numberAnswer } from '../answers/countries.ts'
import type { Env } from '../services.ts'
import { answerLines, answerOne, type Question } from '../stateless/answers.ts'
import { aboutCountry } from '../stateless/countries.ts'
import { deadlineInput, deadlineQuestion } from '../stateless/deadline.ts'
import { numberInput, numberQuestion } from '../stateless/number.ts'
import { payslipQuestion } from '../stateless/payslip.ts'
import { schemasOf } from '../stateless/schema.ts'
import { describe, routes } from './route.ts'

const tags = ['Countries']
const NDJSON = 'application/x-ndjson'
const lines = (question: object) => ({
  tags,
  media: { [NDJSON]: 'One answer a line, in the order of the questions; a refusal is `{ id, error }`' },
  takes: { 'application/json': question, [NDJSON]: 'One question a line' },
})
const situation = {
  type: 'object',
  description: 'A situation, as `GET …/schema` of the country describes it',
}
function questionOf(schema: z.ZodType): object {
  // Which dialect it is, the document around it says.
  const { $schema: _, ...question } = z.toJSONSchema(schema, { io: 'input' })
  return question
}

const anyObject = z.record(z.string(), z.unknown())

/** The stateless questions: they need no sign-in, read nothing and write nothing. */
export const countries = routes()
  .get('/countries', describe('Installed countries', z.array(country), { tags }), (c) =>
    c.json([...c.var.services.countries.values()].map(aboutCountry)),
  )
  .get(
    '/countries/:country/schema',
    describe('JSON Schemas of a situation and of a payslip', anyObject, { tags }),
    (c) => c.json(schemasOf(pluginOf(c))),
  )
  .get(
    '/countries/:country/locales/:language',
    describe('The texts of a country in a language', locale, { tags }),
    (c) => {
      const { locales } = pluginOf(c)
      const language = c.req.param('language')
      if (!Object.hasOwn(locales, language)) throw notFound('such language in this country')
      return c.json(locales[language] ?? {})
    },
  )
  .post(
    '/countries/:country/payslips',
    describe('Payslips of situations: one JSON object, or NDJSON in and out', anyObject, lines(situation)),
    (c) => reply<Record<string, unknown>>(c, payslipQuestion(pluginOf(c))),
  )
  .post(
    '/countries/:country/numbers',
    describe(
      'Of which kinds a text is a valid number: one JSON object, or NDJSON',
      numberAnswer,
      lines(questionOf(numberInput)),
    ),
    (c) => reply<z.infer<typeof numberAnswer>>(c, numberQuestion(pluginOf(c))),
  )
  .post(
    '/countries/:country/deadlines',
    describe(
      'The last day a wage may be paid: one JSON object, or NDJSON',
      deadlineAnswer,
      lines(questionOf(deadlineInput)),
    ),
    (c) => reply<z.infer<typeof deadlineAnswer>>(c, deadlineQuestion(pluginOf(c))),
  )

function pluginOf(c: Context<Env>): AnyCountryPlugin {
  const plugin = c.var.services.countries.get((c.req.param('country') ?? '').toUpperCase())
  if (!plugin) throw notFound('such country here')
  return plugin
}

/** One answer for one JSON object; a stream of answers for a stream of lines. */
async function reply<Answer>(c: Context<Env>, question: Question) {
  const { log } = c.var.services
  const tell = (error: unknown) =>
    log.error({ requestId: c.var.requestId, error }, 'a stateless question failed')
  if (c.req.header('content-type')?.startsWith(NDJSON)) {
    const answers = answerLines(question, bytesOf(c.req.raw.body), tell)
    return c.body(streamOf(answers), 200, { 'content-type': NDJSON }) as never
  }
  const input: unknown = await c.req.json().catch((error: Error) => {
    throw new Problem('malformed-json', `The body is not JSON: ${error.message}`)
  })
  const outcome = answerOne(question, input, tell)
  if ('answer' in outcome) return c.json(outcome.answer as Answer)
  return c.body(JSON.stringify(outcome.fault), outcome.fault.status as 422, {
    'content-type': 'application/problem+json',
  }) as never
}

async function* bytesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body) yield* body
}

/** Pulled batch by batch, so that a slow reader holds us up; others get their turn in between. */
function streamOf(answers: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      await new Promise(setImmediate)
      const { done, value } = await answers.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await answers.return(undefined)
    },
  })
}
