import type { HiringDeclaration } from '@samen/core/country'

/** Registration with the health fund through ELDA: before the work starts, from 2026 with the agreed working time. */
export const hiring: HiringDeclaration = {
  name: 'elda-anmeldung',
  authority: 'oegk',
  source: 'ASVG § 33 (1), (1a); forvismazars.com, December 2025 (sheet FM)',
}
