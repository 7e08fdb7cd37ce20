import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { asFixedWidth, asOpenData, computedRecords } from './support/published-tables.ts'

const sha256 = (text: string, encoding: 'utf8' | 'latin1') =>
  createHash('sha256').update(text, encoding).digest('hex')

describe('the monthly tables 29 to 42 with their six columns', () => {
  test('of 2026 are, byte by byte, the file Skatteverket published (allmanna-tabeller-manad.txt)', () => {
    const records = computedRecords(2026)
    expect(records).toHaveLength(7_966)
    expect(sha256(asFixedWidth(records), 'utf8')).toBe(
      '8c5abe81d774ce083fec81ceed430282e39208c8b5a7a961a4760e4875e850ce',
    )
  })

  test('of 2025 are, byte by byte, Skatteverket’s open data (copy of September 2025 in bombsimon/household-budget)', () => {
    const records = computedRecords(2025)
    expect(records).toHaveLength(7_934)
    expect(sha256(asOpenData(2025, records), 'latin1')).toBe(
      '35309a04d7760f20b20afd583136ad7ea677af03d654e311b459addd0dff8b0e',
    )
  })
})
