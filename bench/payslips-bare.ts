/**
 * The arithmetic of a French payslip with nothing around it: an employee of the general regime, not executive, full time,
 * at an employer of 50 to 249 staff, June to December 2026, neutral rate. No lines, no explanations, no situation: every
 * amount is a local, and what a payslip would show is only summed. It says what the engine's objects cost.
 */

const CEILING = 400_500n
/** 1820/12 hours at 12.31, in 1/1200 cent. */
const MINIMUM_WAGE = 1231n * 52n * 3500n

const cents = (amount: bigint, rate: bigint) => (amount * rate + 50_000n) / 100_000n

export interface BarePayslip {
  readonly cost: bigint
  readonly net: bigint
}

/** Cost and net of one gross, all 29 lines computed and rounded. */
export function barePayslip(gross: bigint, bounds: readonly bigint[], rates: readonly bigint[]): BarePayslip {
  const t1 = gross < CEILING ? gross : CEILING
  const over = gross > CEILING
  const eight = gross < 8n * CEILING ? gross : 8n * CEILING
  const t2 = over ? eight - CEILING : 0n
  const technical = over ? eight : 0n
  const four = gross < 4n * CEILING ? gross : 4n * CEILING

  let employer = cents(gross, 13_000n) // sickness
  employer += cents(gross, 2_080n) // accident
  employer += cents(t1, 8_550n) // old age, capped
  employer += cents(gross, 2_110n) // old age
  employer += cents(t1, 4_720n) // pension T1
  employer += cents(t1, 1_290n) // CEG T1
  employer += cents(t2, 12_950n) // pension T2
  employer += cents(t2, 1_620n) // CEG T2
  employer += cents(technical, 210n) // CET
  employer += cents(gross, 5_250n) // family
  employer += cents(four, 4_000n) // unemployment
  employer += cents(four, 250n) // wage guarantee
  employer += cents(gross, 300n) // solidarity
  employer += cents(gross, 500n) // housing
  employer += cents(gross, 16n) // dialogue
  employer += cents(gross, 1_000n) // training
  employer += cents(gross, 590n) // apprenticeship
  employer += cents(gross, 90n) // apprenticeship, balance
  employer += cents(gross, 450n) // construction effort

  let employee = cents(t1, 6_900n)
  employee += cents(gross, 400n)
  employee += cents(t1, 3_150n)
  employee += cents(t1, 860n)
  employee += cents(t2, 8_640n)
  employee += cents(t2, 1_080n)
  employee += cents(technical, 140n)
  const csg = four * 9_825n + (gross - four) * 10_000n
  employee += (csg * 680n + 50_000_000n) / 100_000_000n
  const notDeductible = (csg * 240n + 50_000_000n) / 100_000_000n + (csg * 50n + 50_000_000n) / 100_000_000n

  let reduction = 0n
  let pension = 0n
  if (gross > 0n && gross * 1200n < 3n * MINIMUM_WAGE) {
    const x = ((3 * Number(MINIMUM_WAGE)) / Number(gross * 1200n) - 1) / 2
    const coefficient = Math.min(4021, Math.round(200 + 3821 * x ** 1.75))
    reduction = (gross * BigInt(coefficient) + 5_000n) / 10_000n
    pension = (reduction * 601n * 2n + 4021n) / (2n * 4021n)
  }
  const urssaf = reduction - pension

  const beforeTax = gross - employee - notDeductible
  const taxable = beforeTax + notDeductible
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (taxable < (bounds[middle] as bigint)) high = middle
    else low = middle + 1
  }
  const tax = (taxable * (rates[low] as bigint) + 500n) / 1_000n
  return { cost: gross + employer - urssaf - pension, net: beforeTax - tax }
}
