import type { OfficeContext } from '@samen/core/context'
import { addDays, formatAmount } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { completeInvoice, electronicAddress, PEPPOL_BILLING, writeUbl } from '@samen/core/e-invoice'
import { assignSupplierInvoice, receiveSupplierInvoice } from '@samen/core/supplier-invoices'
import type { CountryProfile } from './countries/index.ts'

/** Ordinary VAT rates of the offices’ countries, for an invented shop. */
const STANDARD_VAT: Readonly<Record<string, string>> = {
  AT: '20',
  BE: '21',
  DE: '19',
  ES: '21',
  FR: '20',
  HU: '27',
  IT: '22',
  NL: '21',
  SE: '25',
}

/** Two supplier invoices of an invented shop: one that nobody has looked at, one that the signed-in member brought. */
export async function bringSupplierInvoices(
  trx: Transaction,
  context: OfficeContext,
  profile: CountryProfile,
  activityId: string,
): Promise<void> {
  for (const [serial, item, units] of [
    [1, 'Gaffer tape, colour filters', 1n],
    [2, 'Hire of two microphones for a day', 2n],
  ] as const) {
    const bytes = new TextEncoder().encode(supplierInvoiceOf(context, profile, { serial, item, units }))
    const supplierInvoiceId = await receiveSupplierInvoice(trx, context, {
      name: `supplier-invoice-${serial}.xml`,
      bytes,
      arrivedBy: 'upload',
    })
    if (serial === 2) await assignSupplierInvoice(trx, context, { supplierInvoiceId, activityId })
  }
}

function supplierInvoiceOf(
  { today, plugin }: OfficeContext,
  profile: CountryProfile,
  { serial, item, units }: { serial: number; item: string; units: bigint },
): string {
  const [buyerNumber, sellerNumber] = [profile.company(1), profile.company(700)]
  const party = (name: string, companyNumber: string) => {
    const vatNumber = profile.vat(companyNumber)
    const endpoint = electronicAddress({ country: profile.country, companyNumber, vatNumber })
    return {
      name,
      vatId: vatNumber.startsWith(profile.country) ? vatNumber : `${profile.country}${vatNumber}`,
      ...(endpoint && { endpoint }),
      address: { country: profile.country },
    }
  }
  const net = formatAmount(profile.prices.unit * 20n * units)
  return writeUbl(
    completeInvoice({
      specification: PEPPOL_BILLING,
      process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
      number: `2026-${serial}`,
      issuedOn: addDays(today, -6),
      dueOn: addDays(today, 8),
      type: '380',
      currency: plugin.currency,
      buyerReference: item,
      seller: party('Invented Stage Supplies', sellerNumber),
      buyer: party(profile.entity.name, buyerNumber),
      payment: {
        means: plugin.currency === 'EUR' ? '58' : '30',
        remittance: `2026-${serial}`,
        transfers: [{ account: profile.iban(700) }],
      },
      lines: [
        {
          id: '1',
          quantity: '1',
          unit: 'C62',
          net,
          price: { net },
          vat: { category: 'S', rate: STANDARD_VAT[profile.country] ?? '20' },
          item: { name: item },
        },
      ],
    }),
  )
}
