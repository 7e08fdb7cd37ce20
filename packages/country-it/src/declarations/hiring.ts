import type { HiringDeclaration } from '@samen/core/country'

/**
 * UniLav: the compulsory notice of a hiring, at the latest the day before it starts. Work on call is announced once more,
 * call by call (UNI-Intermittente), before each call. One notice to the Labour Ministry serves INPS and INAIL too.
 */
export const hiring: HiringDeclaration = {
  name: 'unilav',
  authority: 'inps',
  checklist: [
    {
      code: 'call-announced',
      blocking: true,
      source: 'D.Lgs. 81/2015 art. 15 c. 3: each call is announced before it',
    },
    {
      code: 'risk-assessed',
      blocking: true,
      source: 'D.Lgs. 81/2015 art. 14: no work on call where risks were not assessed',
    },
    {
      code: 'credits-declared',
      blocking: false,
      source: 'DPR 600/1973 art. 23 c. 2: the worker declares which credits to grant',
    },
  ],
  source: 'D.L. 510/1996 art. 9-bis c. 2; L. 296/2006 art. 1 c. 1180 (sheet e)',
}
