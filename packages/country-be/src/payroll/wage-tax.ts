import type { Minor, PayslipLine, Rate } from '@samen/core/country'
import type { ExceptionalTable } from '../parameters/wage-tax.ts'
import { portion, roundedShare } from './arithmetic.ts'
import { childrenCounted, type Household } from './household.ts'
import { keyFormula } from './key-formula.ts'
import type { TaxLaw } from './law.ts'
import type { BelgianSituation, Engagement, Worker } from './situation.ts'
import type { PayMonthTotals } from './to-date.ts'

const ANNEX = 'Royal Decree implementing the Income Tax Code 1992, annex III'

/** What this pay adds to the taxable month. */
export interface TaxablePay {
  readonly taxable: Minor
  readonly bonusA: Minor
  readonly bonusB: Minor
}

/** Lines of wage tax on a pay and the totals of its month of payment afterwards. */
export interface WageTax {
  readonly lines: readonly PayslipLine[]
  readonly payMonth: PayMonthTotals
}

/** The wage-tax rule of an engagement: stated, or by the kind of contract. */
export function taxRule(engagement: Engagement): NonNullable<Engagement['tax']> {
  if (engagement.tax !== undefined) return engagement.tax
  const short = engagement.contract === 'one-day' || engagement.contract === 'several-day'
  return engagement.status === 'artist' && short ? 'artist-flat' : 'formula'
}

/** Wage tax on ordinary pay: flat for artists' short engagements, else the key formula on the month of payment. */
export function wageTax(
  situation: BelgianSituation,
  pay: TaxablePay,
  household: Household,
  payMonth: PayMonthTotals,
  of: string,
  law: TaxLaw,
): WageTax {
  const rule = taxRule(situation.engagement)
  if (rule === 'artist-flat')
    return { lines: [artistLine(situation.engagement, pay.taxable, law)], payMonth: { ...payMonth, of } }
  return formulaTax(situation.engagement, pay, household, payMonth, of, law, rule === 'piece-work')
}

function formulaTax(
  engagement: Engagement,
  pay: TaxablePay,
  household: Household,
  payMonth: PayMonthTotals,
  of: string,
  law: TaxLaw,
  pieceWork: boolean,
): WageTax {
  const cumulate = engagement.cumulateMonth
  const taxable = cumulate ? payMonth.taxable + pay.taxable : pay.taxable
  const premium = engagement.groupInsurance + (cumulate ? payMonth.premium : 0n)
  const bonusA = cumulate ? payMonth.bonusA + pay.bonusA : pay.bonusA
  const bonusB = cumulate ? payMonth.bonusB + pay.bonusB : pay.bonusB
  const taxBefore = cumulate ? payMonth.tax : 0n
  const reliefBefore = cumulate ? payMonth.relief : 0n

  const steps = keyFormula(taxable, household, law.keyFormula)
  const premiumRelief = premium > 0n ? portion(premium, law.groupInsuranceReduction) : 0n
  let tax = notNegative(steps.monthly - premiumRelief)
  // Scale III knows no other relief than group insurance and overtime (annex III, points 107-121).
  let relief =
    household.scale === 'III'
      ? 0n
      : least(
          portion(notNegative(bonusA), law.fiscalBonusA) + portion(notNegative(bonusB), law.fiscalBonusB),
          tax,
        )
  const minimum = pieceWork ? portion(notNegative(taxable), law.pieceWorkMinimum) : 0n
  const belowMinimum = tax - relief < minimum
  if (belowMinimum) {
    tax = minimum
    relief = 0n
  }
  const lines: PayslipLine[] = [
    {
      code: 'wage-tax',
      kind: 'wage-tax',
      base: taxable,
      employee: tax - taxBefore,
      employer: 0n,
      authority: 'fps-finance',
      why: belowMinimum
        ? {
            rule: 'wage-tax-piece-work',
            source: `${ANNEX}, point 74`,
            inputs: { taxable, rate: law.pieceWorkMinimum, minimum, before: taxBefore },
          }
        : {
            rule: WAGE_TAX_RULES[household.scale],
            source: `${ANNEX}, key formula`,
            inputs: {
              taxable,
              annual: steps.annual,
              costs: steps.costs,
              net: steps.net,
              scaleTax: steps.scaleTax,
              reductions: steps.reductions,
              monthly: steps.monthly,
              premiumRelief,
              before: taxBefore,
            },
          },
    },
  ]
  if (relief !== reliefBefore)
    lines.push({
      code: 'wage-tax-bonus',
      kind: 'wage-tax',
      base: bonusA + bonusB,
      employee: reliefBefore - relief,
      employer: 0n,
      authority: 'fps-finance',
      why: {
        rule: 'wage-tax-bonus',
        source: 'Income Tax Code 1992, art. 289ter/1',
        inputs: {
          bonusA,
          rateA: law.fiscalBonusA,
          bonusB,
          rateB: law.fiscalBonusB,
          relief,
          before: reliefBefore,
        },
      },
    })
  return {
    lines,
    payMonth: {
      of,
      taxable: payMonth.taxable + pay.taxable,
      tax: payMonth.tax + tax - taxBefore,
      relief: payMonth.relief + relief - reliefBefore,
      bonusA: payMonth.bonusA + pay.bonusA,
      bonusB: payMonth.bonusB + pay.bonusB,
      premium: payMonth.premium + engagement.groupInsurance,
    },
  }
}

const WAGE_TAX_RULES = { I: 'wage-tax-alone', II: 'wage-tax-quotient', III: 'wage-tax-non-resident' } as const

function artistLine(engagement: Engagement, taxable: Minor, law: TaxLaw): PayslipLine {
  const asked = engagement.voluntaryRate
  const employeeRate = asked !== undefined && exceeds(asked, law.artistRate) ? asked : law.artistRate
  return {
    code: 'wage-tax-artist',
    kind: 'wage-tax',
    base: taxable,
    employeeRate,
    employee: portion(notNegative(taxable), employeeRate),
    employer: 0n,
    authority: 'fps-finance',
    why: employeeRate === law.artistRate ? ARTIST_WHY : ARTIST_VOLUNTARY_WHY,
  }
}

const ARTIST_WHY = Object.freeze({ rule: 'wage-tax-artist', source: `${ANNEX}, point 80` })
const ARTIST_VOLUNTARY_WHY = Object.freeze({
  rule: 'wage-tax-artist-voluntary',
  source: `${ANNEX}, point 80`,
})

/** Wage tax on a one-off payment or holiday pay: one rate that follows from normal yearly pay, less for children. */
export function exceptionalTaxLine(
  situation: BelgianSituation,
  taxable: Minor,
  annual: Minor,
  law: TaxLaw,
): PayslipLine {
  if (taxRule(situation.engagement) === 'artist-flat') return artistLine(situation.engagement, taxable, law)
  const table = law.exceptionalTax
  // Non-residents pay the same rate on both kinds (annex III, point 117).
  const column =
    situation.pay === 'holiday' && situation.worker.residence === 'resident' ? 'holiday' : 'other'
  const rate = exceptionalRate(annual, column, table)
  const exempt = exemptForChildren(situation.worker, taxable, annual, table)
  const kept = keptForChildren(situation.worker, annual, table)
  return {
    code: 'wage-tax-exceptional',
    kind: 'wage-tax',
    base: taxable,
    employeeRate: rate,
    employee: roundedShare(
      notNegative(taxable - exempt),
      rate.numerator * kept.numerator,
      rate.denominator * kept.denominator,
    ),
    employer: 0n,
    authority: 'fps-finance',
    why: {
      rule: situation.pay === 'holiday' ? 'wage-tax-holiday' : 'wage-tax-exceptional',
      source: `${ANNEX}, points 53-55`,
      inputs: { taxable, annual, rate, exempt, kept },
    },
  }
}

function exceptionalRate(annual: Minor, column: 'holiday' | 'other', table: ExceptionalTable): Rate {
  for (const row of table.rates) if (annual <= row.upTo) return row[column]
  return table.above
}

const WHOLE: Rate = Object.freeze({ numerator: 1n, denominator: 1n })

/** Free of tax for a resident with children: as much as normal yearly pay leaves below the limit of their number. */
function exemptForChildren(worker: Worker, taxable: Minor, annual: Minor, table: ExceptionalTable): Minor {
  const children = childrenCounted(worker)
  if (children === 0 || worker.residence === 'non-resident') return 0n
  const limit = table.exemptUpTo[Math.min(children, table.exemptUpTo.length) - 1] as Minor
  return annual >= limit ? 0n : least(notNegative(taxable), limit - annual)
}

/** The share of the tax that remains for a resident with children. */
function keptForChildren(worker: Worker, annual: Minor, table: ExceptionalTable): Rate {
  const children = childrenCounted(worker)
  if (children === 0 || worker.residence === 'non-resident') return WHOLE
  const reduction = table.childReductions[Math.min(children, table.childReductions.length) - 1]
  if (reduction === undefined || annual > reduction.upTo) return WHOLE
  return {
    numerator: reduction.rate.denominator - reduction.rate.numerator,
    denominator: reduction.rate.denominator,
  }
}

const exceeds = (a: Rate, b: Rate): boolean => a.numerator * b.denominator > b.numerator * a.denominator
const least = (a: Minor, b: Minor): Minor => (a < b ? a : b)
const notNegative = (amount: Minor): Minor => (amount < 0n ? 0n : amount)
