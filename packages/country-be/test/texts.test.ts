import type { Why } from '@samen/core/country'
import { expect, test } from 'vitest'
import { belgium } from '../src/plugin.ts'
import { parse } from './support.ts'

const { payroll, locales } = belgium

/** Every explanation any sample can show at low, middling and high pay. */
const explained: Why[] = belgium.samples.flatMap(({ situation }) => {
  const parsed = parse(situation)
  return [5_000n, 180_000n, 260_000n, 900_000n].flatMap((gross) => {
    const { lines, earnings } = payroll.payslip(parsed, payroll.law(parsed), gross)
    return [...lines, ...earnings].map(({ why }) => why)
  })
})

test('every explanation is met by a sample', () => {
  const met = new Set(explained.map(({ rule }) => `rules.${rule}`))
  const texts = Object.keys(locales.en ?? {}).filter((key) => key.startsWith('rules.'))
  expect(texts.filter((key) => !met.has(key))).toEqual([])
})
