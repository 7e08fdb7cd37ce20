import { expect, test } from 'vitest'
import { isCreditorIdentifier, type Mandate, mandateFault } from '../../src/direct-debits/index.ts'

const mandate: Mandate = {
  mandateId: 'm',
  legalEntityId: 'e',
  clientId: 'c',
  clientName: 'Theatre',
  scheme: 'CORE',
  reference: 'M-1',
  signedOn: '2024-02-29',
  debtorName: 'Theatre',
  iban: 'BE71096123456769',
  recurring: true,
  noticeDays: 14,
  hasPaper: true,
  endedOn: null,
  endReason: null,
  lastCollectOn: null,
  uses: 0,
}

test('a mandate lapses 36 months after its last collection, or after it was signed', () => {
  expect(mandateFault(mandate, '2027-02-28')).toBeNull()
  expect(mandateFault(mandate, '2027-03-01')).toBe('lapsed')
  expect(mandateFault({ ...mandate, lastCollectOn: '2026-06-01' }, '2029-06-01')).toBeNull()
  expect(mandateFault({ ...mandate, lastCollectOn: '2026-06-01' }, '2029-06-02')).toBe('lapsed')
})

test('a one-off mandate is used up by one collection, a recurring one is not; without paper or after its end none is used', () => {
  expect(mandateFault({ ...mandate, uses: 3 }, '2026-12-01')).toBeNull()
  expect(mandateFault({ ...mandate, recurring: false, uses: 1 }, '2026-12-01')).toBe('used')
  expect(mandateFault({ ...mandate, hasPaper: false }, '2026-12-01')).toBe('no-paper')
  expect(mandateFault({ ...mandate, endedOn: '2026-01-01' }, '2026-12-01')).toBe('ended')
})

test('a creditor identifier carries check digits that leave its business code out', () => {
  expect(isCreditorIdentifier('DE98ZZZ09999999999')).toBe(true)
  expect(isCreditorIdentifier('DE98ABC09999999999')).toBe(true)
  expect(isCreditorIdentifier('DE98ZZZ09999999998')).toBe(false)
  expect(isCreditorIdentifier('DE97ZZZ09999999999')).toBe(false)
  expect(isCreditorIdentifier('DE98ZZZ')).toBe(false)
})
