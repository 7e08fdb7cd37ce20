import { sql } from 'kysely'
import { completedFacts, type OfficeContext, situationFields } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { throwFaults } from '../problem/index.ts'
import type { Contract, Engagement } from './contract.ts'
import { contractFaults } from './contract-checks.ts'
import { readScene } from './move-contracts.ts'
import { payByOf } from './pay-by.ts'

/** What may be another in a job nobody has agreed to yet; what is left out stays. */
export type JobChanges = Partial<
  Pick<Contract, 'clientId' | 'title' | 'fee' | 'expenses' | 'startsOn' | 'endsOn' | 'validUntil'>
> & {
  /** One worker's terms for the job as it will be. */
  readonly terms?: Pick<Engagement, 'memberId' | 'terms'>
}

/**
 * Makes a quoted job another one: the days in the terms of its workers and their last pay day follow. The caller has locked
 * the contract and knows that it is a quote.
 *
 * @returns the job as it is now, and whether it is for another client or other days.
 * @throws Problem naming the field; `refused` when other days are wanted for a job whose hiring declaration is filed.
 */
export async function reviseJob(
  trx: Transaction,
  context: OfficeContext,
  contract: Contract,
  { terms, ...changes }: JobChanges,
): Promise<{ readonly contract: Contract; readonly isOther: boolean }> {
  const { officeId, plugin } = context
  const merged = { ...contract, ...changes }
  const revised = { ...merged, title: merged.title.trim() }
  const scene = await readScene(trx, context, revised)
  throwFaults(contractFaults(scene))
  const { contractId, startsOn, endsOn } = revised
  const hasOtherDays = startsOn !== contract.startsOn || endsOn !== contract.endsOn
  if (hasOtherDays && scene.engagements.some(({ hiringFiledAt }) => hiringFiledAt !== null))
    throwFaults([
      {
        field: 'startsOn',
        type: 'refused',
        reason: 'A hiring declaration is filed for the days of this quote: cancel it and make a new one.',
      },
    ])
  await sql`
    update samen.contract set client_id = ${revised.clientId}, title = ${revised.title}, fee = ${revised.fee},
           expenses = ${revised.expenses}, starts_on = ${startsOn}, ends_on = ${endsOn}, valid_until = ${revised.validUntil}
     where office_id = ${officeId} and contract_id = ${contractId}`.execute(trx)
  if (hasOtherDays || terms) {
    const asked = situationFields(plugin).engagement
    const workers = scene.engagements.map((worker) => ({
      memberId: worker.memberId,
      terms: completedFacts(
        asked,
        terms?.memberId === worker.memberId ? terms.terms : withoutDays(worker.terms, contract),
        { startsOn, endsOn },
      ),
    }))
    await sql`
      update samen.engagement e set terms = w.terms, pay_by = ${payByOf(plugin)(endsOn, revised.region)}
        from jsonb_to_recordset(${JSON.stringify(workers)}::jsonb) w("memberId" uuid, terms jsonb)
       where e.office_id = ${officeId} and e.contract_id = ${contractId} and e.member_id = w."memberId"`.execute(
      trx,
    )
  }
  return { contract: revised, isOther: hasOtherDays || revised.clientId !== contract.clientId }
}

/** Terms without the days they took from the job: those the job has next are filled in. */
const withoutDays = (terms: Engagement['terms'], days: Pick<Contract, 'startsOn' | 'endsOn'>) =>
  Object.fromEntries(
    Object.entries(terms).filter(
      ([name, value]) => (name !== 'startsOn' && name !== 'endsOn') || value !== days[name],
    ),
  )
