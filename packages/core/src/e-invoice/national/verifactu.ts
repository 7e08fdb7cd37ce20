import { createHash } from 'node:crypto'
import { withDecimals } from './leaves.ts'

/**
 * Spain's chained billing records (VERI*FACTU; RD 1007/2023, Orden HAC/1177/2024 art. 13): the text that is hashed, the hash
 * and the address in the QR code, as the tax agency's specifications of 2024 (hash 0.1.2) describe them; their three worked
 * examples are in the tests. The record as XML is made in `verifactu-record.ts`; it is neither signed nor sent here.
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
 * first. @throws RangeError for a day, moment or hash, UnwritableError for an amount that has not its form.
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

const HOST = 'https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT'

/**
 * The address in the QR code of an invoice (its image is 30 to 40 mm wide, error correction M): where its buyer verifies it,
 * or, of a system that does not send its records, tells the agency of it.
 */
export function qrAddress(
  { issuer, number, issuedOn, gross }: Pick<BillingRecord, 'issuer' | 'number' | 'issuedOn' | 'gross'>,
  { sent }: { readonly sent: boolean },
): string {
  const query = { nif: issuer, numserie: number, fecha: dayFirst(issuedOn), importe: amount(gross) }
  const text = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${HOST}/${sent ? 'ValidarQR' : 'ValidarQRNoVerifactu'}?${text.join('&')}`
}

/** Whether an address of `qrAddress` leads to where an invoice is verified: only then may the invoice say so. */
export const isVerifiable = (address: string): boolean => address.startsWith(`${HOST}/ValidarQR?`)

const joined = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${value.trim()}`)
    .join('&')

export function dayFirst(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  if (year === undefined) throw new RangeError(`"${day}" is no day such as 2024-01-01`)
  return `${date}-${month}-${year}`
}

/** Two decimals, twelve digits before them. @throws UnwritableError */
export const amount = (value: string): string => withDecimals(value, 'ImporteTotal', 2, 2, 12)
