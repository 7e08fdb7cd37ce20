import {
  addDays,
  CURRENCY_DECIMALS,
  formatAmount,
  GROUP_CHART,
  type IsoDate,
  type Minor,
  monthOf,
} from '../country/index.ts'
import { officeDirectory, type Transaction } from '../database/index.ts'
import { notFound } from '../problem/index.ts'
import type { UsedRate } from '../rates/index.ts'
import { booksReceived } from './books-received.ts'
import type { RateView } from './consolidation.ts'
import { rateView } from './figure-views.ts'
import { groupEntry, type TranslatedOffice, translateOffice } from './group-figures.ts'
import { type HoldingMethod, shareText } from './holding.ts'
import { type IncludedLine, type IncludedOffice, includeOffice } from './include-office.ts'
import { readTerms } from './terms-store.ts'
import { type RateEffect, rateEffects, TRANSLATION_DIFFERENCE } from './translate.ts'

/** What stands behind one office's part of a group account. */
export interface DrillDown {
  readonly period: string
  readonly group: string
  readonly name: string
  readonly office: string
  /** How the office enters the figures, and the group's share as a fraction. */
  readonly method: HoldingMethod
  readonly share: string
  /** The group's. */
  readonly currency: string
  readonly homeCurrency: string
  readonly accounts: readonly DrillAccount[]
  readonly total: string
}

/** An account of the office's books; of the translation difference, what the rates since did to it. */
export interface DrillAccount {
  readonly account: string
  readonly number: string
  readonly name: string
  /** In the office's currency: what its own books say. */
  readonly home: string
  /** In the group's currency, and what the month added to it. */
  readonly amount: string
  readonly movement: string
  /** The products the amount is the sum of. */
  readonly parts: readonly DrillPart[]
}

export interface DrillPart {
  /**
   * `closing`: as it stands. `average`: what a month moved. `joining`: what the first pack began with. `effect`: what the
   * closing rate makes of a part that keeps an older rate, beyond it. `rounding`: what the cents of all parts leave.
   * `share`: of a sum of the office's, translated. `change`: what a change of method or share within the year left.
   */
  readonly basis: 'closing' | 'average' | 'joining' | 'effect' | 'rounding' | 'share' | 'change'
  readonly day: IsoDate
  readonly home: string
  /** The rate used; of an effect, the older one. Null in the group's own currency. */
  readonly rate: RateView | null
  /** The group's share applied, as a fraction. */
  readonly share: string
  readonly amount: string
}

/**
 * Opens one office's part of a consolidated figure into office account, home amount, rate, share and product.
 *
 * @throws Problem `not-found`, `rate-missing`
 */
export async function drillDown(
  trx: Transaction,
  groupOfficeId: string,
  { period, group, office: slug }: { period: string; group: string; office: string },
): Promise<DrillDown> {
  const name = GROUP_CHART[group]
  const entry = groupEntry(await officeDirectory(trx), groupOfficeId)
  const { currency, offices, rates } = await booksReceived(trx, entry, period, slug)
  const [received] = offices
  if (!received || name === undefined) throw notFound(`figure of ${slug} for ${group} in ${period}`)
  const month: IsoDate = `${period}-01`
  const office = translateOffice(received, { month, to: currency, rates })
  const { holdings } = await readTerms(trx, groupOfficeId)
  const monthBefore = monthOf(addDays(month, -1)).from
  const included: Included = {
    office,
    end: includeOffice(slug, office.end, { month, holdings }),
    start: includeOffice(slug, office.start, { month: monthBefore, holdings }),
  }
  const decimals = {
    group: CURRENCY_DECIMALS[currency] ?? 2,
    home: CURRENCY_DECIMALS[office.books.currency] ?? 2,
  }
  const lines = [
    ...accountLines(included, group),
    ...(group === TRANSLATION_DIFFERENCE ? differenceLines(included) : []),
  ]
  const accounts = lines.map((line) => lineView(line, decimals))
  const total = sumOf(lines, ({ parts }) => sumOf(parts, ({ amount }) => amount))
  return {
    period,
    group,
    name,
    office: slug,
    method: included.end.holding.method,
    share: shareText(included.end.holding.share),
    currency,
    homeCurrency: office.books.currency,
    accounts,
    total: formatAmount(total, decimals.group),
  }
}

interface Included {
  readonly office: TranslatedOffice
  readonly end: IncludedOffice
  readonly start: IncludedOffice
}

interface Line {
  readonly account: string
  readonly number: string
  readonly name: string
  readonly home: Minor
  readonly before: Minor
  readonly parts: readonly (Omit<DrillPart, 'home' | 'amount'> & { home: Minor; amount: Minor })[]
}

function accountLines({ office, end, start }: Included, group: string): Line[] {
  const of = ({ lines }: IncludedOffice) =>
    lines.filter((line) => line.group === group && line.basis !== 'difference')
  const [ends, starts] = [of(end), of(start)]
  const own = office.pack.content.accounts.filter((account) => account.group === group)
  const isWhole = end.holding.method !== 'equity'
  const named = new Map(
    [...(isWhole ? own : []), ...[...ends, ...starts].map(({ account }) => account)].map((one) => [
      one.account,
      one,
    ]),
  )
  return [...named.values()].map(({ account, number, name }) => {
    const parts = ends.filter((line) => line.account.account === account)
    return {
      account,
      number,
      name,
      home: sumOf(parts, ({ home }) => home),
      before: sumOf(starts, (line) => (line.account.account === account ? line.amount : 0n)),
      parts: parts.map((line) => ({
        basis: line.basis as DrillPart['basis'],
        day: line.day,
        home: line.home,
        rate: rateView(line.rate),
        share: shareText(line.share),
        amount: line.amount,
      })),
    }
  })
}

/** Per account that keeps older rates, what the closing rate makes of it beyond them; last what the cents leave. */
function differenceLines({ office, end, start }: Included): Line[] {
  const [now, before] = [openDifference(end, office.closingRate), openDifference(start, office.openingRate)]
  if (now === undefined && before === undefined) return []
  const lines = [...Map.groupBy(now?.effects ?? [], ({ part }) => part.account.account)].map(
    ([account, own]): Line => {
      const { number, name } = (own[0] as RateEffect<IncludedLine>).part.account
      const earlier = before?.effects.filter(({ part }) => part.account.account === account) ?? []
      return {
        account,
        number,
        name,
        home: sumOf(own, ({ part }) => part.home),
        before: sumOf(earlier, ({ amount }) => amount),
        parts: own.map(({ part, amount }) => ({
          basis: 'effect',
          day: part.day,
          home: part.home,
          rate: rateView(part.rate),
          share: shareText(part.share),
          amount,
        })),
      }
    },
  )
  const rounding = {
    basis: 'rounding',
    day: monthOf(office.month).to,
    home: 0n,
    rate: null,
    share: '1',
    amount: now?.rounding ?? 0n,
  } as const
  const rest: Line = {
    account: 'rounding',
    number: '',
    name: 'Rounding to the cent',
    home: 0n,
    before: before?.rounding ?? 0n,
    parts: [rounding],
  }
  return [...lines, rest]
}

/** What the rates since did to each line that keeps an older one; of an office in the group's currency, the cents alone. */
function openDifference({ lines, holding }: IncludedOffice, closing: UsedRate | undefined) {
  if (holding.method === 'equity') return undefined
  const difference = sumOf(lines, ({ basis, amount }) => (basis === 'difference' ? amount : 0n))
  if (closing) return rateEffects({ parts: lines, difference }, closing)
  return difference === 0n ? undefined : { effects: [], rounding: difference }
}

const sumOf = <Item>(items: readonly Item[], amount: (item: Item) => Minor): Minor =>
  items.reduce((sum, item) => sum + amount(item), 0n)

function lineView(line: Line, decimals: { group: number; home: number }): DrillAccount {
  const amount = sumOf(line.parts, (part) => part.amount)
  return {
    account: line.account,
    number: line.number,
    name: line.name,
    home: formatAmount(line.home, decimals.home),
    amount: formatAmount(amount, decimals.group),
    movement: formatAmount(amount - line.before, decimals.group),
    parts: line.parts.map((part) => ({
      ...part,
      home: formatAmount(part.home, decimals.home),
      amount: formatAmount(part.amount, decimals.group),
    })),
  }
}
