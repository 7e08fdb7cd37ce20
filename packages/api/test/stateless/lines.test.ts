import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchesOfLines, type Line } from '../../src/stateless/lines.ts'

async function read(chunks: Iterable<Uint8Array>): Promise<Line[]> {
  const source = (async function* () {
    yield* chunks
  })()
  const lines: Line[] = []
  for await (const batch of batchesOfLines(source)) lines.push(...batch)
  return lines
}

function* cut(bytes: Buffer, sizes: readonly number[]) {
  let at = 0
  for (const size of sizes) {
    yield bytes.subarray(at, at + size)
    at += size
  }
  yield bytes.subarray(at)
}

test('lines are the same however the bytes are cut on their way', async () => {
  const text = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('')).map((line) => line.replaceAll('\n', '')),
  )
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.integer({ min: 0, max: 20 })), async (given, sizes) => {
      const lines = await read(cut(Buffer.from(given.join('\n')), sizes))
      const expected = given
        .map((line, index) => ({ number: index + 1, text: index === 0 ? line.replace(/^\uFEFF/, '') : line }))
        .filter(({ text }) => text.trim() !== '')
      expect(lines).toEqual(expected)
    }),
  )
})

test('a line of a hundred megabytes is refused without being held', async () => {
  const chunk = Buffer.alloc(1_000_000, 'x')
  const chunks = function* () {
    for (let count = 0; count < 100; count++) yield chunk
    yield Buffer.from('\nnext')
  }
  const before = process.memoryUsage().arrayBuffers
  expect(await read(chunks())).toEqual([
    { number: 1, text: '', fault: 'too-long' },
    { number: 2, text: 'next' },
  ])
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
})
