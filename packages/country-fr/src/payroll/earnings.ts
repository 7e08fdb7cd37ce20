import { divide, type Earning, type Minor, type Rate } from '@samen/core/country'
import { contractOf } from './engagement.ts'
import type { FrenchLaw } from './law.ts'
import type { OvertimePay } from './overtime.ts'
import type { Prepared } from './prepare.ts'
import type { FrenchSituation } from './situation.ts'
import { hoursText } from './situation-overtime.ts'

const PLAIN = {
  'base-pay': { rule: 'base-pay', source: 'Code du travail L3221-3, R3243-1' },
  fee: { rule: 'fee', source: 'Code du travail L7121-3' },
  'variable-pay': { rule: 'variable-pay', source: 'Code du travail L7332-3' },
  'project-income': { rule: 'project-income', source: 'Code de commerce L127-1 ff.' },
  'exceptional-pay': { rule: 'exceptional-pay', source: 'CSS L242-1, R242-2' },
  'leave-indemnity': { rule: 'leave-paid', source: 'Code du travail L3141-24 to L3141-28' },
  settlement: { rule: 'settlement', source: 'CSS R243-10, D241-9' },
} as const

/** The parts of gross. On a CDD it holds the end bonus, and the leave indemnity on pay and bonus. */
export function earningsOf(
  situation: FrenchSituation,
  law: FrenchLaw,
  gross: Minor,
  p: Prepared,
  overtime: OvertimePay | undefined,
): Earning[] {
  const { engagement, pay } = situation
  if (pay === 'ordinary' || pay === 'part') {
    if (engagement.status === 'cesa') return only('variable-pay', gross)
    if (engagement.status === 'cape') return only('project-income', gross)
    if (engagement.fees !== undefined) return only('fee', gross)
    const fixedTerm = contractOf(engagement) === 'fixed-term'
    if (!fixedTerm && !overtime) return only('base-pay', gross)
    const parts = partsOf(situation, law, gross)
    const earnings = only('base-pay', parts.base - (overtime?.total ?? 0n))
    if (overtime) addOvertime(earnings, p, overtime)
    if (fixedTerm) addFixedTerm(earnings, situation, parts, gross)
    return earnings
  }
  return only(
    pay === 'one-off' ? 'exceptional-pay' : pay === 'holiday' ? 'leave-indemnity' : 'settlement',
    gross,
  )
}

/** The gross without the end-of-contract bonus and the leave indemnity it may hold. */
export const basePart = (situation: FrenchSituation, law: FrenchLaw, gross: Minor): Minor =>
  partsOf(situation, law, gross).base

const only = (code: keyof typeof PLAIN, amount: Minor): Earning[] => [{ code, amount, why: PLAIN[code] }]

interface Parts {
  readonly base: Minor
  readonly withBonus: Minor
  readonly bonusRate: Rate
  readonly leaveRate: Rate
}

function partsOf({ engagement }: FrenchSituation, law: FrenchLaw, gross: Minor): Parts {
  if (contractOf(engagement) !== 'fixed-term')
    return { base: gross, withBonus: gross, bonusRate: NONE, leaveRate: NONE }
  const bonusRate = engagement.bonus ? law.contributions.fixedTermBonus : NONE
  const leaveRate = engagement.leave ? law.contributions.leaveIndemnity : NONE
  const bonusOn = bonusRate.denominator + bonusRate.numerator
  const leaveOn = leaveRate.denominator + leaveRate.numerator
  return {
    base: divide(gross * bonusRate.denominator * leaveRate.denominator, bonusOn * leaveOn),
    withBonus: divide(gross * leaveRate.denominator, leaveOn),
    bonusRate,
    leaveRate,
  }
}

function addFixedTerm(earnings: Earning[], { engagement }: FrenchSituation, parts: Parts, gross: Minor) {
  const { base, withBonus, bonusRate, leaveRate } = parts
  if (engagement.bonus)
    earnings.push({
      code: 'fixed-term-bonus',
      amount: withBonus - base,
      why: {
        rule: 'fixed-term-bonus',
        source: 'Code du travail L1243-8',
        inputs: { base, rate: bonusRate },
      },
    })
  if (engagement.leave)
    earnings.push({
      code: 'leave-indemnity',
      amount: gross - withBonus,
      why: {
        rule: 'leave-indemnity',
        source: 'Code du travail L1242-16, L3141-24',
        inputs: { base: withBonus, rate: leaveRate },
      },
    })
}

function addOvertime(earnings: Earning[], { overtime: stated }: Prepared, { first, more }: OvertimePay) {
  if (!stated) return
  const name = stated.complementary ? 'complementary' : 'overtime'
  const source = stated.complementary
    ? 'Code du travail L3123-8, L3123-29'
    : 'Code du travail L3121-28, L3121-36'
  const add = (code: string, amount: Minor, hours: bigint, rate: Rate) => {
    if (hours !== 0n)
      earnings.push({ code, amount, why: { rule: name, source, inputs: { hours: hoursText(hours), rate } } })
  }
  add(name, first, stated.hours, stated.premium)
  add(`${name}-more`, more, stated.moreHours, stated.morePremium)
}

const NONE: Rate = Object.freeze({ numerator: 0n, denominator: 1n })
