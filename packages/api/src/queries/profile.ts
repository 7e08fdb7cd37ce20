import { activitiesOfMembers } from '@samen/core/activities'
import { formatAmount } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { balancesOf } from '@samen/core/ledger'
import { memberById, shareRegister } from '@samen/core/members'
import type { z } from 'zod'
import type { profile } from '../answers/me.ts'

/** A member's own page: who they are here, what their activities may spend, which shares they own. */
export async function profileOf(
  trx: Transaction,
  officeId: string,
  currency: string,
  memberId: string,
): Promise<z.infer<typeof profile>> {
  const member = await memberById(trx, officeId, memberId)
  const activities = await activitiesOfMembers(trx, officeId, [memberId])
  const balances = await balancesOf(
    trx,
    'activity-budget',
    activities.map(({ activityId }) => activityId),
  )
  // A budget is owed to the activity: it stands on the credit side.
  const budgets = new Map(
    balances.filter((one) => one.currency === currency).map((one) => [one.subject, -one.net]),
  )
  const shares = await shareRegister(trx, officeId, memberId)
  const { givenName, familyName, email, language, region, joinedOn, iban } = member
  return {
    memberId,
    givenName,
    familyName,
    email,
    language,
    region,
    joinedOn,
    ibanEnding: iban.slice(-4),
    currency,
    activities: activities.map(({ activityId, name, kind, sector, openedOn, memberIds }) => ({
      activityId,
      name,
      kind,
      sector,
      openedOn,
      members: memberIds.length,
      budget: formatAmount(budgets.get(activityId) ?? 0n),
    })),
    shares: shares.map(({ shareNumber, amount, currency, acquiredOn }) => ({
      number: shareNumber.toString(),
      amount: formatAmount(amount),
      currency,
      acquiredOn,
    })),
  }
}
