import type { Minor } from '@samen/core/country'
import { isWholeMonth, simplifiedDays } from './charges.ts'
import { forintsUp } from './forints.ts'
import type { Law } from './law.ts'
import { type HungarianSituation, isSimplified } from './situation.ts'

/**
 * The least pay the decree on the minimum wage asks for this work, where it can be told: by hours stated, by days of
 * simplified employment, or for a whole month. Undefined for mandates, leave and one-off payments.
 */
export function minimumPay(situation: HungarianSituation, { rules }: Law): Minor | undefined {
  const { engagement, pay } = situation
  const { status, hours, qualification } = engagement
  if (status === 'mandate' || status === 'lasting-mandate' || pay === 'one-off' || pay === 'holiday')
    return undefined
  const qualified = qualification === 'secondary'
  const wage = qualified ? rules.guaranteedMinimum : rules.minimumWage
  const simplified = isSimplified(status)
  const share = qualified ? rules.casualGuaranteedShare : rules.casualMinimumShare
  if (hours !== undefined) {
    const hour = simplified ? forintsUp(wage.hour, share) : wage.hour
    return (hour * BigInt(Math.round(hours * 4))) / 4n
  }
  if (simplified) return forintsUp(wage.day, share) * BigInt(simplifiedDays(situation))
  return pay === 'ordinary' && isWholeMonth(situation) ? wage.month : undefined
}
