import { Problem, type ProblemType } from '@samen/core/problem'
import type { Context } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import { addressOf } from '../auth/address.ts'
import { choosePassword, requestPassword } from '../auth/password-links.ts'
import { take } from '../auth/take.ts'
import type { Env } from '../services.ts'
import { body, describe, routes } from './route.ts'

const tags = ['Sign-in']

/** 256 bits in base64url. */
const TOKEN = /^[\w-]{43}$/

const signInInput = z.strictObject({
  email: z.email('this is not an e-mail address').max(254),
  password: z.string().min(1).max(200),
  rememberMe: z.boolean().optional(),
})

const newPassword = z.string().min(10, 'a password has at least 10 characters').max(200)

const passwordInput = z.strictObject({
  currentPassword: z.string().min(1).max(200),
  newPassword,
})

/** Requests for a new password: of one address of a person, and of one place. */
const perForgetful = { points: 3, duration: 60 * 60 }
const perPlace = { points: 20, duration: 60 * 60 }

/** Failures allowed before an account, and an address, must wait. */
const perAccount = { points: 8, duration: 15 * 60 }
const perAddress = { points: 40, duration: 15 * 60 }

/** Signing in and out. The sign-in library does the work; only what is listed here reaches it. */
export function signIn() {
  const accounts = new RateLimiterMemory(perAccount)
  const addresses = new RateLimiterMemory(perAddress)
  const forgetful = new RateLimiterMemory(perForgetful)
  const places = new RateLimiterMemory(perPlace)

  return routes()
    .post(
      '/auth/sign-in/email',
      describe('Sign in: sets the session cookie', z.object({ user: z.object({ id: z.string() }) }), {
        tags,
      }),
      body(signInInput),
      async (c) => {
        const { email } = c.req.valid('json')
        const account = email.toLowerCase()
        const address = addressOf(c)
        // Counted before the password is looked at, so that many tries at once do not slip through.
        await take(accounts, account)
        await take(addresses, address)
        const answer = await forward(c)
        if (answer.ok) {
          await accounts.delete(account)
          await addresses.reward(address)
          return answer as never
        }
        throw new Problem('sign-in-failed', 'The e-mail address or the password is wrong.')
      },
    )
    .post(
      '/auth/sign-out',
      describe('Sign out: ends the session', z.object({ success: z.boolean() }), { tags }),
      (c) => orProblem(c, 'sign-in-required'),
    )
    .post(
      '/auth/forgotten-password',
      describe(
        'Ask for a link by which a new password is chosen; the answer is the same whether anybody has the address',
        z.object({ accepted: z.literal(true) }),
        { tags, status: 202 },
      ),
      body(z.strictObject({ email: signInInput.shape.email })),
      async (c) => {
        const { email } = c.req.valid('json')
        await take(places, addressOf(c))
        await take(forgetful, email.toLowerCase())
        const { db, now } = c.var.services
        await requestPassword(db, email, now())
        return c.json({ accepted: true as const }, 202)
      },
    )
    .post(
      '/auth/password',
      describe(
        'Choose a password by a link that was mailed; every session ends',
        z.object({ success: z.literal(true) }),
        {
          tags,
        },
      ),
      body(z.strictObject({ token: z.string().regex(TOKEN, 'this is no such link'), newPassword })),
      async (c) => {
        await take(places, addressOf(c))
        const { token, newPassword: password } = c.req.valid('json')
        const { db, auth, now } = c.var.services
        await choosePassword(db, auth, { token, password }, now())
        return c.json({ success: true as const })
      },
    )
    .post(
      '/auth/change-password',
      describe(
        'Change your password; every other session ends',
        z.object({ user: z.object({ id: z.string() }) }),
        {
          tags,
        },
      ),
      body(passwordInput),
      async (c) => {
        await take(addresses, addressOf(c))
        const { currentPassword, newPassword } = c.req.valid('json')
        const answer = await forward(c, { currentPassword, newPassword, revokeOtherSessions: true })
        if (answer.ok) return answer as never
        throw new Problem('sign-in-failed', 'The current password is wrong, or nobody is signed in.')
      },
    )
}

/** Hands the request on with a body of our own making: the validated one has been read already. */
async function forward(c: Context<Env>, content?: object): Promise<Response> {
  const text = JSON.stringify(content ?? (await c.req.json().catch(() => ({}))))
  const headers = new Headers(c.req.raw.headers)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  return c.var.services.auth.handler(new Request(c.req.url, { method: 'POST', headers, body: text }))
}

async function orProblem(c: Context<Env>, type: ProblemType): Promise<never> {
  const answer = await forward(c)
  if (answer.ok) return answer as never
  throw new Problem(type, 'Nobody is signed in.')
}
