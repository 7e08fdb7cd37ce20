import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, newId } from '@samen/core/database'
import { betterAuth } from 'better-auth'
import { Refusal } from '../refusal.ts'

export type Auth = ReturnType<typeof createAuth>

export interface AuthOptions {
  db: Database
  /** Signs session cookies; whoever knows it can be anybody. */
  secret: string
  /** Where browsers find us, `http://localhost:4000`: decides cookie security and which origins may post. */
  baseUrl?: string
}

/** A sign-in lasts a week without use. */
const sessionSeconds = 7 * 24 * 60 * 60

/**
 * Sign-in with e-mail and password; sessions live in PostgreSQL, so that signing out anywhere is at once true
 * everywhere. Nobody can sign up: the office invites.
 */
export function createAuth({ db, secret, baseUrl }: AuthOptions) {
  return betterAuth({
    appName: 'Samen',
    basePath: '/v1/auth',
    ...(baseUrl && { baseURL: baseUrl }),
    secret,
    database: { db: db.withSchema('auth'), type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: {
      modelName: 'session',
      expiresIn: sessionSeconds,
      updateAge: sessionSeconds / 7,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
    },
    user: { modelName: 'person', fields: { emailVerified: 'email_verified', ...times } },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...times } },
    advanced: { cookiePrefix: 'samen', database: { generateId: () => newId() } },
    // Ours counts per address and per account, and answers as all our refusals do.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

const secretLengthMin = 32

/**
 * The secret that signs sessions: `SAMEN_SECRET`, or one made once and kept in the data folder, readable by nobody else.
 *
 * @throws {Refusal} when the given one is too short.
 */
export async function sessionSecret(home: string, given = process.env.SAMEN_SECRET): Promise<string> {
  if (given !== undefined && given !== '') {
    if (given.length < secretLengthMin)
      throw new Refusal(`SAMEN_SECRET must have at least ${secretLengthMin} characters: choose a random one.`)
    return given
  }
  const file = join(home, 'secret')
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  if (kept.trim().length >= secretLengthMin) {
    await chmod(file, 0o600)
    return kept.trim()
  }
  const made = randomBytes(32).toString('base64url')
  await writeFile(file, `${made}\n`, { mode: 0o600 })
  return made
}
