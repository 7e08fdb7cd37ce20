import type { HiringDeclaration } from '@samen/core/country'

/** DPAE: filed with Urssaf before the start, at the earliest eight days before. */
export const dpae: HiringDeclaration = Object.freeze({
  name: 'dpae',
  authority: 'urssaf',
  earliestDaysBefore: 8,
  source: 'Code du travail L1221-10, R1221-1, R1221-4',
})
