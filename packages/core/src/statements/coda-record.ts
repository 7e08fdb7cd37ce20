import { CURRENCY_DECIMALS, type IsoDate, isIsoDate, type Minor } from '../country/index.ts'
import { unreadable } from './statement.ts'

/** Characters of a record; positions below are Febelfin's, from 1. */
export const RECORD_LENGTH = 128

/** One record with its line in the file. */
export interface CodaRecord {
  readonly line: number
  readonly text: string
}

/** Positions `from` to `to` of a record, as the standard counts them. */
export const field = ({ text }: CodaRecord, from: number, to: number): string => text.slice(from - 1, to)

export const faultAt = ({ line }: CodaRecord, detail: string) => unreadable(`line ${line}: ${detail}`)

/** An amount and the sign before or above it: 0 is in favour of the account, 1 against it. */
export function signed(record: CodaRecord, signAt: number, from: number, currency: string): Minor {
  const sign = field(record, signAt, signAt)
  if (sign !== '0' && sign !== '1') throw faultAt(record, 'the amount is neither credit nor debit')
  const amount = amountAt(record, from, currency)
  return sign === '1' ? -amount : amount
}

/** Fifteen digits, of which three are decimals, in minor units of the currency. */
export function amountAt(record: CodaRecord, from: number, currency: string): Minor {
  const digits = field(record, from, from + 14)
  if (!/^\d{15}$/.test(digits)) throw faultAt(record, `"${digits}" is no amount`)
  const unit = 10n ** BigInt(3 - (CURRENCY_DECIMALS[currency] ?? 2))
  const thousandths = BigInt(digits)
  if (thousandths % unit !== 0n) throw faultAt(record, `${digits} is finer than a ${currency} is divided`)
  return thousandths / unit
}

/** DDMMYY; undefined where the bank does not know it. */
export function dayAt(record: CodaRecord, from: number): IsoDate | undefined {
  const digits = field(record, from, from + 5)
  if (/^[0 ]{6}$/.test(digits)) return undefined
  const day = `20${digits.slice(4)}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`
  if (!isIsoDate(day)) throw faultAt(record, `"${digits}" is no day`)
  return day
}
