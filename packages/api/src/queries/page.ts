import { isIsoDate } from '@samen/core/country'
import { invalid } from '@samen/core/problem'
import type { Page } from '../answers/common.ts'
import type { PageQuery } from '../routes/route.ts'

export const PAGE_ORDINARY = 50

/** How many rows to read: one more than the page, to know whether there is a next. */
export const rowsOf = ({ limit = PAGE_ORDINARY }: PageQuery): number => limit + 1

/** What a part of a sort key is: a database would fail on anything else. */
type KeyPart = 'day' | 'id' | 'number' | 'text'

const isPart: Readonly<Record<KeyPart, (text: string) => boolean>> = {
  day: isIsoDate,
  id: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  number: (text) => /^\d{1,9}$/.test(text),
  text: (text) => text.length < 100,
}

/**
 * The sort key of the last row of the page before, or nothing on the first page. Opaque to clients.
 *
 * @throws Problem `invalid-field` for a cursor we have not made.
 */
export function cursorOf({ cursor }: PageQuery, parts: readonly KeyPart[]): string[] | undefined {
  if (cursor === undefined) return undefined
  const read = () => JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  try {
    const key: unknown = read()
    if (
      Array.isArray(key) &&
      key.length === parts.length &&
      parts.every((part, at) => typeof key[at] === 'string' && isPart[part](key[at]))
    )
      return key
  } catch {
    // Not JSON: not ours either.
  }
  throw invalid('cursor', 'This is not the cursor of a page.')
}

/** Cuts the row too many off and names the last key. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  { limit = PAGE_ORDINARY }: PageQuery,
  keyOf: (row: Row) => readonly string[],
  itemOf: (row: Row) => Item,
): Page<Item> {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  const next =
    rows.length > limit && last ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null
  return { items: kept.map(itemOf), next }
}
