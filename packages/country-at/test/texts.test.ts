import { rulesWithoutSample } from '@samen/core/country/conformance'
import { expect, test } from 'vitest'
import { austria } from '../src/plugin.ts'

test('every explanation is met by a sample', () => {
  expect(rulesWithoutSample(austria)).toEqual([])
})
