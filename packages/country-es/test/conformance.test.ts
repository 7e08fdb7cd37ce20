import { conformance } from '@samen/core/country/conformance'
import { describe, test } from 'vitest'
import { spain } from '../src/plugin.ts'

describe('Spain', () => {
  for (const check of conformance(spain)) test(check.title, check.run)
})
