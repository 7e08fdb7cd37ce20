import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { computedRecords, type TableRecord } from './support/published-tables.ts'

/** The file as Skatteverket published it; kept outside the repository. */
const file = new URL('../../../../shared/data/se/allmanna-tabeller-manad-2026.txt', import.meta.url)
const isThere = existsSync(file)
if (!isThere)
  process.stdout.write(`Not compared record by record: ${file.pathname} is absent (its digest is tested).\n`)

/** Fields touch when values have five digits, so they are read by position. */
function read(line: string): TableRecord {
  const to = line.slice(12, 19).trim()
  return {
    kind: line[2] === '%' ? '%' : 'B',
    table: Number(line.slice(3, 5)),
    from: Number(line.slice(5, 12)),
    to: to === '' ? undefined : Number(to),
    values: [19, 24, 29, 34, 39, 44].map((at) => Number(line.slice(at, at + 5))),
  }
}

describe.runIf(isThere)('the published monthly tables of 2026', () => {
  test('are computed record by record', () => {
    const published = readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\n')
      .map(read)
    expect(published).toHaveLength(7_966)
    const computed = computedRecords(2026)
    for (const [index, record] of published.entries()) expect(computed[index]).toEqual(record)
  })
})
