import type { PayslipLine } from '@samen/core/country'
import { expect, test } from 'vitest'
import { netherlands } from '../src/plugin.ts'
import { parse } from './support.ts'

const { payroll, locales } = netherlands

/** Every line any sample can show at low, middling and high pay. */
const lines: PayslipLine[] = netherlands.samples.flatMap(({ situation }) => {
  const parsed = parse(situation)
  return [5_000n, 180_000n, 260_000n, 1_900_000n].flatMap(
    (gross) => payroll.payslip(parsed, payroll.law(parsed), gross).lines,
  )
})

test('every explanation of a line is met by a sample', () => {
  const met = new Set(lines.map(({ why }) => `rules.${why.rule}`))
  const texts = Object.keys(locales.en ?? {}).filter((key) => key.startsWith('rules.'))
  // These explain earnings, which are no lines.
  const earnings = 'wage fee small-allowance cost-decision holiday-allowance-paid one-off severance'
  const others = earnings.split(' ').map((rule) => `rules.${rule}`)
  expect(texts.filter((key) => !met.has(key) && !others.includes(key))).toEqual([])
})
