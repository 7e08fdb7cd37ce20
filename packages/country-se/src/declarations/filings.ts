import { deadline, type Filing } from '@samen/core/country'

/** Sweden: one declaration per month for each employee, and VAT. */
export const filings: readonly Filing[] = [
  {
    code: 'agi',
    name: 'Arbetsgivardeklaration på individnivå (AGI)',
    authority: 'Skatteverket',
    subjects: ['wage-tax', 'social-security', 'wage-statement'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 1, day: 12, inMonth: { 1: 17, 8: 17 }, restDay: 'next-working-day' },
        'Skatteförfarandelagen (2011:1244) 26 kap. 26 §; lag (1930:173)',
        'The 12th, or the 17th in January and August, below 40 million kronor: the months of the 17th are from memory.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'momsdeklaration',
    name: 'Momsdeklaration',
    authority: 'Skatteverket',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      month: deadline(
        { months: 2, day: 12, inMonth: { 1: 17, 8: 17 }, restDay: 'next-working-day' },
        'Skatteförfarandelagen (2011:1244) 26 kap. 30 §',
        'From memory: the 12th of the second month after, up to 40 million kronor.',
      ),
      quarter: deadline(
        { months: 2, day: 12, inMonth: { 8: 17 }, restDay: 'next-working-day' },
        'Skatteförfarandelagen (2011:1244) 26 kap. 30 §',
        'From memory: the 12th of the second month after.',
      ),
      year: deadline(
        { months: 2, day: 26, restDay: 'next-working-day' },
        'Skatteförfarandelagen (2011:1244) 26 kap. 33 §',
        'From memory: the day of an enterprise that trades within the Union.',
      ),
    },
    form: 'return',
    made: 'figures',
  },
  {
    code: 'periodisk-sammanstallning',
    name: 'Periodisk sammanställning',
    authority: 'Skatteverket',
    subjects: ['sales-list'],
    trigger: 'sales-list',
    deadlines: {
      quarter: deadline(
        { months: 1, day: 25, restDay: 'next-working-day' },
        'Skatteförfarandelagen (2011:1244) 35 kap.',
        'From memory: the 25th where it is filed electronically.',
      ),
      month: deadline(
        { months: 1, day: 25, restDay: 'next-working-day' },
        'Skatteförfarandelagen (2011:1244) 35 kap.',
        'From memory: the 25th where it is filed electronically.',
      ),
    },
    form: 'sales-list',
    made: 'figures',
  },
]
