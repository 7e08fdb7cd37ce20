import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOn, type FundBounds, level } from '../../src/funds/index.ts'

const bounds = (fundId: string, floor: bigint, cap: bigint | null, priority: number): FundBounds => ({
  fundId,
  floor,
  cap,
  priority,
})

test('what lies above a cap fills floors in their turn, then the room below caps', () => {
  const { moves, missing, over } = level(
    new Map([
      ['wages', 60n],
      ['training', 500n],
      ['solidarity', 10n],
    ]),
    [bounds('solidarity', 50n, 80n, 2), bounds('wages', 100n, 300n, 1), bounds('training', 0n, 200n, 3)],
  )
  expect(moves).toEqual([
    { fromFundId: 'training', toFundId: 'wages', amount: 240n },
    { fromFundId: 'training', toFundId: 'solidarity', amount: 60n },
  ])
  // 40 each for the floors; then 200 up to the cap of wages, and the 20 left for solidarity.
  expect([missing.size, over.size]).toEqual([0, 0])
})

test('a floor nobody can fill and a surplus nobody has room for are said', () => {
  expect(level(new Map([['a', 10n]]), [bounds('a', 30n, null, 1)])).toMatchObject({
    moves: [],
    missing: new Map([['a', 20n]]),
  })
  expect(level(new Map([['a', 10n]]), [bounds('a', 0n, 4n, 1)]).over).toEqual(new Map([['a', 6n]]))
})

test('levelling never makes or loses a cent, takes a giver under its cap or a receiver over it', () => {
  const fund = fc.record({
    available: fc.bigInt(-1_000n, 1_000n),
    floor: fc.bigInt(0n, 500n),
    room: fc.option(fc.bigInt(0n, 800n)),
    priority: fc.integer({ min: 1, max: 4 }),
  })
  fc.assert(
    fc.property(fc.array(fund, { minLength: 1, maxLength: 6 }), (given) => {
      const before = new Map(given.map(({ available }, n) => [`f${n}`, available]))
      const rules = given.map(({ floor, room, priority }, n) =>
        bounds(`f${n}`, floor, room === null ? null : floor + room, priority),
      )
      const { moves, missing, over } = level(before, rules)
      const after = new Map(before)
      for (const { fromFundId, toFundId, amount } of moves) {
        expect(amount > 0n).toBe(true)
        after.set(fromFundId, (after.get(fromFundId) as bigint) - amount)
        after.set(toFundId, (after.get(toFundId) as bigint) + amount)
      }
      const sum = (funds: Map<string, bigint>) => [...funds.values()].reduce((a, b) => a + b, 0n)
      expect(sum(after)).toBe(sum(before))
      const left = [...over.values()].reduce((a, b) => a + b, 0n)
      for (const { fundId, floor, cap } of rules) {
        const [was, is] = [before.get(fundId) as bigint, after.get(fundId) as bigint]
        if (is < was) expect(cap !== null && is >= cap).toBe(true)
        if (is > was && cap !== null) expect(is <= cap).toBe(true)
        expect(missing.get(fundId) ?? 0n).toBe(is < floor ? floor - is : 0n)
        expect(over.get(fundId) ?? 0n).toBe(cap !== null && is > cap ? is - cap : 0n)
        // No surplus is left while a floor waits, unless it is the fund's own matter.
        if (is < floor) expect(left).toBe(0n)
      }
      expect(level(after, rules).moves).toEqual([])
    }),
  )
})

test('bounds take force on their day', () => {
  const rule = (from: string, floor: bigint) => ({
    currency: 'EUR',
    from,
    bounds: [bounds('a', floor, null, 1)],
  })
  const rules = [rule('2026-01-01', 1n), rule('2026-07-01', 2n)]
  expect(boundsOn(rules, 'EUR', '2025-12-31')).toEqual([])
  expect(boundsOn(rules, 'EUR', '2026-06-30')[0]?.floor).toBe(1n)
  expect(boundsOn(rules, 'EUR', '2026-07-01')[0]?.floor).toBe(2n)
  expect(boundsOn(rules, 'SEK', '2026-07-01')).toEqual([])
})
