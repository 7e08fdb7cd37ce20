import { formatAmount, type Minor } from '../country/index.ts'

export interface TransferToShow {
  readonly name: string
  readonly iban: string
  readonly bic?: string | null | undefined
  /** Euro cents. */
  readonly amount: Minor
  /** What the payer must quote: an ISO 11649 reference (`RF…`) goes as such, anything else as text. */
  readonly reference: string
}

/** What a QR code of version 13 holds at error correction M, the largest the guideline allows. */
export const EPC_QR_BYTES_MAX = 331
const NAME_MAX = 70
const TEXT_MAX = 140
const CENTS_MAX = 99_999_999_999n

/**
 * The text of the QR code that fills a SEPA transfer in a banking app: EPC069-12, version 002, characters in UTF-8. In
 * euros only, from 0.01 to 999 999 999.99; line breaks within a field become spaces, a name is cut at 70 characters.
 *
 * @throws RangeError for an amount out of bounds, a reference over 140 characters, or a text over 331 bytes.
 */
export function epcQrText({ name, iban, bic, amount, reference }: TransferToShow): string {
  if (amount < 1n || amount > CENTS_MAX)
    throw new RangeError('A SEPA transfer moves 0.01 to 999 999 999.99 euros.')
  const quoted = oneLine(reference)
  if (quoted.length > TEXT_MAX) throw new RangeError(`A reference has at most ${TEXT_MAX} characters.`)
  const compact = quoted.replaceAll(' ', '')
  const isCreditorReference = /^RF\d{2}[A-Z0-9]{1,21}$/.test(compact)
  const text = [
    'BCD',
    '002',
    // UTF-8
    '1',
    'SCT',
    bic ?? '',
    [...oneLine(name)].slice(0, NAME_MAX).join('').trimEnd(),
    iban.replace(/\s/g, ''),
    `EUR${formatAmount(amount)}`,
    // Purpose code
    '',
    isCreditorReference ? compact : '',
    isCreditorReference ? '' : quoted,
  ]
    .join('\n')
    // A line break stands between fields only.
    .replace(/\n+$/, '')
  if (new TextEncoder().encode(text).length > EPC_QR_BYTES_MAX)
    throw new RangeError(`The code holds at most ${EPC_QR_BYTES_MAX} bytes.`)
  return text
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
