import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import type { Client } from './client.ts'

/** A client that may be the one that is meant. */
export interface SimilarClient extends Pick<Client, 'clientId' | 'name' | 'town' | 'country'> {
  /** From 0 to 1; at least `SIMILARITY_MIN`. */
  readonly similarity: number
}

/** Below it two names are two clients. */
export const SIMILARITY_MIN = 0.7
const CANDIDATES_MAX = 300
const ANSWERS_MAX = 5

/**
 * How alike two names are: twice the pairs of letters they share, over all pairs they have (Sørensen and Dice). Pure; both
 * are keys as `samen.name_key` makes them.
 */
export function alike(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  if (a.length < 2 || b.length < 2) return 0
  const pairs = new Map<string, number>()
  for (let at = 0; at < a.length - 1; at++) {
    const pair = a.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let at = 0; at < b.length - 1; at++) {
    const pair = b.slice(at, at + 2)
    const left = pairs.get(pair) ?? 0
    if (left === 0) continue
    shared++
    pairs.set(pair, left - 1)
  }
  return (2 * shared) / (a.length + b.length - 2)
}

/**
 * Clients the office has already that may be the one that is being typed: by name without case, accents and legal form, or
 * by e-mail address. The most alike first, five at most. One index lookup, however many clients there are.
 */
export async function similarClients(
  trx: Transaction,
  officeId: string,
  { name, email }: { readonly name: string; readonly email?: string | undefined },
): Promise<SimilarClient[]> {
  const { rows } = await sql<
    Omit<SimilarClient, 'similarity'> & { key: string; asked: string; sameEmail: boolean }
  >`
    with asked as (select samen.name_key(${name}) as key)
    select c.client_id as "clientId", c.name, c.town, c.country, samen.name_key(c.name) as key, asked.key as asked,
           coalesce(lower(c.email) = lower(${email ?? null}), false) as "sameEmail"
      from asked, samen.client c
     where c.office_id = ${officeId} and c.merged_into is null
       and ((asked.key <> '' and left(samen.name_key(c.name), 4) = left(asked.key, 4))
            or lower(c.email) = lower(${email ?? null}))
     order by c.client_id limit ${CANDIDATES_MAX}`.execute(trx)
  return rows
    .map(({ key, asked, sameEmail, ...client }) => ({
      ...client,
      similarity: sameEmail ? 1 : alike(key, asked),
    }))
    .filter(({ similarity }) => similarity >= SIMILARITY_MIN)
    .sort((a, b) => b.similarity - a.similarity || (a.name < b.name ? -1 : 1))
    .slice(0, ANSWERS_MAX)
}
