import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advanceLimit, type CreditFacts, type PaymentHistory, rate } from '../../src/clients/index.ts'

const history = (changes: Partial<PaymentHistory> = {}): PaymentHistory => ({
  paidInvoices: 10,
  daysLate: 0,
  overdueDays: 0,
  brokenPromises: 0,
  lostInvoices: 0,
  ...changes,
})
const order = 'ABCDE'

test.each([
  [{}, 'A'],
  [{ paidInvoices: 2 }, 'N'],
  [{ daysLate: 6 }, 'B'],
  [{ overdueDays: 31 }, 'C'],
  [{ brokenPromises: 1 }, 'D'],
  [{ daysLate: 61 }, 'E'],
  [{ lostInvoices: 1 }, 'E'],
  [{ paidInvoices: 1, overdueDays: 90 }, 'D'],
])('a client with %o is rated %s', (changes, rating) => {
  expect(rate(history(changes))).toBe(rating)
})

test('a history that is worse in one thing is never rated better', () => {
  const figures = fc.record({
    daysLate: fc.nat(100),
    overdueDays: fc.nat(200),
    brokenPromises: fc.nat(4),
    lostInvoices: fc.nat(1),
  })
  fc.assert(
    fc.property(
      figures,
      fc.constantFrom('daysLate', 'overdueDays', 'brokenPromises', 'lostInvoices'),
      (one, worse) => {
        const before = order.indexOf(rate(history(one)))
        const after = order.indexOf(rate(history({ ...one, [worse]: one[worse] + 1 })))
        expect(after).toBeGreaterThanOrEqual(before)
      },
    ),
  )
})

const facts = (changes: Partial<CreditFacts> = {}): CreditFacts => ({
  creditLimit: 100_001n,
  rating: 'N',
  ratedOn: null,
  insuredLimit: null,
  insuredUntil: null,
  handedOverOn: null,
  bankruptOn: null,
  ...changes,
})
const day = '2026-11-10'

test.each([
  [{}, 100_001n, 'decided'],
  [{ rating: 'D', ratedOn: '2026-11-09' }, 50_000n, 'rating-halved'],
  [{ rating: 'E', ratedOn: '2026-11-09' }, 0n, 'rating-none'],
  [{ rating: 'E', ratedOn: '2026-11-09', insuredLimit: 70_000n, insuredUntil: day }, 70_000n, 'insured'],
  [{ insuredLimit: 70_000n, insuredUntil: day }, 100_001n, 'decided'],
  [{ insuredLimit: 900_000n, insuredUntil: '2026-11-09' }, 100_001n, 'decided'],
  [{ handedOverOn: '2026-11-09', insuredLimit: 900_000n, insuredUntil: day }, 0n, 'handed-over'],
  [{ bankruptOn: '2026-11-09' }, 0n, 'insolvent'],
] as const)('for work begun on 10 November, %o leaves %s because %s', (changes, limit, reason) => {
  expect(advanceLimit(facts(changes), day)).toEqual({ limit, reason })
})

test('who began to work before the bad news is paid as was promised', () => {
  const bad = facts({ rating: 'E', ratedOn: day, handedOverOn: day, bankruptOn: day })
  expect(advanceLimit(bad, day)).toEqual({ limit: 100_001n, reason: 'decided' })
})
