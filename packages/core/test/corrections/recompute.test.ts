import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIGURES, type Figures, figuresOf } from '../../src/corrections/difference.ts'
import { type PaidWage, type StoredFigures, standing } from '../../src/corrections/paid-wage.ts'
import { recompute } from '../../src/corrections/recompute.ts'
import {
  type AnyCountryPlugin,
  amountsAsJson,
  computePayslip,
  formatAmount,
  type Minor,
} from '../../src/country/index.ts'
import { shareCost } from '../../src/funds/index.ts'
import { owedAsText, owedTo, packDetail } from '../../src/payslips/index.ts'
import { testland, testlandUnder } from '../support/test-country.ts'

/** A worker's payslips of November under a law, each with its row: what the pay run stores. */
function paid(plugin: AnyCountryPlugin, grosses: readonly Minor[]) {
  let toDate: object = {}
  return grosses.map((gross, at) => {
    const day = `2026-11-${String(at + 1).padStart(2, '0')}`
    const situation = {
      pay: 'part',
      period: { from: day, to: day },
      paidOn: '2026-11-23',
      gross: formatAmount(gross),
      worker: {},
      engagement: { status: 'worker' },
    }
    const now = computePayslip(plugin, plugin.payroll.situation.parse({ ...situation, toDate }))
    toDate = amountsAsJson(now.toDate) as object
    const row: StoredFigures = {
      figures: figuresOf(now),
      owed: JSON.parse(owedAsText(owedTo(now.lines))),
      detail: packDetail(now, 2),
      toDate,
    }
    return { situation, gross, rows: [row] }
  })
}

type Paid = ReturnType<typeof paid>[number]

const wageOf = ({ situation, gross, rows }: Paid, at: number): PaidWage => ({
  payslipId: `payslip-${at}`,
  legalEntityId: 'entity',
  memberId: 'member',
  memberName: 'Ada',
  iban: '',
  engagementId: 'engagement',
  contractId: 'contract',
  contractReference: 'J1',
  activityId: 'activity',
  payBy: '2026-11-30',
  periodFrom: situation.period.from,
  periodTo: situation.period.to,
  currency: 'EUR',
  gross,
  // What led to the gross then must not count now.
  situation: { ...situation, budget: '1.00', gross: undefined },
  ...standing(rows, 2),
})

function deltasUnder(plugin: AnyCountryPlugin, slips: readonly Paid[]) {
  const outcome = recompute(plugin, slips.map(wageOf), {})
  if ('obstacle' in outcome) throw new Error(outcome.obstacle.detail)
  return outcome.deltas
}

/** The slips with the differences stored behind them. */
function corrected(plugin: AnyCountryPlugin, slips: readonly Paid[]): Paid[] {
  const deltas = new Map(deltasUnder(plugin, slips).map((delta) => [delta.wage.payslipId, delta]))
  return slips.map((slip, at) => {
    const delta = deltas.get(`payslip-${at}`)
    if (!delta) return slip
    const row: StoredFigures = {
      figures: delta.difference,
      owed: JSON.parse(owedAsText(delta.owed)),
      detail: JSON.parse(delta.detail),
      toDate: delta.toDate,
    }
    return { ...slip, rows: [...slip.rows, row] }
  })
}

const sumOf = (slip: Paid): Figures => standing(slip.rows, 2).figures

const rate = fc.integer({ min: 0, max: 4_000 }).map((hundredths) => (hundredths / 100).toFixed(2))
const law = fc.record({ health: rate, employer: rate, tax: rate }).map(({ health, employer, tax }) =>
  testlandUnder('1.1.0', {
    health: [{ from: '2026-11-01', rate: health }],
    employer: [{ from: '2026-11-01', rate: employer }],
    tax: [{ from: '2026-11-01', rate: tax }],
  }),
)

test('a payslip and its corrections sum to what the law says now, however often it changed, and then nothing differs', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 0n, max: 900_000n }), { minLength: 1, maxLength: 6 }),
      fc.array(law, { minLength: 1, maxLength: 4 }),
      (grosses, laws) => {
        let slips = paid(testland, grosses)
        for (const now of laws) slips = corrected(now, slips)
        const last = laws.at(-1) as AnyCountryPlugin
        const afresh = paid(last, grosses)
        for (const [at, slip] of slips.entries()) {
          const fresh = afresh[at] as Paid
          for (const figure of FIGURES) expect(sumOf(slip)[figure]).toBe(sumOf(fresh)[figure])
          expect(standing(slip.rows, 2).owed).toEqual(expect.objectContaining(standing(fresh.rows, 2).owed))
          const { net, employeeContributions, wageTax } = sumOf(slip)
          expect(net + employeeContributions + wageTax).toBe(slip.gross)
        }
        expect(deltasUnder(last, slips)).toEqual([])
      },
    ),
    { numRuns: 200 },
  )
})

test('a line the law does not know any more is taken back whole, and says what it was', () => {
  const slips = paid(testland, [150_000n])
  const without: AnyCountryPlugin = {
    ...testland,
    payroll: {
      ...testland.payroll,
      payslip: (situation, inForce, gross) => {
        const body = testland.payroll.payslip(situation, inForce, gross)
        return { ...body, lines: body.lines.filter(({ code }) => code !== 'state-reduction') }
      },
    },
  }
  const [delta] = deltasUnder(without, slips)
  expect(delta?.lines).toEqual([
    {
      code: 'state-reduction',
      kind: 'mutual',
      base: '0.00',
      employee: '0.00',
      employer: '15.00',
      authority: 'health-fund',
      why: { rule: 'state-reduction', source: 'Invented Act, art. 1' },
      before: { employee: '0.00', employer: '-15.00' },
    },
  ])
  expect(delta?.owed).toEqual({ 'health-fund': 1_500n })
  expect(delta?.difference.mutualised).toBe(-1_500n)
})

test('facts the law cannot read any more stop the worker, and name the field', () => {
  const [slip] = paid(testland, [150_000n]) as [Paid]
  const wage = { ...wageOf(slip, 0), situation: { ...slip.situation, engagement: { status: 'king' } } }
  expect(recompute(testland, [wage], {})).toMatchObject({
    obstacle: { reason: 'situation-invalid', field: 'engagement.status' },
  })
})

const cents = fc.bigInt({ min: 0n, max: 10_000n })
const parts = fc
  .array(cents, { maxLength: 3 })
  .map((amounts) => amounts.map((amount, at) => ({ fundId: `fund-${at}`, amount })))

test('who bears a change of cost sums to it, takes no more than there is, and gives back no more than was given', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -10_000n, max: 10_000n }),
      fc.bigInt({ min: -5_000n, max: 10_000n }),
      parts,
      parts,
      (change, unspent, given, available) => {
        const share = shareCost(change, unspent, given, available)
        const total = (funds: readonly { amount: Minor }[]) =>
          funds.reduce((sum, { amount }) => sum + amount, 0n)
        if (!share) {
          expect(change).toBeGreaterThan((unspent > 0n ? unspent : 0n) + total(available))
          return
        }
        expect(share.budget + total(share.funds)).toBe(change)
        const limits = new Map((change > 0n ? available : given).map((one) => [one.fundId, one.amount]))
        for (const { fundId, amount } of share.funds)
          expect(amount > 0n ? amount : -amount).toBeLessThanOrEqual(limits.get(fundId) as Minor)
        // The job's own money goes first, and comes back last.
        if (change > 0n && share.funds.length > 0) expect(share.budget).toBe(unspent > 0n ? unspent : 0n)
        if (change < 0n && share.budget < 0n) expect(total(share.funds)).toBe(-total(given))
      },
    ),
  )
})
