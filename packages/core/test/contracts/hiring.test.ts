import { describe, expect, test } from 'vitest'
import { hiringFault } from '../../src/contracts/index.ts'

const declaration = { name: 'hello', authority: 'tax', source: 'invented' }
const zone = 'Europe/Stockholm'

describe('a hiring declaration', () => {
  test('must be filed before the first day begins', () => {
    expect(hiringFault(declaration, '2026-10-05', null, zone)).toMatch(/not filed/)
    expect(hiringFault(declaration, '2026-10-05', new Date('2026-10-04T22:00:00Z'), zone)).toMatch(
      /not before/,
    )
    expect(hiringFault(declaration, '2026-10-05', new Date('2026-10-04T21:59:59Z'), zone)).toBeUndefined()
  })

  test('is not asked for in a country that knows none', () => {
    expect(hiringFault({ ...declaration, required: false }, '2026-10-05', null, zone)).toBeUndefined()
  })
})
