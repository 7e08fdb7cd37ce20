import { bases, datedValues, taxes, type VatBox, type VatReturns } from '@samen/core/country'

const SOURCE =
  'Wet OB 1968 art. 14; AWR art. 19; rubrieken of the aangifte omzetbelasting (sheet: 1a–5g, whole euros)'
/** Whole euros, and the taxpayer may round in its own favour. */
const LESS = { unit: 100n, rounding: 'floor' } as const
const MORE = { unit: 100n, rounding: 'ceiling' } as const

const box = (code: string, nl: string, rest: Omit<VatBox, 'code' | 'title' | 'source'>): VatBox => ({
  code,
  title: { nl },
  source: SOURCE,
  ...rest,
})

const BOXES: readonly VatBox[] = [
  box('1a', 'Leveringen/diensten belast met hoog tarief: omzet', {
    takes: [bases({ categories: ['S'], rates: ['21'] })],
    step: LESS,
  }),
  box('1a btw', 'Leveringen/diensten belast met hoog tarief: btw', {
    takes: [taxes({ categories: ['S'], rates: ['21'] })],
    step: LESS,
  }),
  box('1b', 'Leveringen/diensten belast met laag tarief: omzet', {
    takes: [bases({ categories: ['S'], rates: ['9'] })],
    step: LESS,
  }),
  box('1b btw', 'Leveringen/diensten belast met laag tarief: btw', {
    takes: [taxes({ categories: ['S'], rates: ['9'] })],
    step: LESS,
  }),
  box('1e', 'Leveringen/diensten belast met 0% of niet bij u belast', {
    takes: [bases({ categories: ['O'] })],
    step: LESS,
    unverified: 'Whether services for clients outside the Union stand here or nowhere was not found.',
  }),
  box('3b', 'Leveringen naar of diensten in landen binnen de EU', {
    takes: [bases({ categories: ['AE'] })],
    step: LESS,
  }),
  box('5a', 'Verschuldigde btw', { sum: [{ box: '1a btw' }, { box: '1b btw' }] }),
  box('5b', 'Voorbelasting', {
    takes: [taxes({ documents: ['purchase', 'purchase-credit'] })],
    step: MORE,
  }),
  box('5g', 'Totaal te betalen/terug te vragen', { sum: [{ box: '5a' }, { box: '5b', minus: true }] }),
]

const EXEMPT = 'Exempt services are not asked for in the Dutch return; from memory.'

export const vatReturns: VatReturns = {
  form: {
    name: 'Aangifte omzetbelasting',
    periods: ['quarter', 'month', 'year'],
    boxes: datedValues<readonly VatBox[]>('table', 'Rubrieken', ['2019-01-01', BOXES, SOURCE]),
    result: { payable: '5g' },
    undeclared: [
      { code: 'exempt-copyright', reason: EXEMPT },
      { code: 'exempt-training', reason: EXEMPT },
    ],
  },
  salesList: {
    name: 'Opgaaf intracommunautaire prestaties (ICP)',
    periods: ['quarter', 'month', 'year'],
    serviceMark: 'dienst',
    source: 'Wet OB 1968 art. 37a',
  },
  taxPoint: {
    rule: 'invoice',
    source: 'Wet OB 1968 art. 13 and 26: the kasstelsel is for those who mostly serve private people',
    deposits: {
      rule: 'invoice',
      source: 'Wet OB 1968 art. 13(1)(a): the tax is due when the invoice is issued, that of a deposit too',
      unverified:
        'That this holds for an invoice before the service and not only its payment is from memory.',
    },
  },
}
