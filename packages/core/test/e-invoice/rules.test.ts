import { checkInvoice, completeInvoice, type EInvoice, type FoundInvoice } from '@samen/core/e-invoice'
import { describe, expect, test } from 'vitest'
import { ordinary } from './invoices.ts'

const whole = ordinary()
const [line] = whole.lines as [EInvoice['lines'][number]]
const rulesOf = (invoice: FoundInvoice) => checkInvoice(invoice).findings.map(({ rule }) => rule)
const without = <K extends keyof EInvoice>(...fields: K[]): FoundInvoice =>
  Object.fromEntries(Object.entries(whole).filter(([field]) => !fields.includes(field as K)))
const withLine = (changes: Partial<EInvoice['lines'][number]>): FoundInvoice => ({
  ...whole,
  lines: [{ ...line, ...changes }],
})
const withTotals = (changes: Partial<EInvoice['totals']>): FoundInvoice => ({
  ...whole,
  totals: { ...whole.totals, ...changes },
})
const withVat = (changes: Partial<EInvoice['vat'][number]>): FoundInvoice => ({
  ...whole,
  vat: [{ ...(whole.vat[0] as EInvoice['vat'][number]), ...changes }],
})
const category = (code: EInvoice['vat'][number]['category'], changes: object = {}): EInvoice =>
  completeInvoice({
    ...without('vat', 'totals'),
    lines: [{ ...line, vat: { category: code, ...(code !== 'O' && { rate: '0' }) } }],
    exemptions: { [code]: { reason: 'Because' } },
    ...changes,
  } as Parameters<typeof completeInvoice>[0])
const { vatId: _, ...sellerWithoutVat } = whole.seller
const { vatId: __, ...buyerWithoutVat } = whole.buyer

test('the ordinary invoice breaks no rule', () => {
  expect(checkInvoice(whole)).toEqual({
    valid: true,
    ruleSets: ['EN 16931', 'Peppol BIS Billing 3'],
    findings: [],
  })
})

test.each<[rule: string, invoice: FoundInvoice]>([
  ['BR-01', without('specification')],
  ['BR-02', without('number')],
  ['BR-03', without('issuedOn')],
  ['BR-04', without('type')],
  ['BR-05', without('currency')],
  ['BR-06', { ...whole, seller: { address: whole.seller.address } }],
  ['BR-08', { ...whole, seller: { name: 'x' } }],
  ['BR-09', { ...whole, seller: { ...whole.seller, address: {} } }],
  ['BR-16', without('lines')],
  ['BR-CO-18', without('vat')],
  ['BR-22', withLine({ quantity: undefined as never })],
  ['BR-27', withLine({ price: { net: '-1.00' } })],
  ['BR-29', { ...whole, period: { from: '2026-02-01', to: '2026-01-31' } }],
  ['BR-CO-19', { ...whole, period: {} }],
  ['BR-53', { ...whole, accountingCurrency: 'SEK' }],
  ['BR-61', { ...whole, payment: { means: '58' } }],
  ['BR-CO-03', { ...whole, taxPointOn: '2026-01-01', taxPointCode: '35' }],
  ['BR-CO-09', { ...whole, buyer: { ...whole.buyer, vatId: '0987654394' } }],
  ['BR-CO-10', withTotals({ lines: '1450.01' })],
  ['BR-CO-11', withTotals({ allowances: '0.01' })],
  ['BR-CO-13', withTotals({ net: '1449.99' })],
  ['BR-CO-14', withTotals({ vat: '304.51' })],
  ['BR-CO-15', withTotals({ gross: '1754.51' })],
  ['BR-CO-16', withTotals({ payable: '1754.49' })],
  ['BR-CO-17', withVat({ amount: '306.50' })],
  ['BR-CO-25', without('dueOn')],
  ['BR-CO-26', { ...whole, seller: { name: 'x', address: whole.seller.address } }],
  ['BR-DEC-18', withTotals({ payable: '1754.500' })],
  ['BR-CL-01', { ...whole, type: '999' }],
  ['BR-CL-04', { ...whole, currency: 'EUX' }],
  ['BR-CL-14', { ...whole, buyer: { ...whole.buyer, address: { country: 'XX' } } }],
  ['BR-CL-23', withLine({ unit: 'STUKS' })],
  ['BR-S-01', withVat({ category: 'E' })],
  ['BR-S-02', { ...whole, seller: sellerWithoutVat }],
  ['BR-S-05', withLine({ vat: { category: 'S', rate: '0' } })],
  ['BR-S-08', withVat({ base: '1451.50' })],
  ['BR-S-10', withVat({ exemptionReason: 'none' })],
  ['BR-E-10', category('E', { exemptions: {} })],
  ['BR-AE-02', category('AE', { buyer: buyerWithoutVat })],
  ['BR-IC-11', category('K')],
  ['BR-IC-12', category('K')],
  ['BR-O-02', category('O')],
  ['BR-B-01', category('B')],
  ['PEPPOL-EN16931-R001', without('process')],
  ['PEPPOL-EN16931-R003', without('buyerReference')],
  ['PEPPOL-EN16931-R005', { ...whole, accountingCurrency: 'EUR' }],
  ['PEPPOL-EN16931-R061', { ...whole, payment: { means: '59' } }],
  ['PEPPOL-EN16931-R120', withLine({ net: '1450.03' })],
  ['PEPPOL-EN16931-P0112', { ...whole, type: '384' }],
  [
    'PEPPOL-COMMON-R043',
    { ...whole, seller: { ...whole.seller, legalId: { id: '0123456748', scheme: '0208' } } },
  ],
])('%s is seen', (rule, invoice) => {
  expect(rulesOf(whole)).not.toContain(rule)
  expect(rulesOf(invoice)).toContain(rule)
})

describe('adding up', () => {
  test('VAT is rounded once per rate on the sum of its lines, not per line', () => {
    const cent = { ...line, quantity: '1', net: '0.12', price: { net: '0.12' } }
    const { vat, totals } = ordinary({ lines: [cent, { ...cent, id: '2' }, { ...cent, id: '3' }] })
    // 21 % of 0.36 is 0.0756; three times 21 % of 0.12 (0.0252) would have made 0.09.
    expect(vat).toEqual([{ base: '0.36', amount: '0.08', category: 'S', rate: '21' }])
    expect(totals).toEqual({ lines: '0.36', net: '0.36', vat: '0.08', gross: '0.44', payable: '0.44' })
  })

  test('21 and 21.00 are one rate', () => {
    const { vat } = ordinary({ lines: [line, { ...line, id: '2', vat: { category: 'S', rate: '21.00' } }] })
    expect(vat).toHaveLength(1)
  })

  test('a half cent goes away from zero, also when the invoice takes back', () => {
    const half = (quantity: string, net: string) =>
      ordinary({
        lines: [{ ...line, quantity, net, price: { net: '0.50' }, vat: { category: 'S', rate: '21' } }],
      }).totals.vat
    expect(half('1', '0.50')).toBe('0.11')
    expect(half('-1', '-0.50')).toBe('-0.11')
  })
})
