import type { InForce, Rate, Why } from '@samen/core/country'
import { socialParameters } from '../parameters/index.ts'
import type { Engagement } from './situation.ts'

export type SocialRules = InForce<typeof socialParameters>

/** What a contribution is charged on: pay below the ceiling, all pay, insured daily pay, pay above the ceiling, or above that of the year. */
export type Charged = 'capped' | 'base' | 'sick' | 'excess' | 'year-excess'

export interface Component {
  readonly code: string
  readonly on: Charged
  readonly employee?: Rate
  readonly employer?: Rate
  readonly why: Why
}

/** The contributions of one kind of engagement, the pension first. */
export interface ContributionPlan {
  readonly components: readonly Component[]
  /** Employer rates of ordinary pay together, for the contributions kept with the 13th month. */
  readonly employerWhole: Rate
  /** Sickness is insured up to a daily pay. */
  readonly sickCapped: boolean
  readonly fund: 'fpld' | 'fpls'
}

const CONTRACTS = ['intermittent', 'intermittent-permanent', 'fixed-term', 'permanent'] as const
const SIZES = ['over-15', 'up-to-15', 'up-to-5', 'up-to-5-unused', 'outside'] as const

const SUPPORT = {
  'over-15': 'support',
  'up-to-15': 'support',
  'up-to-5': 'supportSmall',
  'up-to-5-unused': 'supportUnused',
} as const

/** Above every `planKey`. */
export const PLAN_KEYS = 2 ** 4 * CONTRACTS.length * SIZES.length * 13

/** A number that stands for everything a plan depends on. */
export function planKey(engagement: Engagement): number {
  const { fund, dancer, contract, employees, availabilityPay, renewals, surcharge } = engagement
  let key = fund === 'fpls' ? 1 : 0
  key = key * 2 + (dancer ? 1 : 0)
  key = key * 2 + (surcharge === 'exempt' ? 1 : 0)
  key = key * 2 + (availabilityPay ? 1 : 0)
  key = key * CONTRACTS.length + CONTRACTS.indexOf(contract)
  key = key * SIZES.length + SIZES.indexOf(employees)
  return key * 13 + renewals
}

export function planFor(rules: SocialRules, engagement: Engagement): ContributionPlan {
  const { fund, dancer, contract, employees, availabilityPay, renewals, surcharge } = engagement
  const show = fund === 'fpls'
  const fixed = contract === 'fixed-term' || contract === 'intermittent'
  const components: Component[] = []
  const add = (
    code: string,
    parameter: keyof typeof socialParameters,
    on: Charged,
    rates: { employee?: Rate; employer?: Rate },
  ) => components.push({ code, on, ...rates, why: whyOf(code, parameter) })
  if (show && dancer)
    add('pension', 'dancerPensionEmployee', 'capped', {
      employee: rules.dancerPensionEmployee,
      employer: rules.dancerPensionEmployer,
    })
  else
    add('pension', 'pensionEmployee', 'capped', {
      employee: rules.pensionEmployee,
      employer: rules.pensionEmployer,
    })
  if (show) {
    add('solidarity', 'solidarity', 'excess', { employee: rules.solidarity, employer: rules.solidarity })
    add('discontinuity-solidarity', 'discontinuitySolidarity', 'year-excess', {
      employee: rules.discontinuitySolidarity,
    })
  }
  add('unemployment', 'unemployment', 'base', { employer: rules.unemployment })
  add('training', 'training', 'base', { employer: rules.training })
  if (fixed && surcharge === 'due') {
    const first = show ? rules.fixedTermShow : rules.fixedTerm
    add('fixed-term', show ? 'fixedTermShow' : 'fixedTerm', 'base', { employer: first })
    // D.L. 87/2018 raises it at each renewal « del contratto a tempo determinato », which work on call is not.
    if (renewals > 0 && contract === 'fixed-term')
      add('fixed-term-renewals', 'renewal', 'base', { employer: times(rules.renewal, renewals) })
  }
  if (show && (fixed || (contract === 'intermittent-permanent' && !availabilityPay)))
    add('discontinuity', 'discontinuity', 'base', { employer: rules.discontinuity })
  add('family', 'family', 'base', { employer: rules.family })
  const sickCapped = show && fixed
  add('sickness', show ? 'sicknessShow' : 'sickness', sickCapped ? 'sick' : 'base', {
    employer: show ? rules.sicknessShow : rules.sickness,
  })
  add('maternity', show ? 'maternityShow' : 'maternity', sickCapped ? 'sick' : 'base', {
    employer: show ? rules.maternityShow : rules.maternity,
  })
  add('severance-guarantee', 'severanceGuarantee', 'base', { employer: rules.severanceGuarantee })
  if (employees !== 'outside') {
    const name = SUPPORT[employees]
    const { numerator, denominator } = rules[name]
    add('wage-support', name, 'base', {
      employee: Object.freeze({ numerator, denominator: denominator * 3n }),
      employer: Object.freeze({ numerator: numerator * 2n, denominator: denominator * 3n }),
    })
  }
  if (employees === 'over-15')
    add('extraordinary-wage-support', 'extraordinaryEmployee', 'base', {
      employee: rules.extraordinaryEmployee,
      employer: rules.extraordinaryEmployer,
    })
  return { components, employerWhole: wholeOf(components), sickCapped, fund }
}

const times = ({ numerator, denominator }: Rate, count: number): Rate =>
  Object.freeze({ numerator: numerator * BigInt(count), denominator })

function wholeOf(components: readonly Component[]): Rate {
  const denominator = 30_000n
  let numerator = 0n
  for (const { employer, on } of components)
    if (employer && on !== 'excess' && on !== 'year-excess')
      numerator += (employer.numerator * denominator) / employer.denominator
  return Object.freeze({ numerator, denominator })
}

const whyOf = (code: string, parameter: keyof typeof socialParameters): Why =>
  Object.freeze({ rule: code, source: socialParameters[parameter].series[0]?.source ?? '' })
