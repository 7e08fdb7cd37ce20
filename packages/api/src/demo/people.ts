import { addDays, dayNumber, dayOf } from '@samen/core/country'
import type { MemberDraft } from '@samen/core/members'
import type { CountryProfile, Region, Sector, Sex } from './countries/index.ts'
import { LANGUAGES } from './languages/index.ts'
import { type Dice, Quota } from './random.ts'
import { emailOf, plain } from './sign-ins.ts'

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
  const numberOf = profile.persons()
  return Array.from({ length: count }, (_, index): DemoMember => {
    const signIn = index === 0 ? profile.staff.member : undefined
    const sex = signIn ? 'f' : sexes.next()
    sexes.deal(sex, 1)
    const age = ages.next()
    ages.deal(age, 1)
    const sector = signIn ? 'artistic' : sectors.next()
    sectors.deal(sector, 1)
    const region = dice.weighted(profile.regions.map((one) => [one, one.weight] as const))
    const language = signIn?.language ?? region.language(dice)
    const { women, men, families, streets } = LANGUAGES[language]
    const givenName = signIn?.givenName ?? dice.pick(sex === 'f' ? women : men)
    const familyName = signIn?.familyName ?? dice.pick(families)
    const birthDate = birthDay(age, today, dice)
    const [postCode, town] = dice.pick(region.towns)
    const draft: MemberDraft = {
      memberId: id(),
      givenName,
      familyName,
      sex,
      birthDate,
      nationalNumber: numberOf({ givenName, familyName, birthDate, sex }),
      email: signIn
        ? emailOf(signIn)
        : `${plain(givenName)}.${plain(familyName)}.${index}@${profile.slug}.samen.example`,
      iban: profile.iban(100_000 + index),
      street: `${dice.pick(streets)} ${dice.integer(1, 199)}`,
      postCode,
      town,
      country: profile.country,
      language,
      region: region.code,
      workerFacts: profile.workerFacts(dice, region),
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
