import { readFileSync } from 'node:fs'
import { formatAmount, parseAmount } from '@samen/core/country'
import { workedExamples } from '@samen/core/country/conformance'
import { describe, expect, test } from 'vitest'
import { austria } from '../src/plugin.ts'
import { inTurn, month, parse } from './support.ts'

const folder = new URL('./examples/', import.meta.url)

for (const { file, checks } of workedExamples(austria, folder))
  describe(`the worked examples of ${file}`, () => {
    for (const check of checks) test(check.title, check.run)
  })

type Totals = Readonly<Record<'employeeContributions' | 'wageTax' | 'net', string>>
interface PublishedYear {
  readonly gross: string
  readonly year: string
  readonly source: string
  readonly month: Totals
  readonly holidayPay: Totals
  readonly christmasPay: Totals
  readonly costOfYear: string
}

const years = JSON.parse(
  readFileSync(new URL('years/published-years.json', folder), 'utf8'),
) as PublishedYear[]

describe.each(years.map((one) => [`${one.gross} a month in ${one.year}`, one] as const))(
  '%s',
  (_title, of) => {
    const engagement = { land: 'upper-austria', chamberMember: false }
    const pay = (number: number, rest: object = {}) => ({
      gross: of.gross,
      period: month(`${of.year}-${String(number).padStart(2, '0')}`),
      worker: {},
      engagement,
      ...rest,
    })
    const oneOff = { pay: 'one-off' }
    const slips = inTurn([
      ...[1, 2, 3, 4, 5, 6].map((number) => pay(number)),
      pay(6, oneOff),
      ...[7, 8, 9, 10, 11].map((number) => pay(number)),
      pay(11, oneOff),
      pay(12, { pay: 'settlement' }),
    ])
    const shown = (index: number): Totals => {
      const slip = slips[index]
      if (!slip) throw new Error(`no payslip ${index}`)
      return {
        employeeContributions: formatAmount(slip.employeeContributions),
        wageTax: formatAmount(slip.wageTax),
        net: formatAmount(slip.net),
      }
    }

    test('pays every month as published', () => {
      for (const index of [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 13]) expect(shown(index)).toEqual(of.month)
    })
    test('pays holiday pay in June as published', () => expect(shown(6)).toEqual(of.holidayPay))
    test('pays Christmas pay in November as published', () => expect(shown(12)).toEqual(of.christmasPay))
    test('costs the employer in the year what is published', () => {
      expect(formatAmount(slips.reduce((sum, slip) => sum + slip.employerCost, 0n))).toBe(of.costOfYear)
    })
  },
)

interface EffectiveTable {
  readonly from: string
  readonly source: string
  readonly rows: readonly {
    readonly upTo: string
    readonly percent: number
    readonly off: readonly string[]
  }[]
}
const tables = JSON.parse(
  readFileSync(new URL('./tables/effective-tariff.json', import.meta.url), 'utf8'),
) as EffectiveTable[]

/** The table rounds the amount taken off to the cent, the law only the tax: one cent apart at most. */
describe.each(tables.map((table) => [table.from, table] as const))(
  'the effective tariff from %s',
  (_from, table) => {
    test.each([0, 1, 2, 3, 4, 5])('is met with %i children of a sole earner', (children) => {
      let floor = 0n
      for (const row of table.rows) {
        const top = parseAmount(row.upTo)
        const off = row.off[children]
        if (off !== undefined)
          for (let step = 1n; step <= 40n; step++) {
            const taxable = floor + ((top - floor) * step) / 40n
            const exact = taxable * BigInt(row.percent) - parseAmount(off) * 100n
            const expected = exact <= 0n ? 0n : (exact + 50n) / 100n
            const situation = parse({
              ask: 'wage-tax',
              taxable: formatAmount(taxable),
              period: month(table.from.slice(0, 7)),
              worker: children === 0 ? {} : { soleEarner: { as: 'parent', children } },
              engagement: {},
            })
            const [line] = austria.payroll.wageTax(situation, austria.payroll.law(situation), taxable)
            const apart = (line?.employee ?? -1n) - expected
            expect(apart >= -1n && apart <= 1n, `${formatAmount(taxable)}: ${apart} cents apart`).toBe(true)
          }
        floor = top
      }
    })
  },
)
