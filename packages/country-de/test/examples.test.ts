import { workedExamples } from '@samen/core/country/conformance'
import { describe, test } from 'vitest'
import { germany } from '../src/plugin.ts'

for (const { file, checks } of workedExamples(germany, new URL('./examples/', import.meta.url)))
  describe(`the worked examples of ${file}`, () => {
    for (const check of checks) test(check.title, check.run)
  })
