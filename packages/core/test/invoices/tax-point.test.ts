import { expect, test } from 'vitest'
import type { AnyCountryPlugin, VatTaxPoint } from '../../src/country/index.ts'
import type { VatLine } from '../../src/invoices/invoice.ts'
import { atTaxPoint } from '../../src/invoices/tax-point.ts'
import { landWith } from '../vat-returns/form.ts'

const line = (code: string, category: VatLine['category'], mention?: string): VatLine => ({
  code,
  category,
  rate: category === 'S' ? '20' : '0',
  base: '100.00',
  amount: category === 'S' ? '20.00' : '0.00',
  ...(mention !== undefined && { mention }),
  source: 'invented',
})
const land = (taxPoint: VatTaxPoint) => landWith(taxPoint) as AnyCountryPlugin
const choosing = (rule: VatTaxPoint['rule']) =>
  land({ rule, source: 'invented', choice: { latest: 'never', mention: 'chosen', source: 'invented' } })

test('an invoice whose VAT waits by its company’s choice says so, on taxed lines alone', () => {
  const lines = [line('standard', 'S'), line('exempt-training', 'E', 'exempt-training')]
  expect(atTaxPoint(choosing('invoice'), lines, { dueOn: 'payment' })).toEqual([
    { ...lines[0], mention: 'chosen', dueOnPayment: true },
    lines[1],
  ])
})

test('a mention that a line has already comes first', () => {
  const [stated] = atTaxPoint(choosing('invoice'), [line('standard', 'S', 'own')], { dueOn: 'payment' })
  expect(stated).toMatchObject({ mention: 'own', otherMentions: ['chosen'] })
})

test('where VAT waits by law, the choice against it is what is said', () => {
  const [ordinary] = atTaxPoint(choosing('payment'), [line('standard', 'S')], { dueOn: 'payment' })
  expect(ordinary).toMatchObject({ dueOnPayment: true })
  expect(ordinary).not.toHaveProperty('mention')
  const [chosen] = atTaxPoint(choosing('payment'), [line('standard', 'S')], { dueOn: 'invoice' })
  expect(chosen).toMatchObject({ mention: 'chosen' })
  expect(chosen).not.toHaveProperty('dueOnPayment')
})

test('what is declared in the one-stop shop knows no choice', () => {
  const lines = [line('one-stop-shop-DE', 'S')]
  expect(atTaxPoint(choosing('invoice'), lines, { dueOn: 'payment' })).toEqual(lines)
})
