import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, datedAmounts, datedRates, type LatePayment } from '../../src/country/index.ts'
import {
  type DunningRule,
  lateClaim,
  lateInterest,
  nextLevel,
  ORDINARY_RULE,
  ruleOn,
} from '../../src/dunning/index.ts'

const law: LatePayment = {
  business: {
    interest: datedRates('Interest', ['2024-01-01', '12', 'art. 1'], ['2024-07-01', '10', 'art. 1']),
    lumpSum: datedAmounts('Costs', ['2024-01-01', '40', 'art. 2']),
  },
  consumer: { interest: datedRates('Interest', ['2024-01-01', '4', 'art. 3']), afterReminderDays: 14 },
}
const debt = { principal: 1_000_000n, dueOn: '2024-06-20', currency: 'EUR', payments: [] }

describe('interest on a late invoice', () => {
  test('changes with the rate of the half-year and counts the days of a leap year', () => {
    // Ten days at 12 % and ten at 10 %, of 366: 32.786… + 27.322… euro.
    const { interest, parts } = lateInterest(debt, law.business, '2024-07-10')
    expect(interest).toBe(6010n)
    expect(parts.map(({ from, to, days, yearDays }) => [from, to, days, yearDays])).toEqual([
      ['2024-06-21', '2024-06-30', 10, 366],
      ['2024-07-01', '2024-07-10', 10, 366],
    ])
  })

  test('runs on what is open: the day a payment arrives still counts, the next one no more', () => {
    const payments = [{ on: '2024-06-25', amount: 600_000n }]
    // Five days on 10,000 euro and five on 4,000.
    expect(lateInterest({ ...debt, payments }, law.business, '2024-06-30').interest).toBe(2295n)
    const paid = [{ on: '2024-06-20', amount: 1_000_000n }]
    expect(lateInterest({ ...debt, payments: paid }, law.business, '2024-12-31').interest).toBe(0n)
  })

  test('is nothing on the due day, and refuses days before the law', () => {
    expect(lateInterest(debt, law.business, '2024-06-20')).toEqual({ interest: 0n, parts: [] })
    const old = { ...debt, dueOn: '2023-06-20' }
    expect(
      lateClaim({ ...old, consumer: false, firstRemindedOn: null }, law, ORDINARY_RULE, '2024-02-01'),
    ).toMatchObject({
      interest: 0n,
      without: 'before-law',
    })
  })

  test('is in whole forints where banks move no less', () => {
    expect(lateInterest({ ...debt, currency: 'HUF' }, law.business, '2024-07-10').interest).toBe(6000n)
  })

  test('is the exact sum of its days, cut once to the cent, whatever was paid in between', () => {
    const day = fc.integer({ min: 1, max: 700 })
    const payment = fc.record({ after: fc.integer({ min: 0, max: 700 }), amount: fc.bigInt(1n, 400_000n) })
    fc.assert(
      fc.property(day, fc.array(payment, { maxLength: 4 }), (late, paid) => {
        const payments = paid.map(({ after, amount }) => ({ on: addDays(debt.dueOn, after), amount }))
        const on = addDays(debt.dueOn, late)
        // Day by day over one denominator: 365 and 366 days, hundredths of the rate.
        let numerator = 0n
        for (let at = 1; at <= late; at++) {
          const today = addDays(debt.dueOn, at)
          const open = payments.reduce(
            (rest, one) => (one.on < today ? rest - one.amount : rest),
            debt.principal,
          )
          const rate = today < '2024-07-01' ? 12n : 10n
          if (open > 0n) numerator += open * rate * (today.startsWith('2024') ? 365n : 366n)
        }
        expect(lateInterest({ ...debt, payments }, law.business, on).interest).toBe(
          numerator / (100n * 365n * 366n),
        )
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

describe('what may be asked for beside the invoice', () => {
  const invoice = { ...debt, consumer: false, firstRemindedOn: null }

  test('is interest and the lump sum from a business, from the first late day', () => {
    expect(lateClaim(invoice, law, ORDINARY_RULE, '2024-06-21')).toMatchObject({
      interest: 327n,
      costs: 4000n,
    })
  })

  test('is nothing from a consumer until two weeks after a first reminder, and never a lump sum', () => {
    const consumer = { ...invoice, consumer: true }
    expect(lateClaim(consumer, law, ORDINARY_RULE, '2024-09-01')).toMatchObject({
      interest: 0n,
      costs: 0n,
      without: 'not-reminded',
    })
    const reminded = { ...consumer, firstRemindedOn: '2024-07-01' }
    expect(lateClaim(reminded, law, ORDINARY_RULE, '2024-07-15').interest).toBe(0n)
    expect(lateClaim(reminded, law, ORDINARY_RULE, '2024-07-16')).toMatchObject({ interest: 109n, costs: 0n })
  })

  test('is nothing where a country states no law', () => {
    expect(lateClaim(invoice, undefined, ORDINARY_RULE, '2024-07-10')).toMatchObject({
      interest: 0n,
      without: 'no-law',
    })
  })

  test('needs the office’s word where the law states the lump sum in another currency', () => {
    const euros: LatePayment = { ...law, business: { ...law.business, lumpSumCurrency: 'EUR' } }
    const forints = { ...invoice, currency: 'HUF' }
    expect(lateClaim(forints, euros, ORDINARY_RULE, '2024-07-10')).toMatchObject({
      costs: 0n,
      without: 'costs-in-other-currency',
    })
    expect(lateClaim(forints, euros, { recoveryCost: 1_580_000n }, '2024-07-10')).toMatchObject({
      costs: 1_580_000n,
      without: null,
    })
  })
})

describe('levels of reminding', () => {
  const due = '2026-10-01'

  test('come one after the other, each when its day has come', () => {
    const never = { level: 0, on: null }
    expect(nextLevel(ORDINARY_RULE, due, never, '2026-10-07')).toBeUndefined()
    expect(nextLevel(ORDINARY_RULE, due, never, '2026-10-08')).toBe(1)
    expect(nextLevel(ORDINARY_RULE, due, never, '2027-03-01')).toBe(1)
    expect(nextLevel(ORDINARY_RULE, due, { level: 3, on: '2026-11-05' }, '2027-03-01')).toBeUndefined()
  })

  test('leave the client the time between them, though the first letter went out late', () => {
    const late = { level: 1, on: '2027-03-01' }
    expect(nextLevel(ORDINARY_RULE, due, late, '2027-03-14')).toBeUndefined()
    expect(nextLevel(ORDINARY_RULE, due, late, '2027-03-15')).toBe(2)
  })

  test('are those of the rule in force that day', () => {
    const rule: DunningRule = {
      from: '2026-06-01',
      levels: [{ daysAfterDue: 3, fee: 0n }],
      recoveryCost: null,
    }
    expect(ruleOn([rule], '2026-05-31')).toBe(ORDINARY_RULE)
    expect(ruleOn([rule], '2026-06-01')).toBe(rule)
  })
})
