import { conformance } from '@samen/core/country/conformance'
import { test } from 'vitest'
import { germany } from '../src/plugin.ts'

for (const check of conformance(germany)) test(`Germany ${check.title}`, check.run)
