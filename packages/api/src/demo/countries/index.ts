import { austria } from './at.ts'
import { belgium } from './be.ts'
import { germany } from './de.ts'
import { spain } from './es.ts'
import { france } from './fr.ts'
import { hungary } from './hu.ts'
import { italy } from './it.ts'
import { netherlands } from './nl.ts'
import type { CountryProfile } from './profile.ts'
import { sweden } from './se.ts'

export type {
  CountryProfile,
  JobFacts,
  JobKind,
  OfficeSlug,
  Region,
  Sector,
  Sex,
  StaffMember,
} from './profile.ts'

/** The demo's national offices, in the order of their addresses. */
export const PROFILES: readonly CountryProfile[] = [
  austria,
  belgium,
  germany,
  spain,
  france,
  hungary,
  italy,
  netherlands,
  sweden,
]

/** The demo office of an address. Throws a RangeError where there is none. */
export function profileOf(slug: string): CountryProfile {
  const profile = PROFILES.find((one) => one.slug === slug)
  if (!profile) throw new RangeError(`the demo has no office ${slug}`)
  return profile
}
