import type { EInvoicing } from '@samen/core/country'

/** Invoices to the state, by its terms of contract. */
export const eInvoicing: EInvoicing = {
  obligations: [
    {
      duty: 'send',
      to: 'public-body',
      channels: ['peppol'],
      formats: ['nlcius', 'peppol-ubl'],
      byAgreement: true,
      from: '2017-01-01',
      source: 'Rijksinkoopvoorwaarden (ARIV, ARVODI): contracts with the state',
      unverified:
        'From memory; other public bodies must be able to receive e-invoices since 18 April 2019 and may ask for them by contract.',
    },
  ],
}
