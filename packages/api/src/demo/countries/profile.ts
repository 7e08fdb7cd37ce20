import type { LanguageCode } from '../languages/index.ts'
import type { Dice } from '../random.ts'

export type Sector = 'artistic' | 'cultural-industry' | 'other'
export type Sex = 'f' | 'm'
export type JobKind = 'one-day' | 'several-day' | 'monthly' | 'team'
export type OfficeSlug = 'at' | 'be' | 'de' | 'es' | 'fr' | 'hu' | 'it' | 'nl' | 'se'

/** A region with its language, places and holidays. */
export interface Region {
  /** As the country's plugin names it; null where the country has one calendar. */
  readonly code: string | null
  readonly weight: number
  readonly language: (dice: Dice) => LanguageCode
  readonly towns: readonly (readonly [postCode: string, town: string])[]
}

/** What a national number is made from. */
export interface Person {
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string
  readonly sex: Sex
}

/** What a country's payroll law may ask about a job: `days` worked in it. */
export interface JobFacts {
  readonly sector: Sector
  readonly kind: JobKind
  readonly days: number
  readonly region: Region
}

/** Prices in the home currency, in units of so many minor units. */
export interface PriceLevel {
  readonly unit: bigint
  /** Least and most for one day, for each day of a longer job, and for a month. */
  readonly oneDay: readonly [number, number]
  readonly aDay: readonly [number, number]
  readonly month: readonly [number, number]
}

/** Someone who signs in. */
export interface StaffMember {
  readonly givenName: string
  readonly familyName: string
  readonly language: LanguageCode
}

/** What makes a country's demo office its own. */
export interface CountryProfile {
  readonly country: string
  readonly slug: OfficeSlug
  readonly officeName: string
  /** Workers a year, and turnover a year in minor units of the home currency, at scale 1. */
  readonly workers: number
  readonly turnover: bigint
  readonly prices: PriceLevel
  /** A member's share, in minor units. */
  readonly share: bigint
  readonly entity: {
    readonly name: string
    readonly employerNumber: string | null
    /** Of a bank that there is not: outside SEPA, a bank wants to read its own. */
    readonly bic?: string
    readonly street: string
    readonly postCode: string
    readonly town: string
    readonly timeZone: string
  }
  readonly staff: Readonly<Record<'member' | 'staff' | 'approver' | 'finance', StaffMember>>
  readonly regions: readonly Region[]
  /** A maker of national numbers that gives none twice. */
  readonly persons: () => (person: Person) => string
  /** Serials from 0 to 29 999: companies, their VAT numbers, and bank accounts. */
  readonly company: (serial: number) => string
  readonly vat: (company: string) => string
  readonly iban: (serial: number) => string
  readonly workerFacts: (dice: Dice, region: Region) => Record<string, unknown>
  readonly terms: (dice: Dice, job: JobFacts) => Record<string, unknown>
  /** Whole days before its start on which a job's hiring declaration is filed; absent where there is none to file. */
  readonly hiringDays?: readonly [number, number]
}

/** What work costs where it is paid as in Belgium: 160 to 400 euro a day. */
export const EURO_PRICES: PriceLevel = { unit: 1_000n, oneDay: [16, 40], aDay: [14, 27], month: [260, 430] }

/** So many children for those who have some. */
export const someChildren = (dice: Dice): number =>
  dice.weighted([
    [1, 45],
    [2, 40],
    [3, 15],
  ])
