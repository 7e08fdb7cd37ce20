import { computePayslip } from '../compute.ts'
import { multiply, percent, type Rate } from '../money.ts'
import type { AnyCountryPlugin } from '../plugin.ts'
import type { Situation } from '../situation.ts'
import { subject } from './check.ts'

export interface Speed {
  /** Payslips a second on one core, gross to net, every line explained. */
  readonly payslips: number
  /** The same from an employer-cost budget. */
  readonly fromBudget: number
  /** Payslips of a bare reference law of ten rates a second, measured in the same run. */
  readonly reference: number
  /** `payslips / reference`: comparable between machines, which seconds are not. */
  readonly ratio: number
}

/** A plugin slower than this part of the reference keeps a pay run of 20,000 people waiting: look at it with a profiler. */
export const SPEED_FLOOR = 0.01

/**
 * How fast a plugin computes its samples, against a reference in the same run. For benchmarks: a test that asserts a time
 * fails on a busy machine and says nothing.
 *
 * @param milliseconds for each of the three measurements.
 */
export function conformanceSpeed(plugin: AnyCountryPlugin, milliseconds = 500): Speed {
  const { samples } = subject(plugin)
  const scale = plugin.payroll.grossStep ?? 1n
  let kept = 0n
  const asked = (round: number, by: 'gross' | 'budget'): Situation => {
    const sample = samples[round % samples.length]
    if (!sample) throw new RangeError('a speed is measured on samples, and there are none')
    const amount = (150_000n + BigInt((round * 7919) % 400_000)) * scale
    return { ...sample.situation, gross: undefined, budget: undefined, fee: undefined, [by]: amount }
  }
  const payslips = perSecond(milliseconds, (round) => {
    kept += computePayslip(plugin, asked(round, 'gross')).net
  })
  const fromBudget = perSecond(milliseconds, (round) => {
    kept += computePayslip(plugin, asked(round, 'budget')).net
  })
  const reference = perSecond(milliseconds, (round) => {
    kept += referencePayslip(150_000n + BigInt((round * 7919) % 400_000))
  })
  if (kept === -1n) throw new RangeError('an engine that skipped the work would have ended here')
  return { payslips, fromBudget, reference, ratio: payslips / reference }
}

const REFERENCE_RATES: readonly Rate[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((whole) => percent(`${whole}.5`))

/** Ten lines of base times rate and their sum: what any payslip costs at least. */
function referencePayslip(gross: bigint): bigint {
  const lines = REFERENCE_RATES.map((rate) => ({ base: gross, rate, amount: multiply(gross, rate) }))
  return lines.reduce((net, { amount }) => net - amount, gross)
}

function perSecond(milliseconds: number, task: (round: number) => void): number {
  for (let round = 0; round < 5_000; round++) task(round)
  const start = performance.now()
  let rounds = 0
  while (performance.now() - start < milliseconds) for (let i = 0; i < 200; i++) task(rounds++)
  return rounds / ((performance.now() - start) / 1000)
}
