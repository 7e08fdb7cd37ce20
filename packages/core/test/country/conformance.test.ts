import { describe, expect, test } from 'vitest'
import {
  conformance,
  conformanceSpeed,
  rulesWithoutSample,
  whatIsMissing,
} from '../../src/country/conformance/index.ts'
import {
  type AnyCountryPlugin,
  bases,
  type Minor,
  NotWrittenError,
  notWritten,
  type PayslipBody,
  type PayslipLine,
  parameter,
  percent,
  taxes,
  type VatBox,
  type VatTake,
} from '../../src/country/index.ts'
import { testIban, testland, testNumber } from '../support/test-country.ts'
import { returns } from '../vat-returns/form.ts'

for (const check of conformance(testland)) test(`Testland ${check.title}`, check.run)

test('numbers made for tests are numbers', () => {
  const valid = (name: string, text: string) =>
    testland.identifiers.find((one) => one.name === name)?.check(text).valid
  for (const serial of [0, 1, 97, 98, 123456]) {
    expect(valid('iban', testIban(serial))).toBe(true)
    expect(valid('person-number', testNumber(serial, 11))).toBe(true)
    expect(valid('rf', testland.paymentReference?.(String(serial).padStart(10, '0')) ?? '')).toBe(true)
  }
})

const { payroll, vat, locales } = testland
type Change = Partial<Record<keyof AnyCountryPlugin, unknown>>

/** A VAT form with one box for all turnover taken so, and VAT taken once per `which`. */
function formTaking(...which: Omit<VatTake, 'of'>[]) {
  const title = { en: 'A box' }
  const boxes: VatBox[] = [
    { code: '1', title, source, takes: [bases(which[0])] },
    { code: '2', title, source, takes: which.map(taxes) },
  ]
  const { form, ...rest } = returns()
  return {
    ...rest,
    form: {
      ...form,
      boxes: parameter({
        unit: 'table',
        title: 'Boxes',
        series: [{ from: '2020-01-01', value: boxes, source }],
      }),
      result: { payable: '2' },
    },
  }
}

/** What a check says about Testland with something changed. */
function said(change: Change, title: RegExp): string {
  const checks = conformance({ ...testland, ...change } as AnyCountryPlugin).filter((one) =>
    title.test(one.title),
  )
  expect(checks, String(title)).toHaveLength(1)
  try {
    checks[0]?.run()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return 'all is well'
}

const withRules = (rules: object): Change => ({ payroll: { ...payroll, ...rules } })
/** Testland whose payslips somebody spoilt. */
const withPayslips = (spoil: (body: PayslipBody, gross: Minor) => PayslipBody): Change =>
  withRules({
    payslip: (...asked: Parameters<typeof payroll.payslip>) => spoil(payroll.payslip(...asked), asked[2]),
  })
const withLines = (spoil: (line: PayslipLine) => PayslipLine): Change =>
  withPayslips((body) => ({ ...body, lines: body.lines.map(spoil) }))
const withParameter = (series: unknown, unit = 'rate'): Change =>
  withRules({ parameters: { ...payroll.parameters, wrong: { unit, title: 'A wrong figure', series } } })
const source = 'Invented Act, art. 1'
let calls = 0

describe('a check catches', () => {
  test.each<[what: string, check: RegExp, change: Change, says: RegExp]>([
    [
      'a figure without source',
      /every parameter a source/,
      withParameter([{ from: '2020-01-01', value: percent('1'), source: ' ' }]),
      /wrong: 2020-01-01 has no source/,
    ],
    [
      'figures that overlap',
      /every parameter a source/,
      withParameter([
        { from: '2020-01-01', value: percent('1'), source },
        { from: '2020-01-01', value: percent('2'), source },
      ]),
      /wrong: 2020-01-01 does not follow 2020-01-01/,
    ],
    [
      'a binary fraction for a rate',
      /unit of every parameter/,
      withParameter([{ from: '2020-01-01', value: 0.13, source }]),
      /wrong from 2020-01-01: a rate is a fraction of two bigints/,
    ],
    [
      'an amount in major units',
      /unit of every parameter/,
      withParameter([{ from: '2020-01-01', value: 12.5, source }], 'amount'),
      /an amount is a bigint of minor units/,
    ],
    [
      'law that is not known on a day that is asked about',
      /knows every parameter on every day/,
      withRules({
        law: () => {
          throw new RangeError('health is known from 2027-01-01')
        },
      }),
      /health is known from 2027-01-01/,
    ],
    [
      'a sample its schema refuses',
      /has samples/,
      { samples: [...testland.samples, { title: 'a ghost', situation: {} }] },
      /a ghost:/,
    ],
    [
      'an employer cost that is a cent off',
      /employer cost equal/,
      withRules({ cost: (...asked: Parameters<typeof payroll.cost>) => payroll.cost(...asked) + 1n }),
      /a full month at 0/,
    ],
    [
      'a cost that falls while gross rises',
      /never lets the employer cost fall/,
      withRules({ cost: (_: object, __: object, gross: Minor) => (gross < 250_000n ? gross * 2n : gross) }),
      /cost falls from gross 249999 to 250000/,
    ],
    [
      'a larger gross that would have fitted the budget',
      /largest gross a budget/,
      withRules({
        payslip: (...asked: Parameters<typeof payroll.payslip>) => ({
          ...payroll.payslip(...asked),
          lines: [],
        }),
        cost: (_: object, __: object, gross: Minor) => (gross === 123_452n ? 0n : gross + 20n),
      }),
      /a larger gross fits/,
    ],
    [
      'a line owed to nobody known',
      /explains every line/,
      withLines((line) => ({ ...line, authority: 'nobody' })),
      /is owed to unknown nobody/,
    ],
    [
      'a line without a reason',
      /explains every line/,
      withLines((line) => ({ ...line, why: { rule: '', source } })),
      /does not say why/,
    ],
    [
      'earnings that do not sum to gross',
      /explains every line/,
      withPayslips((body) => ({ ...body, earnings: [] })),
      /earnings do not sum to gross 1/,
    ],
    [
      'an amount that is no whole cent',
      /rounds every amount/,
      withLines((line) => ({ ...line, employee: 1.5 as unknown as Minor })),
      /employee of health is 1\.5, no amount/,
    ],
    [
      'another answer to the same question',
      /is deterministic/,
      withLines((line) => ({ ...line, base: line.base + BigInt(calls++) })),
      /a full month/,
    ],
    [
      'rules that look at the clock',
      /looks at no clock/,
      withLines((line) => ({ ...line, base: BigInt(Date.now()) })),
      /the rules looked at the clock/,
    ],
    [
      'a schema without empty running totals',
      /known to be empty/,
      withRules({
        situation: {
          safeParse: (given: object) =>
            'toDate' in given && Object.keys(given.toDate as object).length === 0
              ? { success: false, error: { message: 'no such field' } }
              : payroll.situation.safeParse(given),
        },
      }),
      /no such field/,
    ],
    [
      'rules that choke on their own running totals',
      /own running totals back/,
      withRules({
        payslip: (...asked: Parameters<typeof payroll.payslip>) => {
          if (asked[2] === 90_000n) throw new RangeError('what is this month?')
          return payroll.payslip(...asked)
        },
      }),
      /what is this month\?/,
    ],
    [
      'an answer its published schema does not know',
      /published schema/,
      withLines((line) => ({ ...line, kind: 'gift' as 'mutual' })),
      /a full month/,
    ],
    [
      'a step of the law that does not say why',
      /single steps/,
      withRules({
        wageTax: (...asked: Parameters<typeof payroll.wageTax>) =>
          payroll.wageTax(...asked).map((line) => ({ ...line, why: { rule: 'x', source: '' } })),
      }),
      /wage-tax does not say why/,
    ],
    [
      'a line without a name',
      /names every line/,
      { locales: { en: { ...locales.en, 'lines.health': '' } } },
      /en lacks texts/,
    ],
    [
      'a language that says less than another',
      /has the same texts/,
      { locales: { ...locales, xx: { 'lines.health': 'xyz' } } },
      /texts in xx/,
    ],
    [
      'a figure a text asks for in vain',
      /asks in no text/,
      { locales: { en: { ...locales.en, 'rules.agreed': 'As agreed with {{whom}}.' } } },
      /agreed says \{\{whom\}\}, which is not given/,
    ],
    [
      'a number that is none',
      /refuses any text/,
      {
        identifiers: [
          {
            kind: 'person',
            name: 'any',
            examples: [],
            check: () => ({ valid: true, normalised: '', formatted: '' }),
          },
        ],
      },
      /any accepts ""/,
    ],
    [
      'an example its own check refuses',
      /takes its own examples/,
      { identifiers: testland.identifiers.map((one) => ({ ...one, examples: ['12345678901'] })) },
      /person-number refuses its own example 12345678901/,
    ],
    [
      'a check that lets a slip of the pen pass',
      /notices every wrong digit/,
      {
        identifiers: [
          {
            kind: 'person',
            name: 'loose',
            examples: ['123'],
            check: (text: string) =>
              /^\d{3}$/.test(text)
                ? { valid: true, normalised: text, formatted: text }
                : { valid: false, reason: 'format', detail: '' },
          },
        ],
      },
      /loose takes 923 for 123|loose takes \d{3} for 123/,
    ],
    [
      'a payment reference its own check refuses',
      /makes payment references/,
      { paymentReference: (digits: string) => `RF00${digits}` },
      /no reference of the country is written "RF000000000001"/,
    ],
    [
      'holidays out of order',
      /knows its holidays/,
      { holidays: (year: number) => testland.holidays(year).toReversed() },
      /holidays ascend/,
    ],
    [
      'an Easter that stands still',
      /move with Easter/,
      {
        holidays: (year: number) =>
          testland
            .holidays(year)
            .map((day) => (day.key === 'easter-monday' ? { ...day, date: `${year}-04-06` } : day)),
      },
      /easter-monday of 2024/,
    ],
    [
      'a holiday that is not always one',
      /counts working days/,
      {
        holidays: (year: number) =>
          (calls++ % 2 === 0 ? testland.holidays(year) : []).concat({ date: `${year}-06-10`, key: 'x' }),
      },
      /2\d\d/,
    ],
    [
      'a pay day out of all reach',
      /promises a pay day/,
      {
        payDeadlineDays: { ...testland.payDeadlineDays, series: [{ from: '2020-01-01', value: 90, source }] },
      },
      /1 to 60 working days/,
    ],
    [
      'a supply nobody knows how to tax',
      /how every kind of supply/,
      {
        vat: {
          ...vat,
          treat: () => {
            throw new TypeError('undefined is not a rate')
          },
        },
      },
      /performance for domestic: TypeError/,
    ],
    [
      'a full rate that is nothing',
      /how every kind of supply/,
      { vat: { ...vat, treat: () => ({ code: 'standard', rate: percent('0'), category: 'S', source }) } },
      /category S with a rate of 0/,
    ],
    [
      'a mention without a text',
      /text for every mention/,
      {
        vat: {
          ...vat,
          treat: () => ({ code: 'x', rate: percent('0'), category: 'E', mention: 'unheard-of', source }),
        },
      },
      /en lacks vat\.unheard-of/,
    ],
    [
      'a choice an invoice must name without a text',
      /when its company chose when VAT is due/,
      {
        vat: {
          ...vat,
          returns: returns({
            rule: 'invoice',
            source,
            choice: { latest: 'never', mention: 'unheard-of', source },
          }),
        },
      },
      /en lacks vat\.unheard-of/,
    ],
    [
      'a duty to send by a network that carries none of its formats',
      /says of e-invoices only what a network can carry/,
      {
        eInvoicing: {
          obligations: [
            {
              duty: 'send',
              to: 'business',
              channels: ['nav'],
              formats: ['nlcius'],
              from: '2026-01-01',
              source,
            },
          ],
        },
      },
      /nav carries none of nlcius/,
    ],
    [
      'a return that forgets a rate',
      /asks in its VAT return/,
      { vat: { ...vat, returns: formTaking({ rates: ['6'] }) } },
      /standard at 20 % stands in no box/,
    ],
    [
      'a return that asks for VAT twice',
      /asks in its VAT return/,
      { vat: { ...vat, returns: formTaking({}, {}) } },
      /invoice of standard at 20 %: the return asks for 40000000/,
    ],
    [
      'a role without account',
      /maps every account role/,
      { chart: testland.chart.slice(1) },
      /roles without account/,
    ],
    [
      'an authority no group account gathers',
      /maps every account role/,
      { authorities: testland.authorities.map((one) => ({ ...one, kind: 'friend' })) },
      /health-fund is of kind friend/,
    ],
    [
      'a levy that takes the whole fee',
      /takes a levy between/,
      { levy: { ...testland.levy, series: [{ from: '2020-01-01', value: percent('100'), source }] } },
      /a levy of 100000 on 100 000/,
    ],
    [
      'a hiring question nobody asked for',
      /says how a hiring is declared/,
      { hiring: { ...testland.hiring, checklist: [{ code: 'shoe-size', blocking: true, source: '' }] } },
      /the question shoe-size has no source/,
    ],
  ])('%s', (_, check, change, says) => {
    expect(said(change, check)).toMatch(says)
  })

  test('and every check of the kit has such a plugin above', () => {
    const empty = {
      ...testland,
      samples: [],
      chart: [],
      authorities: [],
      identifiers: [],
      locales: {},
      hiring: { name: '', authority: '', source: '' },
    }
    const unanswered = conformance({
      ...empty,
      holidays: () => [],
      vat: { rates: {}, treat: () => notWritten('src/vat.ts', 'treat') },
    } as AnyCountryPlugin)
    const missing = unanswered.filter(({ run }) => {
      try {
        run()
        return false
      } catch (error) {
        return error instanceof Error && error.message.startsWith('missing:')
      }
    })
    // What needs neither samples nor a country: parameters, levy and deadline of Testland are there; a return and what it
    // lets a company choose are nobody's duty, nor are filings and ways of e-invoices that are not named.
    expect(unanswered.length - missing.length).toBe(7)
  })
})

test('what a plugin lacks is told by file, and a whole one lacks nothing', () => {
  expect(whatIsMissing(testland)).toEqual([])
  const files = (change: Change) =>
    whatIsMissing({ ...testland, ...change } as AnyCountryPlugin).map(({ file }) => file)
  expect(files({ samples: [], holidays: () => [] })).toEqual(['src/calendar.ts', 'src/samples.ts'])
  expect(files(withRules({ payslip: () => notWritten('src/payroll/payslip.ts', 'the lines') }))).toEqual([
    'src/payroll/payslip.ts',
  ])
})

test('a part that is not written says so in a sentence, and is not taken for a wrong answer', () => {
  const change = withRules({
    payslip: () => notWritten('src/payroll/payslip.ts', 'the lines from gross to net'),
  })
  const [check] = conformance({ ...testland, ...change } as AnyCountryPlugin).filter(({ title }) =>
    title.startsWith('explains every line'),
  )
  expect(() => check?.run()).toThrow(NotWrittenError)
  expect(() => check?.run()).toThrow('missing: src/payroll/payslip.ts: the lines from gross to net')
})

test('an explanation that no sample shows is named', () => {
  expect(rulesWithoutSample(testland)).toEqual([])
  const more = { en: { ...locales.en, 'rules.on-the-moon': 'Nobody is paid there.' } }
  expect(rulesWithoutSample({ ...testland, locales: more })).toEqual(['rules.on-the-moon'])
})

test('a speed is a ratio against a reference of the same run', () => {
  const { payslips, reference, ratio } = conformanceSpeed(testland, 5)
  expect(ratio).toBeCloseTo(payslips / reference)
})
