import { deadline, type Filing } from '@samen/core/country'

/** Netherlands: one wage return for tax and contributions, and VAT. */
export const filings: readonly Filing[] = [
  {
    code: 'aangifte-loonheffingen',
    name: 'Aangifte loonheffingen',
    authority: 'Belastingdienst',
    subjects: ['wage-tax', 'social-security', 'wage-statement'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 1, day: 'last', restDay: 'stays' },
        'AWR, art. 19; Handboek Loonheffingen 2026',
        'That the last day stays where it is on a weekend is the careful reading, not verified.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'aangifte-omzetbelasting',
    name: 'Aangifte omzetbelasting',
    authority: 'Belastingdienst',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      quarter: deadline(
        { months: 1, day: 'last', restDay: 'stays' },
        'AWR, art. 19',
        'From memory. That the last day stays where it is on a weekend is the careful reading, not verified.',
      ),
      month: deadline(
        { months: 1, day: 'last', restDay: 'stays' },
        'AWR, art. 19',
        'From memory. That the last day stays where it is on a weekend is the careful reading, not verified.',
      ),
      year: deadline(
        { months: 3, day: 'last', restDay: 'stays' },
        'AWR, art. 19',
        'From memory. That the last day stays where it is on a weekend is the careful reading, not verified.',
      ),
    },
    form: 'return',
    made: 'figures',
  },
  {
    code: 'opgaaf-icp',
    name: 'Opgaaf intracommunautaire prestaties (ICP)',
    authority: 'Belastingdienst',
    subjects: ['sales-list'],
    trigger: 'sales-list',
    deadlines: {
      quarter: deadline(
        { months: 1, day: 'last', restDay: 'stays' },
        'Wet OB 1968, art. 37a',
        'From memory. That the last day stays where it is on a weekend is the careful reading, not verified.',
      ),
      month: deadline(
        { months: 1, day: 'last', restDay: 'stays' },
        'Wet OB 1968, art. 37a',
        'From memory. That the last day stays where it is on a weekend is the careful reading, not verified.',
      ),
      year: deadline(
        { months: 1, day: 'last', restDay: 'stays' },
        'Wet OB 1968, art. 37a',
        'From memory. That the last day stays where it is on a weekend is the careful reading, not verified.',
      ),
    },
    form: 'sales-list',
    made: 'figures',
  },
]
