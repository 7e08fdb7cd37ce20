import { deadline, type Filing } from '@samen/core/country'

/** Belgium: DmfA, wage tax, Belcotax and Intervat. */
export const filings: readonly Filing[] = [
  {
    code: 'precompte-professionnel',
    name: 'Précompte professionnel / Bedrijfsvoorheffing (274)',
    authority: 'SPF Finances / FOD Financiën',
    subjects: ['wage-tax'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 1, day: 15, restDay: 'next-working-day' },
        'AR/CIR 92, art. 90',
        'The day is from memory, and that it moves on from a weekend; the December advance of large payers is not listed.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'dmfa',
    name: 'DmfA',
    authority: 'ONSS / RSZ',
    subjects: ['social-security'],
    trigger: 'wages',
    deadlines: {
      quarter: deadline(
        { months: 1, day: 'last', restDay: 'next-working-day' },
        'Royal Decree of 28 November 1969, art. 33',
        'From memory; the monthly advances of the 5th are payments and stand elsewhere.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'belcotax',
    name: 'Belcotax (281.10)',
    authority: 'SPF Finances / FOD Financiën',
    subjects: ['wage-statement'],
    trigger: 'wages',
    deadlines: {
      year: deadline(
        { months: 2, day: 'last', restDay: 'next-working-day' },
        'AR/CIR 92, art. 92',
        'From memory.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'tva',
    name: 'Déclaration périodique à la TVA / Periodieke btw-aangifte',
    authority: 'Intervat',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      month: deadline(
        { months: 1, day: 20, restDay: 'next-working-day' },
        'VAT Code, art. 53 § 1',
        'From memory.',
      ),
      quarter: deadline(
        { months: 1, day: 25, restDay: 'next-working-day' },
        'VAT Code, art. 53 § 1, since 2025',
        'From memory.',
      ),
    },
    form: 'return',
    made: 'figures',
  },
  {
    code: 'releve-intracommunautaire',
    name: 'Relevé intracommunautaire / Intracommunautaire opgave (723)',
    authority: 'Intervat',
    subjects: ['sales-list'],
    trigger: 'sales-list',
    deadlines: {
      month: deadline(
        { months: 1, day: 20, restDay: 'next-working-day' },
        'VAT Code, art. 53sexies',
        'From memory.',
      ),
      quarter: deadline(
        { months: 1, day: 25, restDay: 'next-working-day' },
        'VAT Code, art. 53sexies',
        'From memory.',
      ),
    },
    form: 'sales-list',
    made: 'figures',
  },
  {
    code: 'listing-clients',
    name: 'Liste des clients assujettis / Klantenlisting',
    authority: 'Intervat',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      year: deadline(
        { months: 3, day: 'last', restDay: 'next-working-day' },
        'VAT Code, art. 53quinquies',
        'From memory.',
      ),
    },
    made: 'by-hand',
  },
]
