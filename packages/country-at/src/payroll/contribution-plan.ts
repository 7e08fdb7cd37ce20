import type { Rate, Why } from '@samen/core/country'
import { hundredths, rateOf } from './arithmetic.ts'
import type { SocialLaw } from './law.ts'

/**
 * One branch of a table. `employeeTo` and `employerTo` are the rates of this branch and all before it: the health fund
 * rounds the whole of a tariff group once, so a branch gets what it adds to the rounded sum of those before it.
 */
export interface Branch {
  readonly code: string
  readonly employeeRate?: Rate
  readonly employerRate?: Rate
  readonly employeeTo: bigint
  readonly employerTo: bigint
  readonly why: Why
}

/** The branches due on one kind of pay, in hundredths of a percent. */
export interface BranchTable {
  readonly branches: readonly Branch[]
  readonly employee: bigint
  readonly employer: bigint
}

/** Contributions of one profile; the same for every payslip of it. */
export interface ContributionPlan {
  /** Current pay by step of unemployment insurance. */
  readonly current: readonly BranchTable[]
  /** Special pay: no housing levy, no chamber of labour. */
  readonly special: readonly BranchTable[]
  readonly marginal: BranchTable
  readonly marginalSpecial: BranchTable
}

/** What decides the branches of a worker. */
export interface Profile {
  readonly free: boolean
  /** Above the age of accident insurance. */
  readonly noAccident: boolean
  /** Above the age of unemployment insurance. */
  readonly noUnemployment: boolean
  readonly chamberOfLabour: boolean
  readonly vienna: boolean
  readonly marginalLevy: boolean
}

export const profileKey = (p: Profile): number =>
  (p.free ? 1 : 0) |
  (p.noAccident ? 2 : 0) |
  (p.noUnemployment ? 4 : 0) |
  (p.chamberOfLabour ? 8 : 0) |
  (p.vienna ? 16 : 0) |
  (p.marginalLevy ? 32 : 0)

const SOURCES: Readonly<Record<string, string>> = {
  health: 'ASVG § 51 (1) 1',
  pension: 'ASVG § 51 (1) 3',
  unemployment: 'AMPFG §§ 2, 2a',
  accident: 'ASVG § 51 (1) 2',
  insolvency: 'IESG § 12 (1) 4',
  'housing-levy': 'WFG 2018 § 3',
  'chamber-of-labour': 'AKG § 61',
  'marginal-levy': 'DAG § 2',
}

interface Rates {
  readonly code: keyof typeof SOURCES
  readonly employee?: bigint
  readonly employer?: bigint
}

/** Builds the tables of a profile. */
export function contributionPlan(p: Profile, law: SocialLaw): ContributionPlan {
  const of = (rate: Rate) => hundredths(rate)
  const base = (step: bigint): Rates[] => [
    { code: 'health', employee: of(law.healthEmployee), employer: of(law.healthEmployer) },
    { code: 'pension', employee: of(law.pensionEmployee), employer: of(law.pensionEmployer) },
    ...(p.noUnemployment
      ? []
      : [{ code: 'unemployment', employee: step, employer: of(law.unemploymentEmployer) }]),
    ...accident,
    ...(p.noUnemployment ? [] : [{ code: 'insolvency', employer: of(law.insolvency) }]),
  ]
  const accident: Rates[] = p.noAccident ? [] : [{ code: 'accident', employer: of(law.accident) }]
  const marginal: Rates[] = [
    ...accident,
    ...(p.marginalLevy ? [{ code: 'marginal-levy', employer: of(law.marginalLevy) }] : []),
  ]
  const housing = of(p.vienna ? law.housingVienna : law.housing)
  const onlyCurrent: Rates[] = [
    ...(p.free ? [] : [{ code: 'housing-levy', employee: housing, employer: housing }]),
    ...(p.chamberOfLabour ? [{ code: 'chamber-of-labour', employee: of(law.chamber) }] : []),
  ]
  const steps = law.unemploymentSteps.map((step) => of(step.rate))
  return Object.freeze({
    current: Object.freeze(steps.map((step) => table([...base(step), ...onlyCurrent], ''))),
    special: Object.freeze(steps.map((step) => table(base(step), '-special'))),
    marginal: table(marginal, ''),
    marginalSpecial: table(marginal, '-special'),
  })
}

function table(rates: readonly Rates[], suffix: '' | '-special'): BranchTable {
  const total = {
    employee: rates.reduce((sum, { employee = 0n }) => sum + employee, 0n),
    employer: rates.reduce((sum, { employer = 0n }) => sum + employer, 0n),
  }
  const inputs = Object.freeze({
    employeeTotal: rateOf(total.employee),
    employerTotal: rateOf(total.employer),
  })
  let employeeTo = 0n
  let employerTo = 0n
  const branches = rates.map(({ code, employee, employer }) => {
    employeeTo += employee ?? 0n
    employerTo += employer ?? 0n
    return Object.freeze({
      code: `${code}${suffix}`,
      ...(employee !== undefined && { employeeRate: rateOf(employee) }),
      ...(employer !== undefined && { employerRate: rateOf(employer) }),
      employeeTo,
      employerTo,
      why: Object.freeze({ rule: RULES[code] ?? 'branch', source: SOURCES[code] as string, inputs }),
    })
  })
  return Object.freeze({ branches: Object.freeze(branches), ...total })
}

const RULES: Readonly<Record<string, string>> = {
  unemployment: 'unemployment',
  accident: 'accident',
  'marginal-levy': 'marginal-levy',
}
