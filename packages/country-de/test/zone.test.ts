import { percent } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { portion, share } from '../src/payroll/shares.ts'
import { type Zone, zoneBases } from '../src/payroll/zone.ts'
import { germany } from '../src/plugin.ts'

const lawOf = (day: string) =>
  germany.payroll.law(
    germany.payroll.situation.parse({
      gross: '1',
      period: { from: day, to: day },
      worker: {},
      engagement: {},
    }),
  ).contributions
const month = (law: Zone['law']): Zone => ({ law, days: 30n, other: 0n })

/** The short formulas that funds and Haufe publish for the two years, in billionths. */
const PUBLISHED = [
  ['2026-01-01', 603n, 1_145_937_223n, 291_874_445_200n, 1_431_639_227n, 863_278_453_800n],
  ['2025-01-01', 556n, 1_127_718_283n, 255_436_565_100n, 1_385_041_551n, 770_083_102_500n],
] as const

describe('the transition zone', () => {
  test.each(PUBLISHED)('of %s follows the published formulas at every cent', (day, limit, a, b, c, d) => {
    const zone = month(lawOf(day))
    for (let pay = limit * 100n + 1n; pay <= 200_000n; pay++) {
      const { whole, worker } = zoneBases(zone, pay)
      const near = (base: bigint, times: bigint, less: bigint) => {
        // The formulas are cut after nine decimals: two thousandths of a cent at most.
        const off = base * 1_000_000_000n - (pay * times - less * 100n)
        return off <= 502_000_000n && off >= -502_000_000n
      }
      if (!near(whole, a, b) || !near(worker, c, d)) expect(`${pay}: ${whole} ${worker}`).toBe('as published')
    }
  })

  /** October 2022: limit 520, top 1,600, factor 0.7009. */
  const of2022 = month({
    ...lawOf('2025-01-01'),
    minijobLimit: 52_000n,
    zoneTop: 160_000n,
    zoneFactor: 7_009n,
  })

  test('gave the bases of two published examples of 2022', () => {
    // 450-euro-jobs.de after the Minijob-Zentrale; hasenbachmomberger.de, Midi-Jobs ab 1.10.2022.
    expect(zoneBases(of2022, 52_100n)).toEqual({ whole: 36_561n, worker: 148n })
    expect(zoneBases(of2022, 60_000n)).toEqual({ whole: 45_599n, worker: 11_852n })
  })

  test('charges each branch as the Minijob-Zentrale’s example of 2022', () => {
    const { whole, worker } = zoneBases(of2022, 52_100n)
    const charged = (half: string) => {
      const rate = share(percent(half))
      return [2n * portion(whole, rate), portion(worker, rate)]
    }
    expect(charged('7.3')).toEqual([5_338n, 11n])
    expect(charged('0.65')).toEqual([476n, 1n])
    expect(charged('1.525')).toEqual([1_116n, 2n])
    expect(charged('9.3')).toEqual([6_800n, 14n])
    expect(charged('1.2')).toEqual([878n, 2n])
  })

  test('lets the employer bear everything on F × pay while pay does not exceed the Minijob limit', () => {
    expect(zoneBases(month(lawOf('2026-01-01')), 60_300n)).toEqual({ whole: 39_913n, worker: 0n })
  })

  test('spreads a part month over its days, and shares with other pay by height', () => {
    const law = lawOf('2026-01-01')
    const whole = zoneBases(month(law), 120_000n)
    const half = zoneBases({ law, days: 15n, other: 0n }, 60_000n)
    const shared = zoneBases({ law, days: 30n, other: 60_000n }, 60_000n)
    for (const part of [half, shared])
      for (const key of ['whole', 'worker'] as const)
        expect(part[key] * 2n - whole[key]).toSatisfy((off: bigint) => off >= -1n && off <= 1n)
  })
})
