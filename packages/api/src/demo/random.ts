/** The demo's own dice: the same seed gives the same throws, on every machine. */
export interface Dice {
  /** A whole number from `min` to `max`, both possible. */
  integer(min: number, max: number): number
  /** One of these. */
  pick<T>(from: readonly T[]): T
  /** One of these, in proportion to its weight. */
  weighted<T>(from: readonly (readonly [T, number])[]): T
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean
}

/** Mulberry32 over a 32-bit seed. */
export function dice(seed: number): Dice {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit)
  return {
    integer: (min, max) => min + below(max - min + 1),
    pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
    weighted<T>(from: readonly (readonly [T, number])[]) {
      let left = below(from.reduce((sum, [, weight]) => sum + weight, 0))
      for (const [value, weight] of from) {
        left -= weight
        if (left < 0) return value
      }
      return (from.at(-1) as readonly [T, number])[0]
    },
    chance: (percent) => below(100) < percent,
  }
}

/** Whose ids come from which maker. The first id of each is the office itself. */
export const OFFICE_SEEDS = {
  group: 1,
  be: 2,
  fr: 3,
  at: 4,
  de: 5,
  es: 6,
  hu: 7,
  it: 8,
  nl: 9,
  se: 10,
} as const

/**
 * Ids in the form of UUIDv7 that are the same on every run. Their time part counts up from a day of 2020, so they sort
 * in the order made and before every id made for real. Two makers stay apart when their seeds (1 … 300) differ.
 */
export function idMaker(seed: number): () => string {
  const { integer } = dice(seed)
  const start = Date.UTC(2020, 0, seed)
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  let made = 0
  return () => {
    const time = hex(start + Math.floor(made / 4_096), 12)
    const counter = hex(made % 4_096, 3)
    made += 1
    const node = hex(integer(0, 0xffffff), 6) + hex(integer(0, 0xffffff), 6)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-8${hex(integer(0, 0xfff), 3)}-${node}`
  }
}

/**
 * Deals out parts in fixed proportions as evenly as can be: whatever was dealt so far, the next one is whose part is
 * furthest behind.
 */
export class Quota<T> {
  readonly #parts: readonly (readonly [T, number])[]
  readonly #dealt: Map<T, number>

  constructor(parts: readonly (readonly [T, number])[]) {
    this.#parts = parts
    this.#dealt = new Map(parts.map(([value]) => [value, 0]))
  }

  next(): T {
    const behind = (value: T, weight: number) => (this.#dealt.get(value) as number) / weight
    let [[furthest]] = this.#parts as readonly [readonly [T, number]]
    let least = Number.POSITIVE_INFINITY
    for (const [value, weight] of this.#parts)
      if (behind(value, weight) < least) {
        least = behind(value, weight)
        furthest = value
      }
    return furthest
  }

  deal(value: T, amount: number): void {
    this.#dealt.set(value, (this.#dealt.get(value) as number) + amount)
  }
}
