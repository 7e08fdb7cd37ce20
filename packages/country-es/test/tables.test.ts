import { readFileSync } from 'node:fs'
import { computePayslip, computeStep, euro, formatAmount } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { spain } from '../src/plugin.ts'
import { parse } from './support/situations.ts'

interface Tables {
  readonly groups: Record<string, readonly string[]>
  readonly ceilings: Record<string, readonly [string, string]>
  readonly artists: readonly (readonly [pay: string, base: string])[]
  readonly accidents: readonly (readonly [activity: string, of1000: string])[]
  readonly exempt: readonly (readonly [family: string, children: number, upTo: string])[]
}
const tables = JSON.parse(readFileSync(new URL('./examples/bases.json', import.meta.url), 'utf8')) as Tables

const baseOf = (situation: object) =>
  formatAmount(computePayslip(spain, parse(situation)).figures['common-base'] ?? 0n)

describe.each(['2025', '2026'])('the bases of %s', (year) => {
  const october = { from: `${year}-10-01`, to: `${year}-10-31` }
  const rows = (tables.groups[year] ?? []).map((least, index) => [index + 1, least] as const)
  test.each(rows)('of group %i begin at %s', (group, least) => {
    const of = (gross: string) =>
      baseOf({ gross, period: october, worker: {}, engagement: { group, contract: 'open-ended' } })
    expect(of('500.00')).toBe(least)
    expect(of(formatAmount(euro(least) + 1n))).toBe(formatAmount(euro(least) + 1n))
    expect(of('20000.00')).toBe(tables.ceilings[year]?.[group > 7 ? 1 : 0])
  })
})

test.each(tables.artists)('an artist paid %s a day contributes on %s', (gross, base) => {
  const day = { from: '2026-10-16', to: '2026-10-16' }
  expect(baseOf({ gross, pay: 'part', period: day, worker: {}, engagement: { status: 'artist' } })).toBe(base)
})

test.each(tables.accidents)('accidents of activity %s cost %s on a base of 1 000', (activity, amount) => {
  const lines = computeStep(
    spain,
    parse({
      ask: 'contributions',
      base: '1000.00',
      period: { from: '2026-10-01', to: '2026-10-31' },
      worker: {},
      engagement: { activity, hours: '40' },
    }),
  )
  expect(formatAmount(lines.find(({ code }) => code === 'work-accident')?.employer ?? 0n)).toBe(amount)
})

test.each(tables.exempt)(
  '%s with %i children: nothing is withheld up to %s a year',
  (family, count, upTo) => {
    const taxOf = (annualPay: string) =>
      computeStep(
        spain,
        parse({
          ask: 'wage-tax',
          taxable: '1500.00',
          period: { from: '2026-10-01', to: '2026-10-31' },
          worker: { family, children: Array(count).fill({ birthYear: 2015 }) },
          engagement: { contract: 'open-ended', annualPay, annualContributions: '0' },
        }),
      )[0]
    expect(taxOf(upTo)?.why.rule).toBe('wage-tax-exempt')
    expect(taxOf(upTo)?.employee).toBe(0n)
    expect(taxOf(`${upTo}.01`)?.why.rule).toBe('wage-tax')
  },
)
