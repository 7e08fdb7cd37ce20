import { bases, datedValues, taxes, type VatBox, type VatReturns } from '@samen/core/country'

const SOURCE = 'UStG § 21 (1); U30 07_2026 (sheet: FON for the fields)'

const box = (code: string, de: string, rest: Omit<VatBox, 'code' | 'title' | 'source'>): VatBox => ({
  code,
  title: { de },
  source: SOURCE,
  ...rest,
})

const taxed = (code: string, rate: string): VatBox[] => [
  box(`KZ ${code}`, `Zu versteuern mit ${rate} %`, { takes: [bases({ categories: ['S'], rates: [rate] })] }),
  box(`USt ${code}`, `Umsatzsteuer auf KZ ${code}`, { takes: [taxes({ categories: ['S'], rates: [rate] })] }),
]
const RATES = [
  ['022', '20'],
  ['029', '10'],
  ['006', '13'],
  ['037', '19'],
] as const

const BOXES: readonly VatBox[] = [
  box('KZ 000', 'Gesamtbetrag der Bemessungsgrundlagen für Lieferungen und sonstige Leistungen', {
    takes: [bases({ categories: ['S', 'E'] })],
  }),
  box('KZ 020', 'Übrige steuerfreie Umsätze ohne Vorsteuerabzug', {
    takes: [bases({ categories: ['E'] })],
    unverified: 'The meaning of the field is from memory.',
  }),
  ...RATES.flatMap(([code, rate]) => taxed(code, rate)),
  box('KZ 060', 'Gesamtbetrag der Vorsteuern', {
    takes: [taxes({ documents: ['purchase', 'purchase-credit'] })],
  }),
  box('KZ 095', 'Vorauszahlung oder Überschuss', {
    sum: [...RATES.map(([code]) => ({ box: `USt ${code}` })), { box: 'KZ 060', minus: true as const }],
  }),
]

const ELSEWHERE = 'Services whose place is not in Austria (§ 3a) do not belong to the U30; from memory.'

export const vatReturns: VatReturns = {
  form: {
    name: 'Umsatzsteuervoranmeldung U 30',
    periods: ['month', 'quarter'],
    boxes: datedValues<readonly VatBox[]>('table', 'Fields of the U30', ['2016-01-01', BOXES, SOURCE]),
    result: { payable: 'KZ 095' },
    undeclared: [
      { code: 'reverse-charge', reason: ELSEWHERE },
      { code: 'outside-scope', reason: ELSEWHERE },
    ],
  },
  salesList: {
    name: 'Zusammenfassende Meldung (U 13)',
    periods: ['month', 'quarter'],
    serviceMark: 'SOLEI',
    source: 'UStG Art. 21 (3); schema ZM (sheet: SOLEI)',
  },
  taxPoint: {
    rule: 'invoice',
    source:
      'UStG § 17 (1), (2): Ist-Besteuerung is for professions and those who keep no books, not for a cooperative',
  },
}
