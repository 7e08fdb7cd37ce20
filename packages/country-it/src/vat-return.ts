import { bases, datedValues, euro, taxes, type VatBox, type VatReturns } from '@samen/core/country'

const SOURCE = 'D.L. 78/2010 art. 21-bis; Comunicazione liquidazioni periodiche IVA, quadro VP (sheet: LIPE)'

const box = (code: string, it: string, rest: Omit<VatBox, 'code' | 'title' | 'source'>): VatBox => ({
  code,
  title: { it },
  source: SOURCE,
  ...rest,
})

const BOXES: readonly VatBox[] = [
  box('VP2', 'Totale operazioni attive (al netto dell’IVA)', { takes: [bases()] }),
  box('VP3', 'Totale operazioni passive (al netto dell’IVA)', {
    takes: [bases({ documents: ['purchase', 'purchase-credit'] })],
  }),
  box('VP4', 'IVA esigibile', { takes: [taxes()] }),
  box('VP5', 'IVA detratta', { takes: [taxes({ documents: ['purchase', 'purchase-credit'] })] }),
  box('VP6 col. 1', 'IVA dovuta', { sum: [{ box: 'VP4' }, { box: 'VP5', minus: true }], keep: 'above-zero' }),
  box('VP6 col. 2', 'IVA a credito', {
    sum: [{ box: 'VP4' }, { box: 'VP5', minus: true }],
    keep: 'below-zero',
  }),
]

export const vatReturns: VatReturns = {
  form: {
    name: 'Liquidazione periodica IVA (LIPE)',
    periods: ['month', 'quarter'],
    boxes: datedValues<readonly VatBox[]>('table', 'Righi of the quadro VP', ['2017-01-01', BOXES, SOURCE]),
    result: { payable: 'VP6 col. 1', credit: 'VP6 col. 2' },
  },
  salesList: {
    name: 'Modello INTRA-1 quater',
    periods: ['quarter', 'month'],
    serviceMark: 'quater',
    source: 'D.L. 331/1993 art. 50 c. 6',
  },
  taxPoint: {
    rule: 'invoice',
    source: 'DPR 633/1972 art. 6: payment or invoice, whichever is first',
    deposits: {
      rule: 'invoice',
      source: 'DPR 633/1972 art. 6(4): an invoice issued before makes the tax due on the amount invoiced',
      unverified: 'The article and its paragraph are from memory.',
    },
    choice: {
      latest: 'one-year',
      turnoverMax: euro('2000000'),
      mention: 'iva-per-cassa',
      source: 'D.L. 83/2012 art. 32-bis: IVA per cassa, at the latest a year after the service',
      unverified: 'The limit of 2,000,000 euro, and that the invoice says so, are from memory.',
    },
  },
}
