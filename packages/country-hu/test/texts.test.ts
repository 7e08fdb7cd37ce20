import type { PayslipLine } from '@samen/core/country'
import { expect, test } from 'vitest'
import { hungary } from '../src/plugin.ts'
import { parse } from './support.ts'

const { payroll, locales } = hungary

/** Every line any sample can show at low, middling and high pay. */
const lines: PayslipLine[] = hungary.samples.flatMap(({ situation }) => {
  const parsed = parse(situation)
  return [3_000_000n, 10_000_000n, 60_000_000n, 90_000_000n].flatMap(
    (gross) => payroll.payslip(parsed, payroll.law(parsed), gross).lines,
  )
})

test('every explanation of a line is met by a sample', () => {
  const met = new Set(lines.map(({ why }) => `rules.${why.rule}`))
  const earnings = ['rules.wage', 'rules.one-off-pay', 'rules.leave-pay', 'rules.fee']
  const texts = Object.keys(locales.en ?? {}).filter((key) => key.startsWith('rules.'))
  expect(texts.filter((key) => !met.has(key) && !earnings.includes(key))).toEqual([])
})
