import { all, at, parseXml, textAt } from '../../src/xml/index.ts'

/** What stands on each account at the end of the year, and each transaction's entries: read from a file alone. */
export interface ReadBooks {
  closing: Map<string, bigint>
  transactions: bigint[][]
}

/** Sums may be larger than any one amount that the program takes. */
function cents(text: string): bigint {
  if (!/^-?\d+\.\d\d$/.test(text)) throw new Error(`not an amount: ${text}`)
  return BigInt(text.replace('.', ''))
}

const book = (): ReadBooks & { add(account: string, amount: bigint): void } => {
  const closing = new Map<string, bigint>()
  return {
    closing,
    transactions: [],
    add: (account, amount) => closing.set(account, (closing.get(account) ?? 0n) + amount),
  }
}

export function readFec(bytes: Uint8Array): ReadBooks & { lines: string[][] } {
  const [head, ...rows] = new TextDecoder('iso-8859-15').decode(bytes).replace(/\r\n$/, '').split('\r\n')
  const columns = (head as string).split('\t')
  const lines = rows.map((row) => row.split('\t'))
  const read = book()
  const byNumber = new Map<string, bigint[]>()
  for (const line of lines) {
    const cell = (name: string) => line[columns.indexOf(name)] as string
    const amount = cents(cell('Debit').replace(',', '.')) - cents(cell('Credit').replace(',', '.'))
    read.add(cell('CompteNum'), amount)
    byNumber.set(cell('EcritureNum'), [...(byNumber.get(cell('EcritureNum')) ?? []), amount])
  }
  read.transactions.push(...byNumber.values())
  return { ...read, lines }
}

/** Code page 437 as far as Swedish needs it, from its table and not from the writer's. */
const PC8: Record<number, string> = { 132: 'ä', 134: 'å', 148: 'ö', 142: 'Ä', 143: 'Å', 153: 'Ö', 130: 'é' }

export function readSie(
  bytes: Uint8Array,
): ReadBooks & { lines: string[]; closingBalances: Map<string, bigint> } {
  const text = [...bytes].map((byte) => PC8[byte] ?? String.fromCharCode(byte)).join('')
  const read = book()
  const lines = text.replace(/\r\n$/, '').split('\r\n')
  const closingBalances = new Map<string, bigint>()
  for (const line of lines) {
    const [post, ...fields] = line.trim().split(' ')
    if (post === '#VER') read.transactions.push([])
    else if (post === '#TRANS') {
      const amount = cents(fields[2] as string)
      read.add(fields[0] as string, amount)
      read.transactions.at(-1)?.push(amount)
    } else if (post === '#IB') read.add(fields[1] as string, cents(fields[2] as string))
    else if (post === '#UB' || post === '#RES')
      closingBalances.set(fields[1] as string, cents(fields[2] as string))
  }
  return { ...read, lines, closingBalances }
}

export function readXaf(bytes: Uint8Array): ReadBooks & { totals: string[]; lineCount: number } {
  const company = at(parseXml(new TextDecoder().decode(bytes)), 'company')
  if (!company) throw new Error('no company')
  const read = book()
  const amountOf = (line: Parameters<typeof textAt>[0]) =>
    cents(textAt(line, 'amnt') as string) * (textAt(line, 'amntTp') === 'C' ? -1n : 1n)
  for (const line of all(at(company, 'openingBalance'), 'obLine'))
    read.add(textAt(line, 'accID') as string, amountOf(line))
  const transactions = at(company, 'transactions')
  let lineCount = 0
  for (const transaction of all(at(transactions, 'journal'), 'transaction'))
    read.transactions.push(
      all(transaction, 'trLine').map((line) => {
        lineCount += 1
        read.add(textAt(line, 'accID') as string, amountOf(line))
        return amountOf(line)
      }),
    )
  const totals = ['linesCount', 'totalDebit', 'totalCredit'].map((tag) => textAt(transactions, tag) as string)
  return { ...read, totals, lineCount }
}

export function readCsv(bytes: Uint8Array): ReadBooks {
  const read = book()
  const [, ...rows] = new TextDecoder().decode(bytes).replace(/\r\n$/, '').split('\r\n')
  const byId = new Map<string, bigint[]>()
  for (const row of rows) {
    const cells = [...row.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    )
    const amount = cents(cells[8] as string) - cents(cells[9] as string)
    read.add(cells[5] as string, amount)
    if (cells[0] !== '') byId.set(cells[0] as string, [...(byId.get(cells[0] as string) ?? []), amount])
  }
  read.transactions.push(...byId.values())
  return read
}
