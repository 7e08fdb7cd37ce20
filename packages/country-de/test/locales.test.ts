import { computePayslip } from '@samen/core/country'
import { expect, test } from 'vitest'
import { germany } from '../src/plugin.ts'

test('every sentence finds the figures it speaks of', () => {
  for (const { situation } of germany.samples)
    for (const gross of [0n, 5_000n, 60_301n, 120_000n, 990_000n]) {
      const parsed = {
        ...germany.payroll.situation.parse(situation),
        gross,
        budget: undefined,
        fee: undefined,
      }
      const payslip = computePayslip(germany, parsed)
      for (const { why } of [...payslip.lines, ...payslip.earnings])
        for (const language of germany.languages) {
          const sentence = germany.locales[language]?.[`rules.${why.rule}`] ?? ''
          expect(sentence, why.rule).not.toBe('')
          const wanted = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
          expect(Object.keys(why.inputs ?? {}), `${language} ${why.rule}`).toEqual(
            expect.arrayContaining(wanted),
          )
        }
    }
})

test('both languages say the same things, with the same figures', () => {
  const figures = (sentence: string) =>
    [...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort()
  const { de = {}, en = {} } = germany.locales
  expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort())
  for (const [key, text] of Object.entries(en)) expect(figures(de[key] ?? ''), key).toEqual(figures(text))
})

test('every question of the hiring checklist is asked in both languages', () => {
  for (const { code } of germany.hiring.checklist ?? [])
    for (const language of germany.languages)
      expect(germany.locales[language]?.[`checklist.${code}`]).toBeTruthy()
})
