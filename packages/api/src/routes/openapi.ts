import type { Context, Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { Env } from '../services.ts'
import { referencePage } from './reference-page.ts'

const documentation = {
  info: {
    title: 'Samen',
    version: '1',
    description:
      'The platform on which a federation of shared enterprises runs. Amounts are text in major units; errors are RFC 9457 problem documents; lists are paged with `limit` and `cursor`.',
    license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
  },
  components: {
    securitySchemes: {
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'samen.session_token' },
    },
  },
}

/** The OpenAPI document of the server's routes, and a page to read it on. Made at the first request. */
export function serveOpenApi(app: Hono<Env>): void {
  let made: ReturnType<typeof generateSpecs> | undefined
  const specs = () => {
    made ??= generateSpecs(app as unknown as Hono, { documentation, defaultValidationErrorResponse: false })
    return made
  }
  app.get('/v1/openapi.json', async (c: Context) => c.json(await specs()))
  app.get('/v1/docs', async (c: Context) => c.html(referencePage(await specs())))
}
