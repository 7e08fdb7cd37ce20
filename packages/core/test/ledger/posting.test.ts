import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalPosting, chainNext, chainStart } from '../../src/ledger/chain.ts'
import { accountsOf, checkPosting, type Posting, reversalOf } from '../../src/ledger/index.ts'
import { imbalance } from '../../src/ledger/posting.ts'
import { Problem } from '../../src/problem/index.ts'
import { between, entry } from './office.ts'

const amount = fc.bigInt({ min: 1n, max: 1_000_000_000_000n })
const account = fc.constantFrom('bank', 'client-receivable', 'activity-budget', 'vat-payable')

/** Any balanced posting: amounts out, each with its opposite in. */
const balanced: fc.Arbitrary<Posting> = fc
  .array(fc.tuple(account, account, amount, fc.constantFrom('EUR', 'SEK')), { minLength: 1, maxLength: 20 })
  .map((pairs) =>
    between('bank', 'bank', 1n, {
      entries: pairs.flatMap(([from, to, sum, currency]) => [
        { account: from, currency, amount: sum },
        { account: to, currency, amount: -sum },
      ]),
    }),
  )

test('any posting of opposite pairs is taken, and its reversal too', () => {
  fc.assert(
    fc.property(balanced, (posting) => {
      checkPosting(posting)
      const reversal = reversalOf('01a20790-0000-7000-8000-000000000000', posting, {
        effectiveOn: '2026-11-02',
        reason: 'wrong client',
      })
      checkPosting(reversal)
      expect(imbalance([...posting.entries, ...reversal.entries])).toBeUndefined()
    }),
  )
})

test('a posting that misses zero by a single cent is refused, whichever entry is off', () => {
  fc.assert(
    fc.property(balanced, fc.nat(), fc.constantFrom(1n, -1n), (posting, at, cent) => {
      const index = at % posting.entries.length
      const entries = posting.entries.map((line, i) =>
        i === index ? { ...line, amount: line.amount + cent } : line,
      )
      expect(() => checkPosting({ ...posting, entries })).toThrow(Problem)
    }),
  )
})

test('amounts of two currencies do not balance each other', () => {
  const posting = between('bank', 'bank', 5n, {
    entries: [
      { account: 'bank', currency: 'EUR', amount: 5n },
      { account: 'bank', currency: 'SEK', amount: -5n },
    ],
  })
  expect(() => checkPosting(posting)).toThrow(/miss zero by 5 EUR/)
})

const good = between('bank', 'client-receivable', 5n)
test.each<[string, Partial<Posting>, string]>([
  ['an empty key', { key: '' }, 'posting.key'],
  ['a key PostgreSQL cannot store', { key: 'a\u0000' }, 'posting.key'],
  ['a kind in words', { kind: 'Some kind' }, 'posting.kind'],
  ['a legal entity that is no id', { legalEntityId: 'me' }, 'posting.legalEntityId'],
  ['a day that does not exist', { effectiveOn: '2026-02-30' }, 'posting.effectiveOn'],
  ['half a character in the description', { description: '\ud800' }, 'posting.description'],
  ['a source without an id', { source: { kind: 'invoice', id: '1' } }, 'posting.source'],
  ['a reversal of nothing', { kind: 'reversal' }, 'posting.reverses'],
  ['a single entry', { entries: good.entries.slice(0, 1) }, 'posting.entries'],
  ['a zero amount', { entries: [entry('bank', 0n), entry('bank', 0n)] }, 'posting.entries[0].amount'],
  ['an account in words', { entries: [entry('Bank', 1n), entry('bank', -1n)] }, 'posting.entries[0].account'],
  [
    'an entry on no fund',
    { entries: [entry('bank', 1n), entry('fund-available', -1n)] },
    'posting.entries[1].subject',
  ],
])('%s is refused by its field', (_, wrong, field) => {
  expect(() => checkPosting({ ...good, ...wrong })).toThrow(expect.objectContaining({ field }))
})

test('two postings read the same only if they are the same', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.string(),
      fc.string(),
      (key, description, otherKey, otherDescription) => {
        const one = canonicalPosting({ ...good, key, description })
        const other = canonicalPosting({ ...good, key: otherKey, description: otherDescription })
        expect(one === other).toBe(key === otherKey && description === otherDescription)
        expect(JSON.parse(one).slice(0, 5)).toEqual([
          key,
          good.kind,
          good.legalEntityId,
          good.effectiveOn,
          description,
        ])
      },
    ),
  )
})

test('a link depends on its place, its transaction and every link before it', () => {
  const link = { transactionId: 'a', recordedAtMicros: 1n, posting: good }
  const start = chainStart('office', 'batch')
  const links = [
    chainNext(start, link),
    chainNext(chainStart('office', 'other'), link),
    chainNext(start, { ...link, recordedAtMicros: 2n }),
    chainNext(start, { ...link, transactionId: 'b' }),
    chainNext(chainNext(start, link), link),
  ]
  expect(new Set(links).size).toBe(links.length)
  expect(chainNext(start, link)).toBe(links[0])
})

test('a country that forgets an account or invents a role is told all of it at once', () => {
  const chart = [
    { role: 'bank', number: '5500', name: 'Bank' },
    { role: 'bank', number: '5501', name: 'Bank' },
    { role: 'coffee', number: '6000', name: 'Coffee' },
  ]
  expect(() => accountsOf({ chart, authorities: [] })).toThrow(
    /client-receivable is missing.*coffee is not a role.*bank stands twice/,
  )
})
