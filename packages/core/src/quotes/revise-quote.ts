import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import {
  addUp,
  type Contract,
  insertLines,
  type JobChanges,
  lockContracts,
  reviseJob,
} from '../contracts/index.ts'
import { addDays } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, notFound, throwFaults } from '../problem/index.ts'
import { revokeLinks } from './link-store.ts'
import { conversionFor, type QuotePrice, quoteFaults } from './make-quote.ts'
import { type Quote, VALID_DAYS, worthAtHome } from './quote.ts'
import { quoteById } from './quote-store.ts'

/** A price as `makeQuote` takes it, and what else of the job is another; of the job, what is left out stays. */
export type QuoteRevision = QuotePrice &
  Pick<JobChanges, 'clientId' | 'title' | 'startsOn' | 'endsOn' | 'terms'>

/**
 * Offers a quote anew: other lines, another last day, another title, client or days. Links to the version before stop
 * working, so nobody accepts what is no longer offered; what they showed is kept. What the office agreed to above a
 * member's ceiling counts no more for another client or other days.
 *
 * @throws Problem `not-found`; `conflict` for a contract that is no quote any more; as `makeQuote` and `reviseJob`.
 */
export async function reviseQuote(
  trx: Transaction,
  context: OfficeContext,
  contractId: string,
  {
    lines,
    discount = null,
    ownExpenses = 0n,
    conditions = null,
    deposit = null,
    currency = context.plugin.currency,
    validUntil,
    ...job
  }: QuoteRevision,
): Promise<Quote> {
  const { officeId, today } = context
  const [contract] = await lockContracts(trx, officeId, [contractId])
  if (!contract) throw notFound('such contract')
  refuseSettled(contract)
  const until = validUntil ?? addDays(today, VALID_DAYS)
  throwFaults(quoteFaults(context, { lines, discount, ownExpenses, conditions, deposit, currency }, until))
  const conversion = await conversionFor(trx, context, currency)
  const { fee, expenses } = worthAtHome(addUp(lines, discount, currency), { conversion, ownExpenses })
  const { isOther } = await reviseJob(trx, context, contract, {
    ...job,
    fee,
    expenses,
    validUntil: until,
  })
  await revokeLinks(trx, officeId, contractId, context.now)
  await sql`
    insert into samen.quote as q (office_id, contract_id, version, job_version, discount_kind, discount_value, own_expenses,
      conditions, deposit_kind, deposit_value, currency, rate_numerator, rate_denominator, rate_on, rate_source)
    values (${officeId}, ${contractId}, 2, ${isOther ? 2 : 1}, ${discount?.kind ?? null}, ${discount?.value ?? null}::int8,
      ${ownExpenses}, ${conditions}, ${deposit?.kind ?? null}, ${deposit?.value ?? null}::int8,
      ${conversion?.currency ?? null}, ${conversion?.rate.numerator ?? null}::int8,
      ${conversion?.rate.denominator ?? null}::int8, ${conversion?.on ?? null}, ${conversion?.source ?? null})
    on conflict (office_id, contract_id) do update
       set version = q.version + 1,
           job_version = case when ${isOther}::boolean then q.version + 1 else q.job_version end,
           discount_kind = excluded.discount_kind, discount_value = excluded.discount_value,
           own_expenses = excluded.own_expenses, conditions = excluded.conditions,
           deposit_kind = excluded.deposit_kind, deposit_value = excluded.deposit_value,
           currency = excluded.currency, rate_numerator = excluded.rate_numerator,
           rate_denominator = excluded.rate_denominator, rate_on = excluded.rate_on, rate_source = excluded.rate_source`.execute(
    trx,
  )
  await sql`
    delete from samen.contract_line where office_id = ${officeId} and contract_id = ${contractId}`.execute(
    trx,
  )
  await insertLines(trx, officeId, [{ contractId, lines }])
  return quoteById(trx, officeId, contractId)
}

/** @throws Problem `conflict` */
export function refuseSettled({ state }: Pick<Contract, 'state'>): void {
  if (state !== 'quote')
    throw conflict(`A quote is revised and sent before it is agreed; this one is ${state}.`)
}
