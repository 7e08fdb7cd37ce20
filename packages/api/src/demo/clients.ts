import type { ClientDraft } from '@samen/core/clients'
import type { CountryProfile } from './countries/index.ts'
import { LANGUAGES } from './languages/index.ts'
import { type Dice, Quota } from './random.ts'

/** How a client pays: in days after the due day, all at once or in two parts, with or without the reference. */
export type Habit = 'on-time' | 'late' | 'in-parts' | 'forgetful' | 'failing'

export interface DemoClient {
  readonly clientId: string
  readonly draft: ClientDraft
  readonly iban: string
  readonly habit: Habit
  readonly weight: number
}

const HABITS: readonly (readonly [Habit, number])[] = [
  ['on-time', 68],
  ['late', 22],
  ['in-parts', 4],
  ['forgetful', 4],
  ['failing', 2],
]

/** Clients of all sizes; few are large. */
export function clientsOf(
  profile: CountryProfile,
  count: number,
  turnoverAMonth: bigint,
  dice: Dice,
  id: () => string,
): DemoClient[] {
  const habits = new Quota(HABITS)
  const weights = Array.from({ length: count }, () =>
    dice.weighted([
      [1, 50],
      [3, 30],
      [10, 15],
      [40, 5],
    ]),
  )
  const allWeights = BigInt(weights.reduce((sum, weight) => sum + weight, 0))
  return weights.map((weight, index): DemoClient => {
    const habit = index === 3 ? 'failing' : habits.next()
    habits.deal(habit, 1)
    const region = dice.weighted(profile.regions.map((one) => [one, one.weight] as const))
    const language = region.language(dice)
    const words = LANGUAGES[language]
    const [kind, sector] = dice.pick(words.clientKinds)
    const company = profile.company(100 + index)
    const [postCode, town] = dice.pick(region.towns)
    const usual = (turnoverAMonth * BigInt(weight)) / allWeights
    const draft: ClientDraft = {
      clientId: id(),
      name: `${words.clientName(kind, dice.pick(words.clientNames))} ${index + 1}`,
      companyNumber: company,
      vatNumber: profile.vat(company),
      email: `client${index + 1}@${profile.slug}.samen.example`,
      street: `${words.businessStreet} ${dice.integer(1, 250)}`,
      postCode,
      town,
      country: profile.country,
      language,
      sector,
      creditLimit: creditLimit(usual, profile.prices),
      paymentTermsDays: dice.weighted([
        [30, 75],
        [14, 15],
        [45, 10],
      ]),
    }
    return {
      clientId: draft.clientId as string,
      draft,
      iban: profile.iban(5_000_000 + index),
      habit,
      weight: weight,
    }
  })
}

/** Four usual months and the price of four or five, rounded: large enough that only an unusual rush meets it. */
function creditLimit(usual: bigint, { unit, month: [least, most] }: CountryProfile['prices']): bigint {
  const round = unit * 100n
  return ((usual * 4n + (unit * BigInt(least + most) * 9n) / 4n) / round) * round
}
