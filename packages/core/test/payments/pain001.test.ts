import { expect, test } from 'vitest'
import { isTargetDay, pain001, sepaText, targetDayFrom } from '../../src/payments/index.ts'

const file = {
  messageId: '0192f0aa0000700080000000000000aa-1',
  createdAt: new Date('2026-11-23T09:15:30.123Z'),
  executeOn: '2026-11-23',
  currency: 'EUR',
  debtor: {
    name: 'Coopérative & Cie',
    iban: 'BE71096123456769',
    bic: 'GKCCBEBB',
    companyNumber: '0123456749',
  },
  transfers: [
    {
      endToEndId: 'aa01',
      amount: 123_456n,
      name: 'Łucja <Ørsted>',
      iban: 'BE71096123456769',
      text: 'JOB-2026-1',
    },
    {
      endToEndId: 'aa02',
      amount: 1n,
      name: 'Ana',
      iban: 'FR7630006000011234567890189',
      address: { street: 'Rue Émile 3', postCode: '1000', town: 'Bruxelles', country: 'BE' },
      text: '//x',
    },
  ],
}

test('banks settle on weekdays, but not on the six closing days of TARGET', () => {
  const closed = [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-12-25',
    '2026-12-26',
    '2026-11-22',
  ]
  expect(closed.filter(isTargetDay)).toEqual([])
  expect(['2026-11-11', '2026-05-14', '2026-07-21', '2026-04-07'].filter((day) => !isTargetDay(day))).toEqual(
    [],
  )
  expect(targetDayFrom('2026-04-03')).toBe('2026-04-07')
  expect(targetDayFrom('2026-11-23')).toBe('2026-11-23')
})

test('a name reaches the bank in letters every bank accepts', () => {
  expect(sepaText('Zoë Szűcs-Åkerlund, straße 5 & fils', 70)).toBe('Zoe Szucs-Akerlund, strasse 5 + fils')
  expect(sepaText('//a//b/', 10)).toBe('a/b')
  expect(sepaText('Œuvre “x” 🎻', 70)).toBe('OEuvre x')
  expect(sepaText('abcdefghij', 5)).toBe('abcde')
})

test('the file carries exact amounts, control sums and the category of salaries', () => {
  const xml = pain001(file)
  expect(xml.match(/<CtrlSum>1234\.57<\/CtrlSum>/g)).toHaveLength(2)
  expect(xml.match(/<NbOfTxs>2<\/NbOfTxs>/g)).toHaveLength(2)
  expect(xml).toContain('<InstdAmt Ccy="EUR">1234.56</InstdAmt>')
  expect(xml).toContain('<CtgyPurp><Cd>SALA</Cd></CtgyPurp>')
  expect(xml).toContain('<ReqdExctnDt><Dt>2026-11-23</Dt></ReqdExctnDt>')
  expect(xml).toContain('<Nm>Lucja Orsted</Nm>')
  expect(xml).toContain('<Nm>Cooperative + Cie</Nm>')
  expect(xml).toContain('<TwnNm>Bruxelles</TwnNm><Ctry>BE</Ctry>')
})

test('the same wages give the same file, byte for byte', () => {
  expect(pain001(structuredClone(file))).toBe(pain001(file))
})

test('a file that a bank would refuse is not written', () => {
  expect(() => pain001({ ...file, transfers: [] })).toThrow(RangeError)
  expect(() => pain001({ ...file, messageId: 'x'.repeat(36) })).toThrow(RangeError)
  const free = { ...(file.transfers[0] as (typeof file.transfers)[0]), amount: 0n }
  expect(() => pain001({ ...file, transfers: [free] })).toThrow(RangeError)
})
