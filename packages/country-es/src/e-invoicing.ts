import { datedValues, type EInvoicing } from '@samen/core/country'

/**
 * Registros de facturación (RD 1007/2023, Orden HAC/1177/2024), of taxpayers of the Impuesto sobre Sociedades. E-invoices between
 * businesses (Ley 18/2022, art. 12) wait for the day its decree and order set: none is known here.
 */
export const eInvoicing: EInvoicing = {
  obligations: [
    {
      duty: 'send',
      to: 'public-body',
      channels: [],
      formats: ['facturae'],
      from: '2015-01-15',
      source: 'Ley 25/2013, art. 4: Facturae by the entry point of the administration (FACe)',
      unverified:
        'From memory; an administration may excuse invoices up to 5,000 euros, and wants the file signed, which is done outside.',
    },
  ],
  records: {
    form: 'verifactu',
    obliged: datedValues('switch', 'Registros de facturación, VERI*FACTU', [
      '2027-01-01',
      true,
      'RD 1007/2023, disposición final cuarta, as RDL 15/2025, disposición final primera, has it (BOE of 3 December 2025, read in second sources)',
    ]),
  },
}
