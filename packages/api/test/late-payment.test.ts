import { readFileSync } from 'node:fs'
import { euro, formatAmount, latePaymentParameters } from '@samen/core/country'
import { lateClaim, ORDINARY_RULE } from '@samen/core/dunning'
import { expect, test } from 'vitest'
import { loadCountry } from '../src/countries.ts'

interface Example {
  title: string
  country: string
  consumer: boolean
  currency: string
  principal: string
  dueOn: string
  on: string
  payments: { on: string; amount: string }[]
  firstRemindedOn: string | null
  interest: string
  costs: string
}

/** Worked out day by day in exact fractions by a program of its own, from the rates as they were published. */
const examples: Example[] = JSON.parse(readFileSync(new URL('late-payment.json', import.meta.url), 'utf8'))

test.each(examples)('$country: $title', async ({ country, interest, costs, on, ...given }) => {
  const { latePayment } = await loadCountry(country)
  const payments = given.payments.map((one) => ({ ...one, amount: euro(one.amount) }))
  const claim = lateClaim(
    { ...given, principal: euro(given.principal), payments },
    latePayment,
    ORDINARY_RULE,
    on,
  )
  expect([formatAmount(claim.interest), formatAmount(claim.costs)]).toEqual([interest, costs])
})

test('all nine countries state what late clients owe, each figure with its source', async () => {
  const countries = new Set(examples.map(({ country }) => country))
  expect([...countries].sort()).toEqual(['AT', 'BE', 'DE', 'ES', 'FR', 'HU', 'IT', 'NL', 'SE'])
  for (const country of countries) {
    const parameters = latePaymentParameters((await loadCountry(country)).latePayment)
    expect(Object.keys(parameters)).toContain('latePayment.business.lumpSum')
    for (const { series } of Object.values(parameters))
      for (const { source } of series) expect(source.length).toBeGreaterThan(5)
  }
})
