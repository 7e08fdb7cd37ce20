/**
 * The simulation's own dice: the same seed, path and stream give the same throws on every machine, and no path depends on
 * how many were thrown before it. Probabilities and throws are plain numbers; they are not money.
 */
export interface Dice {
  /** Starts the throws of one path over. `stream` keeps throws apart that only some questions need. */
  start(seed: number, path: number, stream?: number): void
  /** Uniform between zero and one, neither included. */
  next(): number
}

/** sfc32 (Chris Doty-Humphrey's small fast chaotic generator), its state mixed from seed, path and stream. */
export function dice(): Dice {
  // Typed memory: 32-bit words in variables of a closure would each be an object.
  const state = new Int32Array(4)
  const step = (): number => {
    const b = state[1] as number
    const c = state[2] as number
    const counter = state[3] as number
    const sum = ((((state[0] as number) + b) | 0) + counter) | 0
    state[3] = counter + 1
    state[0] = b ^ (b >>> 9)
    state[1] = c + (c << 3)
    state[2] = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  return {
    start(seed, path, stream = 0) {
      state[0] = mixed(seed | 0)
      state[1] = mixed((path + 0x9e3779b9) | 0)
      state[2] = mixed((stream + 0x85ebca6b) | 0)
      state[3] = 1
      for (let warm = 0; warm < 12; warm++) step()
    },
    next: () => (step() + 0.5) / 4_294_967_296,
  }
}

function mixed(value: number): number {
  let x = value
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return (x ^ (x >>> 16)) | 0
}

/** Chance that a standard normal is at most `x`, to some fourteen digits (Hart's rational function, as G. West gives it). */
export function normalChance(x: number): number {
  const z = Math.abs(x)
  const tail = z > 37 ? 0 : upperTail(z)
  return x > 0 ? 1 - tail : tail
}

function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2)
  if (z >= 7.07106781186547)
    return density / ((z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) * 2.506628274631)
  return (density * polynomial(ABOVE, z)) / polynomial(BELOW, z)
}

const ABOVE = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
]
const BELOW = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
]

/** The standard normal that is not passed with this chance (P. J. Acklam's approximation, relative error under 1.2e-9). */
export function normalAt(chance: number): number {
  if (chance <= 0) return Number.NEGATIVE_INFINITY
  if (chance >= 1) return Number.POSITIVE_INFINITY
  if (chance < 0.02425) return -tailAt(chance)
  if (chance > 0.97575) return tailAt(1 - chance)
  const q = chance - 0.5
  const r = q * q
  return (polynomial(MIDDLE_ABOVE, r) * q) / polynomial(MIDDLE_BELOW, r)
}

function tailAt(chance: number): number {
  const q = Math.sqrt(-2 * Math.log(chance))
  return -polynomial(TAIL_ABOVE, q) / polynomial(TAIL_BELOW, q)
}

const MIDDLE_ABOVE = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
]
const MIDDLE_BELOW = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
]
const TAIL_ABOVE = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
]
const TAIL_BELOW = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1]

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0
  for (const coefficient of coefficients) value = value * x + coefficient
  return value
}
