import type { EInvoicing } from '@samen/core/country'

/** Invoices between taxable persons since 2026, and to public bodies before. */
export const eInvoicing: EInvoicing = {
  obligations: [
    {
      duty: 'send',
      to: 'business',
      channels: ['peppol'],
      byAgreement: true,
      from: '2026-01-01',
      source:
        'Code TVA/Btw-Wetboek, art. 53 § 2, as the law of 6 February 2024 has it; royal decree of 8 July 2025',
      unverified:
        'Day, network and the agreement on another way were read in second sources; clients exempt by art. 44 alone are not bound.',
    },
    {
      duty: 'receive',
      to: 'business',
      channels: ['peppol'],
      from: '2026-01-01',
      source: 'Code TVA/Btw-Wetboek, art. 53 § 2, as the law of 6 February 2024 has it',
      unverified: 'Read in second sources.',
    },
    {
      duty: 'send',
      to: 'public-body',
      channels: ['peppol'],
      from: '2024-03-01',
      source: 'Royal decree of 9 March 2022: contracts published from this day on (einvoice.belgium.be)',
      unverified:
        'Earlier contracts and those below 3,000 euros are not bound; they are not told apart here.',
    },
  ],
}
