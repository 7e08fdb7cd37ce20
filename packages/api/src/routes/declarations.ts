import { fileDeclaration } from '@samen/core/declarations'
import { z } from 'zod'
import { declaration, filedDeclaration } from '../answers/declarations.ts'
import { only, STAFF } from '../auth/rights.ts'
import { declarationAnswers, filedAnswer } from '../queries/declarations.ts'
import { namesOf } from '../queries/names.ts'
import { body, contextOf, daySchema, describe, query, routes, work } from './route.ts'

const tags = ['Declarations']

/** What the office's companies file with their authorities, and what was filed. */
export const declarations = routes()
  .get(
    '/declarations',
    only(...STAFF),
    describe(
      'Declarations of two years by deadline, up to the periods that end this month',
      z.object({ items: z.array(declaration) }),
      { tags },
    ),
    query(
      z.object({
        open: z
          .enum(['true', 'false'])
          .default('false')
          .meta({ description: '`true`: only those that are not on record as filed' }),
      }),
    ),
    async (c) => {
      const open = c.req.valid('query').open === 'true'
      return c.json({ items: await work(c, (trx) => declarationAnswers(trx, contextOf(c), { open })) })
    },
  )
  .post(
    '/declarations',
    only('approver', 'finance'),
    describe('Record that a declaration was filed, or corrected; nothing is sent', filedDeclaration, {
      tags,
      status: 201,
    }),
    body(
      z.strictObject({
        filing: z.string().min(1).max(60),
        period: z
          .string()
          .regex(/^\d{4}(-(0[1-9]|1[0-2]|[qQ][1-4]))?$/, 'a period is 2026-10, 2026-Q4 or 2026'),
        entityNo: z.int().min(1).max(9).optional(),
        reference: z.string().trim().min(1).max(100),
        filedOn: daySchema.optional(),
        file: z
          .strictObject({
            name: z.string().trim().min(1).max(200),
            sha256: z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the file, in hexadecimal'),
          })
          .optional()
          .meta({ description: 'The file that was sent: its name and hash; the file itself is not kept' }),
        correction: z
          .boolean()
          .optional()
          .meta({ description: 'It corrects the filing on record; without it, a period is filed once' }),
      }),
    ),
    async (c) => {
      const told = c.req.valid('json')
      const answer = await work(c, async (trx) => {
        const filed = await fileDeclaration(trx, contextOf(c), told)
        return filedAnswer(filed, await namesOf(trx, [filed.recordedBy]))
      })
      return c.json(answer, 201)
    },
  )
