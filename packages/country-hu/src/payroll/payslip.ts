import {
  type Earning,
  type Minor,
  maximum,
  type PayslipBody,
  type PayslipLine,
  type Why,
} from '@samen/core/country'
import { type Charges, chargesOf, chargesOnIncome } from './charges.ts'
import {
  ekhoWorkerLine,
  employerLines,
  type WorkerContribution,
  workerContribution,
} from './contributions.ts'
import { type Law, lawDay } from './law.ts'
import { minimumPay } from './minimum-pay.ts'
import { monthSoFar, yearSoFar } from './running-totals.ts'
import { type HungarianSituation, isSimplified, type ToDate } from './situation.ts'
import { type WageTax, wageTax } from './wage-tax.ts'

/** Gross to net of one pay. */
export function hungarianPayslip(situation: HungarianSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  const charges = chargesOf(situation, law, gross)
  const tax = wageTax(situation, law, charges.income)
  const worker = workerContribution(situation, law, charges, tax)
  const lines: PayslipLine[] = [...worker.lines]
  if (tax.line !== undefined) lines.push(tax.line)
  if (charges.ekho !== 0n) lines.push(ekhoWorkerLine(situation, law, charges.ekho))
  lines.push(...employerLines(situation, law, charges))
  return {
    earnings: [earningOf(situation, gross)],
    lines,
    taxable: tax.base,
    figures: figuresOf(situation, law, charges, worker, gross),
    toDate: toDateAfter(situation, charges, tax, worker),
  }
}

/** The contributions of both sides on a stated base, costs already off. */
export function contributionsOn(
  situation: HungarianSituation,
  law: Law,
  base: Minor,
): readonly PayslipLine[] {
  if (isSimplified(situation.engagement.status))
    return employerLines(situation, law, chargesOf(situation, law, base))
  const charges = chargesOnIncome(situation, law, base)
  const { lines } = workerContribution(situation, law, charges, wageTax(situation, law, charges.income))
  return [...lines, ...employerLines(situation, law, charges)]
}

/** The tax advance on a stated income, costs already off. */
export function wageTaxOn(situation: HungarianSituation, law: Law, taxable: Minor): readonly PayslipLine[] {
  if (isSimplified(situation.engagement.status)) return []
  const { line } = wageTax(situation, law, taxable)
  return line === undefined ? [] : [line]
}

function figuresOf(
  situation: HungarianSituation,
  law: Law,
  charges: Charges,
  worker: WorkerContribution,
  gross: Minor,
): Readonly<Record<string, Minor>> {
  const figures: Record<string, Minor> = {}
  const least = minimumPay(situation, law)
  if (least !== undefined) {
    figures['minimum-pay'] = least
    if (gross < least) figures['below-minimum-pay'] = least - gross
  }
  const { status, qualification } = situation.engagement
  if (status === 'film-extra') {
    const excess = gross - law.filmExtraMost * BigInt(charges.days)
    if (excess > 0n) figures['above-film-extra-limit'] = excess
    return figures
  }
  if (isSimplified(status)) {
    const free = law.freeDay[qualification] * BigInt(charges.days)
    figures['free-pay'] = gross < free ? gross : free
    figures['pay-to-declare'] = maximum(0n, gross - free)
    return figures
  }
  if (charges.income !== charges.general) figures.costs = charges.general - charges.income
  if (worker.notWithheld !== 0n) figures['contribution-not-withheld'] = worker.notWithheld
  return figures
}

const EARNINGS = { ordinary: 'wage', part: 'wage', 'one-off': 'one-off', holiday: 'leave-pay' } as const

function earningOf({ pay, engagement }: HungarianSituation, amount: Minor): Earning {
  if (engagement.status === 'mandate' || engagement.status === 'lasting-mandate')
    return { code: 'fee', amount, why: FEE }
  const code = EARNINGS[pay as keyof typeof EARNINGS] ?? 'wage'
  return { code, amount, why: code === 'wage' ? WAGE : code === 'one-off' ? ONE_OFF : LEAVE }
}

function toDateAfter(
  situation: HungarianSituation,
  charges: Charges,
  tax: WageTax,
  worker: WorkerContribution,
): ToDate {
  const month = monthSoFar(situation)
  const day = lawDay(situation)
  const { status } = situation.engagement
  const hasFloor = !charges.free && status !== 'mandate' && !isSimplified(status)
  return {
    month: {
      of: day.slice(0, 7),
      general: month.general + charges.general,
      under25: month.under25 + tax.under25,
      personal: month.personal + tax.personal,
      firstMarriage: month.firstMarriage + tax.firstMarriage,
      family: month.family + tax.family,
      familyContribution: month.familyContribution + worker.familyContribution,
      floor: charges.free || !hasFloor ? month.floor : charges.floor,
      base: hasFloor ? month.base + charges.income : month.base,
      topUp: month.topUp + charges.topUp,
      socialBase: hasFloor ? month.socialBase + charges.socialBase : month.socialBase,
      relieved: month.relieved + charges.relieved,
      mandate: status === 'mandate' ? month.mandate + charges.income : month.mandate,
      mandateFloor: worker.mandateFloor,
      mandateCharged: month.mandateCharged + worker.mandateCharged,
    },
    year: { of: day.slice(0, 4), ekho: yearSoFar(situation).ekho + charges.ekho },
  }
}

const frozen = (rule: string, source: string): Why => Object.freeze({ rule, source })
const WAGE = frozen('wage', 'Mt. (2012. évi I.) 42. §')
const ONE_OFF = frozen('one-off-pay', 'Mt. (2012. évi I.) 42. §')
const LEAVE = frozen('leave-pay', 'Mt. (2012. évi I.) 125. § and 146. §')
const FEE = frozen('fee', 'Ptk. (2013. évi V.) 6:272. §')
