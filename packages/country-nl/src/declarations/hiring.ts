import type { HiringDeclaration } from '@samen/core/country'

/**
 * No authority is told before a job starts (the first-day notice ended in 2009), but the employer must hold the worker's
 * signed data for the wage levies and a copy of the identity document, or else withhold the anonymous rate.
 */
export const hiring: HiringDeclaration = Object.freeze({
  name: 'opgaaf-gegevens-loonheffingen',
  authority: 'belastingdienst',
  required: false,
  source: 'Wet LB art. 28 lid 1 onderdeel e and f, art. 29, art. 35d (gageverklaring of an artist); sheet e',
})
