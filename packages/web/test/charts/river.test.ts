import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RiverShape, river } from '../../src/charts/river.ts'

const shape: RiverShape = {
  length: 1000,
  thickness: 250,
  reach: 330,
  bend: 26,
  head: 150,
  direction: 'right',
}
const sizes = fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 1, maxLength: 5 })

describe('the river from price to net', () => {
  test('every part is as thick as its share of the price', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), sizes, (net, leaving) => {
        const total = net + leaving.reduce((sum, size) => sum + size, 0)
        const picture = river(
          net,
          leaving.map((size, index) => ({ code: String(index), size })),
          shape,
        )
        expect(picture.staying.thickness).toBeCloseTo((net / total) * 250, 6)
        picture.bands.forEach((band, index) => {
          expect(band.thickness).toBeCloseTo(((leaving[index] as number) / total) * 250, 6)
        })
      }),
    )
  })

  test('bands leave in order and their mouths never overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), sizes, (net, leaving) => {
        const { bands } = river(
          net,
          leaving.map((size, index) => ({ code: String(index), size })),
          shape,
        )
        for (const [index, band] of bands.entries()) {
          const next = bands[index + 1]
          if (!next) continue
          expect(next.mouth.x - next.thickness / 2).toBeGreaterThan(band.mouth.x + band.thickness / 2 - 0.2)
        }
      }),
    )
  })

  test('nothing leaves the picture, whichever way the river runs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        sizes,
        fc.constantFrom('right', 'down'),
        (net, leaving, direction) => {
          const { bands, staying } = river(
            net,
            leaving.map((size, index) => ({ code: String(index), size })),
            { ...shape, direction },
          )
          const [length, across] = direction === 'right' ? [1000, 330] : [330, 1000]
          for (const { path } of [...bands, staying]) {
            const numbers = path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? []
            numbers.forEach((value, index) => {
              expect(value).toBeGreaterThanOrEqual(-0.1)
              expect(value).toBeLessThanOrEqual((index % 2 === 0 ? length : across) + 0.1)
            })
          }
        },
      ),
    )
  })

  test('a price of nothing is an empty picture, not a broken one', () => {
    const picture = river(0, [{ code: 'levy', size: 0 }], shape)
    expect(picture.staying.thickness).toBe(0)
    expect(picture.bands[0]?.path).not.toContain('NaN')
  })
})
