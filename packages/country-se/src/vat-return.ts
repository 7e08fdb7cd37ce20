import { bases, datedValues, taxes, type VatBox, type VatReturns } from '@samen/core/country'

const SOURCE = 'Skatteförfarandelagen 26 kap.; SKV 4700 (sheet: boxes of the eSKD file)'
/** Whole kronor, the öre cut (SFF 22:1). */
const KRONA = { unit: 100n, rounding: 'down' } as const

const box = (code: string, sv: string, rest: Omit<VatBox, 'code' | 'title' | 'source' | 'step'>): VatBox => ({
  code,
  title: { sv },
  source: SOURCE,
  step: KRONA,
  ...rest,
})

const BOXES: readonly VatBox[] = [
  box('05', 'Momspliktig försäljning', { takes: [bases({ categories: ['S'] })] }),
  box('10', 'Utgående moms 25 %', { takes: [taxes({ categories: ['S'], rates: ['25'] })] }),
  box('11', 'Utgående moms 12 %', { takes: [taxes({ categories: ['S'], rates: ['12'] })] }),
  box('12', 'Utgående moms 6 %', { takes: [taxes({ categories: ['S'], rates: ['6'] })] }),
  box('39', 'Försäljning av tjänster när köparen är skattskyldig i annat EU-land', {
    takes: [bases({ categories: ['AE'] })],
  }),
  box('40', 'Övrig försäljning av tjänster omsatta utomlands', { takes: [bases({ categories: ['O'] })] }),
  box('42', 'Övrig försäljning m.m.', { takes: [bases({ categories: ['E'] })] }),
  box('48', 'Ingående moms att dra av', { takes: [taxes({ documents: ['purchase', 'purchase-credit'] })] }),
  box('49', 'Moms att betala eller få tillbaka', {
    sum: [...['10', '11', '12'].map((one) => ({ box: one })), { box: '48', minus: true as const }],
  }),
]

export const vatReturns: VatReturns = {
  form: {
    name: 'Momsdeklaration (SKV 4700)',
    periods: ['month', 'quarter', 'year'],
    boxes: datedValues<readonly VatBox[]>('table', 'Rutor', ['2023-07-01', BOXES, SOURCE]),
    result: { payable: '49' },
  },
  salesList: {
    name: 'Periodisk sammanställning (SKV 5740)',
    periods: ['quarter', 'month'],
    serviceMark: 'tjänster',
    source: 'Skatteförfarandelagen 35 kap.',
  },
  taxPoint: {
    rule: 'invoice',
    source: 'Mervärdesskattelagen (2023:200) 7 kap.: faktureringsmetoden',
    choice: {
      latest: 'same-year-end',
      // Amounts of parameters are minor units: öre.
      turnoverMax: 300_000_000n,
      source:
        'Mervärdesskattelagen (2023:200) 7 kap.: bokslutsmetoden; what is unpaid at the year’s end is due then',
      unverified:
        'The limit of three million kronor is from memory; a fiscal year other than the calendar’s is not known here.',
    },
  },
}
