import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(8 * 512)
let poolOffset = pool.length
let lastMs = 0
let sequence = 0

/**
 * A UUIDv7 (RFC 9562): ids sort by time of making, and strictly so within one process. The 12 bits after the
 * time count within a millisecond; when they run out, or the clock goes back, the time part runs ahead.
 */
export function newId(): string {
  if (poolOffset === pool.length) {
    randomFillSync(pool)
    poolOffset = 0
  }
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    sequence = pool.readUInt16BE(poolOffset) & 0x7ff
  } else if (++sequence > 0xfff) {
    lastMs += 1
    sequence = 0
  }
  const variant = ((pool[poolOffset] as number) & 0x3f) | 0x80
  const time = lastMs.toString(16).padStart(12, '0')
  const counter = sequence.toString(16).padStart(3, '0')
  const random = variant.toString(16) + pool.toString('hex', poolOffset + 1, poolOffset + 8)
  poolOffset += 8
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${random.slice(0, 4)}-${random.slice(4)}`
}
