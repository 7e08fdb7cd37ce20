import { divide, type Minor, type Why } from '@samen/core/country'
import { BASE, type Bases, minimumWageOf } from './bases.ts'
import type { LineRule } from './line-rule.ts'
import type { Prepared } from './prepare.ts'

/** Why a line's base is what it is, with the figures to check it by hand. */
export function explain(p: Prepared, bases: Bases, rule: LineRule): Why {
  const { before } = p
  switch (rule.base) {
    case BASE.capped:
    case BASE.raisedCapped:
      return p.cappedApart
        ? { rule: rule.rule, source: rule.source, inputs: { pay: bases[BASE.pay], ceiling: p.ceiling } }
        : tranche(p, bases[BASE.pay], before.pay, p.ceiling, before.ceiling, before.capped, rule)
    case BASE.pensionT1:
      return pension(p, bases, before.pensionT1, rule)
    case BASE.pensionT2:
      return pension(p, bases, before.pensionT2, rule)
    case BASE.technical:
      return pension(p, bases, before.technical, rule)
    case BASE.apec:
      return pension(p, bases, before.unemployment, rule)
    case BASE.unemployment:
      return tranche(
        p,
        bases[BASE.gross],
        before.gross,
        p.pensionCeiling,
        before.pensionCeiling,
        before.unemployment,
        rule,
      )
    case BASE.sicknessSupplement:
      return supplement(p, bases[BASE.pay], p.sicknessThreshold, rule)
    case BASE.familySupplement:
      return supplement(p, bases[BASE.pay], p.familyThreshold, rule)
    default:
      return rule.why
  }
}

const pension = (p: Prepared, bases: Bases, charged: Minor, rule: LineRule) =>
  tranche(p, bases[BASE.pay], p.before.pay, p.pensionCeiling, p.before.pensionCeiling, charged, rule)

/** Pay against a ceiling; in a regularised year that of the year so far, and what was already charged. */
function tranche(
  { regularised }: Prepared,
  pay: Minor,
  payBefore: Minor,
  ceiling: Minor,
  ceilingBefore: Minor,
  charged: Minor,
  { rule, ruleToDate, source }: LineRule,
): Why {
  if (!regularised) return { rule, source, inputs: { pay, ceiling } }
  const inputs = { pay, ceiling, payToDate: payBefore + pay, ceilingToDate: ceilingBefore + ceiling, charged }
  return { rule: ruleToDate, source, inputs }
}

function supplement(p: Prepared, pay: Minor, threshold: bigint, { rule, source }: LineRule): Why {
  return {
    rule,
    source,
    inputs: {
      pay: p.before.pay + pay,
      minimumWage: divide(p.before.minimumWage + minimumWageOf(p, pay), 1200n),
      times: { numerator: threshold, denominator: 10_000n },
    },
  }
}
