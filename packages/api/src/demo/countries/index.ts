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
