import type { ClientDraft } from '@samen/core/clients'
import type { CountryProfile } from './countries.ts'
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

const KINDS: Readonly<Record<'fr' | 'nl', readonly (readonly [name: string, sector: string])[]>> = {
  fr: [
    ['Théâtre', 'culture'],
    ['Festival', 'culture'],
    ['Centre culturel', 'culture'],
    ['École', 'education'],
    ['Studio', 'media'],
    ['Maison d’édition', 'media'],
    ['Commune de', 'public'],
    ['Musée', 'culture'],
    ['Agence', 'communication'],
    ['Coopérative', 'services'],
    ['Productions', 'media'],
  ],
  nl: [
    ['Theater', 'culture'],
    ['Festival', 'culture'],
    ['Cultuurhuis', 'culture'],
    ['School', 'education'],
    ['Studio', 'media'],
    ['Uitgeverij', 'media'],
    ['Stad', 'public'],
    ['Museum', 'culture'],
    ['Bureau', 'communication'],
  ],
}

const SECOND = {
  fr: 'des Nuages|du Vent|de la Lanterne|des Quatre Saisons|du Grand Pont|de la Rive|des Étoiles|du Tilleul|de la Licorne|des Marées|du Coin|de l’Horizon',
  nl: 'De Wolk|Het Anker|De Lantaarn|Vier Winden|De Overkant|Zeezicht|De Linde|Het Gebaar|De Eenhoorn|Getij|De Hoek|Horizon',
} as const

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
    const [kind, sector] = dice.pick(KINDS[language])
    const company = profile.company(100 + index)
    const [postCode, town] = dice.pick(region.towns)
    const usual = (turnoverAMonth * BigInt(weight)) / allWeights
    const draft: ClientDraft = {
      clientId: id(),
      name: `${kind} ${dice.pick(SECOND[language].split('|'))} ${index + 1}`,
      companyNumber: company,
      vatNumber: profile.vat(company),
      email: `client${index + 1}@${profile.slug}.samen.example`,
      street: `${language === 'fr' ? 'Rue du Commerce' : 'Handelsstraat'} ${dice.integer(1, 250)}`,
      postCode,
      town,
      country: profile.country,
      language,
      sector,
      // Four usual months, rounded up to a thousand: large enough that only an unusual rush meets it.
      creditLimit: ((usual * 4n + 1_500_000n) / 100_000n) * 100_000n,
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
