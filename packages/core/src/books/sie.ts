import { formatAmount, type Minor } from '../country/index.ts'
import { type BookAccount, type BookYear, compactDay, oneLine } from './book-year.ts'
import { type Journal, journalOf } from './journals.ts'

const TYPES: Readonly<Record<BookAccount['type'], string>> = {
  asset: 'T',
  liability: 'S',
  equity: 'S',
  income: 'I',
  expense: 'K',
}
/** Verification series, a letter each, as Swedish programs keep them apart. */
const SERIES: Readonly<Record<Journal, string>> = { general: 'A', sales: 'B', bank: 'C', payroll: 'L' }

/**
 * A year's books as an SIE file of type 4 (SIE-gruppen, utgåva 4B): identity, chart of accounts, opening and closing
 * balances, result by account, and every verification with its transactions. Lines end in CR LF; written in PC8. The
 * optional checksum (#KSUMMA) is left out.
 *
 * The posts and their order were read in public descriptions of the format and in programs that read it; the file was
 * not run through the SIE group's own test program, which is not to be had here.
 */
export async function* sie(year: BookYear): AsyncGenerator<string> {
  yield [...head(year), ...chart(year), ...balances(year)].map((post) => `${post}\r\n`).join('')
  const counted = new Map<string, number>()
  for await (const page of year.pages()) {
    let text = ''
    for (const { kind, effectiveOn, recordedOn, reference, entries } of page) {
      const series = SERIES[journalOf(kind)]
      const number = (counted.get(series) ?? 0) + 1
      counted.set(series, number)
      const label = quoted(`${kind} ${reference}`)
      text += `#VER ${series} ${number} ${compactDay(effectiveOn)} ${label} ${compactDay(recordedOn)}\r\n{\r\n`
      for (const entry of entries) text += `  #TRANS ${entry.number} {} ${formatAmount(entry.amount)}\r\n`
      text += '}\r\n'
    }
    yield text
  }
}

function head({ entity, currency, from, to, madeOn }: BookYear): string[] {
  const { companyNumber, name } = entity
  return [
    '#FLAGGA 0',
    '#PROGRAM "Samen" "0.1.0"',
    '#FORMAT PC8',
    `#GEN ${compactDay(madeOn)}`,
    '#SIETYP 4',
    `#ORGNR ${companyNumber.replace(/^(\d{6})-?(\d{4})$/, '$1-$2')}`,
    `#FNAMN ${quoted(name)}`,
    `#RAR 0 ${compactDay(from)} ${compactDay(to)}`,
    '#KPTYP EUBAS97',
    `#VALUTA ${currency}`,
  ]
}

function chart({ accounts }: BookYear): string[] {
  return accounts.flatMap(({ number, name, type }) => [
    `#KONTO ${number} ${quoted(name)}`,
    `#KTYP ${number} ${TYPES[type]}`,
  ])
}

function balances({ balances }: BookYear): string[] {
  const standing = balances.filter(({ type }) => type !== 'income' && type !== 'expense')
  const result = balances.filter(({ type }) => type === 'income' || type === 'expense')
  return [
    ...standing.map(({ number, opening }) => balance('IB', number, opening)),
    ...standing.map((line) => balance('UB', line.number, line.opening + line.debit - line.credit)),
    ...result.map(({ number, debit, credit }) => balance('RES', number, debit - credit)),
  ]
}

const balance = (post: string, number: string, amount: Minor) =>
  `#${post} 0 ${number} ${formatAmount(amount)}`

const quoted = (text: string) => `"${oneLine(text).replace(/["\\]/g, '\\$&')}"`
