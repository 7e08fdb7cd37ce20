import { expect, test } from 'vitest'
import type { EInvoicing } from '../../src/country/index.ts'
import { obligationsOf, type Parties, unmetBy, whatToDo } from '../../src/delivery/index.ts'

const eInvoicing: EInvoicing = {
  obligations: [
    {
      duty: 'send',
      to: 'business',
      channels: ['peppol'],
      byAgreement: true,
      from: '2026-01-01',
      source: 'art. 1',
    },
    {
      duty: 'send',
      to: 'public-body',
      channels: [],
      formats: ['xrechnung-ubl'],
      from: '2020-01-01',
      until: '2029-12-31',
      source: 'art. 2',
      unverified: 'from memory',
    },
    { duty: 'receive', to: 'anybody', channels: ['peppol'], from: '2020-01-01', source: 'art. 3' },
  ],
}
const law = { country: 'BE', eInvoicing }
const parties = (changes: Partial<Parties> = {}): Parties => ({
  sellerCountry: 'BE',
  buyerCountry: 'BE',
  isBusiness: true,
  isPublicBody: false,
  ...changes,
})
const sources = (changes: Partial<Parties>, on: string) =>
  obligationsOf(law, parties(changes), on).map(({ source }) => source)

test('a law binds invoices within its country, to whom it names, from its first day to its last', () => {
  expect(sources({}, '2025-12-31')).toEqual([])
  expect(sources({}, '2026-01-01')).toEqual(['art. 1'])
  expect(sources({ buyerCountry: 'FR' }, '2026-01-01')).toEqual([])
  expect(sources({ isBusiness: false }, '2026-01-01')).toEqual([])
  expect(sources({ isPublicBody: true }, '2029-12-31')).toEqual(['art. 1', 'art. 2'])
  expect(sources({ isPublicBody: true }, '2030-01-01')).toEqual(['art. 1'])
  expect(obligationsOf({ country: 'BE' }, parties(), '2026-01-01')).toEqual([])
})

test('a rule meets the law by its network or its form, and another way only for the client it was agreed with', () => {
  const [network, form] = obligationsOf(law, parties({ isPublicBody: true }), '2026-06-01')
  const rule = (changes: Partial<NonNullable<Parameters<typeof unmetBy>[1]>>) =>
    ({ channel: 'none', format: 'peppol-ubl', clientId: null, ...changes }) as const
  const meets = (duty: typeof network, given: Parameters<typeof unmetBy>[1]) =>
    unmetBy(duty ? [duty] : [], given) === undefined
  expect(meets(network, undefined)).toBe(false)
  expect(meets(network, rule({}))).toBe(false)
  expect(meets(network, rule({ clientId: 'c' }))).toBe(true)
  expect(meets(network, rule({ channel: 'peppol' }))).toBe(true)
  expect(meets(form, rule({ channel: 'peppol', clientId: 'c' }))).toBe(false)
  expect(meets(form, rule({ format: 'xrechnung-ubl' }))).toBe(true)
})

test('what is not certain is said to be so', () => {
  const [, form] = obligationsOf(law, parties({ isPublicBody: true }), '2026-06-01')
  expect(form && whatToDo(form)).toBe(
    'The law wants it sent as xrechnung-ubl (art. 2; not verified: from memory). Set a rule that says so, connect the network, and send it.',
  )
})
