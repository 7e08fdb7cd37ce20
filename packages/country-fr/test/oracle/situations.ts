/** One situation put to both: to our rules and to the official simulator. Amounts and rates as decimal text. */
export interface Case {
  readonly month: string
  readonly gross: string
  readonly executive: boolean
  readonly staff: number
  readonly weeklyHours: number
  readonly contract: 'open-ended' | 'fixed-term'
  readonly alsaceMoselle: boolean
  readonly accidentRate?: string
  readonly mobilityRate?: string
  /** Health cover, half each. */
  readonly health: string
  readonly taxRate?: string
  /**
   * Hours beyond the contract at the lower and the higher premium, and their pay. Whole euros of it: the simulator
   * rounds to the euro what income tax lets off.
   */
  readonly overtime?: { readonly hours: number; readonly moreHours: number; readonly pay: string }
  /** Specific deduction of musicians, of a stage manager on an open-ended contract. */
  readonly deduction?: boolean
  /** Where the worker lives, for the neutral grid. */
  readonly residence?: 'guadeloupe-reunion-martinique' | 'guyane-mayotte'
}

const MONTHS_2026 = ['2026-01', '2026-03', '2026-05', '2026-06', '2026-11']
const MONTHS_2025 = ['2025-05', '2025-10']
const STAFF = [5, 12, 49, 50, 120, 300]
const HOURS = [35, 35, 28, 24.5, 17.5]
const GROSSES = [
  '640.00', '985.55', '1256.10', '1491.62', '1604.17', '1823.04', '1867.02', '1901.33', '2104.49', '2287.50', '2500.00',
  '2654.31', '2803.50', '2999.99', '3204.00', '3333.33', '3512.87', '3925.00', '4005.00', '4005.01', '4321.09', '4763.25',
  '5111.11', '5468.99', '5601.05', '5946.00', '6400.00', '7777.77', '9850.40', '12034.56', '16020.00', '16500.05', '24030.30',
  '31999.99', '35000.00',
] // biome-ignore format: a table of pays

/** A spread of situations in which every value meets many others; the same on every run. */
export function cases(year: 2025 | 2026): Case[] {
  const months = year === 2026 ? MONTHS_2026 : MONTHS_2025
  const list: Case[] = []
  const count = year === 2026 ? 175 : 70
  for (let index = 0; index < count; index++) {
    const executive = index % 3 === 1
    const taxRates = [undefined, undefined, '4.1', '11.9', undefined]
    const accident = [undefined, '1.16', undefined, '0.84', '2.43'][(index * 3) % 5]
    const mobility = [undefined, '2.95', '0.55', undefined][(index * 5) % 4]
    const taxRate = taxRates[(index * 7) % 5]
    list.push({
      month: pick(months, index + Math.floor(index / 35)),
      gross: pick(GROSSES, index),
      executive,
      staff: pick(STAFF, index * 5 + Math.floor(index / 7)),
      weeklyHours: pick(HOURS, index + Math.floor(index / 9)),
      contract: index % 4 === 3 ? 'fixed-term' : 'open-ended',
      alsaceMoselle: index % 11 === 5,
      health: pick(['0.00', '60.00', '84.40', '40.00'], index + Math.floor(index / 13)),
      ...(accident && { accidentRate: accident }),
      ...(mobility && { mobilityRate: mobility }),
      ...(taxRate && { taxRate }),
    })
  }
  return [...list, ...withOvertime(year), ...withDeduction(year), ...overseas(year)]
}

/**
 * Hourly pays and overtime at full time whose month is whole cents and whose overtime is whole euros. All below the
 * ceiling, which the simulator raises by overtime (CSS R242-2 raises it by complementary hours only).
 */
const OVERTIME = [
  [12.6, 20], [13.2, 10], [14.4, 17], [15, 16], [16.8, 9], [18, 20], [19.2, 12.5], [20.4, 14], [21.6, 15], [24, 8],
] as const // biome-ignore format: a table of hourly pays and hours
/** Weekly hours, hourly pay, and complementary hours within a tenth and beyond it. */
const COMPLEMENTARY = [
  [17.5, 24, 5, 0], [28, 15, 10, 0], [28, 15, 12, 8], [24.5, 18, 10, 0], [28, 30, 12, 0],
] as const // biome-ignore format: a table of part-time pays

function withOvertime(year: 2025 | 2026): Case[] {
  const months = year === 2026 ? MONTHS_2026 : MONTHS_2025
  const full = [0, 1].flatMap((again) =>
    OVERTIME.map(([hourly, hours], index): Case => {
      const round = index + again * OVERTIME.length
      const taxRate = [undefined, '7.5'][round % 2]
      return {
        ...plain(
          pick(months, round),
          (hourly * 1820) / 12 + hourly * 1.25 * hours,
          pick(STAFF, round * 5 + again),
        ),
        executive: index >= 5 && again === 0,
        alsaceMoselle: round % 6 === 1,
        health: pick(['0.00', '60.00'], round),
        overtime: { hours, moreHours: 0, pay: (hourly * 1.25 * hours).toFixed(2) },
        ...(taxRate && { taxRate }),
      }
    }),
  )
  const part = COMPLEMENTARY.map(([weeklyHours, hourly, hours, moreHours], index): Case => {
    const pay = hourly * (1.1 * hours + 1.25 * moreHours)
    return {
      ...plain(pick(months, index), (hourly * weeklyHours * 52) / 12 + pay, pick(STAFF, index)),
      weeklyHours,
      overtime: { hours, moreHours, pay: pay.toFixed(2) },
    }
  })
  return [...full, ...part]
}

const withDeduction = (year: 2025 | 2026): Case[] =>
  [1900, 2000, 2222.22, 2400, 2718.28, 3000, 3300].map((gross, index) => ({
    ...plain(pick(year === 2026 ? MONTHS_2026 : MONTHS_2025, index), gross, pick(STAFF, index)),
    taxRate: '4.1',
    deduction: true,
  }))

const overseas = (year: 2025 | 2026): Case[] =>
  [1700, 2300, 2999.99, 3900, 5200, 8000, 17000, 40000].flatMap((gross, index) =>
    (['guadeloupe-reunion-martinique', 'guyane-mayotte'] as const).map((residence) => ({
      ...plain(pick(year === 2026 ? MONTHS_2026 : MONTHS_2025, index), gross, 60),
      residence,
    })),
  )

const plain = (month: string, gross: number, staff: number): Case => ({
  month,
  gross: gross.toFixed(2),
  executive: false,
  staff,
  weeklyHours: 35,
  contract: 'open-ended',
  alsaceMoselle: false,
  health: '0.00',
})

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

/** The case as our situation. */
export function asSituation(given: Case) {
  const { month, gross, weeklyHours, contract, alsaceMoselle, staff, accidentRate, mobilityRate, taxRate } =
    given
  const days = new Date(Number(month.slice(0, 4)), Number(month.slice(5)), 0).getDate()
  const half = (Number(given.health) / 2).toFixed(2)
  return {
    gross,
    period: { from: `${month}-01`, to: `${month}-${days}` },
    worker: { ...(taxRate && { taxRate }), ...(given.residence && { residence: given.residence }) },
    engagement: {
      status: given.deduction ? 'technician' : given.executive ? 'executive' : 'employee',
      contract,
      ...(given.overtime && { overtime: given.overtime }),
      ...(given.deduction && { deduction: 'musicians' }),
      // The whole year: no short contract, for whose allowance the simulator has a wrong amount.
      ...(contract === 'fixed-term' && {
        startsOn: `${month.slice(0, 4)}-01-01`,
        endsOn: `${month.slice(0, 4)}-12-31`,
      }),
      weeklyHours,
      staff,
      alsaceMoselle,
      healthEmployer: half,
      healthEmployee: half,
      ...(accidentRate && { accidentRate }),
      ...(mobilityRate && { mobilityRate }),
    },
  }
}

/** The case as the simulator's situation. */
export function asSimulation(given: Case): Record<string, string> {
  const [year, month] = given.month.split('-')
  return {
    date: `01/${month}/${year}`,
    'salarié . contrat': given.contract === 'fixed-term' ? "'CDD'" : "'CDI'",
    ...(given.contract === 'fixed-term' && {
      'salarié . contrat . CDD . durée': '12 mois',
      'salarié . contrat . CDD . indemnité de fin de contrat': 'non',
      // All leave taken: the gross is then the pay alone, as we state it.
      'salarié . contrat . CDD . congés pris': '25 jour ouvré',
    }),
    'salarié . contrat . salaire brut': `${contractual(given)} €/mois`,
    'salarié . contrat . statut cadre': given.executive ? 'oui' : 'non',
    'entreprise . salariés . effectif': `${given.staff} employé`,
    'entreprise . salariés . ratio alternants': '5%',
    ...(given.weeklyHours < 35 && {
      'salarié . contrat . temps de travail . temps partiel': 'oui',
      'salarié . contrat . temps de travail . temps partiel . heures par semaine': `${given.weeklyHours} heure/semaine`,
    }),
    ...(given.alsaceMoselle && { 'salarié . régimes spécifiques . alsace moselle': 'oui' }),
    ...(given.accidentRate && { 'établissement . taux ATMP': `${given.accidentRate}%` }),
    ...(given.mobilityRate && {
      'établissement . commune . taux versement mobilité': `${given.mobilityRate}%`,
    }),
    'salarié . cotisations . prévoyances . santé . montant': `${given.health} €/mois`,
    ...overtimeSimulated(given),
    ...(given.deduction && {
      'salarié . régimes spécifiques . DFS': 'oui',
      'salarié . régimes spécifiques . DFS . profession': "'artiste musicien'",
      'salarié . cotisations . retraite complémentaire . employeur . taux T1': '3.94%',
      'salarié . cotisations . retraite complémentaire . salarié . taux T1': '3.93%',
    }),
    'impôt . méthode de calcul': "'taux neutre'",
  }
}

/** The pay without overtime, as the simulator is told it: with the thirds of a cent of 1820/12 hours. */
function contractual({ gross, overtime }: Case): string {
  return overtime ? (Number(gross) - Number(overtime.pay)).toFixed(2) : gross
}

const overtimeSimulated = ({ overtime, weeklyHours }: Case): Record<string, string> =>
  overtime
    ? {
        [`salarié . temps de travail . heures ${weeklyHours < 35 ? 'complémentaires' : 'supplémentaires'}`]: `${overtime.hours + overtime.moreHours} heure/mois`,
      }
    : {}
