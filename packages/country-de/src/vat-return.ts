import { bases, datedValues, euro, percent, taxes, type VatBox, type VatReturns } from '@samen/core/country'

const SOURCE = 'UStG § 18 (1); form USt 1 A (sheet: GL, the fields Kz 81, 86, 21, 66, 83)'
/** Bases are whole euros, the cents cut; the form works the tax out from them. */
const EURO = { unit: 100n, rounding: 'down' } as const
const CENT = { unit: 1n, rounding: 'down' } as const

const box = (code: string, de: string, rest: Omit<VatBox, 'code' | 'title' | 'source'>): VatBox => ({
  code,
  title: { de },
  source: SOURCE,
  ...rest,
})

const BOXES: readonly VatBox[] = [
  box('Kz 81', 'Steuerpflichtige Umsätze zum Steuersatz von 19 %', {
    takes: [bases({ categories: ['S'], rates: ['19'] })],
    step: EURO,
  }),
  box('Steuer zu 81', 'Steuer auf Kz 81', { sum: [{ box: 'Kz 81', times: percent('19') }], step: CENT }),
  box('Kz 86', 'Steuerpflichtige Umsätze zum Steuersatz von 7 %', {
    takes: [bases({ categories: ['S'], rates: ['7'] })],
    step: EURO,
  }),
  box('Steuer zu 86', 'Steuer auf Kz 86', { sum: [{ box: 'Kz 86', times: percent('7') }], step: CENT }),
  box('Kz 48', 'Steuerfreie Umsätze ohne Vorsteuerabzug', {
    takes: [bases({ categories: ['E'] })],
    step: EURO,
    unverified: 'The number of the field is from memory.',
  }),
  box('Kz 21', 'Nicht steuerbare sonstige Leistungen gemäß § 18b Satz 1 Nr. 2 UStG', {
    takes: [bases({ categories: ['AE'] })],
    step: EURO,
  }),
  box('Kz 45', 'Übrige nicht steuerbare Umsätze (Leistungsort nicht im Inland)', {
    takes: [bases({ categories: ['O'] })],
    step: EURO,
    unverified: 'The number of the field is from memory.',
  }),
  box('Kz 66', 'Vorsteuerbeträge aus Rechnungen von anderen Unternehmern', {
    takes: [taxes({ documents: ['purchase', 'purchase-credit'] })],
  }),
  box('Kz 83', 'Verbleibende Umsatzsteuer-Vorauszahlung', {
    sum: [{ box: 'Steuer zu 81' }, { box: 'Steuer zu 86' }, { box: 'Kz 66', minus: true }],
  }),
]

export const vatReturns: VatReturns = {
  form: {
    name: 'Umsatzsteuer-Voranmeldung',
    periods: ['month', 'quarter'],
    boxes: datedValues<readonly VatBox[]>('table', 'Fields of the UStVA', ['2021-01-01', BOXES, SOURCE]),
    result: { payable: 'Kz 83' },
  },
  salesList: {
    name: 'Zusammenfassende Meldung',
    periods: ['quarter'],
    serviceMark: '1',
    source: 'UStG § 18a (2): services by the quarter',
    unverified: 'The mark for services is from memory.',
  },
  taxPoint: {
    rule: 'invoice',
    source: 'UStG § 13 (1) no. 1a, § 16 (1)',
    choice: {
      latest: 'never',
      turnoverMax: euro('800000'),
      source: 'UStG § 20 no. 1: Ist-Versteuerung, on application',
      unverified: 'The limit of 800,000 euro since 2024 is from memory.',
    },
  },
}
