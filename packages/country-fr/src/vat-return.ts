import { bases, datedValues, taxes, type VatBox, type VatReturns } from '@samen/core/country'

const SOURCE = 'CGI 287; form 3310-CA3-SD'
const EURO = { unit: 100n, rounding: 'half-up' } as const
/** A debt that is lost is deducted on line 21; it does not lower the sales. */
const SALES = ['invoice', 'credit-note'] as const

const box = (code: string, fr: string, rest: Omit<VatBox, 'code' | 'title' | 'source' | 'step'>): VatBox => ({
  code,
  title: { fr },
  source: SOURCE,
  step: EURO,
  ...rest,
})

const taxed = (line: string, rate: string, percent: string): VatBox[] => [
  box(line, `Taux ${percent} : base hors taxe`, {
    takes: [bases({ documents: SALES, categories: ['S'], rates: [rate] })],
  }),
  box(`${line} TVA`, `Taux ${percent} : taxe due`, {
    takes: [taxes({ documents: SALES, categories: ['S'], rates: [rate] })],
  }),
]
const LINES = ['08', '09', '9B', '10', '11']

const BOXES: readonly VatBox[] = [
  box('A1', 'Ventes, prestations de services', { takes: [bases({ documents: SALES, categories: ['S'] })] }),
  box('E2', 'Autres opérations non imposables', {
    takes: [bases({ documents: SALES, categories: ['E', 'AE', 'O'] })],
    unverified: 'That services taxed at the client’s place in the Union stand here is from memory.',
  }),
  ...taxed('08', '20', '20 %'),
  ...taxed('09', '5.5', '5,5 %'),
  ...taxed('9B', '10', '10 %'),
  ...taxed('10', '8.5', '8,5 % (départements d’outre-mer)'),
  ...taxed('11', '2.1', '2,1 % (départements d’outre-mer)'),
  box('16', 'Total de la TVA brute due', { sum: LINES.map((line) => ({ box: `${line} TVA` })) }),
  box('20', 'TVA déductible : autres biens et services', {
    takes: [taxes({ documents: ['purchase', 'purchase-credit'] })],
    unverified: 'VAT on fixed assets (line 19) is not told apart and stands here.',
  }),
  box('21', 'Autre TVA à déduire', { takes: [taxes({ documents: ['relief'], minus: true })] }),
  box('23', 'Total TVA déductible', { sum: [{ box: '20' }, { box: '21' }] }),
  box('25', 'Crédit de TVA', { sum: [{ box: '16' }, { box: '23', minus: true }], keep: 'below-zero' }),
  box('28', 'TVA nette due', { sum: [{ box: '16' }, { box: '23', minus: true }], keep: 'above-zero' }),
]

export const vatReturns: VatReturns = {
  form: {
    name: 'Déclaration de TVA 3310-CA3',
    periods: ['month', 'quarter'],
    boxes: datedValues<readonly VatBox[]>('table', 'Lines of the CA3', ['2022-01-01', BOXES, SOURCE]),
    result: { payable: '28', credit: '25' },
  },
  salesList: {
    name: 'Déclaration européenne de services (DES)',
    periods: ['month'],
    serviceMark: 'DES',
    source: 'CGI 289 B III',
  },
  taxPoint: {
    rule: 'payment',
    source: 'CGI 269-2 c: services, when the price is received',
    choice: {
      latest: 'never',
      mention: 'option-debits',
      source:
        'CGI 269-2 c: option for debits, the day of the invoice; CGI ann. II 242 nonies A I 16°: said on it',
      unverified: 'That the invoice must say so, and where that is written, is from memory.',
    },
  },
}
