import { workedExamples } from '@samen/core/country/conformance'
import { describe, test } from 'vitest'
import { newland } from '../src/plugin.ts'

/** Payslips worked out by somebody else, one JSON array a file: what this code has to come to. */
for (const { file, checks } of workedExamples(newland, new URL('./examples/', import.meta.url)))
  describe(`the worked examples of ${file}`, () => {
    for (const check of checks) test(check.title, check.run)
  })
