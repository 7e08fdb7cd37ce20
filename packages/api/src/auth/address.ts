import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** Where a request comes from. Behind a proxy that is the proxy: headers that anybody can write are not believed. */
export function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // A request without a connection: a test's, or one handed on inside the process.
    return 'unknown'
  }
}
