import type { Minor } from '../../country/index.ts'
import { type Paths, reportDays } from './simulate.ts'

/** A share of the paths and the range that holds the true chance in 95 of 100 repetitions (Wilson's interval). */
export interface Chance {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Minor units, with the range that holds the true figure in 95 of 100 repetitions. */
export interface Estimate {
  readonly value: Minor
  readonly low: Minor
  readonly high: Minor
}

/** How many of `paths` paths, as a chance with its sampling error. */
export function chanceOf(hits: number, paths: number): Chance {
  if (paths === 0) return { value: 0, low: 0, high: 1 }
  const value = hits / paths
  const z2 = Z95 * Z95
  const middle = (value + z2 / (2 * paths)) / (1 + z2 / paths)
  const half = (Z95 * Math.sqrt((value * (1 - value)) / paths + z2 / (4 * paths * paths))) / (1 + z2 / paths)
  return {
    value,
    low: hits === 0 ? 0 : Math.max(0, middle - half),
    high: hits === paths ? 1 : Math.min(1, middle + half),
  }
}

/** The chance that a fund which holds `capital` today is short on some day. */
export function lateChance({ needed }: Pick<Paths, 'needed'>, capital: Minor): Chance {
  let late = 0
  for (const amount of needed) if (amount > capital) late++
  return chanceOf(late, needed.length)
}

/**
 * The least capital with which at most `chance` of the paths are short. The range is that of the order statistics
 * around it; with too few paths for the chance it ends at the worst path seen.
 */
export function capitalFor({ needed }: Pick<Paths, 'needed'>, chance: number): Estimate {
  const sorted = needed.slice().sort()
  const paths = sorted.length
  if (paths === 0) return { value: 0n, low: 0n, high: 0n }
  const at = (rank: number): Minor => sorted[Math.min(paths - 1, Math.max(0, rank))] as bigint
  const allowed = paths * chance
  const spread = Z95 * Math.sqrt(allowed * (1 - chance))
  return {
    value: at(paths - 1 - Math.floor(allowed)),
    low: at(paths - 1 - Math.ceil(allowed + spread)),
    high: at(paths - 1 - Math.max(0, Math.floor(allowed - spread) - 1)),
  }
}

/** The mean of exact amounts, rounded down to the minor unit, and the range of its sampling error. */
export function meanOf(amounts: BigInt64Array): Estimate {
  const count = BigInt(amounts.length)
  if (count === 0n) return { value: 0n, low: 0n, high: 0n }
  let [sum, squares] = [0n, 0n]
  for (const amount of amounts) {
    sum += amount
    squares += amount * amount
  }
  const variance = Number(squares / count - (sum / count) ** 2n)
  const half = BigInt(Math.ceil((Z95 * Math.sqrt(Math.max(0, variance))) / Math.sqrt(amounts.length)))
  const value = sum / count
  return { value, low: value - half, high: value + half }
}

/** What is available on a day: with bad luck (one path in twenty is worse), in the middle, with good luck. */
export interface Band {
  readonly day: number
  readonly low: Minor
  readonly middle: Minor
  readonly high: Minor
}

export function bandsOf({ moved, needed }: Paths, days: number, available: Minor): Band[] {
  const shown = reportDays(days)
  const paths = needed.length
  const column = new BigInt64Array(paths)
  return shown.map((day, index) => {
    for (let path = 0; path < paths; path++) column[path] = moved[path * shown.length + index] as bigint
    column.sort()
    const at = (share: number): Minor =>
      available + (column[Math.min(paths - 1, Math.floor(share * paths))] ?? 0n)
    return { day, low: at(0.05), middle: at(0.5), high: at(0.95) }
  })
}

/** Paths that were played one after the other, as one. */
export function joinPaths(parts: readonly Paths[]): Paths {
  const join = (pick: (part: Paths) => BigInt64Array): BigInt64Array => {
    const joined = new BigInt64Array(parts.reduce((sum, part) => sum + pick(part).length, 0))
    let at = 0
    for (const part of parts) {
      joined.set(pick(part), at)
      at += pick(part).length
    }
    return joined
  }
  return {
    needed: join(({ needed }) => needed),
    lost: join(({ lost }) => lost),
    advanced: join(({ advanced }) => advanced),
    moved: join(({ moved }) => moved),
  }
}

const Z95 = 1.959963984540054
