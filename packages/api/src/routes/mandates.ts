import {
  directDebitTerms,
  endMandate,
  fileMandatePaper,
  mandatePaper,
  mandates,
  recordMandate,
  setDirectDebitTerms,
} from '@samen/core/direct-debits'
import { mainLegalEntity } from '@samen/core/legal-entities'
import { z } from 'zod'
import * as answers from '../answers/direct-debits.ts'
import { only, STAFF } from '../auth/rights.ts'
import { mandateAnswer } from '../queries/direct-debits.ts'
import {
  body,
  contextOf,
  daySchema,
  describe,
  fileOf,
  idOf,
  query,
  routes,
  strangersFile,
  work,
} from './route.ts'

const tags = ['Direct debits']
const reason = z.strictObject({ reason: z.string().trim().min(1).max(300) })
const draft = z.strictObject({
  clientId: z.uuid(),
  scheme: z.enum(['CORE', 'B2B']),
  reference: z.string().max(35),
  signedOn: daySchema,
  debtorName: z.string().max(70),
  iban: z.string().max(64),
  recurring: z.boolean().default(true),
  noticeDays: z.number().int().min(1).max(14).optional(),
})

/** What an office needs before it collects: its identifier, and what its clients signed. */
export const mandateRoutes = routes()
  .get(
    '/direct-debit-terms',
    only(...STAFF),
    describe(
      'What the office’s first company is known by to the banks of its clients',
      answers.directDebitTerms,
      {
        tags,
      },
    ),
    async (c) => {
      const { officeId } = c.var.office
      const terms = await work(c, async (trx) =>
        directDebitTerms(trx, officeId, (await mainLegalEntity(trx, officeId)).legalEntityId),
      )
      return c.json({ creditorIdentifier: terms?.creditorIdentifier ?? null })
    },
  )
  .post(
    '/direct-debit-terms',
    only('approver', 'finance'),
    describe('Enter the SEPA creditor identifier the company was given', answers.directDebitTerms, { tags }),
    body(z.strictObject({ creditorIdentifier: z.string().max(64) })),
    async (c) => c.json(await work(c, (trx) => setDirectDebitTerms(trx, contextOf(c), c.req.valid('json')))),
  )
  .get(
    '/mandates',
    only(...STAFF),
    describe('Mandates by client, the latest signed first; all, or one client’s', z.array(answers.mandate), {
      tags,
    }),
    query(z.object({ clientId: z.uuid().optional() })),
    async (c) => {
      const { clientId } = c.req.valid('query')
      const found = await work(c, (trx) =>
        mandates(trx, c.var.office.officeId, { ...(clientId !== undefined && { clientId }) }),
      )
      return c.json(found.map(mandateAnswer))
    },
  )
  .post(
    '/mandates',
    only('staff', 'approver', 'finance'),
    describe('Record what a client signed', answers.mandate, { tags, status: 201 }),
    body(draft),
    async (c) =>
      c.json(
        mandateAnswer(await work(c, (trx) => recordMandate(trx, contextOf(c), c.req.valid('json')))),
        201,
      ),
  )
  .post(
    '/imports/mandates/:id',
    only('staff', 'approver', 'finance'),
    describe('File the signed paper: the body is the file, 5 MB at most', answers.mandate, {
      tags,
      takes: { 'application/pdf': 'The signed mandate, as a PDF or a picture' },
    }),
    query(z.object({ name: z.string().min(1).max(200).optional() })),
    async (c) => {
      const mandateId = idOf(c.req.param('id'))
      const file = await fileOf(c, 'mandate.pdf')
      return c.json(
        mandateAnswer(await work(c, (trx) => fileMandatePaper(trx, contextOf(c), { mandateId, ...file }))),
      )
    },
  )
  .get(
    '/mandates/:id/paper',
    only(...STAFF),
    describe('The signed paper as it was filed', undefined, {
      tags,
      media: { 'application/octet-stream': 'Byte for byte' },
    }),
    async (c) => {
      const mandateId = idOf(c.req.param('id'))
      return strangersFile(c, await work(c, (trx) => mandatePaper(trx, c.var.office.officeId, mandateId)))
    },
  )
  .post(
    '/mandates/:id/end',
    only('staff', 'approver', 'finance'),
    describe('End a mandate: nothing is collected under it any more', answers.mandate, { tags }),
    body(reason),
    async (c) => {
      const mandateId = idOf(c.req.param('id'))
      return c.json(
        mandateAnswer(
          await work(c, (trx) => endMandate(trx, contextOf(c), { mandateId, ...c.req.valid('json') })),
        ),
      )
    },
  )
