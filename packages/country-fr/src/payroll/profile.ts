import { multiply, percent, type Rate } from '@samen/core/country'
import type { ContributionLaw } from '../parameters/index.ts'
import { BASE, type BaseIndex } from './bases.ts'
import { contractOf, isShortCustomary, isShow, paysLeaveByFund } from './engagement.ts'
import { type LineRule, lineRule } from './line-rule.ts'
import type { Engagement } from './situation.ts'

/** The places on the payslip where something other than a fixed rate stands. */
export type Special =
  | 'health'
  | 'provident'
  | 'accident'
  | 'mobility'
  | 'cover-levy'
  | 'leave-fund'
  | 'csg-deductible'
  | 'csg-non-deductible'
  | 'crds'

/** All lines of a kind of engagement, in the order of the French payslip. */
export interface Profile {
  readonly entries: readonly (LineRule | Special)[]
  /** Those with an employer rate, all that the employer cost needs. */
  readonly employerRules: readonly LineRule[]
  readonly staffFrom11: boolean
  readonly large: boolean
  readonly artistShare: Rate | undefined
  readonly raised: boolean
  readonly pensionBody: string
  /** Complementary pension within the general reduction's maximum, in ten-thousandths. */
  readonly pensionPart: bigint
}

/** Builds the lines of a kind of engagement from the law in force. */
export function profileOf(law: ContributionLaw, engagement: Engagement): Profile {
  const { staff, alsaceMoselle, agreement } = engagement
  const contract = contractOf(engagement)
  const artist = engagement.status === 'artist'
  const show = isShow(engagement)
  const executive = engagement.executive || engagement.status === 'executive'
  const raised = paysLeaveByFund(engagement)
  const entries: (LineRule | Special)[] = []
  const add = (
    code: string,
    base: BaseIndex,
    employer: Rate | undefined,
    employee: Rate | undefined,
    authority: string,
    source: string,
    more: { optional?: boolean; cover?: boolean } = {},
  ) => {
    const rule = lineRule(code, base, employer, employee, authority, source, more)
    if (rule.employer !== 0n || rule.employee !== 0n) entries.push(rule)
  }
  const pension = show ? 'audiens' : 'agirc-arrco'
  const jobs = show ? 'france-travail' : 'urssaf'
  const T2 = { optional: true }

  add('sickness', BASE.pay, artist ? law.artistSickness : law.sickness, undefined, 'urssaf', 'CSS D242-3')
  add(
    'sickness-supplement',
    BASE.sicknessSupplement,
    artist ? law.artistSicknessSupplement : law.sicknessSupplement,
    undefined,
    'urssaf',
    'CSS L241-2-1, D242-3',
    T2,
  )
  if (alsaceMoselle)
    add(
      'sickness-alsace-moselle',
      BASE.pay,
      undefined,
      artist ? law.artistSicknessAlsaceMoselle : law.sicknessAlsaceMoselle,
      'urssaf',
      'CSS L325-1, D242-20',
    )
  entries.push('health', 'provident')
  if (executive)
    add(
      'death-cover',
      BASE.deathCover,
      law.deathCover,
      undefined,
      'insurer',
      'ANI du 17 novembre 2017 art. 1',
      {
        cover: true,
      },
    )
  if (agreement === '3090' && !executive)
    add('show-provident', BASE.pensionT1, law.showProvident, undefined, 'audiens', 'IDCC 3090', {
      cover: true,
    })

  entries.push('accident')

  add(
    'old-age-capped',
    BASE.capped,
    artist ? law.artistOldAgeCapped : law.oldAgeCapped,
    artist ? law.artistOldAgeCappedEmployee : law.oldAgeCappedEmployee,
    'urssaf',
    'CSS L241-3, D242-4',
  )
  add(
    'old-age',
    BASE.pay,
    artist ? law.artistOldAge : law.oldAge,
    artist ? law.artistOldAgeEmployee : law.oldAgeEmployee,
    'urssaf',
    'CSS L241-3, D242-4',
  )
  const showT1 = artist && !executive ? law.artistPensionT1 : law.technicianPensionT1
  const showT1Employee = artist && !executive ? law.artistPensionT1Employee : law.technicianPensionT1Employee
  const ani = 'ANI du 17 novembre 2017 art. 35-38'
  add(
    'pension-t1',
    BASE.pensionT1,
    show ? showT1 : law.pensionT1,
    show ? showT1Employee : law.pensionT1Employee,
    pension,
    ani,
  )
  add('ceg-t1', BASE.pensionT1, law.ceg1, law.ceg1Employee, pension, ani)
  add(
    'pension-t2',
    BASE.pensionT2,
    show && !executive ? law.showPensionT2 : law.pensionT2,
    show && !executive ? law.showPensionT2Employee : law.pensionT2Employee,
    pension,
    ani,
    T2,
  )
  add('ceg-t2', BASE.pensionT2, law.ceg2, law.ceg2Employee, pension, ani, T2)
  add('cet', BASE.technical, law.cet, law.cetEmployee, pension, ani, T2)

  add('family', BASE.pay, artist ? law.artistFamily : law.family, undefined, 'urssaf', 'CSS L241-6, D241-3-1')
  add(
    'family-supplement',
    BASE.familySupplement,
    artist ? law.artistFamilySupplement : law.familySupplement,
    undefined,
    'urssaf',
    'CSS L241-6-1',
    T2,
  )

  const insurance = 'Code du travail L5422-9; règlement d’assurance chômage art. 50'
  add('unemployment', BASE.unemployment, law.unemployment, undefined, jobs, insurance)
  if (show)
    add(
      'unemployment-show',
      BASE.unemployment,
      law.annexUnemployment,
      law.annexUnemploymentEmployee,
      jobs,
      'Règlement d’assurance chômage, annexes VIII and X',
    )
  if (isShortCustomary(engagement))
    add(
      'unemployment-short',
      BASE.unemployment,
      law.shortCustomary,
      undefined,
      jobs,
      'Règlement d’assurance chômage art. 50-1',
    )
  add('wage-guarantee', BASE.unemployment, law.wageGuarantee, undefined, jobs, 'Code du travail L3253-18')
  if (executive)
    add('apec', BASE.apec, law.apec, law.apecEmployee, pension, 'ANI du 12 juillet 2011', { optional: false })

  add('solidarity', BASE.pay, law.solidarity, undefined, 'urssaf', 'CASF L137-40')
  if (staff < 50)
    add(
      'housing',
      raised ? BASE.raisedCapped : BASE.capped,
      artist ? law.artistHousingSmall : law.housingSmall,
      undefined,
      'urssaf',
      'CCH L813-5',
    )
  else
    add(
      'housing',
      raised ? BASE.raisedPay : BASE.pay,
      artist ? law.artistHousing : law.housing,
      undefined,
      'urssaf',
      'CCH L813-5',
    )
  entries.push('mobility')
  add('dialogue', BASE.pay, law.dialogue, undefined, 'urssaf', 'Code du travail L2135-10, D2135-34')
  if (show && contract === 'customary')
    add('training-show', BASE.gross, law.showTraining, undefined, 'afdas', 'Code du travail L6331-55')
  else {
    add(
      'training',
      BASE.pay,
      staff < 11 ? law.trainingSmall : law.training,
      undefined,
      'urssaf',
      'Code du travail L6331-1, L6331-3',
    )
    if (contract !== 'open-ended')
      add(
        'training-fixed-term',
        BASE.pay,
        law.trainingFixedTerm,
        undefined,
        'urssaf',
        'Code du travail L6331-6',
      )
  }
  const apprenticeshipBase = raised ? BASE.raisedPay : BASE.pay
  add(
    'apprenticeship',
    apprenticeshipBase,
    alsaceMoselle ? law.apprenticeshipAlsaceMoselle : law.apprenticeship,
    undefined,
    'urssaf',
    'Code du travail L6241-1, L6241-2',
  )
  if (!alsaceMoselle)
    add(
      'apprenticeship-balance',
      apprenticeshipBase,
      law.apprenticeshipBalance,
      undefined,
      'urssaf',
      'Code du travail L6241-2',
    )
  const extra = apprenticeshipExtra(law, engagement)
  if (extra)
    add('apprenticeship-extra', apprenticeshipBase, extra, undefined, 'urssaf', 'Code du travail L6242-1')
  if (staff >= 50)
    add('construction-effort', BASE.pay, law.constructionEffort, undefined, 'action-logement', 'CCH L313-1')
  if (agreement === '3090') add('fcap', BASE.pensionT1, law.fcap, undefined, 'audiens', 'IDCC 3090')
  if (agreement === '1285') add('fnas', BASE.gross, law.fnas, undefined, 'fnas', 'IDCC 1285 art. III-2')
  entries.push('cover-levy')
  if (raised) entries.push('leave-fund')
  entries.push('csg-deductible', 'csg-non-deductible', 'crds')

  return Object.freeze({
    entries: Object.freeze(entries),
    employerRules: Object.freeze(
      entries.filter((entry) => typeof entry === 'object').filter((rule) => rule.employer !== 0n),
    ),
    staffFrom11: staff >= 11,
    large: staff >= 50,
    artistShare: artist ? law.artistShare : undefined,
    raised,
    pensionBody: pension,
    pensionPart: show && law.reductionLowerPension ? pensionPart(showT1, law) : law.reductionPension,
  })
}

/** T1 and CEG of the employer, at most the general part. */
function pensionPart(t1: Rate, law: ContributionLaw): bigint {
  const own = multiply(10_000n, t1) + multiply(10_000n, law.ceg1)
  return own < law.reductionPension ? own : law.reductionPension
}

function apprenticeshipExtra(law: ContributionLaw, engagement: Engagement): Rate | undefined {
  if (engagement.staff < 250 || !engagement.apprenticeShare) return undefined
  const { numerator, denominator } = engagement.apprenticeShare
  const found = law.apprenticeshipExtra.find(([below]) => numerator * 100n < BigInt(below) * denominator)
  if (!found) return undefined
  const rate = found[0] === 1 && engagement.staff >= 2000 ? law.apprenticeshipExtraLarge : percent(found[1])
  // In Alsace-Moselle 52 % of the rate is due (Code du travail L6242-1).
  return engagement.alsaceMoselle
    ? { numerator: rate.numerator * 52n, denominator: rate.denominator * 100n }
    : rate
}
