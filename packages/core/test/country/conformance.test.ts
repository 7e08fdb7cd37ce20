import { expect, test } from 'vitest'
import { conformance } from '../../src/country/conformance/index.ts'
import { testIban, testland, testNumber } from '../support/test-country.ts'

for (const check of conformance(testland)) test(`Testland ${check.title}`, check.run)

test('numbers made for tests are numbers', () => {
  const valid = (name: string, text: string) =>
    testland.identifiers.find((one) => one.name === name)?.check(text).valid
  for (const serial of [0, 1, 97, 98, 123456]) {
    expect(valid('iban', testIban(serial))).toBe(true)
    expect(valid('person-number', testNumber(serial, 11))).toBe(true)
    expect(valid('rf', testland.paymentReference?.(String(serial).padStart(10, '0')) ?? '')).toBe(true)
  }
})
