import { z } from 'zod'
import { country, deadlineAnswer, locale, numberAnswer } from '../answers/countries.ts'
import { describe, pending, routes } from './route.ts'

const tags = ['Countries']

/** The stateless questions: they need no sign-in, read nothing and write nothing. */
export const countries = routes()
  .get('/countries', describe('Installed countries', z.array(country), { tags }), async (c) =>
    c.json(await pending<z.infer<typeof country>[]>()),
  )
  .get(
    '/countries/:country/schema',
    describe('JSON Schemas of a situation and of a payslip', z.record(z.string(), z.unknown()), { tags }),
    async (c) => c.json(await pending<{ situation: object; payslip: object }>()),
  )
  .get(
    '/countries/:country/locales/:language',
    describe('The texts of a country in a language', locale, { tags }),
    async (c) => c.json(await pending<z.infer<typeof locale>>()),
  )
  .post(
    '/countries/:country/payslips',
    describe(
      'Payslips of situations: one JSON object, or NDJSON in and out',
      z.record(z.string(), z.unknown()),
      { tags },
    ),
    async (c) => c.json(await pending<Record<string, unknown>>()),
  )
  .post(
    '/countries/:country/numbers',
    describe('What kind of number a text is, and whether it is valid', numberAnswer, { tags }),
    async (c) => c.json(await pending<z.infer<typeof numberAnswer>>()),
  )
  .post(
    '/countries/:country/deadlines',
    describe('The last day a wage may be paid', deadlineAnswer, { tags }),
    async (c) => c.json(await pending<z.infer<typeof deadlineAnswer>>()),
  )
