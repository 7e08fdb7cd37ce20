import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, formatRate, multiply, weekday } from '../../src/country/index.ts'
import { type Quote, RateTable, readRateFile } from '../../src/rates/index.ts'

const file = (text: string) => new TextEncoder().encode(text)
const quote = (day: string, value: string, currency = 'HUF', source: Quote['source'] = 'ecb'): Quote => ({
  source,
  currency,
  day,
  quote: value,
})

/** A quote on each working day of 2026, all alike but for the day's number. */
const everyDay = (value: (day: string) => string, currency = 'HUF', source: Quote['source'] = 'ecb') =>
  Array.from({ length: 365 }, (_, at) => addDays('2026-01-01', at))
    .filter((day) => weekday(day) <= 5)
    .map((day) => quote(day, value(day), currency, source))

test('the ECB’s CSV is read as it is published, with its trailing comma, blanks and currencies long gone', () => {
  // Two lines as the European Central Bank published them, most columns left out.
  const { format, quotes } = readRateFile(
    file('Date,USD,CYP,HUF,SEK,\n2026-04-13,1.1684,N/A,366.9,10.892,\n2026-04-10,1.1711,N/A,377.2,10.836,\n'),
  )
  expect(format).toBe('ecb-csv')
  expect(quotes).toHaveLength(6)
  expect(quotes).toContainEqual(quote('2026-04-13', '366.9'))
})

test('the ECB’s XML and the MNB’s, which counts yen by the hundred and writes a comma', () => {
  const ecb = readRateFile(
    file(`<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject><Cube><Cube time="2026-04-13"><Cube currency="HUF" rate="366.90"/></Cube></Cube></gesmes:Envelope>`),
  )
  expect(ecb).toEqual({ format: 'ecb-xml', source: 'ecb', quotes: [quote('2026-04-13', '366.90')] })
  const mnb = readRateFile(
    file(
      '<MNBExchangeRates><Day date="2026-04-13"><Rate unit="1" curr="EUR">366,5</Rate><Rate unit="100" curr="JPY">196,44</Rate><Rate unit="1000" curr="VND">1,9</Rate></Day></MNBExchangeRates>',
    ),
  )
  expect(mnb.quotes.map(({ currency, quote }) => `${currency} ${quote}`)).toEqual([
    'EUR 366.5',
    'JPY 1.9644',
    'VND 0.0019',
  ])
})

test.each([
  ['PK\u0003\u0004', 'unpack it first'],
  ['a,b\n1,2\n', 'neither'],
  ['Date,HUF,\n', 'holds no rate'],
  ['Date,HUF,\n2026-02-30,1,\n', 'line 2'],
  ['Date,HUF,\n2026-02-20,1e3,\n', 'line 2: the rate of HUF'],
  ['Date,HUF,\n2026-02-20,-1,\n', 'not a positive'],
  ['Date,HUF,\n2026-02-20,0.000,\n', 'not a positive'],
  ['Date,HUF,\n2026-02-20,1,\n2026-02-20,1,\n', 'stands twice'],
  ['Date,Forint,\n2026-02-20,1,\n', 'not a currency'],
  ['<a><b></a>', 'line 1'],
  ['<a/>', 'not a file of reference rates'],
])('a file that is not whole is refused: %s', (text, why) => {
  expect(() => readRateFile(file(text))).toThrow(why)
})

test('a month that ends on a Sunday closes with Friday’s rate', () => {
  const table = new RateTable(everyDay((day) => `3${day.slice(8)}.5`))
  const used = table.closing('HUF', 'EUR', '2026-05-31')
  expect(used).toMatchObject({ source: 'ecb', day: '2026-05-31', lastQuotedOn: '2026-05-29', quotes: 1 })
  expect(multiply(32_950n, used.rate)).toBe(100n)
})

test('a month’s average is the plain mean of the figures published in it', () => {
  const table = new RateTable(everyDay((day) => (Number(day.slice(8)) % 2 === 0 ? '400' : '300')))
  const used = table.average('HUF', 'EUR', '2026-09-01')
  expect(used).toMatchObject({ quotes: 22, firstQuotedOn: '2026-09-01', lastQuotedOn: '2026-09-30' })
  // Eleven even and eleven odd working days.
  expect(formatRate({ numerator: used.rate.denominator, denominator: used.rate.numerator })).toBe('350')
})

test('where a rate is missing it is named, and none is guessed', () => {
  const table = new RateTable(
    everyDay(() => '380').filter(({ day }) => day < '2026-09-11' || day > '2026-09-21'),
  )
  const missing = (work: () => unknown) => {
    try {
      return work()
    } catch (error) {
      return JSON.parse(JSON.stringify(error))
    }
  }
  expect(missing(() => table.average('HUF', 'EUR', '2026-09-01'))).toMatchObject({
    type: '/problems/rate-missing',
    currency: 'HUF',
    day: '2026-09-30',
    detail: expect.stringContaining('samen import rates'),
  })
  expect(table.closing('HUF', 'EUR', '2026-09-17').lastQuotedOn).toBe('2026-09-10')
  expect(() => table.closing('HUF', 'EUR', '2026-09-18')).toThrow('no rate of HUF against EUR for 2026-09-18')
  expect(() => table.closing('SEK', 'EUR', '2026-09-01')).toThrow('SEK')
  expect(() => new RateTable([]).average('HUF', 'EUR', '2026-09-01')).toThrow('2026-09')
})

test('the ECB’s figure goes before the MNB’s, and an invented one is used only where there is no other', () => {
  const ecb = everyDay(() => '380').filter(({ day }) => day < '2026-06-01')
  const mnb = everyDay(() => '390', 'EUR', 'mnb').filter(({ day }) => day < '2026-08-01')
  const demo = everyDay(() => '400', 'HUF', 'demo')
  const table = new RateTable([...demo, ...mnb, ...ecb])
  const perEuro = (day: string) => {
    const { source, rate } = table.closing('HUF', 'EUR', day)
    return `${source} ${formatRate({ numerator: rate.denominator, denominator: rate.numerator })}`
  }
  expect(['2026-05-15', '2026-07-15', '2026-09-15'].map(perEuro)).toEqual(['ecb 380', 'mnb 390', 'demo 400'])
  // June's first week rests on May's last figure, July has none of the ECB.
  expect(table.average('HUF', 'EUR', '2026-07-01').source).toBe('mnb')
})

test('a rate through the euro is the exact fraction of two quotes, and there and back is one', () => {
  const decimal = fc
    .integer({ min: 1, max: 9_999_999 })
    .map((n) => `${Math.floor(n / 1e4)}.${String(n % 1e4).padStart(4, '0')}`)
  fc.assert(
    fc.property(
      decimal.filter((text) => Number(text) > 0),
      decimal.filter((text) => Number(text) > 0),
      (huf, sek) => {
        const table = new RateTable([...everyDay(() => huf), ...everyDay(() => sek, 'SEK')])
        const there = table.average('HUF', 'SEK', '2026-03-01').rate
        const back = table.average('SEK', 'HUF', '2026-03-01').rate
        expect(there.numerator * back.numerator).toBe(there.denominator * back.denominator)
      },
    ),
    { numRuns: 25 },
  )
})
