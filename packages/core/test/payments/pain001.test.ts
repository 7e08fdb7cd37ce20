import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Holidays } from '../../src/country/index.ts'
import {
  bankDayFrom,
  batchesOf,
  isBankDay,
  ORDINARY_TERMS,
  pain001,
  sepaText,
} from '../../src/payments/index.ts'

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

const armistice: Holidays = (year) => [{ date: `${year}-11-11`, key: 'armistice' }]

test('banks settle euro on weekdays but for the six closing days of TARGET, whatever the national holidays', () => {
  const euro = { currency: 'EUR', holidays: armistice }
  const settles = (day: string) => isBankDay(euro, day)
  const closed = [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-12-25',
    '2026-12-26',
    '2026-11-22',
  ]
  expect(closed.filter(settles)).toEqual([])
  expect(['2026-11-11', '2026-05-14', '2026-07-21', '2026-04-07'].every(settles)).toBe(true)
  expect(bankDayFrom(euro, '2026-04-03')).toBe('2026-04-07')
  expect(bankDayFrom(euro, '2026-11-23')).toBe('2026-11-23')
})

test('banks settle forints and kronor on their own country’s working days, and on no Saturday', () => {
  const holidays: Holidays = (year) => [
    { date: `${year}-08-20`, key: 'state-foundation' },
    { date: `${year}-08-21`, key: 'moved-rest-day' },
    { date: `${year}-12-12`, key: 'worked-saturday', works: true },
  ]
  const forint = { currency: 'HUF', holidays }
  expect(bankDayFrom(forint, '2026-08-20')).toBe('2026-08-24')
  expect(isBankDay(forint, '2026-12-12')).toBe(false)
  // Good Friday is a closing day of TARGET, but nothing to a country that works on it.
  expect(isBankDay(forint, '2026-04-03')).toBe(true)
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

test('only euro goes by SEPA; kronor and forints go through the national clearing', () => {
  expect(pain001(file)).toContain('<SvcLvl><Cd>SEPA</Cd></SvcLvl>')
  expect(pain001(file)).toContain('<ChrgBr>SLEV</ChrgBr>')
  const kronor = pain001({ ...file, currency: 'SEK' })
  expect(kronor).toContain('<SvcLvl><Cd>NURG</Cd></SvcLvl>')
  expect(kronor).toContain('<ChrgBr>SHAR</ChrgBr>')
  expect(kronor).toContain('<DbtrAcct><Id><IBAN>BE71096123456769</IBAN></Id><Ccy>SEK</Ccy></DbtrAcct>')
  expect(kronor).toContain('<InstdAmt Ccy="SEK">1234.56</InstdAmt>')
  expect(kronor).not.toMatch(/SEPA|SLEV|EUR/)
})

test('forints are written whole, and a fillér that no bank moves is refused', () => {
  const [first] = file.transfers as [(typeof file.transfers)[0]]
  const wages = (...amounts: bigint[]) =>
    pain001({ ...file, currency: 'HUF', transfers: amounts.map((amount) => ({ ...first, amount })) })
  expect(wages(34_567_800n, 100n)).toContain('<InstdAmt Ccy="HUF">345678</InstdAmt>')
  expect(wages(34_567_800n, 100n).match(/<CtrlSum>345679<\/CtrlSum>/g)).toHaveLength(2)
  expect(() => wages(34_567_850n)).toThrow(/345678.50 HUF is no amount that a bank moves/)
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

test('batches hold every transfer once and in order, none more than the bank takes unless it is one transfer alone', () => {
  const transfers = fc.array(fc.bigInt(1n, 1_000n), { maxLength: 60 })
  const limits = fc.record({
    transfersMax: fc.option(fc.integer({ min: 1, max: 20 })),
    amountMax: fc.option(fc.bigInt(1n, 3_000n)),
  })
  fc.assert(
    fc.property(transfers, limits, (amounts, { transfersMax, amountMax }) => {
      const all = amounts.map((amount, no) => ({ amount, no }))
      const batches = batchesOf(all, { transfersMax, amountMax })
      expect(batches.flat()).toEqual(all)
      for (const batch of batches) {
        const sum = batch.reduce((total, { amount }) => total + amount, 0n)
        expect(batch.length).toBeLessThanOrEqual(transfersMax ?? all.length)
        if (batch.length > 1) expect(sum <= (amountMax ?? sum)).toBe(true)
      }
    }),
  )
})

test('a file that one batch cannot hold has several, whose sums are the file’s, and is booked transfer by transfer', () => {
  const xml = pain001({ ...file, terms: { ...ORDINARY_TERMS, transfersMax: 1 } })
  expect(xml.match(/<PmtInfId>[^<]*/g)).toEqual([
    '<PmtInfId>0192f0aa00007000800000000000-1.1',
    '<PmtInfId>0192f0aa00007000800000000000-1.2',
  ])
  expect(xml.match(/<BtchBookg>false/g)).toHaveLength(2)
  expect(xml.match(/<CtrlSum>[^<]*/g)).toEqual(['<CtrlSum>1234.57', '<CtrlSum>1234.56', '<CtrlSum>0.01'])
  expect(pain001(file)).toContain('<BtchBookg>true')
})

test('what is agreed to be paid at once says so in euro, and in no other currency', () => {
  const terms = { ...ORDINARY_TERMS, instant: true }
  expect(pain001({ ...file, terms })).toContain(
    '<SvcLvl><Cd>SEPA</Cd></SvcLvl><LclInstrm><Cd>INST</Cd></LclInstrm><CtgyPurp>',
  )
  expect(pain001({ ...file, terms, currency: 'SEK' })).not.toContain('INST')
})
