import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addressOf } from '../src/auth/address.ts'
import { listen } from '../src/http-server.ts'
import { createSite } from '../src/site.ts'

test('a request’s address reaches the API through the site, and no header can change it', async () => {
  const http = await listen({ PORT: '0' })
  try {
    const api = new Hono().get('/v1/address', (c) => c.text(addressOf(c)))
    http.serve(createSite({ db: undefined as never, api }).fetch)
    const answer = await fetch(`${http.address}/v1/address`, {
      headers: { 'x-forwarded-for': '203.0.113.7' },
    })
    expect(await answer.text()).toMatch(/^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/)
  } finally {
    await http.stop()
  }
})
