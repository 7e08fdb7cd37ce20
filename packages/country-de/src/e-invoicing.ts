import type { EInvoicing } from '@samen/core/country'

/** Invoices to public bodies; between businesses since 2025 received, from 2028 on sent (UStG § 14, § 27(38)). */
export const eInvoicing: EInvoicing = {
  obligations: [
    {
      duty: 'send',
      to: 'public-body',
      channels: [],
      formats: ['xrechnung-ubl', 'xrechnung-cii'],
      from: '2020-11-27',
      source: 'E-Rechnungsverordnung des Bundes (ERechV) § 3',
      unverified:
        'From memory; the states have laws of their own, and direct orders up to 1,000 euros are not bound.',
    },
    {
      duty: 'receive',
      to: 'business',
      channels: [],
      from: '2025-01-01',
      source: 'UStG § 14(1) and (2), as the Wachstumschancengesetz has it; BMF, 15 October 2024',
    },
    {
      duty: 'send',
      to: 'business',
      channels: [],
      formats: ['xrechnung-ubl', 'xrechnung-cii', 'peppol-ubl', 'peppol-cii'],
      byAgreement: true,
      from: '2028-01-01',
      source:
        'UStG § 14(2), § 27(38): from 2027 on for who turned over more than 800,000 euros the year before',
      unverified:
        'The turnover of the company is not known here, so the later day counts; a PDF of ours that carries its XML (ZUGFeRD) keeps the law too. That parties may agree on EDI is from memory.',
    },
  ],
}
