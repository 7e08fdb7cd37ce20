import { conformance } from '@samen/core/country/conformance'
import { describe, test } from 'vitest'
import { newland } from '../src/plugin.ts'

describe('Newland', () => {
  for (const check of conformance(newland)) test(check.title, check.run)
})
