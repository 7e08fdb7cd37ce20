import type { HiringDeclaration } from '@samen/core/country'

/** Dimona IN: at the latest when the work starts; it may be filed any time before. */
export const hiring: HiringDeclaration = {
  name: 'dimona',
  authority: 'onss',
  source:
    'Royal Decree of 5 November 2002 introducing the immediate declaration of employment, art. 4; sheet e',
}
