import { createMiddleware } from 'hono/factory'
import { patternOf } from './problems.ts'
import type { Env } from './services.ts'

/** One log line for each request: its route, status and duration. No address, no person. */
export const logRequests = createMiddleware<Env>(async (c, next) => {
  const began = performance.now()
  c.header('x-request-id', c.var.requestId)
  await next()
  const ms = Math.round(performance.now() - began)
  const { status } = c.res
  const line = { requestId: c.var.requestId, route: `${c.req.method} ${patternOf(c)}`, status, ms }
  c.var.services.log[status >= 500 ? 'warn' : 'debug'](line, 'request')
})
