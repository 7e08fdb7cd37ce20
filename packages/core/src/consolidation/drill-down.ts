import { CURRENCY_DECIMALS, formatAmount, GROUP_CHART, type IsoDate, type Minor } from '../country/index.ts'
import { officeDirectory, type Transaction } from '../database/index.ts'
import { notFound } from '../problem/index.ts'
import { booksReceived } from './books-received.ts'
import { groupEntry, type RateView, rateView, type TranslatedOffice, translateOffice } from './consolidate.ts'
import { type RateEffect, rateEffects, TRANSLATION_DIFFERENCE } from './translate.ts'

/** What stands behind one office's part of a group account. */
export interface DrillDown {
  readonly period: string
  readonly group: string
  readonly name: string
  readonly office: string
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
   */
  readonly basis: 'closing' | 'average' | 'joining' | 'effect' | 'rounding'
  readonly day: IsoDate
  readonly home: string
  /** The rate used; of an effect, the older one. Null in the group's own currency. */
  readonly rate: RateView | null
  readonly amount: string
}

/** Opens a consolidated figure into office account, home amount, rate and product. @throws Problem `not-found`, `rate-missing` */
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
  const office = translateOffice(received, { month: `${period}-01`, to: currency, rates })
  const decimals = {
    group: CURRENCY_DECIMALS[currency] ?? 2,
    home: CURRENCY_DECIMALS[office.books.currency] ?? 2,
  }
  const lines = group === TRANSLATION_DIFFERENCE ? differenceLines(office) : accountLines(office, group)
  const accounts = lines.map((line) => lineView(line, decimals))
  const total = sumOf(lines, ({ parts }) => sumOf(parts, ({ amount }) => amount))
  return {
    period,
    group,
    name,
    office: slug,
    currency,
    homeCurrency: office.books.currency,
    accounts,
    total: formatAmount(total, decimals.group),
  }
}

interface Line {
  readonly account: string
  readonly number: string
  readonly name: string
  readonly home: Minor
  readonly before: Minor
  readonly parts: readonly (Omit<DrillPart, 'home' | 'amount'> & { home: Minor; amount: Minor })[]
}

function accountLines({ pack, start, end }: TranslatedOffice, group: string): Line[] {
  const of = <Part extends { group: string }>(parts: readonly Part[]) =>
    parts.filter((part) => part.group === group)
  const [ends, starts] = [of(end.parts), of(start.parts)]
  const named = new Map([...of(pack.content.accounts), ...ends, ...starts].map((one) => [one.account, one]))
  return [...named.values()].map(({ account, number, name }) => {
    const parts = ends.filter((part) => part.account === account)
    return {
      account,
      number,
      name,
      home: sumOf(parts, ({ home }) => home),
      before: sumOf(starts, (part) => (part.account === account ? part.amount : 0n)),
      parts: parts.map(({ basis, day, home, rate, amount }) => ({
        basis,
        day,
        home,
        rate: rateView(rate),
        amount,
      })),
    }
  })
}

/** Per account that keeps older rates, what the closing rate makes of it beyond them; last what the cents leave. */
function differenceLines({ end, start, closingRate, openingRate }: TranslatedOffice): Line[] {
  if (!closingRate) return []
  const { effects, rounding } = rateEffects(end, closingRate)
  const before = openingRate && rateEffects(start, openingRate)
  const byAccount = [...Map.groupBy(effects, ({ part }) => part.account)]
  const lines = byAccount.map(([account, own]): Line => {
    const { number, name } = (own[0] as RateEffect).part
    const earlier = before?.effects.filter(({ part }) => part.account === account) ?? []
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
        amount,
      })),
    }
  })
  const rest: Line = {
    account: 'rounding',
    number: '',
    name: 'Rounding to the cent',
    home: 0n,
    before: before?.rounding ?? 0n,
    parts: [{ basis: 'rounding', day: closingRate.day, home: 0n, rate: null, amount: rounding }],
  }
  return [...lines, rest]
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
