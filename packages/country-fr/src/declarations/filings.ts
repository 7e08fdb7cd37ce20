import { deadline, type Filing } from '@samen/core/country'

/** France: one monthly DSN carries contributions and withheld tax; VAT and the services statement go their own ways. */
export const filings: readonly Filing[] = [
  {
    code: 'dsn',
    name: 'Déclaration sociale nominative (DSN)',
    authority: 'Net-entreprises',
    subjects: ['wage-tax', 'social-security', 'wage-statement'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 1, day: 15, restDay: 'next-working-day' },
        'Code de la sécurité sociale, art. R.133-14',
        'From memory: the 15th below 50 staff; an employer of 50 and more who pays within the month files by the 5th.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'ca3',
    name: 'Déclaration de TVA (CA3)',
    authority: 'Direction générale des finances publiques',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      month: deadline(
        { months: 1, day: 15, restDay: 'next-working-day' },
        'CGI ann. IV, art. 39',
        'Each company has its own day between the 15th and the 24th, on its page at impots.gouv.fr: the earliest stands here.',
      ),
      quarter: deadline(
        { months: 1, day: 15, restDay: 'next-working-day' },
        'CGI ann. IV, art. 39',
        'Each company has its own day between the 15th and the 24th, on its page at impots.gouv.fr: the earliest stands here.',
      ),
    },
    form: 'return',
    made: 'figures',
  },
  {
    code: 'des',
    name: 'Déclaration européenne de services (DES)',
    authority: 'Douane',
    subjects: ['sales-list'],
    trigger: 'sales-list',
    deadlines: {
      month: deadline(
        { months: 1, day: { workingDay: 10 }, restDay: 'next-working-day' },
        'CGI ann. III, art. 96 J et seq.',
        'From memory.',
      ),
    },
    form: 'sales-list',
    made: 'figures',
  },
]
