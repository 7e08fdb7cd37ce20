import fc from 'fast-check'
import { addUp, type Discount, type PriceLine, priceFaults } from '../../src/contracts/index.ts'
import type { AnyCountryPlugin } from '../../src/country/index.ts'
import { type Invoice, invoicedOf } from '../../src/invoices/index.ts'
import { workland } from './work-scene.ts'

export const line = (changes: Partial<PriceLine> = {}): PriceLine => ({
  kind: 'work',
  description: 'An evening of songs',
  supply: 'service',
  quantity: 1_000n,
  unit: 'piece',
  unitPrice: 100_000n,
  discount: null,
  optional: false,
  chosen: true,
  ...changes,
})

const parties = {
  client: { country: 'BE', vatNumber: 'BE0987654394', publicBody: false },
  entity: { country: 'BE', oneStopShop: [] },
  on: '2026-11-23',
} as const
/** Workland where Belgium is: rules ask for a country that exists. */
const plugin: AnyCountryPlugin = { ...workland, country: 'BE' }

/** The offer as an issued invoice; undefined where nothing is left to pay. */
export function invoiceOf(lines: readonly PriceLine[], discount: Discount | null): Invoice | undefined {
  const { fee } = addUp(lines, discount, 'EUR')
  if (fee <= 0n) return undefined
  const contract = { title: 'Festival', supply: 'service', fee, region: null } as const
  const { net, vat, document } = invoicedOf(plugin, contract, { lines, discount }, parties)
  return {
    invoiceId: 'i',
    legalEntityId: 'l',
    series: 'INV-2026',
    number: 42n,
    kind: 'invoice',
    credits: null,
    contractId: 'c',
    clientId: 'k',
    issuedOn: '2026-11-23',
    dueOn: '2026-12-23',
    currency: 'EUR',
    net,
    vat,
    total: net + vat,
    levy: 0n,
    paymentReference: '+++260/1000/04237+++',
    agreedNet: null,
    document: {
      number: 'INV-2026-00042',
      seller: {
        name: 'Samen',
        companyNumber: '0123456749',
        vatNumber: 'BE0123456749',
        iban: 'BE68539007547034',
        country: 'BE',
      },
      buyer: { name: 'Theatre', companyNumber: '0987654394', vatNumber: 'BE0987654394', country: 'BE' },
      language: 'en',
      performed: { from: '2026-11-10', to: '2026-11-10' },
      ...document,
    },
  }
}

const discount = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), value: fc.bigInt(1n, 10_000n) }),
    fc.record({ kind: fc.constant('amount' as const), value: fc.bigInt(1n, 5_000n) }),
  ),
)
const anyLine = fc.record({
  kind: fc.constantFrom('work' as const, 'work' as const, 'expense' as const),
  supply: fc.constantFrom('service' as const, 'performance' as const),
  quantity: fc.bigInt(1n, 20_000n),
  unitPrice: fc.bigInt(0n, 300_000n),
  unit: fc.constantFrom('piece' as const, 'hour' as const),
  discount,
  chosen: fc.boolean(),
})
/** Lines of all kinds at two VAT rates, with discounts and options. */
export const offers = fc
  .tuple(fc.array(anyLine, { minLength: 1, maxLength: 8 }), discount)
  .map(([lines, whole]) => ({
    lines: lines.map((one, at) =>
      line({
        ...one,
        ...(one.kind === 'expense' && { discount: null }),
        ...(at === 0 && { kind: 'work', unitPrice: one.unitPrice + 20_000n, quantity: 1_000n, chosen: true }),
        optional: at > 0 && !one.chosen,
      }),
    ),
    whole,
  }))
  .filter(({ lines, whole }) => priceFaults(lines, whole, 'EUR').length === 0)
