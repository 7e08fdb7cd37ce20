import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Database } from '@samen/core/database'
import { Hono } from 'hono'
import { sql } from 'kysely'

export interface Site {
  db: Database
  /** What answers below `/v1`. */
  api: { fetch(request: Request, connection?: unknown): Response | Promise<Response> }
  /** Where the built browser app lies; without it only the API is served. */
  webFolder?: string | undefined
}

/** All that is served on one address: the API, the browser app, and whether the server is well. */
export function createSite({ db, api, webFolder }: Site): Hono {
  const site = new Hono()
    .get('/health', async (c) => {
      await sql`select 1`.execute(db)
      return c.json({ status: 'ok' })
    })
    .all('/v1', (c) => api.fetch(c.req.raw, c.env))
    .all('/v1/*', (c) => api.fetch(c.req.raw, c.env))
  site.onError((_, c) => c.json({ status: 'failing' }, 503))
  if (webFolder) serveWebApp(site, webFolder)
  return site
}

/** Nothing comes from elsewhere: fonts, scripts and pictures are all our own. */
const ownContentOnly =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

/** Files as they are; every other page is the browser app's own business, so it gets the app. */
function serveWebApp(site: Hono, folder: string): void {
  site.use(async (c, next) => {
    await next()
    if (!c.res.headers.get('content-type')?.startsWith('text/html')) return
    c.header('content-security-policy', ownContentOnly)
    c.header('cache-control', 'no-cache')
  })
  site.use('/assets/*', async (c, next) => {
    await next()
    // The build puts a hash of the content into these names.
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  site.get('*', async (c, next) => {
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'same-origin')
    await next()
  })
  site.get('*', serveStatic({ root: folder }))
  site.get('*', async (c, next) => {
    if (c.req.path.startsWith('/assets/')) return next()
    return c.html(await readFile(join(folder, 'index.html'), 'utf8'))
  })
}
