import { deadline, type Filing } from '@samen/core/country'

/** Germany: health funds, tax office, Elster. */
export const filings: readonly Filing[] = [
  {
    code: 'lohnsteuer-anmeldung',
    name: 'Lohnsteuer-Anmeldung',
    authority: 'Finanzamt (ELSTER)',
    subjects: ['wage-tax'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 1, day: 10, restDay: 'next-working-day' },
        'EStG § 41a Abs. 1; AO § 108 Abs. 3',
      ),
      quarter: deadline(
        { months: 1, day: 10, restDay: 'next-working-day' },
        'EStG § 41a Abs. 2; AO § 108 Abs. 3',
      ),
    },
    made: 'figures',
  },
  {
    code: 'beitragsnachweis',
    name: 'Beitragsnachweis',
    authority: 'Krankenkassen',
    subjects: ['social-security'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 0, day: { workingDay: -6 }, restDay: 'next-working-day', closedOn: ['12-24', '12-31'] },
        'SGB IV § 28f Abs. 3, § 23 Abs. 1',
        'Stands for the day before the fund must hold it, at midnight; whether a holiday of the Land counts goes by the seat of the fund.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'lohnsteuerbescheinigung',
    name: 'Elektronische Lohnsteuerbescheinigung',
    authority: 'Finanzamt (ELSTER)',
    subjects: ['wage-statement'],
    trigger: 'wages',
    deadlines: {
      year: deadline(
        { months: 2, day: 'last', restDay: 'next-working-day' },
        'EStG § 41b Abs. 1; AO § 93c',
        'From memory.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'jahresmeldung',
    name: 'DEÜV-Jahresmeldung',
    authority: 'Krankenkassen',
    subjects: ['wage-statement'],
    trigger: 'wages',
    deadlines: {
      year: deadline(
        { months: 2, day: 15, restDay: 'stays' },
        'DEÜV § 10',
        'That it does not move on from a weekend is from memory.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'lohnnachweis',
    name: 'Lohnnachweis digital',
    authority: 'Verwaltungs-Berufsgenossenschaft (VBG)',
    subjects: ['payroll-levy'],
    trigger: 'wages',
    deadlines: {
      year: deadline(
        { months: 2, day: 16, restDay: 'stays' },
        'SGB VII § 165 Abs. 1',
        'That it does not move on from a weekend is from memory.',
      ),
    },
    made: 'by-hand',
  },
  {
    code: 'ust-voranmeldung',
    name: 'Umsatzsteuer-Voranmeldung',
    authority: 'Finanzamt (ELSTER)',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      month: deadline(
        { months: 1, day: 10, restDay: 'next-working-day' },
        'UStG § 18 Abs. 1; AO § 108 Abs. 3',
      ),
      quarter: deadline(
        { months: 1, day: 10, restDay: 'next-working-day' },
        'UStG § 18 Abs. 1; AO § 108 Abs. 3',
      ),
    },
    form: 'return',
    made: 'figures',
  },
  {
    code: 'ust-erklaerung',
    name: 'Umsatzsteuererklärung',
    authority: 'Finanzamt (ELSTER)',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      year: deadline(
        { months: 7, day: 31, restDay: 'next-working-day' },
        'AO § 149 Abs. 2',
        'From memory; later with a tax adviser.',
      ),
    },
    made: 'by-hand',
  },
  {
    code: 'zm',
    name: 'Zusammenfassende Meldung',
    authority: 'Bundeszentralamt für Steuern',
    subjects: ['sales-list'],
    trigger: 'sales-list',
    deadlines: {
      quarter: deadline(
        { months: 1, day: 25, restDay: 'next-working-day' },
        'UStG § 18a Abs. 2; AO § 108 Abs. 3',
      ),
    },
    form: 'sales-list',
    made: 'figures',
  },
]
