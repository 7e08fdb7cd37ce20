import { conformance } from '@samen/core/country/conformance'
import { test } from 'vitest'
import { france } from '../src/plugin.ts'

for (const check of conformance(france)) test(`France ${check.title}`, check.run)
