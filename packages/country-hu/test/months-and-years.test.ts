import { answer, type Situation } from '@samen/core/country'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hungary } from '../src/plugin.ts'
import { inTurn, october, parse, payslipOf } from './support.ts'

const job = (gross: number, more: object = {}) => ({
  gross: String(gross),
  pay: 'part',
  period: october,
  worker: {},
  engagement: { insuredDays: 0 },
  ...more,
})
const sum = (payslips: ReturnType<typeof inTurn>, key: 'net' | 'wageTax' | 'employeeContributions') =>
  payslips.reduce((total, payslip) => total + payslip[key], 0n)
const line = (payslip: ReturnType<typeof payslipOf> | undefined, code: string) =>
  payslip?.lines.find((one) => one.code === code)

describe('several payments in a month', () => {
  test.each([
    ['a family of three', { family: { dependants: 3 } }],
    ['a young worker', { birthDate: '2004-04-04' }],
    ['a disabled newly wed', { personalAllowance: true, firstMarriage: { marriedOn: '2026-05-05' } }],
    [
      'a young father, disabled',
      { birthDate: '2004-04-04', personalAllowance: true, family: { dependants: 2 } },
    ],
  ])('share each monthly allowance of %s, however the pay was split', (_title, worker) => {
    const parts = fc.array(fc.integer({ min: 20_000, max: 500_000 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(parts, (grosses) => {
        const payslips = inTurn(grosses.map((gross) => job(gross, { worker })))
        const together = payslipOf(
          job(
            grosses.reduce((a, b) => a + b),
            { worker, toDate: {} },
          ),
        )
        const difference = sum(payslips, 'net') - together.net
        // Each payment rounds tax, contribution and allowance to the forint.
        const rounding = BigInt(grosses.length) * 300n
        expect(difference <= rounding).toBe(true)
        expect(sum(payslips, 'wageTax') >= together.wageTax - rounding).toBe(true)
      }),
    )
  })

  test('owe the minimum base once: what the first lacked comes back with the second', () => {
    const month = { pay: 'ordinary', engagement: {} }
    const [first, second] = inTurn([job(50_000, month), job(100_000, { pay: 'one-off', engagement: {} })])
    expect(line(first, 'minimum-base-contribution')?.employer).toBe(866_500n)
    expect(line(second, 'minimum-base-contribution')?.employer).toBe(-866_500n)
    // 13 % of 96 840, then of the rest of 150 000.
    expect(line(first, 'social-contribution-tax')?.employer).toBe(1_258_900n)
    expect(line(second, 'social-contribution-tax')?.employer).toBe(691_100n)
  })

  test('of single days owe a thirtieth of the minimum base each, whatever the kind of pay is called', () => {
    const day = { period: { from: '2026-10-12', to: '2026-10-12' }, engagement: {} }
    for (const pay of ['part', 'ordinary']) {
      const payslip = payslipOf(job(1_000, { ...day, pay }))
      expect(line(payslip, 'social-contribution-tax')?.base).toBe(322_800n)
      expect(line(payslip, 'minimum-base-contribution')?.base).toBe(222_800n)
    }
    expect(
      line(payslipOf(job(1_000, { ...day, pay: 'one-off' })), 'minimum-base-contribution'),
    ).toBeUndefined()
  })

  test('of mandates insure from the payment that reaches the limit, for all of them', () => {
    const mandate = { pay: 'ordinary', engagement: { status: 'mandate' } }
    const [first, second, third] = inTurn([job(80_000, mandate), job(40_000, mandate), job(40_000, mandate)])
    expect(line(first, 'social-security-contribution')).toBeUndefined()
    expect(line(second, 'social-security-contribution')?.base).toBe(10_800_000n)
    expect(line(third, 'social-security-contribution')?.base).toBe(3_600_000n)
  })

  test('of mandates withhold no more than there is, and say what is missing', () => {
    const mandate = { pay: 'ordinary', engagement: { status: 'mandate' } }
    const [, second] = inTurn([job(107_000, mandate), job(1_000, mandate)])
    expect(second?.net).toBe(0n)
    // 18.5 % of 97 200 is 17 982; 1 000 less 135 of tax is 865.
    expect(second?.figures['contribution-not-withheld']).toBe(1_711_700n)
  })

  test('with ekho use the minimum wage once', () => {
    const ekho = { engagement: { ekho: true, insuredDays: 0 } }
    const [first, second] = inTurn([job(300_000, ekho), job(100_000, ekho)])
    expect(line(first, 'ekho')).toBeUndefined()
    expect(line(second, 'ekho')?.base).toBe(7_720_000n)
  })

  test('relieve the employer up to one minimum wage', () => {
    const relief = { engagement: { insuredDays: 0, relief: { kind: 'unskilled' } } }
    const [, second] = inTurn([job(300_000, relief), job(300_000, relief)])
    expect(line(second, 'social-contribution-relief')?.base).toBe(2_280_000n)
  })

  test('of another month begin anew', () => {
    const young = { worker: { birthDate: '2004-04-04' } }
    const november = { period: { from: '2026-11-01', to: '2026-11-30' } }
    const [, second] = inTurn([job(715_765, young), job(715_765, { ...young, ...november })])
    expect(second?.wageTax).toBe(0n)
  })
})

describe('a year', () => {
  test('takes ekho up to sixty million, and general rules above', () => {
    const ekho = { engagement: { ekho: true, ekhoBasis: 'elsewhere', insuredDays: 0 } }
    const [, second] = inTurn([job(59_900_000, ekho), job(300_000, ekho)])
    expect(line(second, 'ekho')?.base).toBe(10_000_000n)
    expect(line(second, 'wage-tax')?.base).toBe(20_000_000n)
  })

  test('begins for wages with January’s, paid in February; December’s paid by 10 January is of the old year', () => {
    const december = { period: { from: '2025-12-01', to: '2025-12-31' }, worker: { birthDate: '2004-04-04' } }
    const taxed = (paidOn: string) => payslipOf(job(700_000, { ...december, paidOn })).wageTax
    // 15 % of what lies above 656 785; nothing below 715 765.
    expect([taxed('2026-01-10'), taxed('2026-01-12')]).toEqual([648_200n, 0n])
  })

  test('of a mandate is that of its payment', () => {
    const december = { period: { from: '2025-12-01', to: '2025-12-31' }, engagement: { status: 'mandate' } }
    const family = { worker: { family: { dependants: 1 } }, ...december }
    const taxed = (paidOn: string) => payslipOf(job(500_000, { ...family, paidOn })).wageTax
    expect([taxed('2025-12-31'), taxed('2026-01-05')]).toEqual([5_250_000n, 4_749_900n])
  })
})

describe('the least pay', () => {
  const least = (engagement: object, more: object = {}) =>
    payslipOf(job(1_000, { engagement, ...more })).figures['minimum-pay']

  test.each<[string, object, object, bigint]>([
    ['a month', {}, { pay: 'ordinary' }, 32_280_000n],
    ['a month of skilled work', { qualification: 'secondary' }, { pay: 'ordinary' }, 37_320_000n],
    ['ten hours', { hours: 10 }, {}, 1_856_000n],
    [
      'an hour of casual work in 2025',
      { status: 'casual', hours: 1 },
      { period: { from: '2025-03-03', to: '2025-03-03' } },
      142_200n,
    ],
    [
      'an hour of skilled casual work in 2025',
      { status: 'casual', hours: 1, qualification: 'secondary' },
      { period: { from: '2025-03-03', to: '2025-03-03' } },
      174_500n,
    ],
  ])('of %s is that of the decree', (_title, engagement, more, expected) => {
    expect(least(engagement, more)).toBe(expected)
  })

  test('of a film extra is bounded above too: 34 900 a day in 2025', () => {
    const extra = { engagement: { status: 'film-extra' }, period: { from: '2025-03-03', to: '2025-03-03' } }
    expect(payslipOf(job(34_900, extra)).figures['above-film-extra-limit']).toBeUndefined()
    expect(payslipOf(job(35_000, extra)).figures['above-film-extra-limit']).toBe(10_000n)
  })

  test('of casual work is free up to 19 305 a day, and the rest is declared', () => {
    const casual = { engagement: { status: 'casual' }, period: { from: '2026-03-03', to: '2026-03-04' } }
    const { figures } = payslipOf(job(40_000, casual))
    expect([figures['free-pay'], figures['pay-to-declare']]).toEqual([3_861_000n, 139_000n])
  })
})

describe('a single step', () => {
  const step = (situation: object) => answer(hungary, parse(situation) as Situation)

  test('of tax takes the income as it is, costs off already', () => {
    const mandate = { period: october, worker: {}, engagement: { status: 'mandate' } }
    expect(step({ ...mandate, ask: 'wage-tax', taxable: '90000' }).employee).toBe('13500.00')
    expect(step({ ...mandate, ask: 'contributions', base: '100000' })).toMatchObject({
      employee: '18500.00',
      employer: '13000.00',
    })
  })

  test('of contributions of an employee has both sides', () => {
    const employee = { ask: 'contributions', base: '322800', period: october, worker: {}, engagement: {} }
    expect(step(employee)).toMatchObject({ employee: '59718.00', employer: '41964.00' })
  })
})
