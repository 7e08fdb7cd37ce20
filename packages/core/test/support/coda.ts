import type { Minor } from '../../src/country/index.ts'

/** One movement of an invented CODA file. Minor units of the euro, money out negative. */
export interface CodaEntry {
  amount: Minor
  /** At most 21 characters. */
  reference?: string
  name?: string
  account?: string
  /** Twelve digits of a structured communication. */
  structured?: string
  free?: string
  customerReference?: string
  /** 1 reject, 2 return, 3 refund, 4 reversal, 5 cancellation. */
  returnType?: string
  returnReason?: string
  /** Eight digits: type, family, operation, category. */
  code?: string
  /** Details of a globalised amount. */
  parts?: readonly Omit<CodaEntry, 'parts'>[]
}

export interface CodaStatement {
  /** Three digits. */
  number: string
  iban: string
  opening: Minor
  /** `2026-11-20` */
  on: string
  entries: readonly CodaEntry[]
}

/** A CODA 2.6 file as a Belgian bank would send it, written by the positions of the standard. */
export function coda(...statements: readonly CodaStatement[]): string {
  return statements.map((one, index) => block(one, index === statements.length - 1)).join('')
}

function block({ number, iban, opening, on, entries }: CodaStatement, isLast: boolean): string {
  const day = ddmmyy(on)
  const moved = entries.reduce((sum, { amount }) => sum + amount, 0n)
  const debit = entries.reduce((sum, { amount }) => (amount < 0n ? sum - amount : sum), 0n)
  const account = `${iban.padEnd(34)}EUR`
  const old = `12${number}${account}${sign(opening)}${digits(opening)}${day}${''.padEnd(61)}${number}`
  const lines = entries.flatMap((entry, index) => [
    ...movement(entry, index + 1, 0, day),
    ...(entry.parts ?? []).flatMap((part, at) => movement(part, index + 1, at + 1, day)),
  ])
  const closing = opening + moved
  const fresh = `8${number}${account}${sign(closing)}${digits(closing)}${day}${''.padEnd(64)}0`
  const counted = lines.length + 2
  return [
    `00000${day}72505${''.padEnd(8)}0000000000${'INVENTED'.padEnd(26)}KREDBEBB   0${'0123456789'}${''.padEnd(45)}2`,
    old,
    ...lines,
    fresh,
    `9${''.padEnd(15)}${String(counted).padStart(6, '0')}${digits(debit)}${digits(moved + debit)}${''.padEnd(75)}${isLast ? 2 : 1}`,
  ]
    .map((line) => `${line}\r\n`)
    .join('')
}

function movement(entry: CodaEntry, serial: number, detail: number, day: string): string[] {
  const { amount, reference = '', name = '', account = '', structured, free = '', parts } = entry
  const { customerReference = '', returnType = ' ', returnReason = '', code } = entry
  const head = `${String(serial).padStart(4, '0')}${String(detail).padStart(4, '0')}`
  const text = structured ? `101${structured}` : free
  const type = detail > 0 ? '5' : parts ? '1' : '0'
  return [
    `21${head}${reference.padEnd(21)}${sign(amount)}${digits(amount)}${day}${code ?? `${type}0150000`}${structured ? 1 : 0}${text.slice(0, 53).padEnd(53)}${day}000${parts ? 1 : 0}1 0`,
    `22${head}${text.slice(53, 106).padEnd(53)}${customerReference.padEnd(35)}${''.padEnd(14)}${returnType}${returnReason.padEnd(4)}${''.padEnd(8)}1 0`,
    `23${head}${account.padEnd(34)}EUR${name.padEnd(35)}${text.slice(106).padEnd(43)}0 0`,
  ]
}

const ddmmyy = (on: string) => `${on.slice(8)}${on.slice(5, 7)}${on.slice(2, 4)}`
const sign = (amount: Minor) => (amount < 0n ? '1' : '0')
const digits = (amount: Minor) => String((amount < 0n ? -amount : amount) * 10n).padStart(15, '0')
