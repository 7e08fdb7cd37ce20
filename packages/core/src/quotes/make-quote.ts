import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import {
  addUp,
  type ContractDraft,
  createContract,
  type Discount,
  insertLines,
  type PriceLine,
  priceFaults,
} from '../contracts/index.ts'
import { addDays, type IsoDate, isIsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { type DepositAsk, depositFaults } from '../invoices/index.ts'
import { type Fault, throwFaults } from '../problem/index.ts'
import { type Conversion, conversionsOn, PRICE_CURRENCIES } from '../rates/index.ts'
import { CONVERTED_VALID_DAYS_MAX, type Quote, VALID_DAYS, VALID_DAYS_MAX, worthAtHome } from './quote.ts'
import { quoteById } from './quote-store.ts'

/** The price of a quote and what is said beside it. */
export interface QuotePrice {
  readonly lines: readonly PriceLine[]
  readonly discount?: Discount | null
  /** Professional expenses the price pays and no line passes on; none unless told. */
  readonly ownExpenses?: Minor
  readonly conditions?: string | null
  /** A part of the fee that is asked for as soon as the quote is agreed. */
  readonly deposit?: DepositAsk | null
  /**
   * Of lines, discount and what is passed on; the office's unless told. In another one the budget is reckoned at the office's
   * rate of today, and stays so.
   */
  readonly currency?: string | undefined
  /** The last day it may be accepted; 30 days from today unless told. */
  readonly validUntil?: IsoDate
}

export type QuoteDraft = QuotePrice &
  Omit<ContractDraft, 'fee' | 'expenses' | 'state' | 'steppedAt' | 'validUntil'>

/**
 * Makes a quote: a contract in its first state whose fee is what its lines add up to without the options.
 *
 * @throws Problem naming the field: `lines[i].quantity`, `discount`, or a field of the contract; `rate-missing` where the office has
 *   no rate of the currency.
 */
export async function makeQuote(trx: Transaction, context: OfficeContext, draft: QuoteDraft): Promise<Quote> {
  const {
    lines,
    discount = null,
    ownExpenses = 0n,
    conditions = null,
    deposit = null,
    currency = context.plugin.currency,
    validUntil,
    ...job
  } = draft
  const price = { lines, discount, ownExpenses, conditions, deposit, currency }
  const until = validUntil ?? addDays(context.today, VALID_DAYS)
  throwFaults(quoteFaults(context, price, until))
  const { officeId } = context
  const conversion = await conversionFor(trx, context, currency)
  const { fee, expenses } = worthAtHome(addUp(lines, discount, currency), { conversion, ownExpenses })
  const { contractId } = await createContract(trx, context, {
    ...job,
    fee,
    expenses,
    validUntil: until,
  })
  await sql`
    insert into samen.quote (office_id, contract_id, discount_kind, discount_value, own_expenses, conditions,
      deposit_kind, deposit_value, currency, rate_numerator, rate_denominator, rate_on, rate_source)
    values (${officeId}, ${contractId}, ${discount?.kind ?? null}, ${discount?.value ?? null}::int8, ${ownExpenses},
      ${conditions}, ${deposit?.kind ?? null}, ${deposit?.value ?? null}::int8, ${conversion?.currency ?? null},
      ${conversion?.rate.numerator ?? null}::int8, ${conversion?.rate.denominator ?? null}::int8,
      ${conversion?.on ?? null}, ${conversion?.source ?? null})`.execute(trx)
  await insertLines(trx, officeId, [{ contractId, lines }])
  return quoteById(trx, officeId, contractId)
}

/** How a price stands against the office's currency today; null in that. @throws Problem `rate-missing` */
export async function conversionFor(
  trx: Transaction,
  { officeId, plugin, today }: OfficeContext,
  currency: string,
): Promise<Conversion | null> {
  const home = plugin.currency
  if (currency === home) return null
  const source = plugin.vat.rateSource ?? 'ecb'
  const known = await conversionsOn(trx, officeId, { currencies: [currency], home, day: today, source })
  return known.get(currency) as Conversion
}

/** Everything wrong with a price and its last day. Pure. */
export function quoteFaults(
  { plugin, today }: OfficeContext,
  price: Required<Omit<QuotePrice, 'validUntil' | 'currency'>> & { readonly currency: string },
  validUntil: IsoDate,
): Fault[] {
  const { currency } = price
  const isConverted = currency !== plugin.currency
  if (!PRICE_CURRENCIES.includes(currency))
    return [{ field: 'currency', reason: `One of ${PRICE_CURRENCIES.join(', ')}.` }]
  const faults = priceFaults(price.lines, price.discount, currency)
  const daysMax = isConverted ? CONVERTED_VALID_DAYS_MAX : VALID_DAYS_MAX
  if (!isIsoDate(validUntil))
    faults.push({ field: 'validUntil', reason: 'A day is written YYYY-MM-DD and must exist.' })
  else if (validUntil < today) faults.push({ field: 'validUntil', reason: 'Lies in the past.' })
  else if (validUntil > addDays(today, daysMax))
    faults.push({ field: 'validUntil', reason: `Lies at most ${daysMax} days ahead.` })
  const { conditions, ownExpenses, deposit } = price
  if (deposit && isConverted)
    faults.push({ field: 'deposit', reason: `A deposit is asked for in ${plugin.currency} alone.` })
  else if (deposit && faults.length === 0) {
    const { fee } = addUp(price.lines, price.discount, plugin.currency)
    faults.push(...depositFaults(fee, deposit, plugin.currency))
  }
  if (conditions !== null && (conditions.trim().length < 1 || conditions.length > 5_000))
    faults.push({ field: 'conditions', reason: 'Have 1 to 5,000 characters.' })
  if (ownExpenses < 0n) faults.push({ field: 'ownExpenses', reason: 'May not be negative.' })
  return faults
}
