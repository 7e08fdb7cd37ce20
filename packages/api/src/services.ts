import type { AnyCountryPlugin, Registry } from '@samen/core/country'
import type { Database } from '@samen/core/database'
import type { Auth } from './auth/auth.ts'
import type { OfficeRights } from './auth/rights.ts'
import type { Log } from './log.ts'
import type { MailPort } from './mail/port.ts'

/** What the whole server shares; made once at start and handed in, so that a test can hand in its own. */
export interface Services {
  db: Database
  countries: Registry
  auth: Auth
  log: Log
  mail: MailPort
  /** The clock. Rules never look at one themselves. */
  now(): Date
}

/** Who asks. */
export interface User {
  id: string
  name: string
  email: string
}

/** The office a request is about, and what its user may do there. */
export interface RequestOffice extends OfficeRights {
  plugin: AnyCountryPlugin
}

export interface Env {
  Variables: {
    services: Services
    requestId: string
    user: User
    /** All offices the user has rights in. */
    rights: readonly OfficeRights[]
    office: RequestOffice
    groupOffice: OfficeRights
  }
}
