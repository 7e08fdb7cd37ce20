import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fraction, percent } from '../../src/country/index.ts'
import { type AdvanceWish, allocate, decideAdvances, ruleOn } from '../../src/funds/index.ts'
import { type OpenAdvance, settle, splitWriteOff } from '../../src/funds/settle.ts'

const amount = fc.bigInt({ min: 0n, max: 1_000_000_000_000n })

/** Shares that sum to one, over denominators of their own. */
const shares = fc
  .array(fc.bigInt({ min: 1n, max: 10_000n }), { minLength: 1, maxLength: 8 })
  .map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0n)
    return weights.map((weight, index) => fraction(weight * BigInt(index + 1), total * BigInt(index + 1)))
  })

describe('a levy', () => {
  test('is split to the cent, and no fund is a whole cent away from its share', () => {
    fc.assert(
      fc.property(amount, shares, (sum, parts) => {
        const split = allocate(sum, parts)
        expect(split.reduce((total, part) => total + part, 0n)).toBe(sum)
        for (const [index, part] of split.entries()) {
          const { numerator, denominator } = parts[index] as (typeof parts)[number]
          const off = part * denominator - sum * numerator
          expect(off < denominator && off > -denominator).toBe(true)
        }
      }),
    )
  })

  test('taken back by a credit note leaves every fund as it was', () => {
    fc.assert(
      fc.property(amount, shares, (sum, parts) => {
        const there = allocate(sum, parts)
        const back = allocate(-sum, parts)
        expect(there.map((part, index) => part + (back[index] as bigint))).toEqual(parts.map(() => 0n))
      }),
    )
  })

  test.each([
    {
      sum: 1n,
      of: ['50', '50'],
      first: 1,
      split: [0n, 1n],
      why: 'an equal remainder goes to the guarantee fund',
    },
    { sum: 1n, of: ['50', '50'], first: 0, split: [1n, 0n], why: 'wherever it stands' },
    {
      sum: 100n,
      of: ['33.34', '33.33', '33.33'],
      first: 2,
      split: [34n, 33n, 33n],
      why: 'the largest remainder comes first',
    },
    {
      sum: 16250n,
      of: ['60', '25', '15'],
      first: 0,
      split: [9750n, 4063n, 2437n],
      why: 'of equal halves the earlier fund gains',
    },
    { sum: 0n, of: ['60', '40'], first: 0, split: [0n, 0n], why: 'nothing is nothing' },
  ])('$sum cents over $of: $why', ({ sum, of, first, split }) => {
    expect(allocate(sum, of.map(percent), first)).toEqual(split)
  })

  test('is not split by shares that miss or exceed the whole', () => {
    expect(() => allocate(100n, [percent('60'), percent('39.99')])).toThrow(/sum to one/)
    expect(() => allocate(100n, [percent('60'), percent('40.01')])).toThrow(/sum to one/)
    expect(() => allocate(100n, [percent('110'), percent('-10')])).toThrow(/negative/)
    expect(() => allocate(100n, [])).toThrow(RangeError)
  })

  test('is split by the rule in force on its day', () => {
    const rule = (from: string, currency = 'EUR') => ({ from, currency, shares: [] })
    const rules = [rule('2026-01-01'), rule('2025-01-01'), rule('2024-01-01', 'SEK')]
    expect(ruleOn(rules, 'EUR', '2025-12-31')).toBe(rules[1])
    expect(ruleOn(rules, 'EUR', '2026-01-01')).toBe(rules[0])
    expect(ruleOn(rules, 'EUR', '2024-12-31')).toBeUndefined()
  })
})

describe('an advance', () => {
  const wish = (
    payslipId: string,
    clientId: string,
    sum: bigint,
    creditLimit: bigint | null = null,
  ): AdvanceWish => ({
    payslipId,
    invoiceId: `invoice of ${payslipId}`,
    clientId,
    currency: 'EUR',
    amount: sum,
    creditLimit,
  })
  const fund = (cents: bigint) => new Map([['EUR', cents]])

  test('is granted in order while the fund lasts, whole or not at all', () => {
    const decisions = decideAdvances(
      [wish('a', 'x', 60n), wish('b', 'y', 50n), wish('c', 'z', 40n), wish('d', 'z', 1n)],
      fund(100n),
      new Map(),
    )
    expect(decisions.map(({ granted, reason }) => [granted, reason])).toEqual([
      [60n, 'within-limits'],
      [0n, 'fund-exhausted'],
      [40n, 'within-limits'],
      [0n, 'fund-exhausted'],
    ])
  })

  test('stops at what the client may owe, counting what he owes already', () => {
    const decisions = decideAdvances(
      [
        wish('a', 'x', 30n, 100n),
        wish('b', 'x', 21n, 100n),
        wish('c', 'x', 20n, 100n),
        wish('d', 'y', 1n, 0n),
      ],
      fund(1_000n),
      new Map([['x EUR', 50n]]),
    )
    expect(decisions.map(({ granted, reason, exposure }) => [granted, reason, exposure])).toEqual([
      [30n, 'within-limits', 50n],
      [0n, 'client-limit', 80n],
      [20n, 'within-limits', 80n],
      [0n, 'client-limit', 0n],
    ])
  })

  test('asked for twice is granted once', () => {
    const first = wish('a', 'x', 60n)
    const decisions = decideAdvances([first, first], fund(100n), new Map(), new Map([['b invoice of b', 7n]]))
    expect(decisions.map(({ granted, reason }) => [granted, reason])).toEqual([
      [60n, 'within-limits'],
      [60n, 'already-granted'],
    ])
    const again = decideAdvances([wish('b', 'x', 7n)], fund(0n), new Map(), new Map([['b invoice of b', 7n]]))
    expect(again).toMatchObject([{ granted: 7n, reason: 'already-granted' }])
  })

  test('never exceeds the fund nor a client’s limit, whatever is asked in whatever order', () => {
    const wishes = fc.array(
      fc.tuple(fc.uuid(), fc.constantFrom('x', 'y', 'z'), fc.bigInt({ min: 1n, max: 500n })),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(
        wishes,
        fc.bigInt({ min: 0n, max: 3_000n }),
        fc.bigInt({ min: 0n, max: 1_500n }),
        (list, has, limit) => {
          const asked = list.map(([id, client, sum]) => wish(id, client, sum, limit))
          const decisions = decideAdvances(asked, fund(has), new Map())
          const granted = decisions.map((decision) => decision.granted)
          expect(granted.reduce((sum, cents) => sum + cents, 0n) <= has).toBe(true)
          for (const client of ['x', 'y', 'z']) {
            const owed = granted.filter((_, index) => asked[index]?.clientId === client)
            expect(owed.reduce((sum, cents) => sum + cents, 0n) <= limit).toBe(true)
          }
        },
      ),
    )
  })
})

describe('an invoice that will not be paid', () => {
  const lent = (...sums: bigint[]): OpenAdvance[] =>
    sums.map((outstanding, index) => ({
      advanceId: `advance ${index}`,
      fundId: 'guarantee',
      invoiceId: 'i',
      payslipId: `p${index}`,
      clientId: 'c',
      outstanding,
    }))
  const amounts = (parts: readonly { amount: bigint }[]) => parts.map((part) => part.amount)

  test.each([
    {
      case: 'the advance is lost, the levy with it',
      open: 1_210n,
      vat: 210n,
      takenBack: 300n,
      advances: [600n],
      available: 5_000n,
      lost: [600n],
      released: [],
      lostFromAvailable: 100n,
      uncovered: 0n,
    },
    {
      case: 'what the fund cannot bear stays uncovered',
      open: 1_000n,
      vat: 0n,
      takenBack: 0n,
      advances: [600n],
      available: 150n,
      lost: [600n],
      released: [],
      lostFromAvailable: 150n,
      uncovered: 250n,
    },
    {
      case: 'the oldest advance is lost first, and what the budget covers returns',
      open: 1_000n,
      vat: 0n,
      takenBack: 500n,
      advances: [400n, 300n],
      available: 0n,
      lost: [400n, 100n],
      released: [200n],
      lostFromAvailable: 0n,
      uncovered: 0n,
    },
    {
      case: 'unspent budget covers all: the fund loses nothing',
      open: 1_000n,
      vat: 0n,
      takenBack: 1_000n,
      advances: [400n],
      available: 9n,
      lost: [],
      released: [400n],
      lostFromAvailable: 0n,
      uncovered: 0n,
    },
  ])('$case', ({ open, vat, takenBack, advances, available, ...expected }) => {
    const split = splitWriteOff({ open, vat, takenBack }, lent(...advances), {
      fundId: 'guarantee',
      available,
    })
    expect({ ...expected, lost: amounts(split.lost), released: amounts(split.released) }).toEqual(expected)
    expect([split.lostFromAvailable, split.uncovered]).toEqual([
      expected.lostFromAvailable,
      expected.uncovered,
    ])
  })

  test('is borne to the cent, and no advance on it stays open', () => {
    const cents = fc.bigInt({ min: 0n, max: 100_000n })
    fc.assert(
      fc.property(
        cents,
        cents,
        cents,
        fc.array(
          cents.filter((sum) => sum > 0n),
          { maxLength: 4 },
        ),
        cents,
        (vat, takenBack, rest, sums, available) => {
          const advances = lent(...sums)
          const open = vat + takenBack + rest
          const split = splitWriteOff({ open, vat, takenBack }, advances, { fundId: 'guarantee', available })
          const total = (parts: readonly { amount: bigint }[]) =>
            parts.reduce((sum, part) => sum + part.amount, 0n)
          const borne = total(split.lost) + split.lostFromAvailable + split.uncovered
          expect(vat + takenBack + borne).toBe(open)
          expect(total(split.lost) + total(split.released)).toBe(sums.reduce((sum, part) => sum + part, 0n))
          expect(split.lostFromAvailable <= available).toBe(true)
          if (split.uncovered > 0n) expect(split.lostFromAvailable).toBe(available)
        },
      ),
    )
  })

  test('cannot be relieved of more than is open', () => {
    const guarantee = { fundId: 'guarantee', available: 0n }
    expect(() => splitWriteOff({ open: 10n, vat: 6n, takenBack: 5n }, [], guarantee)).toThrow(RangeError)
    expect(() => splitWriteOff({ open: 10n, vat: -1n, takenBack: 5n }, [], guarantee)).toThrow(RangeError)
  })

  test('a payment settles the oldest advance first and no more than is owed', () => {
    const { parts, rest } = settle(lent(30n, 50n, 20n), 60n)
    expect(amounts(parts)).toEqual([30n, 30n])
    expect(rest).toBe(0n)
    expect(settle(lent(30n), 100n).rest).toBe(70n)
  })
})
