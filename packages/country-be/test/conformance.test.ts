import { conformance } from '@samen/core/country/conformance'
import { describe, test } from 'vitest'
import { belgium } from '../src/plugin.ts'

describe('Belgium', () => {
  for (const check of conformance(belgium)) test(check.title, check.run)
})
