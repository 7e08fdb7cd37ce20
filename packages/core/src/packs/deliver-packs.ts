import { type Database, inOffice, officeDirectory } from '../database/index.ts'
import { deliver } from '../outbox/index.ts'
import { conflict } from '../problem/index.ts'
import type { PackContent } from './pack.ts'
import { receivePack } from './pack-store.ts'

/**
 * Brings an office's waiting packs to the group office on the same server, oldest first. The group's part is a
 * transaction of its own; were this one to fail after it, the pack would come again and change nothing.
 *
 * @throws Problem `conflict` when there is no group office.
 */
export async function deliverPacks(
  db: Database,
  officeId: string,
  now: Date = new Date(),
): Promise<{ delivered: number; failed: number }> {
  const group = (await officeDirectory(db)).find(({ role }) => role === 'group')
  if (!group) throw conflict('There is no group office on this server to receive packs.')
  return deliver(
    db,
    officeId,
    'pack',
    async ({ payload }) => {
      const { content, hash } = payload as unknown as { content: PackContent; hash: string }
      await inOffice(db, group.officeId, (trx) => receivePack(trx, group.officeId, { content, hash }))
    },
    { now },
  )
}
