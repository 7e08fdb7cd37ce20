import { Problem } from '@samen/core/problem'
import { createMiddleware } from 'hono/factory'
import type { z } from 'zod'
import { page } from '../answers/common.ts'
import { consolidation, drillDown, receivedPack } from '../answers/group.ts'
import type { Env } from '../services.ts'
import { describe, pageQuery, pending, query, routes } from './route.ts'

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
    async (c) => c.json(await pending<{ items: z.infer<typeof receivedPack>[]; next: string | null }>()),
  )
  .get(
    '/consolidations/:period',
    describe('The consolidated figures of a month, by group account and office', consolidation, { tags }),
    async (c) => c.json(await pending<z.infer<typeof consolidation>>()),
  )
  .get(
    '/consolidations/:period/accounts/:group/offices/:office',
    describe("What stands behind a group account in one office's books", drillDown, { tags }),
    async (c) => c.json(await pending<z.infer<typeof drillDown>>()),
  )
