import {
  ACCOUNT_ROLES,
  CURRENCY_DECIMALS,
  formatAmount,
  GROUP_CHART,
  type Minor,
  parseAmount,
} from '../country/index.ts'
import { officeDirectory, type Transaction } from '../database/index.ts'
import {
  type PackAccount,
  type PackContent,
  type PackFund,
  type PackStatistic,
  receivedPacks,
} from '../packs/index.ts'
import { notFound, refused } from '../problem/index.ts'

/** The group's figures of a month. Amounts are decimal text in major units; debit positive, credit negative. */
export interface Consolidation {
  readonly period: string
  readonly currency: string
  readonly offices: readonly {
    slug: string
    name: string
    country: string
    currency: string
    packNo: number
    hash: string
  }[]
  /** National offices whose pack of the month has not arrived: the figures are without them. */
  readonly missing: readonly { slug: string; name: string }[]
  readonly accounts: readonly ConsolidatedAccount[]
  readonly funds: readonly (PackFund & { office: string })[]
  readonly statistics: readonly (PackStatistic & { office: string; country: string })[]
  /** Sum of all accounts: zero, or the packs do not balance. */
  readonly difference: string
}

export interface ConsolidatedAccount {
  readonly group: string
  readonly name: string
  readonly type: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
  /** Balance at the end of the month, by office, and in all. */
  readonly byOffice: Readonly<Record<string, string>>
  readonly total: string
  /** What the month itself added. */
  readonly movementByOffice: Readonly<Record<string, string>>
  readonly movement: string
}

/** What stands behind one office's part of a group account. */
export interface DrillDown {
  readonly period: string
  readonly group: string
  readonly name: string
  readonly office: string
  readonly currency: string
  readonly accounts: readonly {
    account: string
    number: string
    name: string
    amount: string
    movement: string
  }[]
  readonly total: string
}

/**
 * Adds up the packs the group received of a month (`2026-10`), by account of the group chart and by office.
 *
 * @throws Problem `refused` for a pack in another currency than the group's: translation is not in this version.
 */
export async function consolidate(
  trx: Transaction,
  groupOfficeId: string,
  { period }: { period: string },
): Promise<Consolidation> {
  const directory = await officeDirectory(trx)
  const group = directory.find(({ officeId }) => officeId === groupOfficeId)
  if (!group) throw notFound('such group office')
  const packs = (await receivedPacks(trx, groupOfficeId, { period, limit: 1000 })).toSorted((a, b) =>
    a.office < b.office ? -1 : 1,
  )
  const currency = group.homeCurrency.trim()
  const foreign = packs.find(({ content }) => content.currency !== currency)
  if (foreign)
    throw refused(
      `The pack of ${foreign.office} is in ${foreign.content.currency}; the group consolidates in ${currency}.`,
    )
  const contents = packs.map(({ content }) => content)
  const accounts = sumByGroup(contents, CURRENCY_DECIMALS[currency] ?? 2)
  const present = new Set(packs.map(({ office }) => office))
  return {
    period,
    currency,
    offices: packs.map(({ content, packNo, hash }) => ({
      ...content.office,
      currency: content.currency,
      packNo,
      hash,
    })),
    missing: directory
      .filter(({ role, slug }) => role === 'national' && !present.has(slug))
      .map(({ slug, name }) => ({ slug, name })),
    accounts,
    funds: contents.flatMap(({ office, funds }) => funds.map((fund) => ({ office: office.slug, ...fund }))),
    statistics: contents.flatMap(({ office, statistics }) =>
      statistics.map((row) => ({ office: office.slug, country: office.country, ...row })),
    ),
    difference: formatAmount(
      accounts.reduce((sum, { total }) => sum + parseAmount(total), 0n),
      CURRENCY_DECIMALS[currency] ?? 2,
    ),
  }
}

/** The office's own accounts behind a figure, as its pack tells them. @throws Problem `not-found` */
export async function drillDown(
  trx: Transaction,
  groupOfficeId: string,
  { period, group, office }: { period: string; group: string; office: string },
): Promise<DrillDown> {
  const name = GROUP_CHART[group]
  const [pack] = await receivedPacks(trx, groupOfficeId, { period, office })
  if (!pack || name === undefined) throw notFound(`figure of ${office} for ${group} in ${period}`)
  const decimals = CURRENCY_DECIMALS[pack.content.currency] ?? 2
  const accounts = pack.content.accounts.filter((account) => account.group === group)
  const total = accounts.reduce((sum, { closing }) => sum + parseAmount(closing, decimals), 0n)
  return {
    period,
    group,
    name,
    office,
    currency: pack.content.currency,
    accounts: accounts.map((account) => ({
      account: account.account,
      number: account.number,
      name: account.name,
      amount: account.closing,
      movement: formatAmount(movementOf(account, decimals), decimals),
    })),
    total: formatAmount(total, decimals),
  }
}

const movementOf = ({ debit, credit }: PackAccount, decimals: number): Minor =>
  parseAmount(debit, decimals) - parseAmount(credit, decimals)

const typeOfGroup = new Map(ACCOUNT_ROLES.map(({ group, type }) => [group, type]))

interface Sums {
  readonly closing: Map<string, Minor>
  readonly movement: Map<string, Minor>
}

function sumByGroup(packs: readonly PackContent[], decimals: number): ConsolidatedAccount[] {
  const sums = new Map<string, Sums>()
  for (const { office, accounts } of packs)
    for (const account of accounts) {
      const into = sums.get(account.group) ?? { closing: new Map(), movement: new Map() }
      sums.set(account.group, into)
      add(into.closing, office.slug, parseAmount(account.closing, decimals))
      add(into.movement, office.slug, movementOf(account, decimals))
    }
  const text = (amount: Minor) => formatAmount(amount, decimals)
  const byOffice = (amounts: ReadonlyMap<string, Minor>) =>
    Object.fromEntries([...amounts].map(([slug, amount]) => [slug, text(amount)]))
  const total = (amounts: ReadonlyMap<string, Minor>) =>
    text([...amounts.values()].reduce((sum, one) => sum + one, 0n))
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, { closing, movement }]) => ({
      group,
      name: GROUP_CHART[group] ?? group,
      type: typeOfGroup.get(group) ?? 'liability',
      byOffice: byOffice(closing),
      total: total(closing),
      movementByOffice: byOffice(movement),
      movement: total(movement),
    }))
}

function add(into: Map<string, Minor>, key: string, amount: Minor): void {
  into.set(key, (into.get(key) ?? 0n) + amount)
}
