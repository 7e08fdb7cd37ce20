import { type AnyCountryPlugin, deadlineDay, type Registry, valueOn } from '@samen/core/country'
import { beforeAll, expect, test } from 'vitest'
import { loadCountries } from '../src/countries.ts'
import examples from './support/filing-deadlines.json' with { type: 'json' }

let countries: Registry
beforeAll(async () => {
  countries = await loadCountries()
})

test.each(examples)(
  '$country: $filing of the period to $periodTo is filed by $dueOn: $why',
  ({ country, filing: code, period, periodTo, dueOn }) => {
    const { filings = [], holidays } = countries.get(country) as AnyCountryPlugin
    const filing = filings.find((one) => one.code === code)
    const ordinary = Object.keys(filing?.deadlines ?? {})[0]
    const rule = filing?.deadlines[(period ?? ordinary) as 'month' | 'quarter' | 'year']
    if (!rule) throw new Error(`${country} has no ${code}`)
    expect(deadlineDay(valueOn(code, rule, periodTo).value, periodTo, holidays)).toBe(dueOn)
  },
)

test('every country that comes with Samen names what it files, and whether a deadline is only remembered', () => {
  for (const { country, filings = [] } of countries.values()) {
    expect(filings.length, country).toBeGreaterThan(2)
    expect(new Set(examples.map((example) => example.country)), country).toContain(country)
  }
})
