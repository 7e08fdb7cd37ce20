import { Problem } from '@samen/core/problem'
import { createMiddleware } from 'hono/factory'
import type { Env } from '../services.ts'
import { rightsOf } from './rights.ts'

/** Lets only signed-in people on, and finds what they may do: once for each request. */
export const signedIn = createMiddleware<Env>(async (c, next) => {
  const { auth, db } = c.var.services
  const session = await auth.api.getSession({ headers: c.req.raw.headers })
  if (!session) throw new Problem('sign-in-required', 'This needs a sign-in.')
  const { id, name, email } = session.user
  c.set('user', { id, name, email })
  c.set('rights', await rightsOf(db, id))
  await next()
})
