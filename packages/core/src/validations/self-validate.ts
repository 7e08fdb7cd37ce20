import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { addUp, contractById } from '../contracts/index.ts'
import { AMOUNT_MAX, formatAmount, type IsoDate, isIsoDate, type Minor, monthOf } from '../country/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'
import { memberById } from '../members/index.ts'
import { conflict, type Fault, notFound, Problem, throwFaults } from '../problem/index.ts'
import { quoteOf } from '../quotes/index.ts'
import { aboveCeiling, type Ceiling, type Validation } from './validation.ts'
import { agreedInMonth, ceilingOn, latestValidation, validationFields } from './validation-store.ts'

/** Sets how much a member agrees alone from a day on. @throws Problem naming the field; `not-found` for no such member */
export async function setCeiling(
  trx: Transaction,
  { officeId, id, by, now, today }: OfficeContext,
  memberId: string,
  given: { perContract: Minor | null; perMonth: Minor | null; validFrom?: IsoDate },
): Promise<Ceiling> {
  const { perContract, perMonth, validFrom = today } = given
  const faults: Fault[] = []
  for (const [field, amount] of [
    ['perContract', perContract],
    ['perMonth', perMonth],
  ] as const)
    if (amount !== null && (amount < 0n || amount > AMOUNT_MAX))
      faults.push({ field, reason: 'Lies from zero to ten billion.' })
  if (!isIsoDate(validFrom))
    faults.push({ field: 'validFrom', reason: 'A day is written YYYY-MM-DD and must exist.' })
  else if (validFrom < today)
    faults.push({ field: 'validFrom', reason: 'Lies in the past: what was agreed then was agreed.' })
  throwFaults(faults)
  await memberById(trx, officeId, memberId)
  await sql`
    insert into samen.validation_ceiling (office_id, ceiling_id, member_id, valid_from, per_contract, per_month, set_by,
      set_at)
    values (${officeId}, ${id()}, ${memberId}, ${validFrom}, ${perContract}::int8, ${perMonth}::int8, ${by}, ${now})`.execute(
    trx,
  )
  return { perContract, perMonth, validFrom }
}

/**
 * Asks the office about a member's quote where it is above the ceiling in force and was not approved at this worth, for this client
 * and these days, yet.
 * Asked again without a change, the question that waits is the question there is.
 *
 * @returns the question that waits or was rejected; undefined where the member may go on alone.
 */
export async function selfValidate(
  trx: Transaction,
  context: OfficeContext,
  memberId: string,
  contractId: string,
): Promise<Validation | undefined> {
  const { officeId, now, today } = context
  const contract = await contractById(trx, officeId, contractId)
  if (contract.state !== 'quote') return undefined
  const ceiling = await ceilingOn(trx, officeId, memberId, today)
  if (!ceiling) return undefined
  // Two quotes of one member are weighed one after the other, or both would fit where one does.
  await lockInOffice(trx, officeId, `self validation ${memberId}`)
  const quote = await quoteOf(trx, officeId, contract)
  const all = quote.lines.map((line) => ({ ...line, chosen: true }))
  const worth = addUp(all, quote.discount, contract.currency).fee
  const month = monthOf(contract.startsOn)
  const inMonth = await agreedInMonth(trx, officeId, memberId, { month, except: contractId, now })
  const above = aboveCeiling(ceiling, worth, inMonth)
  const latest = await latestValidation(trx, officeId, contractId)
  if (!above) {
    if (latest?.state === 'waiting') await supersede(trx, context, contractId)
    return undefined
  }
  const isForThisJob = latest !== undefined && latest.version >= quote.jobVersion
  if (latest?.state === 'approved' && isForThisJob && latest.worth >= worth) return undefined
  const isSame = latest?.worth === worth && latest.version === quote.version
  if (latest && isSame && (latest.state === 'waiting' || latest.state === 'rejected')) return latest
  if (latest?.state === 'waiting') await supersede(trx, context, contractId)
  const { rows } = await sql<Validation>`
    insert into samen.contract_validation (office_id, contract_id, validation_no, member_id, version, worth, why, ceiling, asked_at)
    values (${officeId}, ${contractId}, ${(latest?.validationNo ?? 0) + 1}, ${memberId}, ${quote.version}, ${worth}, ${above.why},
      ${above.ceiling}, ${now})
    returning ${validationFields}`.execute(trx)
  return rows[0]
}

async function supersede(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  contractId: string,
): Promise<void> {
  await sql`
    update samen.contract_validation set state = 'superseded', decided_by = ${by}, decided_at = ${now}
     where office_id = ${officeId} and contract_id = ${contractId} and state = 'waiting'`.execute(trx)
}

/** Why a member may not go on with a quote. */
export function notValidated({ state, worth, why, ceiling, askedAt, reason }: Validation): Problem {
  const limit = `${formatAmount(ceiling)} ${why === 'per-contract' ? 'in one contract' : 'in one month'}`
  return new Problem(
    'refused',
    state === 'rejected'
      ? `The office has not agreed to this quote: ${reason} Revise it and it is asked again.`
      : `This quote comes to ${formatAmount(worth)}, and you agree up to ${limit} alone: it waits for the office since ${askedAt.toISOString().slice(0, 10)}.`,
    { field: 'lines', extra: { validation: state } },
  )
}

/**
 * The office's decision on a quote that waits. The same decision again changes nothing.
 *
 * @param deciderMemberId who decides, where they are a member too: nobody decides on their own quote.
 * @throws Problem `not-found`; `conflict` when it was decided otherwise or replaced; `forbidden` on one's own; `invalid-field`
 *   without a reason to reject.
 */
export async function decideValidation(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  contractId: string,
  given: {
    decision: 'approved' | 'rejected'
    reason?: string | undefined
    deciderMemberId: string | null
  },
): Promise<Validation> {
  const { decision, deciderMemberId } = given
  const reason = given.reason?.trim() || null
  if (decision === 'rejected' && reason === null)
    throwFaults([{ field: 'reason', reason: 'Say why: the member reads it.' }])
  if (reason !== null && reason.length > 300)
    throwFaults([{ field: 'reason', reason: 'Has at most 300 characters.' }])
  await contractById(trx, officeId, contractId)
  const latest = await latestValidation(trx, officeId, contractId)
  if (!latest) throw notFound('quote that waits for a decision')
  if (latest.memberId === deciderMemberId)
    throw new Problem('forbidden', 'Nobody decides on their own quote: ask a colleague.')
  if (latest.state === decision) return latest
  const { rows } = await sql<Validation>`
    update samen.contract_validation
       set state = ${decision}, decided_by = ${by}, decided_at = ${now}, reason = ${reason}
     where office_id = ${officeId} and contract_id = ${contractId} and state = 'waiting'
     returning ${validationFields}`.execute(trx)
  const [decided] = rows
  if (!decided) throw conflict(`This quote is ${latest.state} already.`)
  return decided
}
