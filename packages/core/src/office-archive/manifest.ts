import { z } from 'zod'
import { signedBy } from '../federation/index.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const line = z.string().min(1).max(200)
const count = z.int().min(0)

const manifest = z.strictObject({
  format: z.literal('samen-office-1'),
  office: z.strictObject({
    officeId: z.uuid(),
    slug: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
    name: line,
    country: z.string().regex(/^[A-Z]{2}$/),
    role: z.enum(['national', 'group']),
  }),
  writtenAt: z.iso.datetime(),
  versions: z.strictObject({ core: line, plugin: line }),
  /** What the database had been brought to: only one at the same level takes the rows. */
  migrations: z
    .array(z.strictObject({ name: line, checksum: sha256 }))
    .min(1)
    .max(10_000),
  tables: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z_]+\.[a-z0-9_]+$/),
        rows: count,
        /** Of all its rows, one after the other. */
        sha256,
        files: z.array(z.strictObject({ name: line, bytes: count, sha256 })).max(100_000),
      }),
    )
    .max(10_000),
})

export const signedManifest = z.strictObject({
  manifest,
  ...signedBy,
})

/** What an archive holds: which office, from when, at which level, each file with its hash. */
export type ArchiveManifest = z.infer<typeof manifest>
export type SignedManifest = z.infer<typeof signedManifest>

export const MANIFEST_NAME = 'manifest.json'
export const README_NAME = 'README.txt'

/** PostgreSQL's longest text fits. */
export const FILE_BYTES_MAX = 300 * 1024 * 1024

/** For whoever finds an archive and not this program. */
export const readme = (name: string): string => `All records of ${name}, as they stood in its database.

data/SCHEMA.TABLE/NNNNN.ndjson  rows, one JSON object a line: column names, and values as PostgreSQL writes them, or null.
                                Amounts are whole minor units (cents). The rows of a table are all its files, in order.
manifest.json                   which files there are, their SHA-256, the level of the database, and the office's signature
                                (Ed25519, over the RFC 8785 text of the member "manifest") with its public keys.

It holds personal data, password hashes and the office's private keys: keep it encrypted.
"samen office restore" takes it into another server.
`
