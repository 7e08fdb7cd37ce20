import { type Input, type Minor, maximum, minimum, type PayslipLine, type Why } from '@samen/core/country'
import { monthNumber } from './charges.ts'
import { wholeForints } from './forints.ts'
import { type Law, lawDay } from './law.ts'
import { monthSoFar } from './running-totals.ts'
import type { HungarianSituation, Worker } from './situation.ts'

/** The tax advance of a payment, what it used of each allowance, and what family allowance is left for the contribution. */
export interface WageTax {
  readonly line: PayslipLine | undefined
  readonly base: Minor
  readonly tax: Minor
  readonly under25: Minor
  readonly personal: Minor
  readonly firstMarriage: Minor
  readonly family: Minor
  /** Declared family allowance of the month that no tax base is left for. */
  readonly familyLeft: Minor
}

/** Income that is free before the other allowances: all of it, or up to a ceiling of the month. */
interface Exemption {
  readonly rule: 'mother-two' | 'mother-three' | 'mother-four' | 'mother-under-30' | 'under-25'
  readonly ceiling: Minor | undefined
}

/** Income tax of one payment: every allowance as far as the month has not used it, in the order of the statute. */
export function wageTax(situation: HungarianSituation, law: Law, income: Minor): WageTax {
  const { worker } = situation
  const { rules } = law
  if (isPlain(worker)) {
    const tax = wholeForints(income, rules.wageTaxRate)
    return plain(income, tax, rules.wageTaxRate)
  }
  const month = monthSoFar(situation)
  const day = lawDay(situation)
  const exemption = exemptionOf(worker, law, day)
  let base = income
  let free = 0n
  if (exemption !== undefined) {
    free = exemption.ceiling === undefined ? base : minimum(base, left(exemption.ceiling, month.under25))
    base -= free
  }
  const personal = worker.personalAllowance
    ? minimum(base, left(rules.personalAllowance, month.personal))
    : 0n
  base -= personal
  const firstMarriage = minimum(base, left(firstMarriageOf(worker, law, day), month.firstMarriage))
  base -= firstMarriage
  const declared = familyAllowanceOf(worker, law)
  const family = minimum(
    base,
    left(declared, month.family + spentOnContribution(month.familyContribution, law)),
  )
  base -= family
  const tax = wholeForints(base, rules.wageTaxRate)
  const used = { free, personal, firstMarriage, family }
  return {
    line: income === 0n ? undefined : taxLine(law, base, tax, income, used, exemption),
    base,
    tax,
    under25: exemption?.ceiling === undefined ? 0n : free,
    personal,
    firstMarriage,
    family,
    familyLeft: left(declared, month.family + family),
  }
}

const isPlain = (worker: Worker): boolean =>
  worker.family === undefined &&
  worker.birthDate === undefined &&
  worker.motherOf === 0 &&
  !worker.personalAllowance &&
  worker.firstMarriage === undefined

function plain(income: Minor, tax: Minor, employeeRate: Law['rules']['wageTaxRate']): WageTax {
  return {
    line: income === 0n ? undefined : { ...TAX, base: income, employee: tax, employeeRate, why: PLAIN },
    base: income,
    tax,
    under25: 0n,
    personal: 0n,
    firstMarriage: 0n,
    family: 0n,
    familyLeft: 0n,
  }
}

/** What frees this person’s income: an allowance of mothers first, the best one, then that of the young. */
function exemptionOf(worker: Worker, { rules }: Law, day: string): Exemption | undefined {
  const { motherOf, birthDate } = worker
  if (motherOf >= 4) return MOTHER_OF_FOUR
  if (motherOf === 3 && rules.threeChildrenMothers) return MOTHER_OF_THREE
  if (birthDate === undefined) return undefined
  const year = Number(day.slice(0, 4))
  const born = Number(birthDate.slice(0, 4))
  if (motherOf >= 2 && rules.twoChildrenMothersAge !== 0 && born + rules.twoChildrenMothersAge >= year)
    return MOTHER_OF_TWO
  const young = monthNumber(day) <= monthNumber(birthDate) + 25 * 12
  if (motherOf >= 1 && born + 30 >= year && (rules.under30MotherFromBirth || !young))
    return {
      rule: 'mother-under-30',
      ceiling: rules.under30MotherCeiling === 'none' ? undefined : rules.under30MotherCeiling,
    }
  if (!young) return undefined
  const ceiling = rules.under25Ceiling
  return {
    rule: 'under-25',
    ceiling: worker.under25Ceiling === undefined ? ceiling : minimum(ceiling, worker.under25Ceiling),
  }
}

const MOTHER_OF_FOUR: Exemption = Object.freeze({ rule: 'mother-four', ceiling: undefined })
const MOTHER_OF_THREE: Exemption = Object.freeze({ rule: 'mother-three', ceiling: undefined })
const MOTHER_OF_TWO: Exemption = Object.freeze({ rule: 'mother-two', ceiling: undefined })

function firstMarriageOf({ firstMarriage }: Worker, { rules }: Law, day: string): Minor {
  if (firstMarriage === undefined) return 0n
  const months = monthNumber(day) - monthNumber(firstMarriage.marriedOn)
  if (months < 1 || months > rules.firstMarriageMonths) return 0n
  const whole = rules.firstMarriageAllowance
  return firstMarriage.amount === undefined ? whole : minimum(whole, firstMarriage.amount)
}

/** The family allowance of a month that was declared here. */
function familyAllowanceOf({ family }: Worker, { rules }: Law): Minor {
  if (family === undefined) return 0n
  const { one, two, more } = rules.familyAllowance
  const each = family.dependants === 1 ? one : family.dependants === 2 ? two : more
  const whole =
    each * BigInt(family.beneficiaries ?? family.dependants) +
    rules.illDependantAllowance * BigInt(family.ill)
  return family.amount === undefined ? whole : minimum(whole, family.amount)
}

/** The reduction of the tax base whose worth the month took off the contribution already. */
function spentOnContribution(amount: Minor, { rules }: Law): Minor {
  const { numerator, denominator } = rules.wageTaxRate
  return amount === 0n ? 0n : (amount * denominator + numerator - 1n) / numerator
}

const left = (ceiling: Minor, used: Minor): Minor => maximum(0n, ceiling - used)

function taxLine(
  { rules }: Law,
  base: Minor,
  tax: Minor,
  income: Minor,
  used: {
    readonly free: Minor
    readonly personal: Minor
    readonly firstMarriage: Minor
    readonly family: Minor
  },
  exemption: Exemption | undefined,
): PayslipLine {
  const others = used.personal + used.firstMarriage + used.family
  const inputs: Record<string, Input> = { income, base, rate: rules.wageTaxRate }
  if (others !== 0n) {
    inputs.personal = used.personal
    inputs.firstMarriage = used.firstMarriage
    inputs.family = used.family
  }
  if (exemption !== undefined) inputs.free = used.free
  const rule =
    exemption === undefined
      ? others === 0n
        ? 'wage-tax'
        : 'wage-tax-allowances'
      : others === 0n
        ? `wage-tax-${exemption.rule}`
        : `wage-tax-${exemption.rule}-allowances`
  const why = rule === 'wage-tax' ? PLAIN : { rule, source: SOURCE, inputs }
  return { ...TAX, base, employee: tax, employeeRate: rules.wageTaxRate, why }
}

const SOURCE = 'Szja tv. (1995. évi CXVII.) 8. §, 29/A-29/J. §, 46-48. §'
const PLAIN: Why = Object.freeze({ rule: 'wage-tax', source: SOURCE })
const TAX = Object.freeze({
  code: 'wage-tax',
  kind: 'wage-tax',
  employer: 0n,
  authority: 'nav-szja',
} as const)
