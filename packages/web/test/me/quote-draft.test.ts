import { expect, test } from 'vitest'
import { draftOf, pricedInput } from '../../src/routes/me/quote-draft.ts'
import { quote } from '../browser/support/quotes.ts'

const [songs, ...others] = quote.lines
const discounted = {
  ...quote,
  ownExpenses: '25.00',
  lines: [{ ...(songs as (typeof quote.lines)[number]), discount: { amount: '50.00' } }, ...others],
}

test('a quote that is revised as it stands keeps the discounts on its lines and the expenses its price pays', () => {
  expect(pricedInput(draftOf(discounted))).toMatchObject({
    discount: { percent: '10' },
    ownExpenses: '25.00',
    lines: [{ unitPrice: '1000.00', discount: { amount: '50.00' } }, {}, {}, {}],
  })
})

test('a line that becomes an expense at cost has no discount any more', () => {
  const draft = draftOf(discounted)
  const lines = draft.lines.map((line, at) => (at === 0 ? { ...line, kind: 'expense' as const } : line))
  expect(pricedInput({ ...draft, lines })?.lines[0]).not.toHaveProperty('discount')
})
