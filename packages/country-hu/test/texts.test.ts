import type { PayslipLine } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
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
const figures = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{\{(.+?)\}\}/g)].map(([, name]) => name ?? '').sort()

describe.each(Object.keys(locales))('the texts in %s', (language) => {
  const texts = locales[language] as Record<string, string>

  test('ask for no figure that the explanation does not carry', () => {
    for (const { why } of lines)
      for (const name of figures(texts[`rules.${why.rule}`]))
        expect(why.inputs, `${why.rule} in ${language}`).toHaveProperty(name)
  })

  test('have the same keys and figures as the English ones', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(locales.en ?? {}).sort())
    for (const [key, text] of Object.entries(texts))
      expect(figures(text), key).toEqual(figures(locales.en?.[key]))
  })

  test('ask every question of the checklist', () => {
    for (const { code } of hungary.hiring.checklist ?? []) expect(texts[`checklist.${code}`]).toBeTruthy()
  })
})

test('every explanation of a line is met by a sample', () => {
  const met = new Set(lines.map(({ why }) => `rules.${why.rule}`))
  const earnings = ['rules.wage', 'rules.one-off-pay', 'rules.leave-pay', 'rules.fee']
  const texts = Object.keys(locales.en ?? {}).filter((key) => key.startsWith('rules.'))
  expect(texts.filter((key) => !met.has(key) && !earnings.includes(key))).toEqual([])
})
