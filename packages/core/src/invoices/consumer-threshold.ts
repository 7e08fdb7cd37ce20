import { sql } from 'kysely'
import type { Client } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { addUp, type Contract, type ContractPrice } from '../contracts/index.ts'
import {
  CONSUMER_THRESHOLDS,
  formatAmount,
  type IsoDate,
  isUnionCountry,
  type Minor,
  valueOn,
} from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { isInOneStopShop, type LegalEntity } from '../legal-entities/index.ts'
import { refused } from '../problem/index.ts'
import { atHome } from '../rates/index.ts'
import { suppliedOf } from './invoice-lines.ts'
import { isAtConsumer } from './vat-parts.ts'

interface ToIssue {
  readonly contracts: readonly Contract[]
  readonly clients: ReadonlyMap<string, Client>
  readonly prices: ReadonlyMap<string, ContractPrice>
  readonly on: IsoDate
}

/**
 * A company outside the one-stop shop charges the VAT of its own country on electronic services to private people elsewhere
 * in the Union only up to a threshold. An invoice that would pass it is refused, so that nobody is charged the wrong
 * country's VAT. What was invoiced counts net of credit notes; an invoice that holds other things too counts whole.
 *
 * @throws Problem `refused`
 */
export async function refuseUnregistered(
  trx: Transaction,
  { officeId, plugin }: Pick<OfficeContext, 'officeId' | 'plugin'>,
  entities: readonly LegalEntity[],
  { contracts, clients, prices, on }: ToIssue,
): Promise<void> {
  const asked = new Map<string, Minor>()
  const companies = new Map(entities.map((entity) => [entity.legalEntityId, entity]))
  for (const contract of contracts) {
    const client = clients.get(contract.clientId)
    const entity = companies.get(contract.legalEntityId)
    if (!client || !entity || isInOneStopShop(entity, on)) continue
    const price = prices.get(contract.contractId)
    const supplied = price
      ? suppliedOf(addUp(price.lines, price.discount, price.conversion?.currency ?? plugin.currency))
      : [{ supply: contract.supply, net: contract.fee }]
    for (const { supply, net } of supplied)
      if (isAtConsumer(supply, { client, entity }))
        asked.set(
          entity.legalEntityId,
          (asked.get(entity.legalEntityId) ?? 0n) + (price?.conversion ? atHome(net, price.conversion) : net),
        )
  }
  if (asked.size === 0) return
  const limit = thresholdOn(plugin.currency, on)
  const sold = await soldToConsumers(trx, officeId, [...asked.keys()], { contracts, on })
  for (const [legalEntityId, net] of asked) {
    const { name, country } = companies.get(legalEntityId) as LegalEntity
    const sumOf = (year: number) =>
      sold
        .filter((one) => one.legalEntityId === legalEntityId && one.year === year)
        .filter((one) => one.country !== country && isUnionCountry(one.country))
        .reduce((sum, one) => sum + one.net, 0n)
    const year = Number(on.slice(0, 4))
    const lastYear = sumOf(year - 1)
    const thisYear = sumOf(year) + net
    if (lastYear <= limit && thisYear <= limit) continue
    const [most, when] =
      lastYear > limit ? [lastYear, 'last year'] : [thisYear, 'this year with what is invoiced now']
    throw refused(
      `${name} sells electronic services to private people elsewhere in the Union for ${formatAmount(most)} ${plugin.currency} ${when}, beyond ${formatAmount(limit)}: their VAT is that of the client’s country. Register the company for the one-stop shop, record it on the page VAT, and issue again.`,
    )
  }
}

function thresholdOn(currency: string, on: IsoDate): Minor {
  const threshold = CONSUMER_THRESHOLDS[currency]
  if (!threshold)
    throw refused(
      `In ${currency} the threshold for electronic services to private people elsewhere in the Union is not known: register the company for the one-stop shop.`,
    )
  return valueOn('threshold of art. 59c', threshold, on).value
}

/** By company, year and the client's country: net of credit notes, this year and the last. */
async function soldToConsumers(
  trx: Transaction,
  officeId: string,
  legalEntityIds: readonly string[],
  { contracts, on }: Pick<ToIssue, 'contracts' | 'on'>,
) {
  const year = Number(on.slice(0, 4))
  const { rows } = await sql<{ legalEntityId: string; year: number; country: string; net: Minor }>`
    select i.legal_entity_id as "legalEntityId", extract(year from i.issued_on)::int as year,
           i.document -> 'buyer' ->> 'country' as country,
           sum(case when i.kind = 'credit-note' then -i.net else i.net end)::int8 as net
      from samen.invoice i
      join samen.contract c on c.office_id = i.office_id and c.contract_id = i.contract_id
     where i.office_id = ${officeId} and i.legal_entity_id = any(${[...legalEntityIds]}::uuid[])
       and i.issued_on >= ${`${year - 1}-01-01`}::date and i.issued_on <= ${`${year}-12-31`}::date
       and i.document -> 'buyer' ->> 'vatNumber' is null
       -- The deposit of a job is in the price that is asked about.
       and not i.contract_id = any(${contracts.map(({ contractId }) => contractId)}::uuid[])
       and (c.supply = 'electronic-service'
            or exists (select from samen.contract_line l
                        where l.office_id = c.office_id and l.contract_id = c.contract_id and l.chosen
                          and l.supply = 'electronic-service'))
     group by 1, 2, 3`.execute(trx)
  return rows
}
