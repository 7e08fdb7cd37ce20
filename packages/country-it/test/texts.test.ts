import type { PayslipLine } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { italy } from '../src/plugin.ts'
import { parse } from './support.ts'

const { payroll, locales } = italy

/** Every line any sample can show at low, middling and high pay. */
const lines: PayslipLine[] = italy.samples.flatMap(({ situation }) => {
  const parsed = parse(situation)
  return [5_000n, 80_000n, 260_000n, 650_000n, 1_400_000n].flatMap(
    (gross) => payroll.payslip(parsed, payroll.law(parsed), gross).lines,
  )
})

describe.each(Object.keys(locales))('the texts in %s', (language) => {
  const texts = locales[language] as Record<string, string>

  test('ask for no figure that the explanation does not carry', () => {
    for (const { why } of lines)
      for (const [, name = ''] of (texts[`rules.${why.rule}`] as string).matchAll(/\{\{(.+?)\}\}/g))
        expect(why.inputs, `${why.rule} in ${language}`).toHaveProperty(name)
  })

  test('have the same keys and figures as the English ones', () => {
    const figures = (text: string | undefined) =>
      [...(text ?? '').matchAll(/\{\{(.+?)\}\}/g)].map(([, name]) => name).sort()
    expect(Object.keys(texts).sort()).toEqual(Object.keys(locales.en ?? {}).sort())
    for (const [key, text] of Object.entries(texts))
      expect(figures(text), key).toEqual(figures(locales.en?.[key]))
  })
})

test('every explanation of a line is met by a sample', () => {
  const met = new Set(lines.map(({ why }) => `rules.${why.rule}`))
  const others = ['rules.wage', 'rules.extra-month']
  const texts = Object.keys(locales.en ?? {}).filter((key) => key.startsWith('rules.'))
  expect(texts.filter((key) => !met.has(key) && !others.includes(key))).toEqual([])
})
