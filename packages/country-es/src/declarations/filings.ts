import { deadline, type Filing } from '@samen/core/country'

/** Spain: the social-security treasury and the tax agency. */
export const filings: readonly Filing[] = [
  {
    code: 'modelo-111',
    name: 'Modelo 111: retenciones',
    authority: 'Agencia Tributaria',
    subjects: ['wage-tax'],
    trigger: 'wages',
    deadlines: {
      quarter: deadline(
        { months: 1, day: 20, restDay: 'next-working-day' },
        'RIRPF, art. 108; LGT (Ley 58/2003) and Ley 39/2015, art. 30.5',
      ),
      month: deadline(
        { months: 1, day: 20, restDay: 'next-working-day' },
        'RIRPF, art. 108; LGT (Ley 58/2003) and Ley 39/2015, art. 30.5',
      ),
    },
    made: 'figures',
  },
  {
    code: 'liquidacion',
    name: 'Liquidación directa (RLC, RNT)',
    authority: 'Tesorería General de la Seguridad Social',
    subjects: ['social-security'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 1, day: 'last', restDay: 'working-day-before' },
        'LGSS, art. 29; RD 1415/2004, art. 56',
        'The request closes a day before the last one; that the day before a weekend is meant is the careful reading.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'modelo-190',
    name: 'Modelo 190: resumen anual',
    authority: 'Agencia Tributaria',
    subjects: ['wage-statement'],
    trigger: 'wages',
    deadlines: {
      year: deadline(
        { months: 1, day: 'last', restDay: 'next-working-day' },
        'RIRPF, art. 108',
        'From memory.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'modelo-303',
    name: 'Modelo 303: IVA',
    authority: 'Agencia Tributaria',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      quarter: deadline(
        { months: 1, day: 20, inMonth: { 1: 30 }, restDay: 'next-working-day' },
        'RIVA, art. 71',
        'From memory.',
      ),
      month: deadline(
        { months: 1, day: 30, restDay: 'next-working-day' },
        'RIVA, art. 71',
        'From memory: the 30th, or the last day of February.',
      ),
    },
    form: 'return',
    made: 'figures',
  },
  {
    code: 'modelo-390',
    name: 'Modelo 390: resumen anual del IVA',
    authority: 'Agencia Tributaria',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      year: deadline({ months: 1, day: 30, restDay: 'next-working-day' }, 'RIVA, art. 71.7', 'From memory.'),
    },
    made: 'by-hand',
  },
  {
    code: 'modelo-349',
    name: 'Modelo 349: operaciones intracomunitarias',
    authority: 'Agencia Tributaria',
    subjects: ['sales-list'],
    trigger: 'sales-list',
    deadlines: {
      quarter: deadline(
        { months: 1, day: 20, inMonth: { 1: 30 }, restDay: 'next-working-day' },
        'RIVA, art. 81',
        'From memory.',
      ),
      month: deadline(
        { months: 1, day: 20, inMonth: { 1: 30 }, restDay: 'next-working-day' },
        'RIVA, art. 81',
        'From memory.',
      ),
    },
    form: 'sales-list',
    made: 'figures',
  },
]
