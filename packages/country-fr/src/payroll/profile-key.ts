import { contractOf, isShortCustomary, paysLeaveByFund } from './engagement.ts'
import type { Engagement } from './situation.ts'

const STATUSES = ['employee', 'executive', 'artist', 'technician', 'cesa', 'cape']

/** Everything about an engagement that chooses lines, as one small number. */
export function profileKey(engagement: Engagement): number {
  const { staff } = engagement
  const staffBand = staff < 11 ? 0 : staff < 50 ? 1 : staff < 250 ? 2 : staff < 2000 ? 3 : 4
  const contract = contractOf(engagement)
  let key = STATUSES.indexOf(engagement.status)
  key = key * 2 + (engagement.executive ? 1 : 0)
  key = key * 5 + staffBand
  key = key * 6 + apprenticeBand(engagement)
  key = key * 2 + (engagement.alsaceMoselle ? 1 : 0)
  key = key * 3 + (contract === 'open-ended' ? 0 : contract === 'fixed-term' ? 1 : 2)
  key = key * 2 + (isShortCustomary(engagement) ? 1 : 0)
  key = key * 2 + (paysLeaveByFund(engagement) ? 1 : 0)
  return key * 3 + (engagement.agreement === 'none' ? 0 : engagement.agreement === '3090' ? 1 : 2)
}

function apprenticeBand({ apprenticeShare }: Engagement): number {
  if (!apprenticeShare) return 5
  const below = (share: bigint) => apprenticeShare.numerator * 100n < share * apprenticeShare.denominator
  return below(1n) ? 0 : below(2n) ? 1 : below(3n) ? 2 : below(4n) ? 3 : below(5n) ? 4 : 5
}
