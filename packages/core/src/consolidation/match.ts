import type { IsoDate, Minor } from '../country/index.ts'
import { counterpartyOf } from '../intercompany/index.ts'
import { isFlow } from './include-office.ts'
import type { TranslatedPart } from './translate.ts'

/**
 * What two offices say of each other, set side by side at 100 % in the group's currency: of what stands between them, and of
 * what one supplied to the other since 1 January.
 */
export interface Match {
  /** `balance`: the two in alphabetical order. `supply`: who supplied, to whom. */
  readonly kind: 'balance' | 'supply'
  readonly first: string
  readonly second: string
  /** Debit positive: of a pair that agrees one is the other with its sign turned. */
  readonly firstSays: Minor
  readonly secondSays: Minor
  /** `agrees` to the cent, `tolerated`: not more than the tolerance apart, `differs`; `alone`: the other’s pack is not there. */
  readonly state: 'agrees' | 'tolerated' | 'differs' | 'alone'
}

/** One office's translated accounts, by which it is matched. */
export interface Speaker {
  readonly office: string
  readonly parts: readonly TranslatedPart[]
}

/** All pairs that say anything of each other, by kind and name. Pure. */
export function matchOffices(speakers: readonly Speaker[], tolerance: Minor): Match[] {
  const known = new Set(speakers.map(({ office }) => office))
  const said = new Map<
    string,
    { kind: Match['kind']; pair: readonly [string, string]; says: Map<string, Minor> }
  >()
  for (const { office, parts } of speakers)
    for (const { account, group, amount } of parts) {
      const about = aboutWhom(office, account, group)
      if (!about) continue
      const { kind, pair } = about
      const key = `${kind} ${pair.join(' ')}`
      const entry = said.get(key) ?? { kind, pair, says: new Map<string, Minor>() }
      said.set(key, entry)
      entry.says.set(office, (entry.says.get(office) ?? 0n) + amount)
    }
  return [...said]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([
        ,
        {
          kind,
          pair: [first, second],
          says,
        },
      ]): Match => {
        const [firstSays, secondSays] = [says.get(first) ?? 0n, says.get(second) ?? 0n]
        const apart = firstSays + secondSays
        const state =
          !known.has(first) || !known.has(second)
            ? 'alone'
            : apart === 0n
              ? 'agrees'
              : apart <= tolerance && -apart <= tolerance
                ? 'tolerated'
                : 'differs'
        return { kind, first, second, firstSays, secondSays, state }
      },
    )
    .filter(({ firstSays, secondSays }) => firstSays !== 0n || secondSays !== 0n)
}

/** Which pair an account of an office speaks of. What earlier years earned between two is theirs no more, but equity. */
export function aboutWhom(
  office: string,
  account: string,
  group: string,
): { kind: Match['kind']; pair: readonly [string, string] } | undefined {
  const kept = counterpartyOf(account)
  if (!kept) return undefined
  const { role, counterparty } = kept
  if (role === 'intercompany')
    return { kind: 'balance', pair: office < counterparty ? [office, counterparty] : [counterparty, office] }
  if (!isFlow(group)) return undefined
  if (role === 'intercompany-income') return { kind: 'supply', pair: [office, counterparty] }
  if (role === 'intercompany-expense') return { kind: 'supply', pair: [counterparty, office] }
  return undefined
}

/** What two offices said of each other at the end of a month, or since 1 January until then. */
export interface Said {
  readonly month: IsoDate
  readonly apart: Minor
}

/** The first month of those in a row, up to the last, in which two offices did not agree. Pure; months in order. */
export function apartSince(months: readonly Said[]): IsoDate | undefined {
  let since: IsoDate | undefined
  for (const { month, apart } of months) since = apart === 0n ? undefined : (since ?? month)
  return since
}
