import type { NameList } from './names.ts'
import { DUTCH, FRENCH } from './names.ts'
import {
  belgianCompany,
  belgianIban,
  belgianPerson,
  frenchCompany,
  frenchIban,
  frenchPerson,
  frenchVat,
} from './numbers.ts'
import type { Dice } from './random.ts'

export type Sector = 'artistic' | 'cultural-industry' | 'other'
export type Sex = 'f' | 'm'
export type JobKind = 'one-day' | 'several-day' | 'monthly' | 'team'

/** A region with its language, places and holidays. */
export interface Region {
  /** As the country's plugin names it; null where the country has one calendar. */
  readonly code: string | null
  readonly weight: number
  readonly language: (dice: Dice) => 'fr' | 'nl'
  readonly towns: readonly (readonly [postCode: string, town: string])[]
}

/** What makes a country's demo office its own. */
export interface CountryProfile {
  readonly country: 'BE' | 'FR'
  readonly slug: 'be' | 'fr'
  readonly officeName: string
  /** Workers a year, and turnover a year in cents, at scale 1. */
  readonly workers: number
  readonly turnover: bigint
  readonly entity: {
    readonly name: string
    readonly employerNumber: string | null
    readonly street: string
    readonly postCode: string
    readonly town: string
  }
  readonly regions: readonly Region[]
  readonly person: (birthDate: string, sex: Sex, nth: number) => string
  readonly company: (serial: number) => string
  readonly vat: (company: string) => string
  readonly iban: (serial: number) => string
  readonly workerFacts: (dice: Dice) => Record<string, unknown>
  /** What the payroll law asks about a job: `days` worked in it. */
  readonly terms: (dice: Dice, sector: Sector, kind: JobKind, days: number) => Record<string, unknown>
  /** Whole days before its start on which a job's hiring declaration is filed. */
  readonly hiringDays: readonly [number, number]
}

export const NAMES: Readonly<Record<'fr' | 'nl', NameList>> = { fr: FRENCH, nl: DUTCH }

export const belgium: CountryProfile = {
  country: 'BE',
  slug: 'be',
  officeName: 'Samen België – Belgique',
  workers: 20_000,
  turnover: 17_000_000_000n,
  entity: {
    name: 'Samen Productions SC',
    employerNumber: null,
    street: 'Rue de la Mutualité 1',
    postCode: '1060',
    town: 'Bruxelles',
  },
  regions: [
    {
      code: 'brussels',
      weight: 40,
      language: (dice) => (dice.chance(80) ? 'fr' : 'nl'),
      towns: [
        ['1000', 'Bruxelles'],
        ['1050', 'Ixelles'],
        ['1060', 'Saint-Gilles'],
        ['1030', 'Schaerbeek'],
        ['1080', 'Molenbeek-Saint-Jean'],
      ],
    },
    {
      code: 'wallonia',
      weight: 35,
      language: () => 'fr',
      towns: [
        ['4000', 'Liège'],
        ['5000', 'Namur'],
        ['6000', 'Charleroi'],
        ['7000', 'Mons'],
        ['7500', 'Tournai'],
      ],
    },
    {
      code: 'flanders',
      weight: 25,
      language: () => 'nl',
      towns: [
        ['2000', 'Antwerpen'],
        ['9000', 'Gent'],
        ['3000', 'Leuven'],
        ['8000', 'Brugge'],
        ['2800', 'Mechelen'],
      ],
    },
  ],
  person: belgianPerson,
  company: belgianCompany,
  vat: (company) => `BE${company}`,
  iban: belgianIban,
  workerFacts: (dice) => ({
    ...(dice.chance(45) && {
      children: dice.weighted([
        [1, 45],
        [2, 40],
        [3, 15],
      ]),
    }),
    ...(dice.chance(40) && {
      spouse: {
        income: dice.weighted([
          ['work', 80],
          ['none', 20],
        ]),
      },
    }),
  }),
  terms: (dice, sector, kind, days) => ({
    status:
      sector === 'artistic'
        ? 'artist'
        : sector === 'cultural-industry' && dice.chance(60)
          ? 'worker'
          : 'employee',
    contract: kind === 'monthly' ? 'monthly' : days === 1 ? 'one-day' : 'several-day',
    ...(kind !== 'monthly' && { days }),
  }),
  hiringDays: [1, 20],
}

export const france: CountryProfile = {
  country: 'FR',
  slug: 'fr',
  officeName: 'Samen France',
  workers: 2_000,
  turnover: 1_700_000_000n,
  entity: {
    name: 'Samen Ensemble SCIC',
    employerNumber: null,
    street: 'Rue du Faubourg Invente 12',
    postCode: '59000',
    town: 'Lille',
  },
  regions: [
    {
      code: null,
      weight: 1,
      language: () => 'fr',
      towns: [
        ['59000', 'Lille'],
        ['75011', 'Paris'],
        ['34000', 'Montpellier'],
        ['69001', 'Lyon'],
        ['13001', 'Marseille'],
        ['35000', 'Rennes'],
      ],
    },
  ],
  person: frenchPerson,
  company: frenchCompany,
  vat: frenchVat,
  iban: frenchIban,
  workerFacts: (dice) =>
    dice.chance(55) ? { taxRate: dice.pick(['0', '1.9', '3.4', '5.2', '7.1', '9.8']) } : {},
  terms: (dice, sector, kind, days) =>
    sector === 'artistic'
      ? { status: 'artist', fees: Math.min(days, 28) }
      : sector === 'cultural-industry'
        ? { status: 'technician', hours: days * 8 }
        : kind === 'monthly'
          ? { status: dice.chance(50) ? 'cesa' : 'employee' }
          : { status: 'employee', contract: 'fixed-term', hours: days * 7 },
  // The DPAE is taken at most eight days before the start.
  hiringDays: [1, 6],
}
