import { insertClaims } from '../../src/claims/index.ts'
import type { IsoDate, Minor } from '../../src/country/index.ts'
import { newId } from '../../src/database/index.ts'
import { post } from '../../src/ledger/index.ts'
import type { WageScene } from './wage-scene.ts'

/** A worker was paid too much, as a correction finds it. @returns the claim's id */
export async function overpay(
  scene: WageScene,
  {
    payRunId,
    memberId,
    amount,
    aroseOn,
  }: { payRunId: string; memberId: string; amount: Minor; aroseOn: IsoDate },
): Promise<string> {
  const workerClaimId = newId()
  const { legalEntityId } = scene
  await scene.do(aroseOn, async (trx, { officeId }) => {
    await insertClaims(trx, officeId, [
      { workerClaimId, payRunId, legalEntityId, memberId, currency: 'EUR', amount, aroseOn },
    ])
    await post(trx, officeId, [
      {
        key: `worker-claim:${workerClaimId}`,
        kind: 'worker-claim',
        legalEntityId,
        effectiveOn: aroseOn,
        entries: [
          { account: 'worker-claim', subject: memberId, currency: 'EUR', amount },
          { account: 'net-payable', subject: payRunId, currency: 'EUR', amount: -amount },
        ],
      },
    ])
  })
  return workerClaimId
}
