import assert from 'node:assert/strict'
import { describe, test } from 'vitest'
import { answered, rowsOf } from './oracle/plan.ts'

/** Rows of which our answer differs, with what differs. */
function differing(year: number, file: string) {
  const rows = rowsOf(new URL(`./oracle/${file}`, import.meta.url))
  const differences = rows.flatMap((row) => {
    const ours = answered(year, row)
    const wrong = Object.keys(ours).filter((name) => ours[name] !== row[name])
    return wrong.length === 0 ? [] : [{ row, wrong: wrong.map((name) => `${name} ${ours[name]}`) }]
  })
  return { rows, differences }
}

describe.each([2025, 2026] as const)('the official plan of %i, run beside ours', (year) => {
  const { rows, differences } = differing(year, `pap-${year}.json`)

  test('has been asked thousands of cases of every class, period and kind', () => {
    assert.ok(rows.length >= 2_500)
    const seen = (name: string) => new Set(rows.map((row) => row[name]))
    assert.equal(seen('STKL').size, 6)
    assert.equal(seen('LZZ').size, 4)
    for (const name of [
      'ZKF',
      'VBEZ',
      'STERBE',
      'SONSTENT',
      'MBV',
      'PKPV',
      'AJAHR',
      'LZZFREIB',
      'JHINZU',
      'f',
    ])
      assert.ok(seen(name).size > 5, name)
  })

  test('withholds the same wage tax, surcharge and church base to the cent', () =>
    assert.deepEqual(differences.slice(0, 5), []))
})

test('the Finance Ministry’s own interface answered the same for 2026', () => {
  const { rows, differences } = differing(2026, 'bmf-2026.json')
  assert.ok(rows.length >= 200)
  assert.deepEqual(differences.slice(0, 5), [])
})
