import type { PayslipLine } from '@samen/core/country'
import { describe, expect, test } from 'vitest'
import { spain } from '../src/plugin.ts'
import { parse } from './support/situations.ts'

const { payroll, locales } = spain

/** Every line any sample can show at low, middling and high pay. */
const lines: PayslipLine[] = spain.samples.flatMap(({ situation }) => {
  const parsed = parse(situation)
  return [0n, 5_000n, 80_000n, 200_000n, 2_600_000n, 9_000_000n].flatMap(
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
  const texts = Object.keys(locales.en ?? {}).filter((key) => key.startsWith('rules.'))
  // These explain earnings, which are no lines.
  const others = [
    'rules.wage',
    'rules.artist-pay',
    'rules.extra-pay',
    'rules.one-off',
    'rules.holiday',
    'rules.exempt',
  ]
  expect(texts.filter((key) => !met.has(key) && !others.includes(key))).toEqual([])
})
