import { addDays, CURRENCY_DECIMALS, digitsModulo } from '../country/index.ts'
import { type CodaMovement, movementsOf, transactionsOf } from './coda-movements.ts'
import { amountAt, type CodaRecord, dayAt, faultAt, field, RECORD_LENGTH, signed } from './coda-record.ts'
import { distinctRefs, type Statement } from './statement.ts'

/** Whether a file begins like a CODA file: record 0 with its zeros and its day. */
export const looksLikeCoda = (bytes: Uint8Array): boolean =>
  /^(?:\u00EF\u00BB\u00BF)?0000[0 ]\d{6}/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 16)))

/**
 * Reads a CODA file of Febelfin's standard 2.x: every statement in it, globalised amounts taken apart where their details make
 * them up. Checked to the last digit: the balances against the movements, and number of records and both sums against record 9.
 *
 * Source: Febelfin, Coded statement of account (CODA), standard 2.6. The text itself was not read here: positions and codes were held
 * against two public readers that share no code, Odoo's `l10n_be_coda` (records 2.3 and 3.1) and `RobinMalfait/coda-parser` (all
 * records, with the standard's words), on 26 November 2026. They agree, but the communication of record 2.3 ends at 125 in the
 * first and at 115 in the second: the longer is read, for blanks are no harm. A movement of more than 9,999 details, whose numbers
 * begin again at 0000, does not add up here and is refused.
 *
 * @throws Problem `invalid-field` with the line, for a file that is cut off, has a record of another length, does not add up, or
 *   holds amounts finer than its currency.
 */
export function parseCoda(bytes: Uint8Array): readonly Statement[] {
  const records = recordsOf(bytes)
  const statements: Statement[] = []
  for (let at = 0; at < records.length; ) {
    const end = records.findIndex(({ text }, index) => index >= at && text[0] === '9')
    if (end < 0) throw faultAt(records.at(-1) as CodaRecord, 'the file is cut off: its record 9 is missing')
    statements.push(readBlock(records.slice(at, end + 1)))
    at = end + 1
  }
  return statements
}

/** The records of a file: UTF-8 where it is that, else the Latin set banks write. */
function recordsOf(bytes: Uint8Array): readonly CodaRecord[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  const records = text
    // An end-of-file mark of old transfers.
    .replaceAll('\u001A', '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line: index + 1, text: line }))
    .filter(({ text }) => text.trim() !== '')
  for (const record of records) {
    if (record.text.length !== RECORD_LENGTH)
      throw faultAt(record, `the record has ${record.text.length} characters and not ${RECORD_LENGTH}`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the characters it looks for
    if (/[\u0000-\u001F]/.test(record.text))
      throw faultAt(record, 'a character stands here that no CODA file holds')
    if (!/^[0123489]/.test(record.text)) throw faultAt(record, `there is no record ${record.text[0]}`)
  }
  return records
}

function readBlock(records: readonly CodaRecord[]): Statement {
  const of = (id: string) => records.filter(({ text }) => text[0] === id)
  const [header] = of('0')
  const [old, ...moreOld] = of('1')
  const [fresh, ...moreFresh] = of('8')
  const trailer = records.at(-1) as CodaRecord
  if (header !== records[0] || !old || !fresh || moreOld.length > 0 || moreFresh.length > 0)
    throw faultAt(records[0] as CodaRecord, 'the statement lacks its header or one of its balances')
  if (field(header as CodaRecord, 128, 128) !== '2')
    throw faultAt(header as CodaRecord, 'only version 2 of CODA is read')
  const { iban, currency } = accountOf(old)
  const opening = signed(old, 43, 44, currency)
  const closing = signed(fresh, 42, 43, currency)
  const openedOn = dayAt(old, 59)
  const toOn = dayAt(fresh, 58)
  if (!toOn) throw faultAt(fresh, 'the new balance has no date')
  const movements = movementsOf(records, currency)
  checkTrailer(trailer, movements, records, currency)
  const moved = movements.filter(({ detail }) => !detail).reduce((sum, { amount }) => sum + amount, 0n)
  if (opening + moved !== closing)
    throw faultAt(
      fresh,
      `the statement does not add up: opening ${opening} and movements ${moved} do not make closing ${closing} (in cents)`,
    )
  // The number starts again each year; a duplicate carries the same one.
  const reference = `CODA ${toOn} ${field(old, 126, 128).trim() || field(old, 3, 5)}`
  return {
    kind: 'statement',
    iban,
    reference,
    ...(openedOn && openedOn < toOn && { fromOn: addDays(openedOn, 1) }),
    toOn,
    currency,
    opening,
    closing,
    transactions: distinctRefs(transactionsOf(movements)),
  }
}

function checkTrailer(
  trailer: CodaRecord,
  movements: readonly CodaMovement[],
  records: readonly CodaRecord[],
  currency: string,
): void {
  const counted = records.filter(({ text }) => /^[1238]/.test(text)).length
  const free = records.filter(({ text }) => text[0] === '4').length
  const said = Number(field(trailer, 17, 22))
  // Some banks count the free messages too.
  if (said !== counted && said !== counted + free)
    throw faultAt(trailer, `record 9 speaks of ${said} records, and ${counted} are there`)
  const sum = (isDebit: boolean) =>
    movements
      .filter(({ detail, amount }) => !detail && amount < 0n === isDebit)
      .reduce((total, { amount }) => total + (isDebit ? -amount : amount), 0n)
  const [debit, credit] = [amountAt(trailer, 23, currency), amountAt(trailer, 38, currency)]
  if (debit !== sum(true) || credit !== sum(false))
    throw faultAt(
      trailer,
      `record 9 sums ${debit} out and ${credit} in, the movements ${sum(true)} and ${sum(false)} (in cents)`,
    )
}

/** Account structure 0: the old Belgian number, whose IBAN follows from it; 2 and 3: an IBAN; 1: a foreign number. */
function accountOf(old: CodaRecord): { iban: string; currency: string } {
  const structure = field(old, 2, 2)
  if (!/[0-3]/.test(structure)) throw faultAt(old, `there is no account structure ${structure}`)
  const isOld = structure === '0'
  const number = (isOld ? field(old, 6, 17) : field(old, 6, structure === '2' ? 36 : 39)).replace(/\s/g, '')
  const currency = (isOld ? field(old, 19, 21) : field(old, 40, 42)).trim() || 'EUR'
  if (number === '') throw faultAt(old, 'the statement names no account')
  if (CURRENCY_DECIMALS[currency] === undefined)
    throw faultAt(old, `the account is in ${currency}, which is not read here`)
  return { iban: isOld ? belgianIban(old, number) : number, currency }
}

function belgianIban(record: CodaRecord, number: string): string {
  if (!/^\d{12}$/.test(number)) throw faultAt(record, `${number} is no Belgian account number`)
  // BE is 1114 in digits, and the two check digits are 00 while they are computed.
  const check = 98 - digitsModulo(`${number}111400`, 97)
  return `BE${String(check).padStart(2, '0')}${number}`
}
