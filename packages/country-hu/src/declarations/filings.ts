import { deadline, type Filing } from '@samen/core/country'

/** Hungary: the monthly return to NAV, and VAT. */
export const filings: readonly Filing[] = [
  {
    code: '08',
    name: 'Havi adó- és járulékbevallás (08)',
    authority: 'NAV',
    subjects: ['wage-tax', 'social-security'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 1, day: 12, restDay: 'next-working-day' },
        'Art. (2017. évi CL. tv.) 50. §',
        'The day is from memory, and that it moves on from a weekend.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'm30',
    name: 'Éves igazolás (M30)',
    authority: 'a munkavállaló',
    subjects: ['wage-statement'],
    trigger: 'wages',
    deadlines: {
      year: deadline(
        { months: 1, day: 31, restDay: 'next-working-day' },
        'Art. (2017. évi CL. tv.)',
        'From memory.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'afa',
    name: 'Áfabevallás (65, eÁFA)',
    authority: 'NAV',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      quarter: deadline(
        { months: 1, day: 20, restDay: 'next-working-day' },
        'Art. (2017. évi CL. tv.) 2. melléklet',
        'From memory.',
      ),
      month: deadline(
        { months: 1, day: 20, restDay: 'next-working-day' },
        'Art. (2017. évi CL. tv.) 2. melléklet',
        'From memory.',
      ),
      year: deadline(
        { months: 2, day: 25, restDay: 'next-working-day' },
        'Art. (2017. évi CL. tv.) 2. melléklet',
        'From memory.',
      ),
    },
    form: 'return',
    made: 'figures',
  },
  {
    code: 'a60',
    name: 'Összesítő nyilatkozat (A60)',
    authority: 'NAV',
    subjects: ['sales-list'],
    trigger: 'sales-list',
    deadlines: {
      quarter: deadline(
        { months: 1, day: 20, restDay: 'next-working-day' },
        'Art. (2017. évi CL. tv.) 2. melléklet',
        'From memory.',
      ),
      month: deadline(
        { months: 1, day: 20, restDay: 'next-working-day' },
        'Art. (2017. évi CL. tv.) 2. melléklet',
        'From memory.',
      ),
    },
    form: 'sales-list',
    made: 'figures',
  },
]
