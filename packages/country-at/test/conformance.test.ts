import { conformance } from '@samen/core/country/conformance'
import { describe, test } from 'vitest'
import { austria } from '../src/plugin.ts'

describe('Austria', () => {
  for (const check of conformance(austria)) test(check.title, check.run)
})
