import { bases, datedValues, taxes, type VatBox, type VatReturns } from '@samen/core/country'

const SOURCE = 'Áfa tv. 184. §; form 65, sheet A'
const MEMORY = 'The number of the line is from memory; the guide to the form was not read.'
/** Thousands of forints. */
const THOUSAND = { unit: 100_000n, rounding: 'half-up' } as const

const box = (code: string, hu: string, rest: Omit<VatBox, 'code' | 'title' | 'source' | 'step'>): VatBox => ({
  code,
  title: { hu },
  source: SOURCE,
  step: THOUSAND,
  ...rest,
})

const taxed = (line: string, rate: string): VatBox[] => [
  box(`${line} b`, `${rate} %-os adómérték: az adó alapja`, {
    takes: [bases({ categories: ['S'], rates: [rate] })],
    unverified: MEMORY,
  }),
  box(`${line} c`, `${rate} %-os adómérték: a fizetendő adó`, {
    takes: [taxes({ categories: ['S'], rates: [rate] })],
    unverified: MEMORY,
  }),
]

const BOXES: readonly VatBox[] = [
  box('04 b', 'Közérdekű vagy egyéb sajátos jellegre tekintettel adómentes', {
    takes: [bases({ categories: ['E'] })],
    unverified: MEMORY,
  }),
  ...taxed('05', '5'),
  ...taxed('06', '18'),
  ...taxed('07', '27'),
  box('36 c', 'Fizetendő adó összesen', {
    sum: ['05 c', '06 c', '07 c'].map((one) => ({ box: one })),
    unverified: MEMORY,
  }),
  box('76 c', 'Levonható előzetesen felszámított adó összesen', {
    takes: [taxes({ documents: ['purchase', 'purchase-credit'] })],
    unverified: MEMORY,
  }),
  box('83 c', 'Az adóidőszakban keletkezett fizetendő vagy visszaigényelhető adó', {
    sum: [{ box: '36 c' }, { box: '76 c', minus: true }],
    unverified: MEMORY,
  }),
  box('92 b', 'Más tagállam adóalanyának nyújtott szolgáltatás (37. §)', {
    takes: [bases({ categories: ['AE'] })],
    unverified: MEMORY,
  }),
  box('94 b', 'Az Áfa tv. területi hatályán kívül teljesített egyéb ügylet', {
    takes: [bases({ categories: ['O'] })],
    unverified: MEMORY,
  }),
]

export const vatReturns: VatReturns = {
  form: {
    name: 'Általános forgalmi adó bevallás (65)',
    periods: ['quarter', 'month', 'year'],
    boxes: datedValues<readonly VatBox[]>('table', 'Lines of form 65', ['2018-01-01', BOXES, SOURCE, MEMORY]),
    result: { payable: '83 c' },
  },
  salesList: {
    name: 'Összesítő nyilatkozat (A60)',
    periods: ['quarter', 'month'],
    serviceMark: 'szolgáltatás',
    source: 'Art. (2017. évi CL.) 2. melléklet',
    unverified: 'The periods are from memory.',
  },
  taxPoint: {
    rule: 'invoice',
    source: 'Áfa tv. 55. §, 58. §',
    choice: {
      latest: 'never',
      // Minor units: 125 million forints.
      turnoverMax: 12_500_000_000n,
      mention: 'penzforgalmi-elszamolas',
      source: 'Áfa tv. XIII/A. fejezet: pénzforgalmi elszámolás',
      unverified: 'The limit of 125 million forints, and that the invoice says so, are from memory.',
    },
  },
}
