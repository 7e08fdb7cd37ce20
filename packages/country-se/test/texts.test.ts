import type { PayslipLine } from '@samen/core/country'
import { expect, test } from 'vitest'
import { sweden } from '../src/plugin.ts'
import { parse } from './support/situations.ts'

const { payroll, locales } = sweden

/** Every line any sample can show at low, middling and high pay. */
const lines: PayslipLine[] = sweden.samples.flatMap(({ situation }) => {
  const parsed = parse(situation)
  return [5_000n, 80_000n, 2_600_000n, 9_000_000n].flatMap(
    (gross) => payroll.payslip(parsed, payroll.law(parsed), gross).lines,
  )
})

test('every explanation of a line is met by a sample', () => {
  const met = new Set(lines.map(({ why }) => `rules.${why.rule}`))
  const texts = Object.keys(locales.en ?? {}).filter((key) => key.startsWith('rules.'))
  // These explain earnings, which are no lines.
  const others = ['rules.wage', 'rules.one-off-pay', 'rules.holiday-included', 'rules.holiday-paid']
  expect(texts.filter((key) => !met.has(key) && !others.includes(key))).toEqual([])
})
