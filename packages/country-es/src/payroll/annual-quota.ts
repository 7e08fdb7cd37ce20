import { type Minor, maximum } from '@samen/core/country'
import type { ScaleStep, Tax } from '../parameters/index.ts'
import { familyMinimum, otherExpenses } from './household.ts'
import type { SpanishSituation } from './situation.ts'

/** The tax of a year as the official algorithm foresees it. */
export interface AnnualQuota {
  /** Quota in ten-thousandths of a euro, after the limit of 43 % and before the reduction of Ceuta and Melilla. */
  readonly quota: bigint
  readonly exempt: boolean
  readonly expenses: Minor
  readonly reduction: Minor
  readonly base: Minor
  readonly minimum: Minor
}

/** The algorithm's cuota on an annual pay with its contributions. No step is rounded but those it names. */
export function annualQuota(
  situation: SpanishSituation,
  tax: Tax,
  pay: Minor,
  contributions: Minor,
): AnnualQuota {
  const { worker, engagement } = situation
  const minimum = familyMinimum(situation, tax)
  const spare = maximum(0n, pay - contributions)
  const most = otherExpenses(situation, tax)
  const expenses = most < spare ? most : spare
  const net = maximum(0n, spare - engagement.irregularReduction)
  const reduction = workReduction(tax, net)
  const many = worker.children.length > 2 ? tax.manyDescendants : 0n
  const left = maximum(0n, net - expenses - reduction)
  const base = maximum(0n, left - many - worker.compensatoryPension)
  const exemptUpTo = tax.exemptPay[worker.family][Math.min(2, worker.children.length)]
  const exempt = exemptUpTo !== undefined && pay <= exemptUpTo
  let quota = 0n
  if (!exempt) {
    quota = fullQuota(tax, base, minimum, worker.childMaintenance)
    if (exemptUpTo !== undefined && pay <= tax.limitUpTo) {
      const limit = (pay - exemptUpTo) * tax.limitPercent
      if (quota > limit) quota = limit
    }
  }
  return { quota, exempt, expenses, reduction, base, minimum }
}

export const territoryApplies = ({ worker }: SpanishSituation, tax: Tax): boolean =>
  worker.territory === 'ceuta-melilla' || (worker.territory === 'la-palma' && tax.laPalma)

/** Scale on the base less scale on the minimum, in ten-thousandths of a euro; apart on what is paid for children. */
function fullQuota({ scale, minimums }: Tax, base: Minor, minimum: Minor, maintenance: Minor): bigint {
  const quota =
    maintenance > 0n && maintenance < base
      ? onScale(scale, base - maintenance) +
        onScale(scale, maintenance) -
        onScale(scale, minimum + minimums.maintenance)
      : onScale(scale, base) - onScale(scale, minimum)
  return maximum(0n, quota)
}

function onScale(scale: readonly ScaleStep[], base: Minor): bigint {
  for (let index = scale.length - 1; index >= 0; index--) {
    const step = scale[index] as ScaleStep
    if (base >= step.from) return step.quota + (base - step.from) * step.percent
  }
  return 0n
}

function workReduction({ workReduction: r }: Tax, net: Minor): Minor {
  if (net <= r.fullUpTo) return r.full
  if (net <= r.middleUpTo) return hundredths(r.full * 100n - r.firstSlope * (net - r.fullUpTo))
  if (net < r.end) return hundredths(r.middle * 100n - r.secondSlope * (net - r.middleUpTo))
  return 0n
}

const hundredths = (value: bigint): Minor => maximum(0n, (value + 50n) / 100n)
