import { type Minor, maximum, multiply, type Rate } from '@samen/core/country'
import { type Bases, thirtieths } from './bases.ts'
import type { Law } from './law.ts'
import { monthSoFar } from './running-totals.ts'
import type { SpanishSituation } from './situation.ts'

interface Quota {
  readonly code: string
  readonly base: Minor
  readonly employer: Minor
  readonly employee: Minor
}

/**
 * Contributions of a training contract (formación en alternancia): flat quotas of the month while the base does not exceed
 * the least one, and the ordinary rates on what does. Undefined for every other contract.
 */
export function trainingQuotas(
  situation: SpanishSituation,
  { social }: Law,
  bases: Bases,
  accidentRate: Rate,
): readonly Quota[] | undefined {
  if (situation.engagement.contract !== 'training') return undefined
  const { common, professional, days } = bases
  if (common === 0n && professional === 0n) return []
  // A further payment in a month that has borne its quotas lies above the least base as a whole.
  const borne = situation.pay === 'one-off' && monthSoFar(situation).commonBase > 0n
  const part = Math.min(days, 30)
  const flat = (amount: Minor): Minor => (borne ? 0n : thirtieths(amount, part))
  const floor = borne ? 0n : thirtieths(social.floor, part)
  const commonAbove = maximum(0n, common - floor)
  const above = maximum(0n, professional - floor)
  const { trainingContract: quotas } = social
  return [
    {
      code: 'common-contingencies',
      base: common,
      employer: flat(quotas.commonEmployer) + multiply(commonAbove, social.commonEmployer),
      employee: flat(quotas.commonEmployee) + multiply(commonAbove, social.commonEmployee),
    },
    {
      code: 'equity',
      base: floor,
      employer: multiply(floor, social.equityEmployer),
      employee: multiply(floor, social.equityEmployee),
    },
    {
      code: 'unemployment',
      base: professional,
      employer: multiply(floor + above, social.unemploymentPermanentEmployer),
      employee: multiply(floor + above, social.unemploymentPermanentEmployee),
    },
    {
      code: 'wage-guarantee',
      base: professional,
      employer: flat(quotas.wageGuarantee) + multiply(above, social.wageGuarantee),
      employee: 0n,
    },
    {
      code: 'training',
      base: professional,
      employer: flat(quotas.trainingEmployer) + multiply(above, social.trainingEmployer),
      employee: flat(quotas.trainingEmployee) + multiply(above, social.trainingEmployee),
    },
    {
      code: 'work-accident',
      base: professional,
      employer:
        flat(quotas.accidentTemporary) + flat(quotas.accidentPermanent) + multiply(above, accidentRate),
      employee: 0n,
    },
  ]
}
