import { deadline, type Filing } from '@samen/core/country'

/** Italy: F24, UniEmens, certificates of the year, VAT. */
export const filings: readonly Filing[] = [
  {
    code: 'f24',
    name: 'F24: ritenute e contributi',
    authority: 'Agenzia delle Entrate',
    subjects: ['wage-tax'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 1, day: 16, inMonth: { 8: 20 }, restDay: 'next-working-day' },
        'D.lgs. 241/1997, art. 18; DL 70/2011, art. 7 c. 2 lett. l',
        'The pause of August (DL 223/2006, art. 37 c. 11-bis) is from memory.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'uniemens',
    name: 'UniEmens',
    authority: 'INPS',
    subjects: ['social-security'],
    trigger: 'wages',
    deadlines: {
      month: deadline(
        { months: 1, day: 'last', restDay: 'next-working-day' },
        'DL 269/2003, art. 44 c. 9',
        'That it moves on from a weekend is from memory.',
      ),
    },
    made: 'figures',
  },
  {
    code: 'certificazione-unica',
    name: 'Certificazione Unica',
    authority: 'Agenzia delle Entrate',
    subjects: ['wage-statement'],
    trigger: 'wages',
    deadlines: {
      year: deadline(
        { months: 3, day: 16, restDay: 'next-working-day' },
        'DPR 322/1998, art. 4; DL 70/2011, art. 7 c. 2 lett. l',
      ),
    },
    made: 'figures',
  },
  {
    code: 'modello-770',
    name: 'Modello 770',
    authority: 'Agenzia delle Entrate',
    subjects: ['wage-statement'],
    trigger: 'wages',
    deadlines: {
      year: deadline(
        { months: 10, day: 31, restDay: 'next-working-day' },
        'DPR 322/1998, art. 4; DL 70/2011, art. 7 c. 2 lett. l',
      ),
    },
    made: 'by-hand',
  },
  {
    code: 'autoliquidazione',
    name: 'Autoliquidazione INAIL: dichiarazione delle retribuzioni',
    authority: 'INAIL',
    subjects: ['payroll-levy'],
    trigger: 'wages',
    deadlines: {
      year: deadline(
        { months: 2, day: 'last', restDay: 'next-working-day' },
        'DPR 1124/1965, art. 28',
        'That it moves on from a weekend is from memory.',
      ),
    },
    made: 'by-hand',
  },
  {
    code: 'lipe',
    name: 'Liquidazioni periodiche IVA (LIPE)',
    authority: 'Agenzia delle Entrate',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      quarter: deadline(
        { months: 2, day: 'last', restDay: 'next-working-day' },
        'DL 78/2010, art. 21-bis',
        'From memory: the law lets the second quarter wait until 30 September.',
      ),
    },
    form: 'return',
    made: 'figures',
  },
  {
    code: 'dichiarazione-iva',
    name: 'Dichiarazione IVA annuale',
    authority: 'Agenzia delle Entrate',
    subjects: ['vat'],
    trigger: 'vat',
    deadlines: {
      year: deadline(
        { months: 4, day: 30, restDay: 'next-working-day' },
        'DPR 322/1998, art. 8; DL 70/2011, art. 7 c. 2 lett. l',
      ),
    },
    made: 'by-hand',
  },
  {
    code: 'intrastat',
    name: 'Elenchi riepilogativi INTRASTAT',
    authority: 'Agenzia delle Dogane',
    subjects: ['sales-list'],
    trigger: 'sales-list',
    deadlines: {
      quarter: deadline(
        { months: 1, day: 25, restDay: 'next-working-day' },
        'DL 331/1993, art. 50',
        'From memory.',
      ),
      month: deadline(
        { months: 1, day: 25, restDay: 'next-working-day' },
        'DL 331/1993, art. 50',
        'From memory.',
      ),
    },
    form: 'sales-list',
    made: 'figures',
  },
]
