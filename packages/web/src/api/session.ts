import type { Me } from '@samen/api/client'
import { queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'
import { ProblemError } from './problem.ts'

export type OfficeRight = Me['offices'][number]
export type Role = OfficeRight['roles'][number]

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  retry: false,
  queryFn: async (): Promise<Me | null> => {
    try {
      return await ask(v1.me.$get())
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 401) return null
      throw error
    }
  },
})

/** Signs in with e-mail and password. The session is a cookie no script can read. */
export async function signIn(email: string, password: string): Promise<void> {
  await post('/v1/auth/sign-in/email', { email, password })
}

export async function signOut(): Promise<void> {
  await post('/v1/auth/sign-out', {})
}

/** Asks for a link by which a new password is chosen; the answer says nothing about who has the address. */
export const askForPassword = (email: string) => post('/v1/auth/forgotten-password', { email })

/** Chooses a password by a link that was mailed. */
export const choosePassword = (token: string, newPassword: string) =>
  post('/v1/auth/password', { token, newPassword })

export const changePassword = (currentPassword: string, newPassword: string) =>
  post('/v1/auth/change-password', { currentPassword, newPassword })

/** The sign-in library's own routes stand outside the typed client. */
async function post(path: string, body: object): Promise<void> {
  await ask(
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
}

const STAFF: readonly Role[] = ['staff', 'approver', 'finance']

/** The offices a person has each portal for. */
export function portals(me: Me) {
  const has = (office: OfficeRight, roles: readonly Role[]) =>
    office.roles.some((role) => roles.includes(role))
  return {
    member: me.offices.filter((office) => office.memberId !== null && office.roles.includes('member')),
    office: me.offices.filter((office) => office.kind === 'national' && has(office, STAFF)),
    group: me.offices.filter((office) => office.kind === 'group' && has(office, STAFF)),
  }
}

/** Where a person lands after signing in: the portal they work in. */
export function homeOf(me: Me): string {
  const { member, office, group } = portals(me)
  if (office[0]) return `/office/${office[0].slug}`
  if (group[0]) return '/group'
  return member[0] ? '/me' : '/nowhere'
}

/** The sign-ins of a demo server; none on any other. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  staleTime: Infinity,
  retry: false,
  queryFn: () => ask(v1.demo.$get()),
})
