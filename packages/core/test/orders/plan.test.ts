import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addUp, type PriceLine } from '../../src/contracts/index.ts'
import { type PlannedPart, periodsOf, planFaults, splitPrice } from '../../src/orders/index.ts'

const line = (changes: Partial<PriceLine> = {}): PriceLine => ({
  kind: 'work',
  description: 'Songs',
  supply: 'service',
  quantity: 1_000n,
  unit: 'piece',
  unitPrice: 100_000n,
  discount: null,
  optional: false,
  chosen: true,
  ...changes,
})

test('a part a month is cut to the days of the order', () => {
  expect(periodsOf('2026-11-10', '2027-01-15', 'month')).toEqual([
    { label: '2026-11', startsOn: '2026-11-10', endsOn: '2026-11-30', weight: 1n },
    { label: '2026-12', startsOn: '2026-12-01', endsOn: '2026-12-31', weight: 1n },
    { label: '2027-01', startsOn: '2027-01-01', endsOn: '2027-01-15', weight: 1n },
  ])
  expect(
    periodsOf('2026-11-10', '2027-05-01', 'quarter').map(({ label, endsOn }) => [label, endsOn]),
  ).toEqual([
    ['2026-Q4', '2026-12-31'],
    ['2027-Q1', '2027-03-31'],
    ['2027-Q2', '2027-05-01'],
  ])
})

const days = { startsOn: '2026-11-01', endsOn: '2026-12-31' }
const part = (startsOn: string, endsOn: string, weight = 5_000n): PlannedPart => ({
  label: 'Part',
  startsOn,
  endsOn,
  weight,
})
test.each([
  ['parts', [part('2026-11-01', '2026-11-30', 10_000n)]],
  ['parts', [part('2026-11-01', '2026-11-30'), part('2026-12-01', '2026-12-31', 4_999n)]],
  ['parts[1].startsOn', [part('2026-11-01', '2026-11-30'), part('2026-11-30', '2026-12-31')]],
  ['parts[1].startsOn', [part('2026-11-01', '2026-11-30'), part('2026-12-01', '2027-01-01')]],
  ['parts[0].endsOn', [part('2026-11-05', '2026-11-01'), part('2026-12-01', '2026-12-31')]],
])('names %s of a plan when that is wrong', (field, parts) => {
  expect(planFaults(parts, days, true)[0]).toMatchObject({ field })
})

test('the parts of an order come to it to the cent, supply by supply, expenses included', () => {
  const anyLine = fc.record({
    kind: fc.constantFrom('work' as const, 'expense' as const),
    supply: fc.constantFrom('service' as const, 'performance' as const),
    quantity: fc.bigInt(1n, 9_000n),
    unitPrice: fc.bigInt(1n, 500_000n),
    chosen: fc.boolean(),
  })
  const weights = fc.array(fc.bigInt(1n, 5_000n), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 6 }),
      weights,
      fc.bigInt(0n, 10_000n),
      fc.option(fc.bigInt(1n, 9_000n)),
      fc.constantFrom('EUR', 'HUF'),
      (lines, shares, ownExpenses, percent, currency) => {
        const priced = [line(), ...lines.map((one) => line({ ...one, optional: !one.chosen }))]
        const discount = percent === null ? null : ({ kind: 'percent', value: percent } as const)
        const whole = addUp(priced, discount, currency)
        const parts = shares.map((weight, at) => ({
          ...part('2026-11-01', '2026-11-30', weight),
          label: `${at}`,
        }))
        const split = splitPrice({ lines: priced, discount, ownExpenses, currency, title: 'Tour' }, parts)
        const sum = (amountOf: (one: (typeof split)[0]) => bigint) =>
          split.reduce((total, one) => total + amountOf(one), 0n)
        expect(sum(({ fee }) => fee)).toBe(whole.fee)
        expect(sum(({ expenses }) => expenses)).toBe(whole.expenses + ownExpenses)
        for (const { lines: own, fee } of split) expect(addUp(own, null, currency).fee).toBe(fee)
        for (const supply of ['service', 'performance'] as const)
          expect(
            split
              .flatMap(({ lines: own }) => own)
              .filter((one) => one.supply === supply)
              .reduce((total, { unitPrice }) => total + unitPrice, 0n),
          ).toBe(
            whole.lines
              .filter((one) => one.chosen && one.supply === supply)
              .reduce((total, { net, share }) => total + net - share, 0n),
          )
      },
    ),
    { numRuns: 200 },
  )
}, 60_000)
