import { type Minor, maximum, minimum, type PayslipLine, type Rate, type Why } from '@samen/core/country'
import type { Charged, Component, ContributionPlan } from './contribution-plan.ts'
import type { Law } from './law.ts'
import { monthSoFar, periodDays, socialYearSoFar } from './running-totals.ts'
import type { ItalianSituation } from './situation.ts'

/** The bases one pay is charged on. */
export interface Bases {
  readonly plan: ContributionPlan
  /** Contribution base, whole euro. */
  readonly base: Minor
  readonly capped: Minor
  readonly sick: Minor
  /** Part of the base above the ceiling of the year, whatever the ceiling of its days. */
  readonly yearExcess: Minor
  /** Additional 1 %: the part above the band, and the amount. */
  readonly above: Minor
  readonly additional: Minor
  readonly least: Minor
  /** Ceiling and band of the 1 % go by the day. */
  readonly byDay: boolean
  readonly settled: boolean
}

export function basesOf(situation: ItalianSituation, law: Law, gross: Minor): Bases {
  const { engagement, worker, period, pay } = situation
  const { social } = law
  const plan = law.plan(engagement)
  const month = monthSoFar(situation)
  const year = socialYearSoFar(situation)
  const days = pay === 'one-off' ? 0n : BigInt(engagement.days ?? periodDays(period.from, period.to).weekdays)
  const least = leastBase(situation, law, days)
  const base = baseOf(month.pay + gross, month.least + least, month.base)
  const byDay = worker.insuredBefore1996 && plan.fund === 'fpls' && days > 0n
  let capped = base
  if (!worker.insuredBefore1996) capped = minimum(base, maximum(0n, social.ceilingYear - year.capped))
  else if (byDay) capped = minimum(base, pensionableDays(law, gross, days))
  const yearExcess =
    worker.insuredBefore1996 && plan.fund === 'fpls'
      ? maximum(0n, year.base + base - social.ceilingYear) - maximum(0n, year.base - social.ceilingYear)
      : base - capped
  const sick = plan.sickCapped && days > 0n ? minimum(base, social.sicknessCeilingDay * days) : base
  const settled = !byDay && (pay === 'settlement' || engagement.ends)
  let above: Minor
  let additional: Minor
  if (byDay) {
    above = maximum(0n, capped - social.bandDay * days)
    additional = share(above, social.additional)
  } else if (settled) {
    above = maximum(0n, year.capped + capped - social.bandYear)
    additional = share(above, social.additional) - year.additional
  } else {
    const before = maximum(0n, month.capped - social.bandMonth)
    above = maximum(0n, month.capped + capped - social.bandMonth) - before
    additional = above === 0n ? 0n : share(above, social.additional)
  }
  return { plan, base, capped, sick, yearExcess, above, additional, least, byDay, settled }
}

/** Whole euro of the month’s pay, at least the least base of its days, less what was charged before. */
function baseOf(pay: Minor, least: Minor, before: Minor): Minor {
  if (pay <= 0n) return 0n
  return maximum(0n, ((maximum(pay, least) + 50n) / 100n) * 100n - before)
}

function leastBase({ engagement, pay }: ItalianSituation, { social }: Law, days: bigint): Minor {
  if (pay === 'one-off') return 0n
  return engagement.hours === undefined
    ? social.minimumDay * days
    : social.minimumHour * BigInt(engagement.hours)
}

/** Pensionable pay of days of a show worker insured before 1996: bands of the daily pay. */
function pensionableDays({ social }: Law, gross: Minor, days: bigint): Minor {
  const { ceilingDay } = social
  for (const [multiple, counted] of social.dailyBands)
    if (gross <= ceilingDay * multiple * days) return ceilingDay * counted * days
  return ceilingDay * 8n * days
}

/** An amount that is not negative by a rate, half up to the cent. */
export const share = (amount: Minor, { numerator, denominator }: Rate): Minor =>
  (amount * numerator * 2n + denominator) / (denominator * 2n)

const chargedOn = (on: Charged, bases: Bases): Minor => {
  if (on === 'base') return bases.base
  if (on === 'capped') return bases.capped
  if (on === 'year-excess') return bases.yearExcess
  return on === 'sick' ? bases.sick : bases.base - bases.capped
}

/** What the employer pays on top of gross besides contributions by plan. */
export interface OnTop {
  readonly injury: Minor
  readonly severance: Minor
  readonly thirteenth: Minor
  readonly thirteenthContributions: Minor
}

export const injuryRate = ({ engagement }: ItalianSituation, { social }: Law): Rate =>
  engagement.injuryRate ?? (engagement.fund === 'fpls' ? social.injuryShow : social.injuryOffice)

export function onTopOf(situation: ItalianSituation, law: Law, gross: Minor, bases: Bases): OnTop {
  const { engagement } = situation
  const thirteenth =
    engagement.thirteenth === 'set-aside' && situation.pay !== 'one-off' ? (gross * 2n + 12n) / 24n : 0n
  return {
    injury: share(gross, injuryRate(situation, law)),
    severance: engagement.severance
      ? maximum(0n, (gross * 4n + 27n) / 54n - share(bases.capped, law.social.severanceOff))
      : 0n,
    thirteenth,
    thirteenthContributions: thirteenth === 0n ? 0n : share(thirteenth, bases.plan.employerWhole),
  }
}

/** Employer cost of a gross, without building lines. */
export function employerCost(situation: ItalianSituation, law: Law, gross: Minor): Minor {
  const bases = basesOf(situation, law, gross)
  const { injury, severance, thirteenth, thirteenthContributions } = onTopOf(situation, law, gross, bases)
  let cost = gross + injury + severance + thirteenth + thirteenthContributions
  for (const { on, employer } of bases.plan.components)
    if (employer) cost += share(chargedOn(on, bases), employer)
  if (bases.base <= gross) return cost
  // On less than the least base the worker’s share may exceed the pay: the employer bears what is missing.
  let employees = 0n
  for (const { on, employee } of bases.plan.components)
    if (employee) employees += share(chargedOn(on, bases), employee)
  return employees > gross ? cost + employees - gross : cost
}

/** Lines of social contributions, the worker’s share never more than the pay. */
export function contributionLines(law: Law, bases: Bases, gross: Minor): PayslipLine[] {
  const lines: PayslipLine[] = []
  let left = gross
  for (const component of bases.plan.components) {
    const { on, employee, employer } = component
    const charged = chargedOn(on, bases)
    if (charged === 0n) continue
    const due = employee ? share(charged, employee) : 0n
    const withheld = due > left ? left : due
    left -= withheld
    const paid = (employer ? share(charged, employer) : 0n) + due - withheld
    lines.push(contributionLine(component, charged, withheld, paid))
  }
  if (bases.additional !== 0n)
    lines.push({
      code: 'pension-additional',
      kind: 'contribution',
      base: bases.above,
      employeeRate: law.social.additional,
      employee: bases.additional,
      employer: 0n,
      authority: 'inps',
      why: bases.settled
        ? {
            rule: 'pension-additional-year',
            source: ADDITIONAL,
            inputs: {
              band: law.social.bandYear,
              before: share(bases.above, law.social.additional) - bases.additional,
            },
          }
        : bases.byDay
          ? { rule: 'pension-additional-day', source: ADDITIONAL, inputs: { band: law.social.bandDay } }
          : { rule: 'pension-additional', source: ADDITIONAL, inputs: { band: law.social.bandMonth } },
    })
  return lines
}

const ADDITIONAL = 'D.L. 384/1992 art. 3-ter; INPS circ. 6/2026 n. 5'

/** Spelt out by the rates there are: spreading them costs a tenth of a payslip. */
function contributionLine(
  { code, employee: employeeRate, employer: employerRate, why }: Component,
  base: Minor,
  employee: Minor,
  employer: Minor,
): PayslipLine {
  const kind = 'contribution'
  const authority = 'inps'
  if (employerRate === undefined)
    return employeeRate === undefined
      ? { code, kind, base, employee, employer, authority, why }
      : { code, kind, base, employeeRate, employee, employer, authority, why }
  return employeeRate === undefined
    ? { code, kind, base, employerRate, employee, employer, authority, why }
    : { code, kind, base, employeeRate, employerRate, employee, employer, authority, why }
}

/** Premium of work accidents and what is set aside. */
export function onTopLines(situation: ItalianSituation, law: Law, gross: Minor, bases: Bases): PayslipLine[] {
  const { injury, severance, thirteenth, thirteenthContributions } = onTopOf(situation, law, gross, bases)
  const lines: PayslipLine[] = []
  if (injury !== 0n)
    lines.push(
      onTop('work-injury', 'contribution', gross, injury, 'inail', INJURY, injuryRate(situation, law)),
    )
  if (severance !== 0n)
    lines.push(
      onTop('severance', 'provision', gross, severance, 'tfr', {
        rule: 'severance',
        source: 'Codice civile art. 2120; L. 297/1982 art. 3',
        inputs: { off: share(bases.capped, law.social.severanceOff) },
      }),
    )
  if (thirteenth !== 0n)
    lines.push(
      onTop('thirteenth', 'provision', gross, thirteenth, 'thirteenth', THIRTEENTH),
      onTop(
        'thirteenth-contributions',
        'provision',
        thirteenth,
        thirteenthContributions,
        'thirteenth',
        THIRTEENTH_CONTRIBUTIONS,
        bases.plan.employerWhole,
      ),
    )
  return lines
}

function onTop(
  code: string,
  kind: 'contribution' | 'provision',
  base: Minor,
  employer: Minor,
  authority: string,
  why: Why,
  employerRate?: Rate,
): PayslipLine {
  const line = { code, kind, base, employee: 0n, employer, authority, why } as const
  return employerRate ? { ...line, employerRate } : line
}

const INJURY: Why = Object.freeze({ rule: 'work-injury', source: 'DPR 1124/1965; tariffa INAIL 2019' })
const THIRTEENTH: Why = Object.freeze({
  rule: 'thirteenth',
  source: 'DPR 1070/1960 and the collective agreement',
})
const THIRTEENTH_CONTRIBUTIONS: Why = Object.freeze({
  rule: 'thirteenth-contributions',
  source: 'DPR 1070/1960 and the collective agreement',
})
