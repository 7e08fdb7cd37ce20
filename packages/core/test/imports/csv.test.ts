import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../../src/imports/csv.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readCsv(bytes(text))

describe('a CSV file', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['a byte order mark', '\uFEFFa,b\n1,2\n'],
    ['Windows line ends', 'a,b\r\n1,2\r\n'],
    ['old Mac line ends', 'a,b\r1,2\r'],
    ['no last line end', 'a,b\n1,2'],
    ['spaces around its cells', ' a , b \n 1 , 2 \n'],
    ['quotes around its cells', '"a","b"\n"1","2"\n'],
  ])('is read with %s', async (_, text) => {
    expect(await read(text)).toEqual({
      columns: ['a', 'b'],
      lines: [{ line: 2, cells: ['1', '2'] }],
      faults: [],
    })
  })

  test('numbers its lines as an editor does, blank ones and quoted line breaks included', async () => {
    const { lines } = await read('a,b\n\n1,"two\nlines"\n,\n3,4\n')
    expect(lines).toEqual([
      { line: 3, cells: ['1', 'two\nlines'] },
      { line: 6, cells: ['3', '4'] },
    ])
  })

  test('loses no valid line to a stray quote above or below it', async () => {
    const { lines, faults } = await read('a,b\n1,2\n3,"4\n5,6\n7,"8"9\n"10",11\n')
    expect(lines.map(({ cells }) => cells[0])).toEqual(['1', '5', '10'])
    expect(faults.map(({ line, field }) => [line, field])).toEqual([
      [3, 'line'],
      [5, 'line'],
    ])
  })

  test('loses no line to one with a cell too many or too few', async () => {
    const { lines, faults } = await read('a,b\n1,2\n3\n4,5,6\n7,8\n')
    expect(lines.map(({ line }) => line)).toEqual([2, 5])
    expect(faults.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'Has 1 cells; the header has 2.'],
      [4, 'Has 3 cells; the header has 2.'],
    ])
  })

  test('holds whatever text it was given, whichever delimiter (property)', async () => {
    const cell = fc
      .string({ maxLength: 20 })
      .filter((text) => text.trim() === text && !text.includes('\u0000'))
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t'),
        async (rows, delimiter) => {
          const filled = rows.map(([a, b, c]) => [a || 'x', b, c] as const)
          const text = [
            'a,b,c'.replaceAll(',', delimiter),
            ...filled.map((row) => row.map(quoted).join(delimiter)),
          ]
          const { lines, faults } = await read(text.join('\r\n'))
          expect(faults).toEqual([])
          expect(lines.map(({ cells }) => cells)).toEqual(filled)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('a file is refused in one sentence', () => {
  test.each([
    ['when it is empty', new Uint8Array(), /empty/],
    ['when it holds only blanks', bytes('  \n \n'), /empty/],
    ['when it is UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), /UTF-16/],
    [
      'when it is Latin-1, naming the line',
      new Uint8Array([...bytes('a,b\n1,2\ncaf'), 0xe9, ...bytes(',2\n')]),
      /line 3/,
    ],
    ['when it is a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), /spreadsheet/],
    ['when it is binary', new Uint8Array([0x89, 0x50, 0, 1, 2]), /binary/],
    ['when a column stands twice', bytes('a,b,a\n1,2,3\n'), /"?a"? twice/],
    [
      'when it has too many columns',
      bytes(`${Array.from({ length: 101 }, (_, i) => `c${i}`).join()}\n`),
      /100 columns/,
    ],
    ['when it has too many lines', bytes(`a\n${'1\n'.repeat(200_001)}`), /200000 lines/],
  ])('%s', async (_, file, sentence) => {
    await expect(readCsv(file)).rejects.toMatchObject({
      type: 'invalid-field',
      field: 'file',
      detail: expect.stringMatching(sentence),
    })
  })
})
