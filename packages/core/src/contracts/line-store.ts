import { sql } from 'kysely'
import { fraction, type IsoDate, type Minor, type SupplyKind } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import type { Conversion, RateSource } from '../rates/index.ts'
import type { Discount, LineUnit, PriceLine } from './price.ts'

export interface LineTables {
  contract_line: {
    office_id: string
    contract_id: string
    line_no: number
    kind: PriceLine['kind']
    description: string
    supply: SupplyKind
    quantity: bigint
    unit: LineUnit
    unit_price: Minor
    discount_kind: Discount['kind'] | null
    discount_value: bigint | null
    optional: boolean
    chosen: boolean
  }
  quote: {
    office_id: string
    contract_id: string
    version: number
    discount_kind: Discount['kind'] | null
    discount_value: bigint | null
    own_expenses: Minor
    conditions: string | null
    currency: string | null
    rate_numerator: bigint | null
    rate_denominator: bigint | null
    rate_on: IsoDate | null
    rate_source: RateSource | null
  }
}

/** What a contract's price is made of. */
export interface ContractPrice {
  readonly lines: readonly PriceLine[]
  readonly discount: Discount | null
  /** Of a price in another currency than the office's: lines and discount are told in it. */
  readonly conversion?: Conversion | null
}

/** As a quote keeps it. */
export interface StoredConversion {
  readonly priceCurrency: string | null
  readonly home: string
  readonly rateNumerator: bigint | null
  readonly rateDenominator: bigint | null
  readonly rateOn: IsoDate | null
  readonly rateSource: RateSource | null
}

export const conversionFields =
  sql.raw(`q.currency as "priceCurrency", c.currency as "home", q.rate_numerator as "rateNumerator",
  q.rate_denominator as "rateDenominator", q.rate_on as "rateOn", q.rate_source as "rateSource"`)

export const conversionOf = (stored: StoredConversion): Conversion | null => {
  const { priceCurrency, home, rateNumerator, rateDenominator, rateOn, rateSource } = stored
  if (priceCurrency === null || rateNumerator === null || rateDenominator === null) return null
  if (rateOn === null || rateSource === null) return null
  const rate = fraction(rateNumerator, rateDenominator)
  return { currency: priceCurrency, rate, home, on: rateOn, source: rateSource }
}

/** The lines and discount of those of the contracts that have any, by contract; the others have their fee alone. */
export async function pricesOf(
  trx: Transaction,
  officeId: string,
  contractIds: readonly string[],
): Promise<Map<string, ContractPrice>> {
  const prices = new Map<
    string,
    { lines: PriceLine[]; discount: Discount | null; conversion: Conversion | null }
  >()
  if (contractIds.length === 0) return prices
  const { rows } = await sql<
    Omit<PriceLine, 'discount'> & {
      contractId: string
      discountKind: Discount['kind'] | null
      discountValue: bigint | null
      wholeKind: Discount['kind'] | null
      wholeValue: bigint | null
    } & StoredConversion
  >`
    select l.contract_id as "contractId", l.kind, l.description, l.supply, l.quantity, l.unit,
           l.unit_price as "unitPrice", l.discount_kind as "discountKind", l.discount_value as "discountValue",
           l.optional, l.chosen, q.discount_kind as "wholeKind", q.discount_value as "wholeValue",
           ${conversionFields}
      from samen.contract_line l
      join samen.contract c on c.office_id = l.office_id and c.contract_id = l.contract_id
      left join samen.quote q on q.office_id = l.office_id and q.contract_id = l.contract_id
     where l.office_id = ${officeId} and l.contract_id = any(${contractIds}::uuid[])
     order by l.contract_id, l.line_no`.execute(trx)
  for (const { contractId, discountKind, discountValue, wholeKind, wholeValue, ...row } of rows) {
    const { priceCurrency, home, rateNumerator, rateDenominator, rateOn, rateSource, ...line } = row
    const stored = { priceCurrency, home, rateNumerator, rateDenominator, rateOn, rateSource }
    const price = prices.get(contractId) ?? {
      lines: [],
      discount: discountOf(wholeKind, wholeValue),
      conversion: conversionOf(stored),
    }
    price.lines.push({ ...line, discount: discountOf(discountKind, discountValue) })
    prices.set(contractId, price)
  }
  return prices
}

export const discountOf = (kind: Discount['kind'] | null, value: bigint | null): Discount | null =>
  kind === null || value === null ? null : { kind, value }

/** Writes the lines of contracts that have none. */
export async function insertLines(
  trx: Transaction,
  officeId: string,
  contracts: readonly { readonly contractId: string; readonly lines: readonly PriceLine[] }[],
): Promise<void> {
  await copyRows(
    trx,
    'contract_line',
    [
      ...['office_id', 'contract_id', 'line_no', 'kind', 'description', 'supply', 'quantity', 'unit'],
      ...['unit_price', 'discount_kind', 'discount_value', 'optional', 'chosen'],
    ],
    contracts.flatMap(({ contractId, lines }) =>
      lines.map((line, at) => [
        officeId,
        contractId,
        at + 1,
        line.kind,
        line.description,
        line.supply,
        line.quantity,
        line.unit,
        line.unitPrice,
        line.discount?.kind ?? null,
        line.discount?.value ?? null,
        line.optional,
        line.chosen,
      ]),
    ),
  )
}
