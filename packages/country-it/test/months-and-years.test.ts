import { describe, expect, test } from 'vitest'
import { readMunicipalSurtaxes } from '../src/parameters/municipal-surtaxes.ts'
import { inTurn, payslipOf } from './support.ts'

const lastDay = (month: number) => [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number
const monthOf = (month: number, year = 2026) => {
  const of = `${year}-${String(month).padStart(2, '0')}`
  return { from: `${of}-01`, to: `${of}-${lastDay(month)}` }
}
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const lineOf = (payslip: ReturnType<typeof payslipOf>, code: string) =>
  payslip.lines.find((line) => line.code === code)
const employeeOf = (payslip: ReturnType<typeof payslipOf>, code: string) =>
  lineOf(payslip, code)?.employee ?? 0n

describe('a year of pays', () => {
  test.each(['900.00', '1500.00', '2300.00', '5200.00', '11000.00'])(
    'of %s a month, a thirteenth and a settlement is taxed like the year at once',
    (gross) => {
      const worker = { spouse: true, children: 1, region: 'lombardia', municipality: 'F205' }
      const engagement = { contract: 'permanent' }
      const months = MONTHS.map((month) => ({ gross, period: monthOf(month), worker, engagement }))
      const thirteenth = { gross, pay: 'one-off', period: monthOf(12), worker, engagement }
      const settled = { gross: '0', pay: 'settlement', period: monthOf(12), worker, engagement }
      const payslips = inTurn([...months.slice(0, 11), thirteenth, months[11] as object, settled])
      const taxable = payslips.reduce((sum, one) => sum + one.taxable, 0n)
      const paid = payslips.reduce((sum, one) => sum + one.wageTax, 0n)
      const beyond = payslips.reduce((sum, one) => sum + employeeOf(one, 'beyond-pay'), 0n)
      const atOnce = payslipOf({
        ask: 'payslip',
        gross: '0',
        pay: 'settlement',
        period: monthOf(12),
        worker,
        engagement: { ...engagement, taxDays: 0 },
        toDate: { year: { of: '2026', taxable: (Number(taxable) / 100).toFixed(2), days: 365 } },
      })
      const due = atOnce.lines
        .filter(({ code, kind }) => kind === 'wage-tax' && code !== 'beyond-pay')
        .reduce((sum, { employee }) => sum + employee, 0n)
      expect(paid - beyond).toBe(due)
      expect(payslips.at(-1)?.toDate).toMatchObject({ year: { days: 365, taxable } })
    },
  )

  test('settles the additional one percent on the yearly band', () => {
    // Twelve months of 4 800 and a thirteenth: 62 400, of which 6 176 lie above 56 224.
    const engagement = { contract: 'permanent' }
    const months = MONTHS.map((month) => ({
      gross: '4800.00',
      period: monthOf(month),
      worker: {},
      engagement,
    }))
    const thirteenth = { ...months[11], pay: 'one-off' }
    const settled = { ...months[11], gross: '0', pay: 'settlement' }
    const payslips = inTurn([...months, thirteenth, settled])
    const withheld = payslips.map((one) => employeeOf(one, 'pension-additional'))
    expect(withheld[0]).toBe(115n)
    expect(withheld[12]).toBe(4_800n)
    expect(withheld.reduce((sum, one) => sum + one, 0n)).toBe(6_176n)
  })

  test('stops the pension contribution at the ceiling, and not for those insured before 1996', () => {
    const year = (worker: object) =>
      inTurn(
        MONTHS.map((month) => ({
          gross: '15000.00',
          period: monthOf(month),
          worker,
          engagement: { contract: 'permanent' },
        })),
      ).reduce((sum, one) => sum + (lineOf(one, 'pension')?.base ?? 0n), 0n)
    expect(year({})).toBe(12_229_500n)
    expect(year({ insuredBefore1996: true })).toBe(18_000_000n)
  })

  test('pay of December that comes by 12 January belongs to the old tax year', () => {
    const december = (paidOn: string) =>
      payslipOf({
        gross: '4000.00',
        period: monthOf(12, 2025),
        paidOn,
        worker: { creditsHere: false },
        engagement: { employees: 'outside' },
      }).wageTax
    expect(december('2026-01-12')).toBe(december('2025-12-31'))
    // Between 2 333.33 and 4 166.67 the rate fell from 35 % to 33 %.
    expect(december('2026-01-13')).toBeLessThan(december('2026-01-12'))
  })
})

describe('several pays in one month', () => {
  const period = { from: '2026-10-05', to: '2026-10-06' }
  const job = (gross: string, of = period) => ({
    gross,
    pay: 'part',
    period: of,
    worker: {},
    engagement: { fund: 'fpls', employees: 'outside' },
  })

  test('are charged together: whole euro of the month, not of each job', () => {
    const bases = inTurn([job('150.40'), job('150.40', { from: '2026-10-12', to: '2026-10-13' })]).map(
      ({ figures }) => figures['contribution-base'],
    )
    expect(bases).toEqual([15_000n, 15_100n])
  })

  test('are taxed by one scale: two jobs of 1 800 like one of 3 600', () => {
    const engagement = { employees: 'outside', days: 2, taxDays: 0 }
    const worker = { creditsHere: false }
    const twice = inTurn([
      { gross: '1800.00', pay: 'part', period, worker, engagement },
      { gross: '1800.00', pay: 'part', period, worker, engagement },
    ]).reduce((sum, one) => sum + one.wageTax, 0n)
    expect(twice).toBe(payslipOf({ gross: '3600.00', pay: 'part', period, worker, engagement }).wageTax)
  })

  test('withhold last year’s surtaxes once', () => {
    const worker = { surtaxesDue: { regional: '330.00', municipal: '110.00', municipalAdvance: '45.00' } }
    const engagement = { contract: 'permanent' }
    const first = { gross: '1500.00', pay: 'part', period, worker, engagement }
    const [one, two] = inTurn([first, first])
    expect(
      ['regional-surtax', 'municipal-surtax', 'municipal-surtax-advance'].map(
        (code) => one && employeeOf(one, code),
      ),
    ).toEqual([3_000n, 1_000n, 500n])
    expect(two && employeeOf(two, 'regional-surtax')).toBe(0n)
  })
})

describe('the show workers’ fund', () => {
  const show = (gross: string, more: object = {}, worker: object = {}) =>
    payslipOf({
      gross,
      pay: 'part',
      period: { from: '2026-10-12', to: '2026-10-12' },
      worker,
      engagement: { fund: 'fpls', employees: 'outside', ...more },
    })

  test('counts days of pay for those insured before 1996: 892 a day in bands', () => {
    const old = { insuredBefore1996: true }
    const base = (gross: string) => lineOf(show(gross, {}, old), 'pension')?.base
    expect(base('892.00')).toBe(89_200n)
    expect(base('1784.00')).toBe(89_200n)
    expect(base('1784.01')).toBe(178_400n)
    expect(base('4461.00')).toBe(267_600n)
    expect(base('20000.00')).toBe(713_600n)
  })

  test('charges solidarity above the ceiling instead', () => {
    const payslip = show('1784.00', {}, { insuredBefore1996: true })
    expect(lineOf(payslip, 'solidarity')).toMatchObject({ base: 89_200n, employee: 2_230n, employer: 2_230n })
    expect(lineOf(payslip, 'discontinuity-solidarity')).toBeUndefined()
  })

  test('charges 1 % by the day on those insured before 1996: above 180, up to the ceiling of the band', () => {
    const old = { insuredBefore1996: true }
    expect(lineOf(show('180.00', {}, old), 'pension-additional')).toBeUndefined()
    expect(lineOf(show('500.00', {}, old), 'pension-additional')).toMatchObject({
      base: 32_000n,
      employee: 320n,
    })
    expect(employeeOf(show('1700.00', {}, old), 'pension-additional')).toBe(712n)
    // The last pay of a contract settles no year of it.
    expect(employeeOf(show('500.00', { ends: true }, old), 'pension-additional')).toBe(320n)
    expect(lineOf(show('500.00'), 'pension-additional')).toBeUndefined()
  })

  test('asks for discontinuity above the ceiling of the year, whatever that of the day', () => {
    const days = Array.from({ length: 28 }, (_, at) => {
      const day = `2026-10-${String(at + 1).padStart(2, '0')}`
      return {
        gross: '5000.00',
        pay: 'part',
        period: { from: day, to: day },
        worker: { insuredBefore1996: true },
        engagement: { fund: 'fpls', employees: 'outside', days: 1 },
      }
    })
    const lines = inTurn(days).map((one) => lineOf(one, 'discontinuity-solidarity'))
    // 24 days are 120 000; the twenty-fifth passes 122 295.
    expect(lines.findIndex((line) => line !== undefined)).toBe(24)
    expect(lines.reduce((sum, line) => sum + (line?.base ?? 0n), 0n)).toBe(14_000_000n - 12_229_500n)
  })

  test('costs a permanent employer 28.98 % like trade: sickness 2.22 and maternity 0.46 for 2.44 and 0.24', () => {
    const total = (fund: string) =>
      payslipOf({
        gross: '10000.00',
        period: monthOf(10),
        worker: {},
        engagement: { fund, contract: 'permanent', employees: 'outside', severance: false, injuryRate: '0' },
      }).employerContributions
    expect(total('fpls')).toBe(289_800n)
    expect(total('fpld')).toBe(289_800n)
  })

  test('asks 1.10 % for a fixed term and 1 % for discontinuity, neither from permanent work', () => {
    const employerOf = (contract: string, code: string) =>
      lineOf(show('1000.00', { contract }), code)?.employer
    expect(employerOf('fixed-term', 'fixed-term')).toBe(1_100n)
    expect(employerOf('fixed-term', 'discontinuity')).toBe(1_000n)
    expect(employerOf('intermittent-permanent', 'fixed-term')).toBeUndefined()
    expect(employerOf('intermittent-permanent', 'discontinuity')).toBe(1_000n)
    expect(employerOf('permanent', 'discontinuity')).toBeUndefined()
    const available = show('1000.00', { contract: 'intermittent-permanent', availabilityPay: true })
    expect(lineOf(available, 'discontinuity')).toBeUndefined()
  })

  test('insures sickness of a fixed term up to 120 a day', () => {
    expect(lineOf(show('1000.00', { contract: 'fixed-term' }), 'sickness')?.base).toBe(12_000n)
    expect(lineOf(show('1000.00', { contract: 'permanent' }), 'sickness')?.base).toBe(100_000n)
  })
})

describe('fixed terms in the general fund', () => {
  test('cost 1.40 %, and 0.50 % more for each renewal', () => {
    const payslip = payslipOf({
      gross: '2000.00',
      period: monthOf(10),
      worker: {},
      engagement: { contract: 'fixed-term', renewals: 3 },
    })
    expect(lineOf(payslip, 'fixed-term')?.employer).toBe(2_800n)
    expect(lineOf(payslip, 'fixed-term-renewals')?.employer).toBe(3_000n)
  })
})

describe('the surcharge of fixed terms', () => {
  const codes = (engagement: object) =>
    payslipOf({ gross: '2000.00', period: monthOf(10), worker: {}, engagement }).lines.map(({ code }) => code)

  test('is due on work on call for a term, which knows no renewals', () => {
    expect(codes({ contract: 'intermittent', renewals: 2 })).toContain('fixed-term')
    expect(codes({ contract: 'intermittent', renewals: 2 })).not.toContain('fixed-term-renewals')
  })

  test('is not due where somebody absent is replaced or the work is seasonal', () => {
    const exempt = codes({ contract: 'fixed-term', renewals: 2, surcharge: 'exempt' })
    expect(exempt).not.toContain('fixed-term')
    expect(exempt).not.toContain('fixed-term-renewals')
    expect(codes({ fund: 'fpls', contract: 'fixed-term', surcharge: 'exempt' })).toContain('discontinuity')
  })
})

describe('bonuses that were not due', () => {
  const settled = (integration: string, wedge: string, more: object = {}) =>
    payslipOf({
      gross: '3000.00',
      pay: 'settlement',
      period: monthOf(12),
      worker: {},
      engagement: { contract: 'permanent', ...more },
      toDate: {
        year: { of: '2026', taxable: '26000.00', days: 334, tax: '3800.00', integration, wedge },
      },
    })

  test('are given back at once up to 60, above it in eight and ten parts', () => {
    expect(employeeOf(settled('60.00', '60.00'), 'bonuses-later')).toBe(0n)
    const payslip = settled('800.00', '1000.00')
    expect(employeeOf(payslip, 'bonuses-paid')).toBe(180_000n)
    expect(employeeOf(payslip, 'bonuses-later')).toBe(-160_000n)
    expect(payslip.figures).toMatchObject({
      'integration-back-due': 70_000n,
      'wedge-back-due': 90_000n,
    })
  })

  test('are given back whole with the last pay of a contract', () => {
    expect(lineOf(settled('800.00', '1000.00', { ends: true }), 'bonuses-later')).toBeUndefined()
  })

  test('come back by July and by September, and not a cent more', () => {
    const worker = { bonusesDue: { integration: '700.03', wedge: '900.01' } }
    const payslips = MONTHS.map((month) =>
      payslipOf({ gross: '2000.00', period: monthOf(month), worker, engagement: { contract: 'permanent' } }),
    )
    const parts = (code: string) => payslips.map((one) => employeeOf(one, code))
    expect(parts('integration-back').filter((part) => part !== 0n)).toHaveLength(7)
    expect(parts('integration-back').reduce((sum, part) => sum + part, 0n)).toBe(70_003n)
    expect(parts('wedge-back').filter((part) => part !== 0n)).toHaveLength(9)
    expect(parts('wedge-back').reduce((sum, part) => sum + part, 0n)).toBe(90_001n)
  })
})

describe('TFR that is paid out', () => {
  const paid = (severancePaid: object, contract = 'permanent') =>
    payslipOf({
      gross: '1000.00',
      period: monthOf(11),
      worker: {},
      engagement: { contract, severancePaid },
    })

  test('costs nothing a second time, and touches neither contributions nor the income of the year', () => {
    const without = payslipOf({
      gross: '1000.00',
      period: monthOf(11),
      worker: {},
      engagement: { contract: 'permanent' },
    })
    const payslip = paid({ amount: '3000.00', months: 36 })
    expect(payslip.employerCost).toBe(without.employerCost)
    expect(payslip.taxable).toBe(without.taxable)
    expect(payslip.toDate).toEqual(without.toDate)
    expect(lineOf(payslip, 'severance-paid')).toMatchObject({ employee: -300_000n, authority: 'tfr' })
  })

  test('is taxed without its revaluation, which bore its tax each year', () => {
    const payslip = paid({ amount: '3000.00', revaluation: '200.00', months: 36 })
    expect(lineOf(payslip, 'severance-tax')).toMatchObject({ base: 280_000n, employee: 64_400n })
  })

  test('of a fixed term of more than two years has no reduction', () => {
    expect(
      lineOf(paid({ amount: '3000.00', months: 24 }, 'fixed-term'), 'severance-term-credit'),
    ).toMatchObject({ employee: -12_394n })
    expect(
      lineOf(paid({ amount: '3000.00', months: 25 }, 'fixed-term'), 'severance-term-credit'),
    ).toBeUndefined()
  })

  test('of a few euro bears no tax below nothing', () => {
    const payslip = paid({ amount: '100.00', months: 1 }, 'fixed-term')
    const tax = ['severance-tax', 'severance-term-credit', 'severance-credit'].map((code) =>
      employeeOf(payslip, code),
    )
    expect(tax).toEqual([2_300n, -516n, -1_784n])
  })
})

describe('wage support', () => {
  test.each([
    ['over-15', 533n, 267n],
    ['up-to-15', 533n, 267n],
    ['up-to-5', 333n, 167n],
    ['up-to-5-unused', 200n, 100n],
  ])('of an employer %s is borne by a third by the worker', (employees, employer, employee) => {
    const payslip = payslipOf({
      gross: '1000.00',
      pay: 'one-off',
      period: monthOf(12),
      worker: {},
      engagement: { employees },
    })
    expect(lineOf(payslip, 'wage-support')).toMatchObject({ employer, employee })
  })
})

describe('what is set aside', () => {
  test('is one part in 13.5 less half a percent for TFR, and a twelfth with its contributions for the 13th', () => {
    const payslip = payslipOf({
      gross: '2700.00',
      period: monthOf(10),
      worker: {},
      engagement: { contract: 'permanent', employees: 'outside', thirteenth: 'set-aside' },
    })
    expect(lineOf(payslip, 'severance')?.employer).toBe(20_000n - 1_350n)
    expect(lineOf(payslip, 'thirteenth')?.employer).toBe(22_500n)
    // 28.98 % of 225.00 is 65.205.
    expect(lineOf(payslip, 'thirteenth-contributions')?.employer).toBe(6_521n)
  })
})

describe('the pay beneath the least base', () => {
  test('is never less than nothing: the employer bears what the worker’s pay does not', () => {
    const payslip = payslipOf({ gross: '10.00', period: monthOf(10), worker: {}, engagement: {} })
    expect(payslip.employeeContributions).toBe(1_000n)
    expect(payslip.net).toBeGreaterThanOrEqual(0n)
    expect(lineOf(payslip, 'pension')?.employee).toBe(1_000n)
  })
})

describe('the reader of the Ministry’s table', () => {
  const row = (bands: string, exempt = '0') =>
    `A001;PROVA;PD;1;01/01/2026;02/01/2026;;SI;${bands}${';'.repeat(24 - bands.split(';').length)};1;${exempt}`

  test('reads a single rate, an exemption and bands', () => {
    expect(readMunicipalSurtaxes(row('0,5;Aliquota unica')).rules.A001?.bands).toEqual([
      { rate: { numerator: 5n, denominator: 1000n } },
    ])
    const bands = readMunicipalSurtaxes(
      row(
        ',4;Applicabile a  scaglione di reddito fino a euro 15.000,00 ;,6;Applicabile a scaglione di reddito oltre euro 15.000,00 fino a euro 28.000,00;,8;Applicabile a SCAGLIONE DI REDDITO DA € 28.000,01',
        '11000',
      ),
    ).rules.A001
    expect(bands?.bands.map(({ upTo }) => upTo)).toEqual([1_500_000n, 2_800_000n, undefined])
    expect(bands?.exemptUpTo).toBe(1_100_000n)
  })

  test('skips towns that have not decided, and guesses at no words it does not know', () => {
    const undecided = 'A001;PROVA;PD;;;;;NO;0*;;;;;;;;;;;;;;;;;;;;;;;;;0'
    expect(readMunicipalSurtaxes(undecided)).toEqual({ rules: {}, unread: [] })
    const pensioners = readMunicipalSurtaxes(
      row('0,5;Aliquota unica;0;Esenzione per i pensionati fino a 8.500,00'),
    )
    expect(pensioners.rules).toEqual({})
    expect(pensioners.unread).toEqual([
      { code: 'A001', town: 'PROVA', band: 'Esenzione per i pensionati fino a 8.500,00' },
    ])
    const open = readMunicipalSurtaxes(row('0,5;Applicabile a scaglione di reddito fino a euro 15.000,00'))
    expect(open.unread).toHaveLength(1)
  })
})
