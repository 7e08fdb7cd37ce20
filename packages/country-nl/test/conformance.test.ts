import { conformance } from '@samen/core/country/conformance'
import { describe, test } from 'vitest'
import { netherlands } from '../src/plugin.ts'

describe('the Netherlands', () => {
  for (const check of conformance(netherlands)) test(check.title, check.run)
})
