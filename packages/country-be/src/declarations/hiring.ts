import type { HiringDeclaration } from '@samen/core/country'

const STUDENTS =
  'Act of 3 July 1978, art. 120-130; NSSO instructions, « Étudiants »; socialsecurity.be, Dimona'
const FLEXI = 'Act of 16 November 2015, art. 3-5; programme act of 22 December 2023'
const AMATEURS = 'Act of 16 December 2022; workinginthearts.be, questions of principals'

/**
 * Dimona IN: at the latest when the work starts; it may be filed any time before. The questions belong to the special
 * schemes: those of another scheme than the engagement's do not arise. An amateur-arts allowance has no Dimona; what is
 * recorded for it is its declaration in Working in the Arts.
 */
export const hiring: HiringDeclaration = {
  name: 'dimona',
  authority: 'onss',
  checklist: [
    { code: 'student-contract', blocking: true, source: STUDENTS },
    { code: 'student-dimona', blocking: false, source: STUDENTS },
    { code: 'student-hours', blocking: false, source: STUDENTS },
    { code: 'student-lessons', blocking: false, source: STUDENTS },
    { code: 'flexi-main-job', blocking: true, source: FLEXI },
    {
      code: 'flexi-reduced-hours',
      blocking: true,
      source: `${FLEXI}; wolterskluwer.com, expansion-flexi-jobs`,
    },
    { code: 'flexi-other-contract', blocking: true, source: FLEXI },
    {
      code: 'flexi-sector',
      blocking: true,
      // An extension to all sectors was put off beyond 1 April 2026; whether it came since was not found.
      source: `${FLEXI}; acerta.be, nouveautés dans le champ d’application; paycover.be, report de la date de lancement`,
    },
    { code: 'flexi-agreement', blocking: true, source: FLEXI },
    { code: 'flexi-dimona', blocking: true, source: `${FLEXI}; partena-professional.be, Flexijobs – dimona` },
    { code: 'amateur-work', blocking: true, source: AMATEURS },
    { code: 'amateur-declared', blocking: true, source: AMATEURS },
    { code: 'amateur-days', blocking: true, source: AMATEURS },
    { code: 'amateur-associations', blocking: true, source: `${AMATEURS}; defederatie.org` },
  ],
  source:
    'Royal Decree of 5 November 2002 introducing the immediate declaration of employment, art. 4; sheet e',
}
