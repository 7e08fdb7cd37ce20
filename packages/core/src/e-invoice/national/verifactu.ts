import { createHash } from 'node:crypto'
import type { EInvoice } from '../model.ts'
import { isCreditNote } from '../model.ts'
import { negated, withDecimals } from './leaves.ts'

/**
 * Spain's chained billing records (VERI*FACTU; RD 1007/2023, Orden HAC/1177/2024 art. 13): the text that is hashed, the hash
 * and the address in the QR code, as the tax agency's specifications of 2024 (hash 0.1.2) describe them; their three worked
 * examples are in the tests. The record itself, its signature and its dispatch are not made here.
 */

/** What is hashed of a record of an issued invoice (RegistroAlta). */
export interface BillingRecord {
  /** IDEmisorFactura: the issuer's NIF, without country */
  readonly issuer: string
  /** NumSerieFactura: series and number */
  readonly number: string
  /** FechaExpedicionFactura, `YYYY-MM-DD` */
  readonly issuedOn: string
  /** TipoFactura: `F1` invoice, `F2` simplified, `R1` to `R5` corrections */
  readonly type: 'F1' | 'F2' | 'F3' | 'R1' | 'R2' | 'R3' | 'R4' | 'R5'
  /** CuotaTotal: VAT of the whole invoice, negative where it gives back */
  readonly vat: string
  /** ImporteTotal */
  readonly gross: string
  /** FechaHoraHusoGenRegistro: when the record was made, to the second, with its offset: `2024-01-01T19:20:30+01:00` */
  readonly recordedAt: string
}

/** What is hashed of a record that takes an earlier one back (RegistroAnulacion). */
export type CancellationRecord = Pick<BillingRecord, 'issuer' | 'number' | 'issuedOn' | 'recordedAt'>

/**
 * The text whose hash is a record's. `previous` is the hash of the record before it in the same system, absent for the very
 * first. @throws RangeError for a day, moment, amount or hash that has not its form.
 */
export function canonicalRecord(
  record: BillingRecord | CancellationRecord,
  previous: string | undefined,
): string {
  const { issuer, number, issuedOn, recordedAt } = record
  if (previous !== undefined && !/^[0-9A-F]{64}$/.test(previous))
    throw new RangeError('the hash of the record before is 64 capital hexadecimal digits')
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/.test(recordedAt))
    throw new RangeError(`"${recordedAt}" is no moment with its offset, such as 2024-01-01T19:20:30+01:00`)
  const chain = { Huella: previous ?? '', FechaHoraHusoGenRegistro: recordedAt }
  if (!('type' in record))
    return joined({
      IDEmisorFacturaAnulada: issuer,
      NumSerieFacturaAnulada: number,
      FechaExpedicionFacturaAnulada: dayFirst(issuedOn),
      ...chain,
    })
  return joined({
    IDEmisorFactura: issuer,
    NumSerieFactura: number,
    FechaExpedicionFactura: dayFirst(issuedOn),
    TipoFactura: record.type,
    CuotaTotal: amount(record.vat),
    ImporteTotal: amount(record.gross),
    ...chain,
  })
}

/** Huella: SHA-256 of the canonical text in UTF-8, in capital hexadecimal digits. */
export const recordHash = (
  record: BillingRecord | CancellationRecord,
  previous: string | undefined,
): string =>
  createHash('sha256').update(canonicalRecord(record, previous), 'utf8').digest('hex').toUpperCase()

/** The number in a chain of the first record that does not follow from the one before, or undefined when all do. */
export function brokenRecord(
  chain: readonly { readonly record: BillingRecord | CancellationRecord; readonly hash: string }[],
): number | undefined {
  let previous: string | undefined
  for (const [at, { record, hash }] of chain.entries()) {
    if (recordHash(record, previous) !== hash) return at
    previous = hash
  }
  return undefined
}

/**
 * The record of an invoice of ours. A credit note is the correction R1 by differences, its amounts negative; that R1 (an error
 * in law, LIVA art. 80) and none of R2 to R5 fits is unverified: change `type` where it does not.
 *
 * @throws RangeError for a seller without Spanish VAT number.
 */
export function recordOf(invoice: EInvoice, recordedAt: string): BillingRecord {
  const { seller, number, issuedOn, totals } = invoice
  const issuer = /^ES([A-Z0-9]{9})$/.exec(seller.vatId ?? '')?.[1]
  if (issuer === undefined) throw new RangeError('the seller has no Spanish VAT number')
  const isCredit = isCreditNote(invoice)
  const signed = (value: string) => amount(isCredit ? negated(value) : value)
  const [vat, gross] = [signed(totals.vat ?? '0'), signed(totals.gross)]
  return { issuer, number, issuedOn, type: isCredit ? 'R1' : 'F1', vat, gross, recordedAt }
}

/** Where the buyer looks an invoice up: in production, or in the agency's test environment. */
const HOSTS = {
  production: 'https://www2.agenciatributaria.gob.es',
  test: 'https://prewww2.aeat.es',
} as const

/**
 * The address in the QR code of an invoice of a system that sends its records (its image is 30 to 40 mm wide, error
 * correction M).
 */
export function qrAddress(
  { issuer, number, issuedOn, gross }: Pick<BillingRecord, 'issuer' | 'number' | 'issuedOn' | 'gross'>,
  environment: keyof typeof HOSTS = 'production',
): string {
  const query = { nif: issuer, numserie: number, fecha: dayFirst(issuedOn), importe: amount(gross) }
  const text = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${HOSTS[environment]}/wlpl/TIKE-CONT/ValidarQR?${text.join('&')}`
}

const joined = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${value.trim()}`)
    .join('&')

function dayFirst(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  if (year === undefined) throw new RangeError(`"${day}" is no day such as 2024-01-01`)
  return `${date}-${month}-${year}`
}

const amount = (value: string): string => withDecimals(value, 'ImporteTotal', 2, 2, 12)
