import { addDays, dayNumber, dayOf } from '@samen/core/country'
import type { MemberDraft } from '@samen/core/members'
import { type CountryProfile, NAMES, type Region, type Sector, type Sex } from './countries.ts'
import { type Dice, Quota } from './random.ts'
import { DEMO_SIGN_INS } from './sign-ins.ts'

/** A member of the demo, and how much of the work they get. */
export interface DemoMember {
  readonly memberId: string
  readonly activityId: string
  readonly draft: MemberDraft
  readonly sector: Sector
  readonly region: Region
  readonly weight: number
}

/** Men and women of the 2018 figures, in a hundred. */
export const SEXES: readonly (readonly [Sex, number])[] = [
  ['m', 55],
  ['f', 45],
]

/** Wage bill by sector of the 2018 figures, in a hundred. */
export const SECTORS: readonly (readonly [Sector, number])[] = [
  ['artistic', 46],
  ['cultural-industry', 21],
  ['other', 33],
]

/** As many members as the scale asks for; the first is the one who signs in. */
export function people(
  profile: CountryProfile,
  count: number,
  today: string,
  dice: Dice,
  id: () => string,
): DemoMember[] {
  const sexes = new Quota(SEXES)
  const ages = new Quota([
    ['older', 50],
    ['younger', 50],
  ] as const)
  const sectors = new Quota(SECTORS)
  const bornThatDay = new Map<string, number>()
  return Array.from({ length: count }, (_, index): DemoMember => {
    const signIn =
      index === 0
        ? DEMO_SIGN_INS.find((one) => one.office === profile.slug && one.role === 'member')
        : undefined
    const sex = signIn ? 'f' : sexes.next()
    sexes.deal(sex, 1)
    const age = ages.next()
    ages.deal(age, 1)
    const sector = signIn ? 'artistic' : sectors.next()
    sectors.deal(sector, 1)
    const region = dice.weighted(profile.regions.map((one) => [one, one.weight] as const))
    const language = signIn ? 'fr' : region.language(dice)
    const names = NAMES[language]
    const givenName = signIn?.name.split(' ')[0] ?? dice.pick(sex === 'f' ? names.women : names.men)
    const familyName = signIn?.name.split(' ')[1] ?? dice.pick(names.families)
    const birthDate = birthDay(age, today, dice)
    const key = `${profile.country === 'FR' ? birthDate.slice(0, 7) : birthDate} ${sex}`
    const nth = bornThatDay.get(key) ?? 0
    bornThatDay.set(key, nth + 1)
    const [postCode, town] = dice.pick(region.towns)
    const draft: MemberDraft = {
      memberId: id(),
      givenName,
      familyName,
      sex,
      birthDate,
      nationalNumber: profile.person(birthDate, sex, nth),
      email:
        signIn?.email ?? `${plain(givenName)}.${plain(familyName)}.${index}@${profile.slug}.samen.example`,
      iban: profile.iban(100_000 + index),
      street: `${dice.pick(STREETS[language])} ${dice.integer(1, 199)}`,
      postCode,
      town,
      country: profile.country,
      language,
      region: region.code,
      workerFacts: profile.workerFacts(dice),
      joinedOn: addDays(today, -dice.integer(120, 3_000)),
    }
    // Work is spread as it is in life: many have a little, few have a lot.
    const weight = signIn
      ? 1
      : dice.weighted([
          [1, 40],
          [3, 35],
          [8, 20],
          [20, 5],
        ])
    return { memberId: draft.memberId as string, activityId: id(), draft, sector, region, weight }
  })
}

/** Half are over 35, on the day the demo plays. */
function birthDay(age: 'older' | 'younger', today: string, dice: Dice): string {
  const years = age === 'older' ? dice.integer(36, 64) : dice.integer(19, 34)
  return dayOf(
    dayNumber(`${Number(today.slice(0, 4)) - years}${today.slice(4)}`.replace('-02-29', '-02-28')) -
      dice.integer(0, 364),
  )
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

const STREETS = {
  fr: [
    'Rue des Lilas',
    'Rue du Moulin',
    'Avenue des Tilleuls',
    'Rue de la Fontaine',
    'Place du Marché',
    'Rue Haute',
  ],
  nl: ['Lindelaan', 'Molenstraat', 'Kerkstraat', 'Beukenlaan', 'Marktplein', 'Hoogstraat'],
} as const
