import { closeGroupMonth, consolidate, drillDown as drillDownOf, openFigure } from '@samen/core/consolidation'
import { inOffice, type Transaction } from '@samen/core/database'
import { federationOffices, fingerprint } from '@samen/core/federation'
import { packRefusals, receivedPacks, woundUpOffices } from '@samen/core/packs'
import { Problem } from '@samen/core/problem'
import { importRates, knownRates } from '@samen/core/rates'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { asAnswer, page } from '../answers/common.ts'
import {
  consolidation,
  drillDown,
  federationOffice,
  groupClose,
  knownRate,
  openedFigure,
  packRefusal,
  rateImport,
  receivedPack,
} from '../answers/group.ts'
import { cursorOf, pageOf } from '../queries/page.ts'
import type { Env } from '../services.ts'
import { body, describe, fileOf, pageQuery, periodSchema, query, routes } from './route.ts'

const tags = ['Group']

/** The group's own office: whoever has the finance right there sees the consolidated figures, and nothing else. */
export const groupOffice = createMiddleware<Env>(async (c, next) => {
  const rights = c.var.rights.find((office) => office.kind === 'group' && office.roles.includes('finance'))
  if (!rights) throw new Problem('forbidden', 'This needs the right finance in the group office.')
  c.set('groupOffice', rights)
  await next()
})

export const group = routes()
  .get(
    '/packs',
    describe('Packs received from the offices, newest first', page(receivedPack), { tags }),
    query(pageQuery),
    async (c) => {
      const asked = c.req.valid('query')
      const [after] = cursorOf(asked, ['text']) ?? []
      const all = await inGroup(c, (trx, officeId) => receivedPacks(trx, officeId, { limit: PACKS_MAX }))
      const start = after === undefined ? 0 : all.findIndex((pack) => keyOf(pack) === after) + 1
      return c.json(
        pageOf(
          all.slice(start),
          asked,
          (pack) => [keyOf(pack)],
          ({ office, packNo, period, hash, previousHash, supersedes, receivedAt }) => ({
            office,
            packNo,
            period,
            hash,
            previousHash,
            supersedes,
            receivedAt: receivedAt.toISOString(),
          }),
        ),
      )
    },
  )
  .get(
    '/consolidations/:period',
    describe('The consolidated figures of a month, by group account and office', consolidation, { tags }),
    async (c) => {
      const period = periodSchema.parse(c.req.param('period'))
      const figures = await inGroup(c, (trx, officeId) => consolidate(trx, officeId, { period }))
      return c.json(asAnswer<typeof consolidation>(figures))
    },
  )
  .get(
    '/consolidations/:period/accounts/:group',
    describe(
      'What a group figure is the sum of: offices, minorities, eliminations, adjustments',
      openedFigure,
      {
        tags,
      },
    ),
    async (c) => {
      const { group } = c.req.param()
      const period = periodSchema.parse(c.req.param('period'))
      const figure = await inGroup(c, (trx, officeId) => openFigure(trx, officeId, { period, group }))
      return c.json(asAnswer<typeof openedFigure>(figure))
    },
  )
  .get(
    '/consolidations/:period/accounts/:group/offices/:office',
    describe("What stands behind a group account in one office's books", drillDown, { tags }),
    async (c) => {
      const { group, office } = c.req.param()
      const period = periodSchema.parse(c.req.param('period'))
      const figures = await inGroup(c, (trx, officeId) =>
        drillDownOf(trx, officeId, { period, group, office }),
      )
      return c.json(asAnswer<typeof drillDown>(figures))
    },
  )
  .get(
    '/refusals',
    describe('Packs the group did not take and why, the latest first', z.array(packRefusal), { tags }),
    async (c) => {
      const refusals = await inGroup(c, (trx, officeId) => packRefusals(trx, officeId))
      return c.json(refusals.map(({ refusedAt, ...one }) => ({ ...one, refusedAt: refusedAt.toISOString() })))
    },
  )
  .get(
    '/offices',
    describe(
      'The offices of the group, their keys, and those that left or were wound up',
      z.array(federationOffice),
      {
        tags,
      },
    ),
    async (c) => {
      const { offices, ended } = await inGroup(c, async (trx, officeId) => ({
        offices: await federationOffices(trx, officeId),
        ended: await woundUpOffices(trx, officeId),
      }))
      const lastPeriods = new Map(ended.map(({ office, lastPeriod }) => [office, lastPeriod]))
      return c.json(
        offices.map(({ slug, name, country, currency, hosted, keys, pairedAt, leftAt }) => ({
          slug,
          name,
          country,
          currency,
          hosted,
          keyNo: keys.length,
          fingerprint: fingerprint(keys.at(-1)?.publicKey ?? ''),
          pairedAt: pairedAt.toISOString(),
          leftAt: leftAt?.toISOString() ?? null,
          lastPeriod: lastPeriods.get(slug) ?? null,
        })),
      )
    },
  )
  .post(
    '/closes',
    describe('Close a month of the group for good: no pack for it is taken any more', groupClose, {
      tags,
      status: 201,
    }),
    body(z.strictObject({ period: periodSchema })),
    async (c) => {
      const { period } = c.req.valid('json')
      const by = c.var.user.id
      const { alreadyClosed } = await inGroup(c, (trx, officeId) =>
        closeGroupMonth(trx, officeId, { period, by }),
      )
      return c.json({ period, alreadyClosed }, 201)
    },
  )
  .get(
    '/rates',
    describe(
      'The exchange rates the group has: sources, currencies and the days covered',
      z.array(knownRate),
      {
        tags,
      },
    ),
    async (c) => c.json(await inGroup(c, knownRates)),
  )
  .post(
    '/imports/rates',
    describe(
      "Import a central bank's file of reference rates: the ECB's CSV or XML, the MNB's XML",
      rateImport,
      {
        tags,
        takes: {
          'text/csv': 'eurofxref-hist.csv',
          'application/xml': 'eurofxref-hist.xml or the MNB’s answer',
        },
      },
    ),
    async (c) => {
      const { bytes } = await fileOf(c, 'rates')
      const { format: _, ...report } = await inGroup(c, (trx, officeId) =>
        importRates(trx, officeId, { bytes, by: c.var.user.id }),
      )
      return c.json(asAnswer<typeof rateImport>(report))
    },
  )

/** Nine offices, a pack a month each: ten years of them. */
const PACKS_MAX = 1_200

const keyOf = ({ office, packNo }: { office: string; packNo: number }) => `${office} ${packNo}`

/** Runs a question or a use case in the group's own office. */
export const inGroup = <T>(
  c: Context<Env>,
  run: (trx: Transaction, officeId: string) => Promise<T>,
): Promise<T> => {
  const { officeId } = c.var.groupOffice
  return inOffice(c.var.services.db, officeId, (trx) => run(trx, officeId))
}
