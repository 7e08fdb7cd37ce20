import type { EInvoicing } from '@samen/core/country'

/** Invoices that follow from public procurement (lag 2018:1277). */
export const eInvoicing: EInvoicing = {
  obligations: [
    {
      duty: 'send',
      to: 'public-body',
      channels: ['peppol'],
      formats: ['peppol-ubl'],
      byAgreement: true,
      from: '2019-04-01',
      source: 'Lag (2018:1277) om elektroniska fakturor till följd av offentlig upphandling; digg.se',
    },
  ],
}
