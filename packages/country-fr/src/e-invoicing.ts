import type { EInvoicing } from '@samen/core/country'

/** Between taxable persons received since 2026 and sent from 2027 on, and to public bodies by Chorus Pro. */
export const eInvoicing: EInvoicing = {
  obligations: [
    {
      duty: 'receive',
      to: 'business',
      channels: ['pdp'],
      from: '2026-09-01',
      source: 'CGI, art. 289 bis; loi 2023-1322, art. 91',
      unverified: 'Read in second sources.',
    },
    {
      duty: 'send',
      to: 'business',
      channels: ['pdp'],
      from: '2027-09-01',
      source: 'CGI, art. 289 bis; loi 2023-1322, art. 91: small and mid-sized enterprises',
      unverified:
        'Read in second sources; large and mid-cap enterprises send since 1 September 2026, and the size of the company is not known here.',
    },
    {
      duty: 'send',
      to: 'public-body',
      channels: [],
      formats: ['peppol-ubl', 'peppol-cii'],
      from: '2020-01-01',
      source: 'Ordonnance 2014-697; code de la commande publique, art. L2192-1: Chorus Pro',
      unverified: 'From memory; Chorus Pro takes UBL, CII and Factur-X, and is reached outside of Samen.',
    },
  ],
}
