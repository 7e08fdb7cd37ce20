import type { HiringDeclaration } from '@samen/core/country'

/** Alta in the social security (Sistema RED): before the work starts, at most 60 days ahead. */
export const hiring: HiringDeclaration = {
  name: 'alta',
  authority: 'tgss',
  earliestDaysBefore: 60,
  source: 'RD 84/1996 art. 32.3.1º; sheet e',
}
