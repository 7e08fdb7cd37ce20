import { deadline, type Filing } from '@samen/core/country'

/** Austria: ÖGK, tax office, municipality, FinanzOnline. */
export const filings: readonly Filing[] = [
  {
    code: 'lohnabgaben',
    name: 'Lohnsteuer, Dienstgeberbeitrag und Zuschlag (Selbstbemessung)',
    authority: 'Finanzamt Österreich',
    subjects: ['wage-tax', 'payroll-levy'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 1, day: 15, restDay: 'next-working-day', closedOn: ['12-24'] },
        'EStG 1988 § 79 Abs. 1; FLAG § 43; BAO § 108 Abs. 3',
      ),
    },
    made: 'figures',
  },
  {
    code: 'mbgm',
    name: 'Monatliche Beitragsgrundlagenmeldung (mBGM)',
    authority: 'Österreichische Gesundheitskasse (ELDA)',
    subjects: ['social-security'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 1, day: 15, restDay: 'next-working-day', closedOn: ['12-24'] },
        'ASVG § 34 Abs. 2',
        'That it moves on from a weekend is from memory.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'kommunalsteuer',
    name: 'Kommunalsteuer',
    authority: 'Gemeinde',
    subjects: ['payroll-levy'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 1, day: 15, restDay: 'next-working-day', closedOn: ['12-24'] },
        'KommStG § 11 Abs. 2; BAO § 108 Abs. 3',
      ),
    },
    made: 'figures',
  },
  {
    code: 'kommunalsteuererklaerung',
    name: 'Kommunalsteuererklärung',
    authority: 'Gemeinde (FinanzOnline)',
    subjects: ['payroll-levy'],
    trigger: 'wages',
    deadlines: {
      year: deadline(
        { months: 3, day: 31, restDay: 'next-working-day', closedOn: ['12-24'] },
        'KommStG § 11 Abs. 4',
        'From memory.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'l16',
    name: 'Lohnzettel (L16)',
    authority: 'Finanzamt Österreich (ELDA)',
    subjects: ['wage-statement'],
    trigger: 'wages',
    deadlines: {
      year: deadline(
        { months: 2, day: 'last', restDay: 'next-working-day', closedOn: ['12-24'] },
        'EStG 1988 § 84 Abs. 1',
        'That it moves on from a weekend is from memory.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'u30',
    name: 'Umsatzsteuervoranmeldung (U30)',
    authority: 'FinanzOnline',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      month: deadline(
        { months: 2, day: 15, restDay: 'next-working-day', closedOn: ['12-24'] },
        'UStG 1994 § 21 Abs. 1',
        'From memory.',
      ),
      quarter: deadline(
        { months: 2, day: 15, restDay: 'next-working-day', closedOn: ['12-24'] },
        'UStG 1994 § 21 Abs. 1',
        'From memory.',
      ),
    },
    form: 'return',
    made: 'figures',
  },
  {
    code: 'u1',
    name: 'Umsatzsteuererklärung (U1)',
    authority: 'FinanzOnline',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      year: deadline(
        { months: 6, day: 30, restDay: 'next-working-day', closedOn: ['12-24'] },
        'BAO § 134 Abs. 1',
      ),
    },
    made: 'by-hand',
  },
  {
    code: 'zm',
    name: 'Zusammenfassende Meldung',
    authority: 'FinanzOnline',
    subjects: ['sales-list'],
    trigger: 'sales-list',
    deadlines: {
      month: deadline(
        { months: 1, day: 'last', restDay: 'next-working-day', closedOn: ['12-24'] },
        'UStG 1994 Art. 21 Abs. 3',
        'From memory.',
      ),
      quarter: deadline(
        { months: 1, day: 'last', restDay: 'next-working-day', closedOn: ['12-24'] },
        'UStG 1994 Art. 21 Abs. 3',
        'From memory.',
      ),
    },
    form: 'sales-list',
    made: 'figures',
  },
]
