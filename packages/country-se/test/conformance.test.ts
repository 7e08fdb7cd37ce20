import { conformance } from '@samen/core/country/conformance'
import { describe, test } from 'vitest'
import { sweden } from '../src/plugin.ts'

describe('Sweden', () => {
  for (const check of conformance(sweden)) test(check.title, check.run)
})
