import type { Sector } from '../countries/profile.ts'

/** What the demo needs to write in a language. Given and family names in use are put together by dice: nobody is meant. */
export interface DemoLanguage {
  readonly women: readonly string[]
  readonly men: readonly string[]
  readonly families: readonly string[]
  /** As people say a name: the Hungarian family name goes first. */
  readonly fullName: (givenName: string, familyName: string) => string
  /** Where members live and where clients have their seat. The house number follows. */
  readonly streets: readonly string[]
  readonly businessStreet: string
  readonly clientKinds: readonly (readonly [name: string, sector: string])[]
  readonly clientNames: readonly string[]
  /** A client's name from its kind and its own name. */
  readonly clientName: (kind: string, name: string) => string
  readonly teamKinds: readonly string[]
  readonly titles: Readonly<Record<Sector, readonly string[]>>
}

/** Names from a text in which white space parts them. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const givenNameFirst = (givenName: string, familyName: string): string => `${givenName} ${familyName}`

export const kindFirst = (kind: string, name: string): string => `${kind} ${name}`
