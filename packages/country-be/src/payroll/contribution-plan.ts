import type { LineKind, Minor, Rate, Why } from '@samen/core/country'
import { portion, sum } from './arithmetic.ts'
import type { Law, SocialLaw } from './law.ts'
import { calendarMonth, quarterSoFar } from './running-totals.ts'
import type { BelgianSituation } from './situation.ts'

/** On which amount an employer contribution is computed. */
export type PlanBase = keyof PayBases

/** The amounts the contributions of one pay are computed on. */
export interface PayBases {
  /** 100 % or 108 % of the wage subject to contributions. */
  readonly base: Minor
  /** The same, up to the ceiling of the basic employer contribution. */
  readonly capped: Minor
  /** Wage the insurance premium is computed on; zero for pay it does not cover. */
  readonly insured: Minor
  /** Wage that gives a right to exit holiday pay; zero for one-off pay and holiday pay itself. */
  readonly holidayEarning: Minor
}

/** One employer contribution of a profile. */
export interface PlanItem {
  readonly code: string
  readonly kind: LineKind
  readonly on: PlanBase
  readonly rate: Rate
  readonly authority: string
  readonly why: Why
}

/** Which contributions a kind of worker and employer owes; the same for every payslip of that profile. */
export interface ContributionPlan {
  /** NSSO worker code. */
  readonly workerCode: string
  /** Contributions are computed on 108 % of gross. */
  readonly raised: boolean
  readonly young: boolean
  readonly employeeRate: Rate
  readonly employeeWhy: Why
  readonly items: readonly PlanItem[]
}

const STATUS = { employee: 0, worker: 1, artist: 2 } as const
const SIZE = { 'under-10': 0, 'from-10': 1, 'from-20': 2 } as const
const CODES = { employee: ['495', '487'], worker: ['015', '027'], artist: ['046', '047'] } as const

/** Until 31 December of the year in which the worker turns 18. */
export function isYoung(situation: BelgianSituation): boolean {
  const born = situation.worker.birthDate
  return (
    born !== undefined && calendarMonth(situation.period.from).yearNumber <= Number(born.slice(0, 4)) + 18
  )
}

/** The plan of a situation's profile, built once per profile and interval of the law. */
export function planFor(situation: BelgianSituation, law: Law): ContributionPlan {
  const { engagement } = situation
  const young = isYoung(situation)
  const index =
    STATUS[engagement.status] +
    3 * SIZE[engagement.employerSize] +
    (young ? 9 : 0) +
    (engagement.commercial ? 18 : 0) +
    (engagement.jointCommittee === '200' ? 36 : 0) +
    (engagement.contract === 'open-ended' ? 72 : 0)
  let plan = law.plans[index]
  if (plan === undefined) {
    plan = buildPlan(engagement, young, law.social)
    law.plans[index] = plan
  }
  return plan
}

function buildPlan(
  engagement: BelgianSituation['engagement'],
  young: boolean,
  law: SocialLaw,
): ContributionPlan {
  const raised = engagement.status !== 'employee'
  const moderated = (rate: Rate, moderation: Rate): Rate => (young ? rate : sum(rate, moderation))
  const employerRate = young ? law.youngEmployerRate : sum(law.employerRate, law.moderationRate)
  const closureCommercial =
    engagement.employerSize === 'from-20' ? law.closureCommercialLarge : law.closureCommercialSmall
  const items: PlanItem[] = [
    item('social-security-employer', 'capped', employerRate, 'Act of 29 June 1981, art. 38 § 3 and § 3bis'),
    item(
      'closure-fund',
      'base',
      engagement.commercial ? moderated(closureCommercial, law.closureModeration) : law.closureNonCommercial,
      'Act of 26 June 2002 on the closure of enterprises; yearly Royal Decree',
    ),
    item(
      'closure-fund-special',
      'base',
      moderated(law.closureSpecial, law.closureSpecialModeration),
      'Act of 26 June 2002 on the closure of enterprises, art. 53',
    ),
    item('risk-groups', 'base', law.riskGroupsRate, 'Act of 27 December 2006, art. 189'),
    item('temporary-unemployment', 'base', law.temporaryUnemploymentRate, 'NSSO instructions, code 859'),
    item('work-accidents-special', 'base', law.workAccidentsRate, 'NSSO instructions, code 255'),
  ]
  if (engagement.employerSize !== 'under-10')
    items.push(
      item(
        'unemployment',
        'base',
        moderated(law.unemploymentRate, law.unemploymentModeration),
        'Act of 29 June 1981, art. 38 § 3; code 855',
      ),
    )
  if (law.asbestosRate.numerator > 0n)
    items.push(
      item(
        'asbestos-fund',
        'base',
        law.asbestosRate,
        'Programme act of 27 December 2006 (I), art. 113; code 256',
      ),
    )
  if (engagement.jointCommittee === '200')
    items.push(
      item('sector-fund-200', 'base', law.sectorFund200Rate, 'Joint committee 200, social fund; code 831'),
    )
  if (raised) {
    items.push(
      item(
        'annual-holidays',
        'base',
        law.holidaysQuarterlyRate,
        'Act of 29 June 1981, art. 38 § 3, 8°; code 253',
      ),
      {
        ...item(
          'annual-holidays-debit',
          'base',
          law.holidaysYearlyRate,
          'Act of 29 June 1981, art. 38 § 3, 8°',
        ),
        kind: 'provision',
        authority: 'onva',
      },
    )
  } else if (engagement.contract !== 'open-ended')
    items.push({
      ...item(
        'exit-holiday-pay',
        'holidayEarning',
        law.exitHolidayRate,
        'Royal Decree of 30 March 1967, art. 46',
      ),
      kind: 'provision',
      authority: 'holiday-pay',
    })
  return Object.freeze({
    workerCode: CODES[engagement.status][young ? 1 : 0],
    raised,
    young,
    employeeRate: young ? law.youngEmployeeRate : law.employeeRate,
    employeeWhy: Object.freeze({
      rule: raised ? 'social-security-108' : 'social-security',
      source: 'Act of 29 June 1981, art. 38 § 2',
      inputs: Object.freeze({ workerCode: CODES[engagement.status][young ? 1 : 0] }),
    }),
    items: Object.freeze(items),
  })
}

const item = (code: string, on: PlanBase, rate: Rate, source: string): PlanItem => ({
  code,
  kind: 'contribution',
  on,
  rate,
  authority: 'onss',
  why: Object.freeze({ rule: code, source }),
})

/** Gross at 100 % or 108 %, half up to the cent. */
export const raisedBase = (gross: Minor, plan: ContributionPlan, law: SocialLaw): Minor =>
  plan.raised ? portion(gross, law.manualBase) : gross

/** Exit holiday pay is 7.67 % simple and 7.67 % double; only the simple half is ordinary wage (securex.be). */
export const simpleHolidayPart = (gross: Minor): Minor => (gross + 1n) / 2n

const NO_BASES: PayBases = Object.freeze({ base: 0n, capped: 0n, insured: 0n, holidayEarning: 0n })

/** What the contributions of a pay are computed on. Double holiday pay bears no employer contribution. */
export function payBases(
  situation: BelgianSituation,
  law: SocialLaw,
  plan: ContributionPlan,
  gross: Minor,
): PayBases {
  if (situation.pay === 'holiday') {
    if (situation.engagement.holidayPay === 'double') return NO_BASES
    const simple = simpleHolidayPart(gross)
    return { base: simple, capped: simple, insured: 0n, holidayEarning: 0n }
  }
  const base = raisedBase(gross, plan, law)
  if (situation.pay === 'one-off') return { base, capped: base, insured: gross, holidayEarning: 0n }
  return {
    base,
    capped: cappedBase(situation, law, plan, gross, base),
    insured: gross,
    holidayEarning: gross,
  }
}

/**
 * Wages for work of the quarter stop counting at the ceiling; one-off pay does not refer to work of the quarter and
 * never reaches it (Royal Decree of 6 October 2025, art. 1).
 */
function cappedBase(
  situation: BelgianSituation,
  law: SocialLaw,
  plan: ContributionPlan,
  gross: Minor,
  base: Minor,
): Minor {
  const ceiling = law.employerCeiling
  if (ceiling === undefined) return base
  const room = ceiling - quarterSoFar(situation, calendarMonth(situation.period.from).quarter).ordinary
  if (gross <= room) return base
  return room <= 0n ? 0n : raisedBase(room, plan, law)
}
