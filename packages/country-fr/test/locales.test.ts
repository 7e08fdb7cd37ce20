import { computePayslip } from '@samen/core/country'
import { expect, test } from 'vitest'
import { france } from '../src/plugin.ts'

const whys = () =>
  france.samples.flatMap(({ situation }) => {
    const payslip = computePayslip(france, france.payroll.situation.parse(situation))
    return [...payslip.lines, ...payslip.earnings].map(({ why }) => why)
  })

test('every sentence finds the figures it speaks of', () => {
  for (const { rule, inputs } of whys())
    for (const language of france.languages) {
      const sentence = france.locales[language]?.[`rules.${rule}`] ?? ''
      const wanted = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
      expect(Object.keys(inputs ?? {}), `${language} ${rule}`).toEqual(expect.arrayContaining(wanted))
    }
})

test('the three languages say the same things, with the same figures', () => {
  const figures = (sentence: string) =>
    [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
  for (const [key, text] of Object.entries(france.locales.en ?? {}))
    for (const language of ['fr', 'nl']) {
      const other = france.locales[language]?.[key]
      expect(other, `${language} ${key}`).toBeTruthy()
      expect([...new Set(figures(other ?? ''))], `${language} ${key}`).toEqual([...new Set(figures(text))])
    }
})
