import type { Json } from '../../src/canonical/index.ts'
import { type Database, inOffice } from '../../src/database/index.ts'
import { type KeyAnnouncement, makeKeyPair, pairOffice, signDocument } from '../../src/federation/index.ts'
import { type PackContent, packHash, receiveDelivery } from '../../src/packs/index.ts'

/** An invented office beyond the network: it has keys and sends packs with whatever a test puts into them. */
export class PackSender {
  readonly slug: string
  readonly currency: string
  readonly keys: (KeyAnnouncement & { privateKey: Buffer })[] = []
  packNo = 0
  previousHash: string | null = null

  constructor(slug: string, currency = 'EUR') {
    this.slug = slug
    this.currency = currency
    const { publicKey, privateKey } = makeKeyPair()
    this.keys.push({
      keyNo: 1,
      publicKey: publicKey.toString('base64'),
      fromPack: 1,
      signature: null,
      privateKey,
    })
  }

  pair(db: Database, group: string): Promise<void> {
    const { slug, currency } = this
    const pairing = { slug, name: slug.toUpperCase(), country: slug.toUpperCase().slice(0, 2), currency }
    return inOffice(db, group, (trx) => pairOffice(trx, group, { ...pairing, keys: this.announcements() }))
  }

  announcements(): KeyAnnouncement[] {
    return this.keys.map(({ privateKey: _, ...key }) => key)
  }

  content(changes: Partial<PackContent>): PackContent {
    return {
      format: 'samen-pack-2',
      office: {
        slug: this.slug,
        name: this.slug.toUpperCase(),
        country: this.slug.toUpperCase().slice(0, 2),
      },
      period: '2026-01',
      packNo: this.packNo + 1,
      previousHash: this.previousHash,
      supersedes: null,
      versions: { core: '0.1.0', plugin: 'XX 1.0.0' },
      currency: this.currency,
      accounts: [],
      intercompany: [],
      funds: [],
      statistics: [],
      people: { members: null, registrations: null, ages: [], genders: [] },
      ...changes,
    }
  }

  envelope(content: PackContent) {
    const { keyNo, privateKey } = this.keys.findLast(
      ({ fromPack }) => fromPack <= content.packNo,
    ) as (typeof this.keys)[0]
    const signature = signDocument(content as unknown as Json, privateKey)
    return { content, hash: packHash(content), keyNo, signature, keys: this.announcements() }
  }

  /** Sends a pack and remembers it as the last one. */
  async send(db: Database, group: string, changes: Partial<PackContent>) {
    const envelope = this.envelope(this.content(changes))
    const answer = await receiveDelivery(db, group, envelope)
    this.packNo = envelope.content.packNo
    this.previousHash = envelope.hash
    return { ...answer, envelope }
  }
}
