import { conformance } from '@samen/core/country/conformance'
import { describe, test } from 'vitest'
import { hungary } from '../src/plugin.ts'

describe('Hungary', () => {
  for (const check of conformance(hungary)) test(check.title, check.run)
})
