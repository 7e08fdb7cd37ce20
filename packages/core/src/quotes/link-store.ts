import { createHash } from 'node:crypto'
import { type ColumnType, sql } from 'kysely'
import type { Transaction } from '../database/index.ts'

export interface QuoteLinkTables {
  quote_link: {
    office_id: string
    link_id: string
    contract_id: string
    version: number
    token_hash: Buffer
    language: string
    shown: string
    shown_sha256: string
    pdf: Buffer
    pdf_sha256: string
    expires_at: Date
    created_at: Date
    created_by: string
    opened_at: Date | null
    revoked_at: Date | null
  }
  quote_answer: {
    office_id: string
    answer_no: bigint
    contract_id: string
    link_id: string
    decision: 'accepted' | 'declined'
    answered_by: string
    answered_at: ColumnType<Date, Date, never>
    statement: string
    hash: string
    key_no: number
    signature: string
  }
}

/** A link by which a client sees and answers one version of a quote. */
export interface QuoteLink {
  readonly linkId: string
  readonly contractId: string
  readonly version: number
  readonly language: string
  /** The offer, as its canonical text. */
  readonly shown: string
  readonly shownSha256: string
  readonly pdfSha256: string
  readonly expiresAt: Date
  readonly createdAt: Date
  readonly openedAt: Date | null
  readonly revokedAt: Date | null
}

export const linkFields = sql.raw(`link_id as "linkId", contract_id as "contractId", version, language, shown,
  shown_sha256 as "shownSha256", pdf_sha256 as "pdfSha256", expires_at as "expiresAt", created_at as "createdAt",
  opened_at as "openedAt", revoked_at as "revokedAt"`)

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** A token of 256 random bits needs no salt: only who holds it can know its hash. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Ends every link of a quote that still works. */
export async function revokeLinks(
  trx: Transaction,
  officeId: string,
  contractId: string,
  at: Date,
): Promise<void> {
  await sql`
    update samen.quote_link set revoked_at = ${at}
     where office_id = ${officeId} and contract_id = ${contractId} and revoked_at is null`.execute(trx)
}

/** The links of a quote, the newest first. */
export async function linksOf(trx: Transaction, officeId: string, contractId: string): Promise<QuoteLink[]> {
  const { rows } = await sql<QuoteLink>`
    select ${linkFields} from samen.quote_link
     where office_id = ${officeId} and contract_id = ${contractId} order by created_at desc, link_id limit 50`.execute(
    trx,
  )
  return rows
}

/** The offer on paper, the bytes the client was shown. */
export async function pdfOf(trx: Transaction, officeId: string, linkId: string): Promise<Buffer> {
  const { rows } = await sql<{ pdf: Buffer }>`
    select pdf from samen.quote_link where office_id = ${officeId} and link_id = ${linkId}`.execute(trx)
  return (rows[0] as { pdf: Buffer }).pdf
}
