import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Database } from '@samen/core/database'
import { Problem } from '@samen/core/problem'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { sql } from 'kysely'

export interface AppDependencies {
  db: Database
  /** Where the built browser app lies; without it only the API is served. */
  webFolder?: string
}

/** The whole HTTP surface as one Hono app; holds no port and no clock, so tests call it directly. */
export function createApp({ db, webFolder }: AppDependencies) {
  const app = new Hono().use(secureHeaders()).get('/health', async (c) => {
    await sql`select 1`.execute(db)
    return c.json({ status: 'ok' as const })
  })
  app.onError((error) => {
    const problem =
      error instanceof Problem
        ? error
        : new Problem('unexpected', 'The server failed to answer. Try again later.')
    return new Response(JSON.stringify(problem), {
      status: problem.status,
      headers: { 'content-type': 'application/problem+json' },
    })
  })
  if (webFolder) serveWebApp(app, webFolder)
  return app
}

/** Files as they are; every other page is the browser app's own business, so it gets the app. */
function serveWebApp(app: Hono, folder: string): void {
  app.use('/assets/*', async (c, next) => {
    await next()
    // The build puts a hash of the content into these names.
    if (c.res.ok) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
  })
  app.get('*', serveStatic({ root: folder }))
  app.get('*', async (c, next) => {
    if (c.req.path.startsWith('/v1/') || c.req.path.startsWith('/assets/')) return next()
    return c.html(await readFile(join(folder, 'index.html'), 'utf8'))
  })
}
