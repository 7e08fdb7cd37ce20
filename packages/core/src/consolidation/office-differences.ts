import { type IsoDate, type Minor, monthOf, multiply } from '../country/index.ts'
import { Problem } from '../problem/index.ts'
import type { RateTable } from '../rates/index.ts'
import type { GroupFigures, TranslatedOffice } from './group-figures.ts'
import { isFlow } from './include-office.ts'
import { aboutWhom, apartSince, type Match, matchOffices, type Said } from './match.ts'

/** A pair that does not agree, and since when. */
export type Difference = Match & { readonly since: IsoDate | undefined }

/** The work list of a month: pairs of offices that do not say the same of each other, those furthest apart first. Pure. */
export function officeDifferences({
  period,
  currency,
  rates,
  translated,
  tolerance,
}: GroupFigures): Difference[] {
  const speakers = translated.map(({ pack, end }) => ({ office: pack.office, parts: end.parts }))
  const offices = new Map(translated.map((one) => [one.pack.office, one]))
  return matchOffices(speakers, tolerance)
    .filter(({ state }) => state !== 'agrees')
    .map((match) => {
      const [first, second] = [offices.get(match.first), offices.get(match.second)]
      if (!first || !second) return { ...match, since: undefined }
      const months =
        match.kind === 'balance'
          ? balancesByMonth(first, second, { currency, rates })
          : supplyByMonth(first, second, `${period}-01`)
      return { ...match, since: apartSince(months) }
    })
    .sort((a, b) => (apart(b) > apart(a) ? 1 : apart(b) < apart(a) ? -1 : 0))
}

const apart = ({ firstSays, secondSays }: Match): Minor => {
  const sum = firstSays + secondSays
  return sum < 0n ? -sum : sum
}

/** What stood between two at the end of each month, at that month's closing rates. */
function balancesByMonth(
  first: TranslatedOffice,
  second: TranslatedOffice,
  { currency, rates }: { currency: string; rates: RateTable },
): Said[] {
  const sums = new Map<IsoDate, Minor>()
  for (const [one, other] of [
    [first, second],
    [second, first],
  ] as const)
    for (const { counterparty, month, closing } of one.between) {
      if (counterparty !== other.pack.office) continue
      const amount = translatedAt(closing, one.books.currency, month, { currency, rates })
      if (amount !== undefined) sums.set(month, (sums.get(month) ?? 0n) + amount)
    }
  return inOrder(sums)
}

/** Undefined for a month of which the rate is not known any more: then nothing is said of it. */
function translatedAt(
  closing: Minor,
  home: string,
  month: IsoDate,
  { currency, rates }: { currency: string; rates: RateTable },
): Minor | undefined {
  if (home === currency) return closing
  try {
    return multiply(closing, rates.closing(home, currency, monthOf(month).to).rate)
  } catch (error) {
    if (error instanceof Problem && error.type === 'rate-missing') return undefined
    throw error
  }
}

/** What was supplied from one to the other since 1 January, month by month. */
function supplyByMonth(first: TranslatedOffice, second: TranslatedOffice, upTo: IsoDate): Said[] {
  const moved = new Map<IsoDate, Minor>()
  const pair = `${first.pack.office} ${second.pack.office}`
  for (const { pack, end } of [first, second])
    for (const { account, group, day, amount } of end.parts) {
      const about = isFlow(group) ? aboutWhom(pack.office, account, group) : undefined
      if (about?.kind !== 'supply' || about.pair.join(' ') !== pair || day > upTo) continue
      moved.set(day, (moved.get(day) ?? 0n) + amount)
    }
  let sum = 0n
  return inOrder(moved).map(({ month, apart: amount }) => {
    sum += amount
    return { month, apart: sum }
  })
}

const inOrder = (sums: ReadonlyMap<IsoDate, Minor>): Said[] =>
  [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, amount]) => ({ month, apart: amount }))
