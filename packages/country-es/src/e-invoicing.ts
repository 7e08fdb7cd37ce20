import { datedValues, type EInvoicing } from '@samen/core/country'

/** Registros de facturación (RD 1007/2023, Orden HAC/1177/2024), of taxpayers of the Impuesto sobre Sociedades. */
export const eInvoicing: EInvoicing = {
  records: {
    form: 'verifactu',
    obliged: datedValues('switch', 'Registros de facturación, VERI*FACTU', [
      '2027-01-01',
      true,
      'RD 1007/2023, disposición final cuarta, as RDL 15/2025, disposición final primera, has it (BOE of 3 December 2025, read in second sources)',
    ]),
  },
}
