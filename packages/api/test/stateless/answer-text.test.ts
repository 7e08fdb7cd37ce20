import { type AnyCountryPlugin, answer, answerText, payslipAnswer, type Situation } from '@samen/core/country'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCountry } from '../../src/countries.ts'
import { testland } from '../support/testland.ts'

const plugins = [testland as AnyCountryPlugin, await loadCountry('be'), await loadCountry('fr')]

const parsed = (plugin: AnyCountryPlugin, situation: unknown): Situation =>
  plugin.payroll.situation.parse(situation)

describe.each(plugins.map((plugin) => [plugin.name, plugin] as const))('%s', (_, plugin) => {
  const samples = plugin.samples.map(({ situation }) => situation as Record<string, unknown>)

  test('the text written directly is the answer to the letter', () => {
    const sample = fc.constantFrom(...samples)
    const gross = fc.bigInt({ min: 0n, max: 1_000_000_000_000n })
    const id = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.integer()), { nil: undefined })
    fc.assert(
      fc.property(sample, gross, id, (given, amount, name) => {
        const situation = {
          ...parsed(plugin, given),
          budget: undefined,
          fee: undefined,
          gross: amount,
          id: name,
        }
        expect(answerText(plugin, situation)).toBe(JSON.stringify(answer(plugin, situation)))
      }),
    )
    for (const given of samples)
      expect(answerText(plugin, parsed(plugin, given))).toBe(
        JSON.stringify(answer(plugin, parsed(plugin, given))),
      )
  })

  test('every answer fits the published schema, also that of a single step of the law', () => {
    for (const given of samples) {
      const { gross: _gross, fee: _fee, budget: _budget, expenses: _expenses, levy: _levy, ...rest } = given
      const steps = [
        { ...rest, ask: 'wage-tax', taxable: '1234.56' },
        { ...rest, ask: 'contributions', base: '1234.56' },
      ]
      for (const situation of [given, ...steps]) {
        const text = answerText(plugin, parsed(plugin, situation))
        expect(text).toBe(JSON.stringify(answer(plugin, parsed(plugin, situation))))
        expect(payslipAnswer.safeParse(JSON.parse(text)).error).toBeUndefined()
      }
    }
  })
})
