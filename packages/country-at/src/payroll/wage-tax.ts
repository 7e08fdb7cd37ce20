import type { Minor, PayslipLine } from '@samen/core/country'
import type { CommuterStep, FadingCredit } from '../parameters/wage-tax.ts'
import { part } from './arithmetic.ts'
import type { Law, TariffBand, TaxLaw } from './law.ts'
import type { AustrianSituation, Worker } from './situation.ts'

/** What a worker's declarations take off, a year. */
export interface Household {
  /** Off the income: flat costs of work and commuter allowance. */
  readonly costs: Minor
  /** Off the tax, whatever the income: family bonus, sole earner, commuter euro. */
  readonly credits: Minor
  readonly raised: boolean
  readonly supplement: boolean
}

const PLAIN = new WeakMap<TaxLaw, Household>()

export function householdOf(worker: Worker, law: TaxLaw): Household {
  if (
    worker.familyBonus === undefined &&
    worker.soleEarner === undefined &&
    worker.commuting === undefined &&
    worker.trafficCredit === 'ordinary' &&
    !worker.trafficSupplement
  ) {
    let plain = PLAIN.get(law)
    if (plain === undefined) {
      plain = Object.freeze({ costs: law.costs, credits: 0n, raised: false, supplement: false })
      PLAIN.set(law, plain)
    }
    return plain
  }
  const commuting = commutingOf(worker, law)
  return {
    costs: law.costs + commuting.allowance,
    credits: familyBonus(worker, law) + parentCredit(worker, law) + commuting.euro,
    raised: worker.trafficCredit === 'raised',
    supplement: worker.trafficSupplement,
  }
}

function familyBonus({ familyBonus: bonus }: Worker, law: TaxLaw): Minor {
  if (bonus === undefined) return 0n
  return (
    law.familyBonusMinor * BigInt(bonus.minors) +
    (law.familyBonusMinor / 2n) * BigInt(bonus.minorsHalf) +
    law.familyBonusAdult * BigInt(bonus.adults) +
    (law.familyBonusAdult / 2n) * BigInt(bonus.adultsHalf)
  )
}

function parentCredit({ soleEarner }: Worker, { parentCredit: credit }: TaxLaw): Minor {
  if (soleEarner === undefined) return 0n
  const { children } = soleEarner
  if (children === 1) return credit.one
  return credit.two + credit.further * BigInt(children - 2)
}

const THIRDS = { '11-and-more': 3n, '8-to-10': 2n, '4-to-7': 1n } as const

function commutingOf({ commuting }: Worker, law: TaxLaw): { allowance: Minor; euro: Minor } {
  if (commuting === undefined) return { allowance: 0n, euro: 0n }
  const thirds = THIRDS[commuting.days]
  const table: readonly CommuterStep[] =
    commuting.allowance === 'small' ? law.commuterSmall : law.commuterLarge
  let whole = 0n
  for (const step of table) if (commuting.kilometres >= step.kilometres) whole = step.amount
  return {
    allowance: part(whole, thirds, 3n),
    euro: part(law.commuterEuro * BigInt(commuting.kilometres), thirds, 3n),
  }
}

/** Steps of the projection of a pay to the year, rounded for display only; `tax` is the wage tax of the pay. */
export interface TaxSteps {
  /** Taxable pay projected to the year. */
  readonly annual: Minor
  readonly income: Minor
  readonly tariffTax: Minor
  readonly credits: Minor
  readonly tax: Minor
}

/**
 * Wage tax on current pay: projected to the year, tariff less credits, and back; one rounding to the cent at the end
 * (EStG § 66). `factor / divisor` is how often the pay fits the year: 12 for a month, 360 / days for days.
 */
export function wageTax(
  taxable: Minor,
  household: Household,
  law: Law,
  factor: bigint,
  divisor: bigint,
): Minor {
  const income = taxable * factor - household.costs * divisor
  if (income <= 0n) return 0n
  const credits = creditsOf(income / divisor, household, law.tax)
  const due = tariffOf(income, divisor, law.tariff) - credits * 100n * divisor
  return due <= 0n ? 0n : (due + 50n * factor) / (100n * factor)
}

/** The tariff on an income times `divisor`, in hundredths of a cent times `divisor`. */
function tariffOf(income: bigint, divisor: bigint, bands: readonly TariffBand[]): bigint {
  for (const { upTo, percent, deduction } of bands)
    if (upTo === null || income <= upTo * divisor) return income * percent - deduction * divisor
  return 0n
}

function creditsOf(income: Minor, household: Household, law: TaxLaw): Minor {
  let credits = household.credits
  credits += household.raised ? faded(law.trafficCreditRaised, income) : law.trafficCredit
  if (household.supplement) credits += faded(law.trafficSupplement, income)
  return credits
}

function faded({ full, rest, from, to }: FadingCredit, income: Minor): Minor {
  if (income <= from) return full
  if (income >= to) return rest
  return full - part(full - rest, income - from, to - from)
}

export function taxSteps(
  taxable: Minor,
  household: Household,
  law: Law,
  factor: bigint,
  divisor: bigint,
  tax: Minor,
): TaxSteps {
  const annual = part(taxable, factor, divisor)
  const income = annual > household.costs ? annual - household.costs : 0n
  const exact = taxable * factor - household.costs * divisor
  return {
    annual,
    income,
    tariffTax: exact <= 0n ? 0n : part(tariffOf(exact, divisor, law.tariff), 1n, 100n * divisor),
    credits: creditsOf(income, household, law.tax),
    tax,
  }
}

/** The line of wage tax on current pay of the month so far, less what was withheld. */
export function wageTaxLine(
  situation: AustrianSituation,
  law: Law,
  taxable: Minor,
  taxableBefore: Minor,
  taxBefore: Minor,
  factor: bigint,
  divisor: bigint,
): PayslipLine {
  const household = householdOf(situation.worker, law.tax)
  const together = taxable + taxableBefore
  const tax = wageTax(together, household, law, factor, divisor)
  const steps = taxSteps(together, household, law, factor, divisor, tax)
  return {
    code: 'wage-tax',
    kind: 'wage-tax',
    base: together,
    employee: tax - taxBefore,
    employer: 0n,
    authority: 'tax-office',
    why:
      factor === 12n
        ? {
            rule: 'wage-tax-month',
            source: 'EStG §§ 33, 66',
            inputs: {
              taxable: together,
              annual: steps.annual,
              costs: household.costs,
              tariffTax: steps.tariffTax,
              credits: steps.credits,
              tax,
              before: taxBefore,
            },
          }
        : {
            rule: 'wage-tax-days',
            source: 'EStG §§ 33, 66, 77 (1)',
            inputs: {
              taxable: together,
              days: Number(divisor),
              annual: steps.annual,
              costs: household.costs,
              tariffTax: steps.tariffTax,
              credits: steps.credits,
              tax,
            },
          },
  }
}
