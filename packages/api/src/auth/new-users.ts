import { type Database, newId } from '@samen/core/database'
import { sql } from 'kysely'
import type { Auth } from './auth.ts'

/** A sign-in to make. What it may do is said by rows of `samen.office_right` under its user id. */
export interface NewUser {
  email: string
  name: string
  password: string
}

/**
 * Makes sign-ins where there are none, and answers the user id of each e-mail address. Run again it changes nothing,
 * not even the password: it may be in use.
 *
 * ```ts
 * const users = await createUsers(db, auth, [{ email: 'ann@be.example', name: 'Ann', password }])
 * users.get('ann@be.example') // its user id, for samen.office_right
 * ```
 */
export async function createUsers(
  db: Database,
  auth: Auth,
  users: readonly NewUser[],
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  const { password: passwords } = await auth.$context
  for (const password of new Set(users.map((user) => user.password)))
    hashes.set(password, await passwords.hash(password))
  const ids = new Map<string, string>()
  for (const user of users)
    ids.set(user.email, (await insert(db, user, hashes.get(user.password) as string)).id)
  return ids
}

/** Makes one sign-in, unless the address has one: then its password stays what it was, and `isNew` is false. */
export async function createUser(
  db: Database,
  auth: Auth,
  user: NewUser,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { password } = await auth.$context
  return insert(db, user, await password.hash(user.password))
}

async function insert(
  db: Database,
  { email, name }: NewUser,
  hash: string,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const address = email.toLowerCase()
  const made = await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string }>`
      insert into auth.person (id, name, email, email_verified) values (${newId()}, ${name}, ${address}, true)
      on conflict (email) do nothing returning id`.execute(trx)
    const id = rows[0]?.id
    if (id === undefined) return undefined
    await sql`
      insert into auth.credential (id, person_id, account_id, provider_id, password)
      values (${newId()}, ${id}, ${id}, 'credential', ${hash})`.execute(trx)
    return id
  })
  return made === undefined ? { id: await idOf(db, address), isNew: false } : { id: made, isNew: true }
}

async function idOf(db: Database, email: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from auth.person where email = ${email}`.execute(db)
  if (!rows[0]) throw new Error(`The sign-in ${email} vanished while it was made.`)
  return rows[0].id
}
