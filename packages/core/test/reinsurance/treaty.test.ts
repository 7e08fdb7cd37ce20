import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction, percent } from '../../src/country/index.ts'
import { cedeLosses, premiumOf, type TreatyTerms } from '../../src/reinsurance/index.ts'

const terms: TreatyTerms = {
  retentionPerLoss: 100_000n,
  retentionPerYear: 200_000n,
  share: percent('80'),
  premium: percent('2.5'),
}

test('a year’s losses are ceded above the retention of each and of the year', () => {
  // 3,000 + 1,500 + 50 euro lost: 2,000 + 500 above each loss, 500 above the year, 400 ceded.
  expect(cedeLosses([300_000n, 150_000n, 5_000n], terms)).toEqual({
    gross: 455_000n,
    excess: 250_000n,
    ceded: 40_000n,
    kept: 415_000n,
  })
  expect(cedeLosses([99_999n], terms)).toMatchObject({ ceded: 0n, kept: 99_999n })
  expect(premiumOf(100_001n, terms)).toBe(2_500n)
  expect(premiumOf(-5n, terms)).toBe(0n)
})

const amount = fc.bigInt(0n, 10_000_000n)
const anyTerms = fc
  .record({ perLoss: amount, perYear: amount, part: fc.bigInt(1n, 997n), rest: fc.bigInt(0n, 997n) })
  .map(
    ({ perLoss, perYear, part, rest }): TreatyTerms => ({
      retentionPerLoss: perLoss,
      retentionPerYear: perYear,
      share: fraction(part, part + rest),
      premium: percent('1'),
    }),
  )

test('what an office keeps and what it cedes is what was lost, to the cent', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 12 }), anyTerms, (losses, given) => {
      const { gross, ceded, kept, excess } = cedeLosses(losses, given)
      expect(kept + ceded).toBe(losses.reduce((sum, loss) => sum + loss, 0n))
      expect(gross).toBe(kept + ceded)
      expect(ceded >= 0n && ceded <= excess && excess <= gross).toBe(true)
    }),
  )
})

test('more loss never cedes less and never leaves less with the office', () => {
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 8 }),
      fc.nat(7),
      amount,
      anyTerms,
      (losses, at, more, given) => {
        const worse = losses.map((loss, index) => (index === at % losses.length ? loss + more : loss))
        const [before, after] = [cedeLosses(losses, given), cedeLosses(worse, given)]
        expect(after.ceded).toBeGreaterThanOrEqual(before.ceded)
        expect(after.kept).toBeGreaterThanOrEqual(before.kept)
      },
    ),
  )
})

test('a higher retention never cedes more', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 8 }), amount, anyTerms, (losses, more, given) => {
      const { ceded } = cedeLosses(losses, given)
      const perLoss = { ...given, retentionPerLoss: given.retentionPerLoss + more }
      const perYear = { ...given, retentionPerYear: given.retentionPerYear + more }
      expect(cedeLosses(losses, perLoss).ceded).toBeLessThanOrEqual(ceded)
      expect(cedeLosses(losses, perYear).ceded).toBeLessThanOrEqual(ceded)
    }),
  )
})
