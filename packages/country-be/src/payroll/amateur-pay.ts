import type { Minor, PayslipBody, PayslipLine, Why } from '@samen/core/country'
import { brokenLimit, daysOf } from './amateur-limits.ts'
import { portion } from './arithmetic.ts'
import { employerCost, insuranceCost, insuranceLine } from './employer-contributions.ts'
import type { Law, SocialLaw } from './law.ts'
import { belgianPayslip } from './payslip.ts'
import type { BelgianSituation } from './situation.ts'
import type { ToDate } from './to-date.ts'

const SOURCE = 'Act of 16 December 2022 creating the Working in the Arts commission; workinginthearts.be'
const ALLOWANCE: Why = Object.freeze({ rule: 'amateur-allowance', source: SOURCE })
const TRAVEL: Why = Object.freeze({ rule: 'amateur-travel', source: SOURCE })
const NO_FIGURES: Readonly<Record<string, Minor>> = Object.freeze({})

/**
 * An amateur-arts allowance: neither contributions nor tax of the artist; the principal owes one contribution on all its
 * allowances of the year once they exceed a threshold. The situation's schema refuses what breaks a limit; an amount above
 * it bears what the law then asks: everything an ordinary artist's pay bears.
 */
export function amateurPay(situation: BelgianSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  if (brokenLimit(situation, gross, law.social) !== undefined) return belgianPayslip(situation, law, gross)
  const { engagement } = situation
  const travel = travelIn(situation, gross)
  const lines = amateurContributions(situation, law, gross - travel)
  const insurance = insuranceLine(gross - travel, engagement.workAccidentRate)
  if (insurance !== undefined) lines.push(insurance)
  return {
    earnings:
      travel === 0n
        ? [{ code: 'amateur-allowance', amount: gross, why: ALLOWANCE }]
        : [
            { code: 'amateur-allowance', amount: gross - travel, why: ALLOWANCE },
            { code: 'amateur-travel', amount: travel, why: TRAVEL },
          ],
    lines,
    taxable: 0n,
    figures: NO_FIGURES,
    toDate: { ...situation.toDate, amateur: { days: daysKept(situation) } },
  }
}

/** Employer cost of an allowance. */
export function amateurCost(situation: BelgianSituation, law: Law, gross: Minor): Minor {
  if (brokenLimit(situation, gross, law.social) !== undefined) return employerCost(situation, law, gross)
  const allowance = gross - travelIn(situation, gross)
  return (
    gross +
    contribution(situation.engagement.amateur?.principalTotal, law.social, allowance).due +
    insuranceCost(allowance, situation.engagement.workAccidentRate)
  )
}

/** The principal's contribution on a stated allowance, travel left out. */
export function amateurContributions(
  { engagement }: BelgianSituation,
  { social }: Law,
  allowance: Minor,
): PayslipLine[] {
  const { due, base } = contribution(engagement.amateur?.principalTotal, social, allowance)
  if (due === 0n) return []
  return [
    {
      code: 'amateur-contribution',
      kind: 'contribution',
      base,
      employerRate: social.amateurRate,
      employee: 0n,
      employer: due,
      authority: 'onss',
      why: {
        rule: engagement.amateur?.principalTotal === undefined ? 'amateur-contribution' : 'amateur-total',
        source: SOURCE,
        inputs: { threshold: social.amateurThreshold, before: engagement.amateur?.principalTotal ?? 0n },
      },
    },
  ]
}

function travelIn({ engagement }: BelgianSituation, gross: Minor): Minor {
  const travel = engagement.amateur?.travel ?? 0n
  return travel < gross ? travel : gross
}

/** The allowance that carries the principal's total over the threshold bears the contribution on what came before it too. */
function contribution(
  before: Minor | undefined,
  law: SocialLaw,
  allowance: Minor,
): { base: Minor; due: Minor } {
  if (before === undefined) return { base: allowance, due: portion(allowance, law.amateurRate) }
  const after = before + allowance
  if (after <= law.amateurThreshold) return { base: 0n, due: 0n }
  if (before > law.amateurThreshold)
    return { base: allowance, due: portion(after, law.amateurRate) - portion(before, law.amateurRate) }
  return { base: after, due: portion(after, law.amateurRate) }
}

/** The days paid so far with those of this pay: of this year, and as many before it as can still make a row. */
function daysKept(situation: BelgianSituation): string[] {
  const year = situation.period.from.slice(0, 4)
  const paid = situation.toDate?.amateur?.days ?? []
  const kept = paid.filter((day) => day.startsWith(year) || day >= `${Number(year) - 1}-12-24`)
  return [...kept, ...daysOf(situation)].sort()
}
