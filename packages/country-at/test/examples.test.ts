import { readdirSync, readFileSync } from 'node:fs'
import { answer, formatAmount, parseAmount, type Situation } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { austria } from '../src/plugin.ts'
import { inTurn, month, parse } from './support.ts'

interface Example {
  readonly title: string
  readonly source: string
  readonly situation: unknown
  readonly expect: {
    readonly lines?: Record<string, string>
    readonly bases?: Record<string, string>
    readonly figures?: Record<string, string>
    readonly inputs?: Record<string, Record<string, string>>
    readonly [total: string]: unknown
  }
}
interface AnsweredLine {
  readonly code: string
  readonly base: string
  readonly employee: string
  readonly employer: string
  readonly why: { readonly inputs?: Record<string, string> }
}

const folder = new URL('./examples/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

describe.each(files)('the worked examples of %s', (file) => {
  const examples = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Example[]
  test.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const answered = answer(austria, austria.payroll.situation.parse(example.situation) as Situation)
    const { lines = {}, bases = {}, inputs = {}, figures = {}, ...totals } = example.expect
    const byCode = new Map((answered.lines as AnsweredLine[]).map((line) => [line.code, line]))
    for (const [code, amount] of Object.entries(lines)) {
      const line = byCode.get(code)
      expect(line?.employee === '0.00' ? line.employer : line?.employee, code).toBe(
        line === undefined && amount === '0.00' ? undefined : amount,
      )
    }
    for (const [code, base] of Object.entries(bases))
      expect(byCode.get(code)?.base, `base of ${code}`).toBe(base)
    for (const [code, given] of Object.entries(inputs))
      expect(byCode.get(code)?.why.inputs, code).toMatchObject(given)
    if (Object.keys(figures).length > 0) expect(answered.figures).toMatchObject(figures)
    for (const [total, amount] of Object.entries(totals)) expect(answered[total], total).toBe(amount)
    expect(example.source).not.toBe('')
  })
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
