import {
  bases,
  parameter,
  percent,
  type Supply,
  taxedElsewhere,
  taxes,
  type VatBox,
  type VatReturns,
  type VatTaxPoint,
} from '../../src/country/index.ts'
import { testland } from '../support/test-country.ts'

const source = 'invented'
const box = (code: string, rest: Omit<VatBox, 'code' | 'title' | 'source'>): VatBox => ({
  code,
  title: { en: `Box ${code}` },
  source,
  ...rest,
})
const bought = ['purchase', 'purchase-credit'] as const

/** Testland's form: credit notes in a box of their own, lost debts with the sales. */
export const BOXES: readonly VatBox[] = [
  box('10', { takes: [bases({ documents: ['invoice', 'relief'], categories: ['S'] })] }),
  box('11', { takes: [bases({ documents: ['credit-note'], minus: true })] }),
  box('12', { takes: [bases({ categories: ['E', 'AE', 'O'], documents: ['invoice', 'relief'] })] }),
  box('20', { takes: [taxes()] }),
  box('30', { takes: [taxes({ documents: bought })] }),
  box('31', { takes: [bases({ documents: bought })] }),
  box('40', { sum: [{ box: '20' }, { box: '30', minus: true }], keep: 'above-zero' }),
  box('41', { sum: [{ box: '20' }, { box: '30', minus: true }], keep: 'below-zero' }),
]

export const returns = (taxPoint: VatTaxPoint = { rule: 'invoice', source }): VatReturns => ({
  form: {
    name: 'Form 1',
    periods: ['month', 'quarter'],
    boxes: parameter({
      unit: 'table',
      title: 'Boxes',
      series: [{ from: '2020-01-01', value: BOXES, source }],
    }),
    result: { payable: '40', credit: '41' },
  },
  salesList: { name: 'List 1', periods: ['month', 'quarter'], serviceMark: 'S', source },
  taxPoint,
})

/** Testland with a form: performances at 6 %, training exempt, the rest at 20 %; services elsewhere are taxed there. */
export const landWith = (taxPoint?: VatTaxPoint): typeof testland => ({
  ...testland,
  vat: {
    rates: testland.vat.rates,
    treat: (supply: Supply) =>
      taxedElsewhere(supply, { reverseCharge: source, outsideScope: source }) ??
      (supply.kind === 'training'
        ? { code: 'exempt-training', rate: percent('0'), category: 'E', mention: 'exempt-training', source }
        : supply.kind === 'performance'
          ? { code: 'reduced', rate: percent('6'), category: 'S', source }
          : { code: 'standard', rate: percent('20'), category: 'S', source }),
    returns: returns(taxPoint),
  },
})
