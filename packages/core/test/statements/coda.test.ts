import { expect, test } from 'vitest'
import { Problem } from '../../src/problem/index.ts'
import { readStatements } from '../../src/statements/index.ts'
import { type CodaStatement, coda } from '../support/coda.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const plain: CodaStatement = {
  number: '017',
  iban: 'BE71096123456769',
  opening: 100_000n,
  on: '2026-11-20',
  entries: [
    {
      amount: 12_100n,
      reference: 'ABC0001',
      name: 'THEATRE ET FILS',
      account: 'BE68539007547034',
      structured: '090933755493',
    },
  ],
}

function refusal(text: string | Uint8Array): Problem {
  try {
    readStatements(typeof text === 'string' ? bytes(text) : text)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('the file was read')
}

test('every record of the invented file is as long as the standard says', () => {
  for (const line of coda(plain).trimEnd().split('\r\n'))
    expect([line[0], line.length]).toEqual([line[0], 128])
})

test('a CODA statement is read to the cent', () => {
  expect(readStatements(bytes(coda(plain)))).toEqual([
    {
      kind: 'statement',
      iban: plain.iban,
      reference: 'CODA 2026-11-20 017',
      toOn: '2026-11-20',
      currency: 'EUR',
      opening: 100_000n,
      closing: 112_100n,
      transactions: [
        {
          entryRef: 'ABC0001',
          bankRef: 'ABC0001',
          bookedOn: '2026-11-20',
          amount: 12_100n,
          references: ['090933755493'],
          reversal: false,
          counterpartyName: 'THEATRE ET FILS',
          counterpartyIban: 'BE68539007547034',
          remittance: '090933755493',
        },
      ],
    },
  ])
})

test('a free message goes on over three records, and a reference in it is found', () => {
  const free = `${'our invoice of last month, with many thanks for the '.padEnd(100, 'x')} +++090/9337/55493+++`
  const [statement] = readStatements(bytes(coda({ ...plain, entries: [{ amount: 1n, free }] })))
  expect(statement?.transactions[0]).toMatchObject({ remittance: free, references: ['090933755493'] })
})

test('a globalised amount is taken apart when its details make it up, and left whole when they do not', () => {
  const parts = [
    { amount: 10_000n, structured: '090933755493' },
    { amount: 2_100n, free: 'hello' },
  ]
  const read = (amount: bigint) =>
    readStatements(bytes(coda({ ...plain, entries: [{ amount, reference: 'R', parts }] })))[0]?.transactions
  expect(read(12_100n)?.map(({ entryRef, bankRef, amount }) => [entryRef, bankRef, amount])).toEqual([
    ['R/1', 'R', 10_000n],
    ['R/2', 'R', 2_100n],
  ])
  expect(read(12_101n)).toMatchObject([{ entryRef: 'R', amount: 12_101n, references: [] }])
})

test('a payment that came back says so, with its reason and the number it left under', () => {
  const [statement] = readStatements(
    bytes(
      coda({
        ...plain,
        entries: [
          { amount: -900n, customerReference: 'e2e-1' },
          { amount: 900n, customerReference: 'e2e-1', returnType: '2', returnReason: 'AC04' },
          { amount: 900n, customerReference: 'NOTPROVIDED', code: '00154000' },
        ],
      }),
    ),
  )
  expect(statement?.transactions).toMatchObject([
    { amount: -900n, endToEndId: 'e2e-1', reversal: false },
    { amount: 900n, endToEndId: 'e2e-1', reversal: true, returnReason: 'AC04' },
    { amount: 900n, reversal: true },
  ])
  expect(statement?.transactions[2]).not.toHaveProperty('endToEndId')
})

test('several statements of a file, an overdrawn account, and an account number of old', () => {
  const old = coda({ ...plain, opening: -5n, entries: [] })
    .replace(/^12017BE71096123456769 {18}EUR/m, `10017096123456769 EUR${''.padEnd(18)}`)
    .replace(/^10017(\d{12}) EUR {18}/m, (_, number) => `10017${number} EUR${''.padEnd(21)}`)
  const [first, second] = readStatements(bytes(coda(plain).replace(/2\r\n$/, '1\r\n') + old))
  expect(first).toMatchObject({ closing: 112_100n })
  expect(second).toMatchObject({ iban: plain.iban, opening: -5n, closing: -5n, transactions: [] })
})

test.each([
  [
    'is cut off before its end',
    (text: string) => text.slice(0, text.lastIndexOf('\r\n9')),
    'record 9 is missing',
  ],
  ['is cut off within a record', (text: string) => text.slice(0, -20), 'characters and not 128'],
  ['lacks a movement', (text: string) => text.replace(/^2[123].*\r\n/gm, ''), 'record 9 speaks of 5 records'],
  ['has a movement twice', (text: string) => text.replace(/^(2[123].*\r\n)+/m, '$&$&'), 'record 9 speaks of'],
  [
    'has another amount than its sums',
    (text: string) => text.replace('000000000121000', '000000000121010'),
    'record 9 sums',
  ],
  [
    'has another balance than its movements make',
    (text: string) => text.replace('000000001000000', '000000001000010'),
    'does not add up',
  ],
  [
    'has an amount finer than a cent',
    (text: string) => text.replaceAll('000000000121000', '000000000121001'),
    'finer',
  ],
  ['has a day that is none', (text: string) => text.replaceAll('201126', '321126'), 'is no day'],
  ['is of version 1', (text: string) => text.replace(/2\r\n/, '1\r\n'), 'only version 2'],
  ['has no new balance', (text: string) => text.replace(/^8.*\r\n/m, ''), 'lacks'],
  ['has a record of no kind', (text: string) => text.replace(/^8/m, '7'), 'no record 7'],
  [
    'holds a control character',
    (text: string) => text.replace('THEATRE', 'THE\u0007TRE'),
    'character stands here',
  ],
])('a CODA file that %s is refused with the line', (_, spoil, reason) => {
  const spoilt = spoil(coda(plain))
  expect(spoilt).not.toBe(coda(plain))
  const problem = refusal(spoilt)
  expect(problem).toMatchObject({ type: 'invalid-field', field: 'file' })
  expect(problem.detail).toMatch(new RegExp(`line \\d+: .*${reason}`))
})

test('names in Latin letters are read as they were written', () => {
  const text = coda({ ...plain, entries: [{ amount: 1n, name: 'Théâtre' }] })
  const [statement] = readStatements(Uint8Array.from(text, (sign) => sign.charCodeAt(0)))
  expect(statement?.transactions[0]?.counterpartyName).toBe('Théâtre')
  const [utf8] = readStatements(bytes(text))
  expect(utf8?.transactions[0]?.counterpartyName).toBe('Théâtre')
})

test('a file of 100 MB is refused before it is read', () => {
  const large = new Uint8Array(100 * 1024 * 1024)
  large.set(bytes(coda(plain)))
  expect(refusal(large).detail).toContain('larger than 20 MB')
})
