import { expect, test, vi } from 'vitest'
import { newId } from '../../src/database/new-id.ts'

test('ids are UUIDv7, all different, and sort in the order they were made', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('ids keep their order when the clock goes back', () => {
  const before = newId()
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 60_000)
  try {
    expect(newId() > before).toBe(true)
  } finally {
    vi.restoreAllMocks()
  }
})

test('an id carries the time of its making', () => {
  const later = Date.UTC(2200, 0, 1)
  vi.spyOn(Date, 'now').mockReturnValue(later)
  try {
    expect(Number.parseInt(newId().replace('-', '').slice(0, 12), 16)).toBe(later)
  } finally {
    vi.restoreAllMocks()
  }
})
