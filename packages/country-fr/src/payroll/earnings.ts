import { divide, type Earning, type Minor, type Rate } from '@samen/core/country'
import { contractOf } from './engagement.ts'
import type { FrenchLaw } from './law.ts'
import type { FrenchSituation } from './situation.ts'

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
export function earningsOf(situation: FrenchSituation, law: FrenchLaw, gross: Minor): Earning[] {
  const { engagement, pay } = situation
  if (pay === 'ordinary' || pay === 'part') {
    if (engagement.status === 'cesa') return only('variable-pay', gross)
    if (engagement.status === 'cape') return only('project-income', gross)
    if (engagement.fees !== undefined) return only('fee', gross)
    if (contractOf(engagement) === 'fixed-term') return fixedTerm(situation, law, gross)
    return only('base-pay', gross)
  }
  return only(
    pay === 'one-off' ? 'exceptional-pay' : pay === 'holiday' ? 'leave-indemnity' : 'settlement',
    gross,
  )
}

const only = (code: keyof typeof PLAIN, amount: Minor): Earning[] => [{ code, amount, why: PLAIN[code] }]

function fixedTerm({ engagement }: FrenchSituation, law: FrenchLaw, gross: Minor): Earning[] {
  const bonusRate = engagement.bonus ? law.contributions.fixedTermBonus : NONE
  const leaveRate = engagement.leave ? law.contributions.leaveIndemnity : NONE
  const bonusOn = bonusRate.denominator + bonusRate.numerator
  const leaveOn = leaveRate.denominator + leaveRate.numerator
  const withBonus = divide(gross * leaveRate.denominator, leaveOn)
  const base = divide(gross * bonusRate.denominator * leaveRate.denominator, bonusOn * leaveOn)
  const earnings: Earning[] = only('base-pay', base)
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
  return earnings
}

const NONE: Rate = Object.freeze({ numerator: 0n, denominator: 1n })
