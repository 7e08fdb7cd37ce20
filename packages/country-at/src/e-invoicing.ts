import type { EInvoicing } from '@samen/core/country'

/** Invoices to the federation (IKTKonG § 5): ebInterface by its portal, or Peppol. */
export const eInvoicing: EInvoicing = {
  obligations: [
    {
      duty: 'send',
      to: 'public-body',
      channels: ['peppol'],
      formats: ['peppol-ubl', 'ebinterface'],
      from: '2014-01-01',
      source: 'IKT-Konsolidierungsgesetz § 5, E-Rechnungsverordnung (BGBl. I 35/2012, II 505/2012)',
      unverified:
        'The law binds suppliers of the federation; that any public body may ask for it is assumed. The articles are from memory.',
    },
  ],
}
