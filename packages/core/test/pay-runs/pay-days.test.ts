import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/country/index.ts'
import { isDue, payDays } from '../../src/pay-runs/index.ts'
import { testland } from '../support/test-country.ts'

const unpaid = { invoiced: 120_000n, received: 0n }

test('the bank pays on the run’s day, or the first day it settles after it', () => {
  expect(payDays(testland, '2026-11-23')).toEqual({ paidOn: '2026-11-23', nextRunOn: '2026-11-24' })
  // Good Friday and Easter Monday: banks are closed, though Testland works on the Friday.
  expect(payDays(testland, '2026-04-03')).toEqual({ paidOn: '2026-04-07', nextRunOn: '2026-04-08' })
  // 11 November: banks settle, Testland does not work.
  expect(payDays(testland, '2026-11-10')).toEqual({ paidOn: '2026-11-10', nextRunOn: '2026-11-12' })
})

test('a wage goes when the next run would be too late, and no sooner unless the client has paid', () => {
  const days = payDays(testland, '2026-04-02')
  // Its day is Good Friday, on which no bank pays: it goes on Thursday.
  expect(isDue({ ...unpaid, payBy: '2026-04-03' }, days)).toBe(true)
  expect(isDue({ ...unpaid, payBy: '2026-04-07' }, days)).toBe(false)
  expect(isDue({ invoiced: 120_000n, received: 120_000n, payBy: '2026-04-15' }, days)).toBe(true)
  expect(isDue({ invoiced: 120_000n, received: 119_999n, payBy: '2026-04-15' }, days)).toBe(false)
})

test('an office that runs on every day it can keeps every promise a bank can keep', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), (offset) => {
      const payBy = addDays('2026-01-05', offset)
      let day = addDays(payBy, -20)
      let days = payDays(testland, day)
      while (!isDue({ ...unpaid, payBy }, days)) {
        day = days.nextRunOn
        days = payDays(testland, day)
      }
      expect(days.paidOn <= payBy).toBe(true)
    }),
  )
})
