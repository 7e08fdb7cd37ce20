import { expect, test } from 'vitest'
import { Problem } from '../../src/problem/index.ts'
import { readStatements, referencesIn } from '../../src/statements/index.ts'
import { type CamtEntry, camt053 } from '../support/camt053.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const entry = {
  amount: '121.00',
  bookedOn: '2026-11-20',
  reference: 'B-1',
  name: 'Théâtre & Fils',
  iban: 'FR7630006000011234567890189',
  structured: 'RF18539007547034',
}
const plain = { iban: 'BE71096123456769', id: 'ST-1', opening: '1000.00', entries: [entry] }

function refusal(file: string | Uint8Array): Problem {
  try {
    readStatements(typeof file === 'string' ? bytes(file) : file)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('the file was read')
}

test.each(['02', '04', '08'] as const)('a statement of version %s is read to the cent', (version) => {
  const [statement] = readStatements(bytes(camt053({ ...plain, version })))
  expect(statement).toMatchObject({
    iban: plain.iban,
    reference: 'ST-1',
    opening: 100_000n,
    closing: 112_100n,
    currency: 'EUR',
  })
  expect(statement?.transactions).toEqual([
    {
      entryRef: 'B-1',
      bankRef: 'B-1',
      bookedOn: '2026-11-20',
      amount: 12_100n,
      counterpartyName: 'Théâtre & Fils',
      counterpartyIban: entry.iban,
      references: ['RF18539007547034'],
      remittance: 'RF18539007547034',
      reversal: false,
    },
  ])
})

test('a file whose namespace stands on a prefix is the same statement', () => {
  const text = camt053(plain)
  const prefixed = text
    .replace(/<(\/?)(?=[A-Z])/g, '<$1c:')
    .replace('<c:Document xmlns=', '<c:Document xmlns:c=')
  expect(readStatements(bytes(prefixed))).toEqual(readStatements(bytes(text)))
})

test('a batch is taken apart when its parts add up, and left whole when they do not', () => {
  const parts = [
    { amount: '100.00', structured: 'RF18539007547034' },
    { amount: '21.00', free: '+++090/9337/55493+++' },
  ]
  const [apart] = readStatements(bytes(camt053({ ...plain, entries: [{ ...entry, parts }] })))
  expect(
    apart?.transactions.map(({ entryRef, amount, references }) => [entryRef, amount, references]),
  ).toEqual([
    ['B-1/1', 10_000n, ['RF18539007547034']],
    ['B-1/2', 2_100n, ['090933755493']],
  ])
  const [whole] = readStatements(
    bytes(camt053({ ...plain, entries: [{ ...entry, parts: parts.slice(0, 1).concat(parts.slice(0, 1)) }] })),
  )
  expect(whole?.transactions.map(({ amount, references }) => [amount, references])).toEqual([[12_100n, []]])
})

test('money out is negative, and what takes a booking back is marked', () => {
  const entries = [
    { ...entry, amount: '-50.00', endToEndId: 'aa01' },
    { ...entry, amount: '50.00', reversal: true },
  ]
  const [statement] = readStatements(bytes(camt053({ ...plain, entries })))
  expect(statement).toMatchObject({ kind: 'statement', closing: 100_000n })
  expect(
    statement?.transactions.map((one) => [one.entryRef, one.amount, one.reversal, one.endToEndId]),
  ).toEqual([
    ['B-1', -5_000n, false, 'aa01'],
    ['B-1#2', 5_000n, true, undefined],
  ])
})

const wageBack = { amount: '1500.00', endToEndId: 'aa01', returned: 'AC04' }
const amountsOf = (entries: readonly CamtEntry[], version?: '02') =>
  readStatements(bytes(camt053({ ...plain, entries, ...(version && { version }) })))[0]?.transactions.map(
    ({ entryRef, amount, reversal, endToEndId }) => [entryRef, amount, reversal, endToEndId],
  )

test.each([undefined, '02'] as const)(
  'a payment comes back whole where the bank booked its return less its charge, which is money out of its own',
  (version) => {
    const booked = { amount: '1497.50', bookedOn: '2026-11-20', reference: 'B-9' }
    const whole = [
      ['B-9', 150_000n, true, 'aa01'],
      ['B-9/charges', -250n, false, undefined],
    ]
    const charges = [{ amount: '2.00' }, { amount: '0.50', included: true }]
    expect(amountsOf([{ ...booked, parts: [wageBack], charges }], version)).toEqual(whole)
    expect(amountsOf([{ ...booked, parts: [{ ...wageBack, charges }] }], version)).toEqual(whole)
    expect(amountsOf([{ ...booked, parts: [{ ...wageBack, charges }], charges }], version)).toEqual(whole)
  },
)

test('charges are found beside several returns, on top of money out, as a refund, and where they eat up the return', () => {
  const booked = { bookedOn: '2026-11-20', reference: 'B-9' }
  const amounts = (entry: Omit<CamtEntry, 'bookedOn'>) =>
    amountsOf([{ ...booked, ...entry }])?.map(([, amount]) => amount)
  const two = [wageBack, { ...wageBack, amount: '100.00', endToEndId: 'aa02' }]
  expect(amounts({ amount: '1595.00', parts: two, charges: [{ amount: '5.00' }] })).toEqual([
    150_000n,
    10_000n,
    -500n,
  ])
  expect(amounts({ amount: '-50.30', parts: [{ amount: '-50.00' }], charges: [{ amount: '0.30' }] })).toEqual(
    [-5_000n, -30n],
  )
  expect(amounts({ amount: '50.30', parts: [{ amount: '50.00' }], charges: [{ amount: '-0.30' }] })).toEqual([
    5_000n,
    30n,
  ])
  expect(amounts({ amount: '0.00', parts: [{ amount: '2.50' }], charges: [{ amount: '2.50' }] })).toEqual([
    250n,
    -250n,
  ])
})

test('charges with a detail of their own, or booked elsewhere, are not taken twice', () => {
  const booked = { bookedOn: '2026-11-20', reference: 'B-9' }
  const parts = [wageBack, { amount: '-2.50', free: 'charge' }]
  const both = { ...booked, amount: '1497.50', parts, charges: [{ amount: '2.50' }] }
  const amounts = (entry: CamtEntry) => amountsOf([entry])?.map(([, amount]) => amount)
  expect(amounts(both)).toEqual([150_000n, -250n])
  const { charges, ...silent } = both
  expect(amounts(silent)).toEqual([150_000n, -250n])
  expect(amounts({ ...booked, amount: '1500.00', parts: [wageBack], charges })).toEqual([150_000n])
  // Told as not in the amount, so what is missing is no charge: the entry stays whole.
  const elsewhere = [{ amount: '2.50', included: false }]
  expect(amounts({ ...booked, amount: '1497.50', parts: [wageBack], charges: elsewhere })).toEqual([149_750n])
})

test('a statement whose details and charges do not make the entry is refused, naming the entry', () => {
  const entries = [
    { amount: '1497.50', bookedOn: '2026-11-20', parts: [wageBack], charges: [{ amount: '2.49' }] },
  ]
  const problem = refusal(camt053({ ...plain, entries }))
  expect(problem).toMatchObject({ type: 'invalid-field', field: 'Ntry/Chrgs' })
  expect(problem.detail).toContain('entry 1 does not add up: details 150000 and charges -249')
})

test('pending entries are not money yet', () => {
  const [statement] = readStatements(
    bytes(camt053({ ...plain, entries: [entry, { ...entry, status: 'PDNG', amount: '9.99' }] })),
  )
  expect(statement?.transactions).toHaveLength(1)
})

test('a statement that does not add up is refused', () => {
  expect(refusal(camt053({ ...plain, closing: '1121.01' })).detail).toContain('does not add up')
})

test.each([
  ['is cut off', (text: string) => text.slice(0, text.length / 2), 'cut off'],
  [
    'is another message',
    (text: string) => text.replace('camt.053.001.08', 'camt.052.001.08'),
    'not a camt.053',
  ],
  [
    'carries a document type',
    (text: string) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'),
    'document type',
  ],
  ['uses an entity of its own', (text: string) => text.replace('Th', '&x;Th'), 'entity'],
  ['holds the character zero', (text: string) => text.replace('Th', 'T\0h'), 'a character stands here'],
  ['holds it as a number', (text: string) => text.replace('Th', 'T&#x0;h'), 'entity'],
  ['holds half a character', (text: string) => text.replace('Th', 'T&#xD800;h'), 'entity'],
  ['mixes currencies', (text: string) => text.replace('Ccy="EUR">121', 'Ccy="SEK">121'), 'SEK'],
  ['has an amount with three decimals', (text: string) => text.replace('121.00<', '121.005<'), 'decimals'],
  ['has an amount that is no number', (text: string) => text.replace('121.00<', '1e2<'), 'decimal number'],
  ['names no account', (text: string) => text.replace(/<Acct>.*?<\/Acct>/s, ''), 'no account'],
  ['has no balances', (text: string) => text.replaceAll(/<Bal>.*?<\/Bal>/gs, ''), 'balance'],
  ['closes a tag it did not open', (text: string) => text.replace('</Ntry>', '</Ntri>'), 'did not open'],
  ['is empty', () => '', 'empty'],
  ['is no XML', () => 'date;amount\n1;2', 'outside'],
])('a file that %s is refused with the reason', (_, spoil, reason) => {
  const problem = refusal(spoil(camt053(plain)))
  expect(problem.type).toBe('invalid-field')
  expect(problem.detail).toContain(reason)
})

test('a file in another encoding than it claims is refused; one that says Latin is read', () => {
  const text = camt053(plain)
  const latin = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  expect(refusal(latin).detail).toContain('not UTF-8')
  const honest = text.replace('UTF-8', 'ISO-8859-1')
  const [statement] = readStatements(Uint8Array.from(honest, (sign) => sign.charCodeAt(0)))
  expect(statement?.transactions[0]?.counterpartyName).toBe('Théâtre & Fils')
  expect(refusal(text.replace('UTF-8', 'EBCDIC')).detail).toContain('EBCDIC')
})

test('a reference in free text counts only with right check digits', () => {
  expect(referencesIn([], ['facture +++090/9337/55493+++ merci'])).toEqual(['090933755493'])
  expect(referencesIn([], ['+++090/9337/55494+++', '090/9337/55493'])).toEqual([])
  expect(referencesIn([], ['ref rf18 5390 0754 7034 thanks'])).toEqual(['RF18539007547034'])
  expect(referencesIn([], ['RF19539007547034'])).toEqual([])
  expect(referencesIn([], ['RF18539007547034 et RF712348231'])).toEqual(['RF18539007547034', 'RF712348231'])
  expect(referencesIn(['090/9337/55493'], [])).toEqual(['090933755493'])
})
