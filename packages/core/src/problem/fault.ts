import { Problem, type ProblemOptions } from './problem.ts'

/** One thing that is wrong with an input, before anyone decides whether to throw it or to list it. */
export interface Fault {
  /** Path in the input: `fee`, `engagements[0].share`. */
  readonly field: string
  /** A sentence for the person who must act. */
  readonly reason: string
  /** `refused`: a rule says no; `conflict`: it does not fit what is there; otherwise the field itself is wrong. */
  readonly type?: 'refused' | 'conflict'
}

/** Throws the first fault as a problem; the others come along in its member `faults`. */
export function throwFaults(faults: readonly Fault[], at = ''): void {
  const [first] = faults
  if (first === undefined) return
  const options: ProblemOptions = {
    field: at + first.field,
    ...(faults.length > 1 && {
      extra: { faults: faults.slice(0, 50).map(({ field, reason }) => ({ field: at + field, reason })) },
    }),
  }
  throw new Problem(first.type ?? 'invalid-field', first.reason, options)
}
