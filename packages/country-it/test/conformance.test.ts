import { conformance } from '@samen/core/country/conformance'
import { describe, test } from 'vitest'
import { italy } from '../src/plugin.ts'

describe('Italy', () => {
  for (const check of conformance(italy)) test(check.title, check.run)
})
