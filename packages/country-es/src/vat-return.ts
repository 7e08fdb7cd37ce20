import { bases, datedValues, euro, taxes, type VatBox, type VatReturns } from '@samen/core/country'

const SOURCE = 'Orden EHA/3786/2008, modelo 303 (casillas from memory of the form of 2024)'
const INVOICES = ['invoice'] as const
/** Rectified invoices and lost debts change earlier bases in boxes of their own. */
const RECTIFIED = ['credit-note', 'relief'] as const

const box = (code: string, es: string, rest: Omit<VatBox, 'code' | 'title' | 'source'>): VatBox => ({
  code,
  title: { es },
  source: SOURCE,
  ...rest,
})

const taxed = (base: string, quota: string, rate: string): VatBox[] => [
  box(base, `Régimen general ${rate} %: base imponible`, {
    takes: [bases({ documents: INVOICES, categories: ['S'], rates: [rate] })],
  }),
  box(quota, `Régimen general ${rate} %: cuota`, {
    takes: [taxes({ documents: INVOICES, categories: ['S'], rates: [rate] })],
  }),
]

const BOXES: readonly VatBox[] = [
  ...taxed('01', '03', '4'),
  ...taxed('04', '06', '10'),
  ...taxed('07', '09', '21'),
  box('14', 'Modificación de bases', { takes: [bases({ documents: RECTIFIED, categories: ['S'] })] }),
  box('15', 'Modificación de cuotas', { takes: [taxes({ documents: RECTIFIED, categories: ['S'] })] }),
  box('27', 'Total cuota devengada', { sum: ['03', '06', '09', '15'].map((one) => ({ box: one })) }),
  box('28', 'Cuotas soportadas en operaciones interiores corrientes: base', {
    takes: [bases({ documents: ['purchase'] })],
    unverified: 'Investments (30, 31) are not told apart and stand here.',
  }),
  box('29', 'Cuotas soportadas en operaciones interiores corrientes: cuota', {
    takes: [taxes({ documents: ['purchase'] })],
  }),
  box('40', 'Rectificación de deducciones: base', { takes: [bases({ documents: ['purchase-credit'] })] }),
  box('41', 'Rectificación de deducciones: cuota', { takes: [taxes({ documents: ['purchase-credit'] })] }),
  box('45', 'Total a deducir', { sum: [{ box: '29' }, { box: '41' }] }),
  box('46', 'Resultado régimen general', { sum: [{ box: '27' }, { box: '45', minus: true }] }),
  box('59', 'Entregas intracomunitarias de bienes y servicios', { takes: [bases({ categories: ['AE'] })] }),
  box('120', 'Operaciones no sujetas por reglas de localización', {
    takes: [bases({ categories: ['O'] })],
  }),
]

const EXEMPT =
  'Exempt operations without a right to deduct stand in the year’s last return and the 390 only; from memory.'

export const vatReturns: VatReturns = {
  form: {
    name: 'Modelo 303',
    periods: ['quarter', 'month'],
    boxes: datedValues<readonly VatBox[]>('table', 'Casillas of the 303', [
      '2023-01-01',
      BOXES,
      SOURCE,
      'The numbers of the casillas are from memory.',
    ]),
    result: { payable: '46' },
    undeclared: [
      { code: 'exempt-training', reason: EXEMPT },
      { code: 'exempt-culture', reason: EXEMPT },
    ],
  },
  salesList: {
    name: 'Modelo 349',
    periods: ['quarter', 'month'],
    serviceMark: 'S',
    source: 'RD 1624/1992 art. 78 to 81',
  },
  taxPoint: {
    rule: 'invoice',
    source: 'Ley 37/1992 art. 75: when the service is rendered',
    choice: {
      latest: 'next-year-end',
      turnoverMax: euro('2000000'),
      mention: 'criterio-de-caja',
      source:
        'Ley 37/1992 art. 163 decies, terdecies: criterio de caja, at the latest on 31 December of the year after',
      unverified: 'The limit of 2,000,000 euro, and that the invoice says so, are from memory.',
    },
  },
}
