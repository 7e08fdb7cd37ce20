import type { Declaration } from '@samen/api/client'

const dmfa: Declaration = {
  filing: 'dmfa',
  name: 'DmfA',
  authority: 'ONSS / RSZ',
  subjects: ['social-security'],
  made: 'figures',
  form: null,
  entityNo: 1,
  company: 'Samen Belgium',
  period: '2026-Q3',
  from: '2026-07-01',
  to: '2026-09-30',
  dueOn: '2026-11-02',
  source: 'Royal Decree of 28 November 1969, art. 33',
  unverified: 'From memory.',
  state: 'overdue',
  filed: [],
}

/** One of each state. */
export const declarations: Declaration[] = [
  dmfa,
  {
    ...dmfa,
    filing: 'precompte-professionnel',
    name: 'Précompte professionnel (274)',
    authority: 'SPF Finances',
    subjects: ['wage-tax'],
    period: '2026-10',
    dueOn: '2026-11-16',
    unverified: null,
    state: 'filed',
    filed: [
      {
        declarationId: 'declaration-1',
        filedOn: '2026-11-12',
        reference: '274-10',
        fileName: null,
        fileSha256: null,
        corrects: null,
        recordedBy: 'Nadia Invented',
      },
    ],
  },
  {
    ...dmfa,
    filing: 'tva',
    name: 'Déclaration périodique à la TVA',
    authority: 'Intervat',
    subjects: ['vat'],
    form: 'return',
    period: '2026-11',
    dueOn: '2026-12-21',
    unverified: null,
    state: 'coming',
  },
]
