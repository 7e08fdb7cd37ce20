import type { Minor } from '../money.ts'
import { NotWrittenError } from '../not-written.ts'
import type { AnyCountryPlugin } from '../plugin.ts'
import type { Situation } from '../situation.ts'

/** One thing a plugin must fulfil. */
export interface Check {
  /** A sentence whose subject is the plugin. */
  readonly title: string
  /**
   * @throws {NotWrittenError} `missing: <file>: <what belongs there>`, where the plugin does not answer yet.
   * @throws an AssertionError that says what is wrong, where it answers wrongly.
   */
  readonly run: () => void
}

/** A sample as its own schema parsed it. */
export interface Sample {
  readonly title: string
  readonly situation: Situation
}

/** What every check is given. */
export interface Subject {
  readonly plugin: AnyCountryPlugin
  /** The samples that could be parsed. */
  readonly samples: readonly Sample[]
  /** Runs over every sample. @throws {NotWrittenError} where there is none. */
  readonly eachSample: (run: (situation: Situation, title: string) => void) => void
}

export const SAMPLES_FILE = 'src/samples.ts'
export const SAMPLES_WANTED = 'at least five situations that show the ordinary cases of this country'

export function subject(plugin: AnyCountryPlugin): Subject {
  const samples = plugin.samples.flatMap(({ title, situation }): Sample[] => {
    const parsed = plugin.payroll.situation.safeParse(situation)
    return parsed.success ? [{ title, situation: parsed.data }] : []
  })
  return {
    plugin,
    samples,
    eachSample(run) {
      if (plugin.samples.length === 0) throw new NotWrittenError(SAMPLES_FILE, SAMPLES_WANTED)
      for (const { title, situation } of samples) run(situation, title)
    },
  }
}

/** Gross amounts every sample is tried at: small, odd, around usual wages, and far beyond every ceiling. */
export const GROSSES: readonly Minor[] = [
  0n,
  1n,
  99n,
  5_000n,
  12_345n,
  99_999n,
  180_180n,
  250_000n,
  333_333n,
  400_501n,
  812_345n,
  3_300_000n,
  99_999_999n,
]

/** Years whose law and calendar every plugin knows. */
export const YEARS = [2025, 2026] as const

/** English and the languages of the country. */
export const languagesOf = (plugin: AnyCountryPlugin): readonly string[] => [
  ...new Set(['en', ...plugin.languages]),
]
