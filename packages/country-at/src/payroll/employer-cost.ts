import type { Minor, PayslipLine, Rate, Why } from '@samen/core/country'
import { least, share } from './arithmetic.ts'
import { contribution, currentCharge, currentEmployer } from './charge.ts'
import type { BranchTable } from './contribution-plan.ts'
import type { Law } from './law.ts'
import { isMarginal, type Prepared, prepare, specialTable, split } from './prepare.ts'
import type { AustrianSituation } from './situation.ts'

/** Gross plus everything the employer owes or sets aside on it; equal to the payslip's. */
export function employerCost(situation: AustrianSituation, law: Law, gross: Minor): Minor {
  const p = prepare(situation, law)
  const { benefits } = situation.engagement
  const { current, special } = split(situation, gross)
  let cost = gross
  let marginal: boolean
  let table: BranchTable
  if (situation.pay === 'one-off') {
    marginal = isMarginal(situation, law, p, 0n)
    table = marginal ? p.contributions.marginal : (p.contributions.current[0] as BranchTable)
  } else {
    const charge = currentCharge(situation, law, p, current + benefits)
    cost += currentEmployer(charge)
    marginal = charge.marginal
    table = charge.table
  }
  if (special > 0n) {
    const base = least(special, p.specialRoom)
    cost += share(base, specialTable(law, p, special, marginal).employer)
  }
  cost += p.viennaLevy
  cost += levied(situation, law, p, leviedPay(situation, gross))
  cost += specialSetAside(situation, law, p, gross, marginal)
  return cost + leaveSetAside(situation, law, p, gross, table)
}

/** Benefits come with ordinary pay, not with a special payment. */
export const leviedPay = ({ pay, engagement }: AustrianSituation, gross: Minor): Minor =>
  pay === 'one-off' ? gross : gross + engagement.benefits

function levied({ engagement }: AustrianSituation, { social }: Law, p: Prepared, pay: Minor): Minor {
  const reduced = engagement.onlyWorker ? smallPayrollBase(pay, social) : pay
  let sum = 0n
  for (const levy of p.levies.levies) sum += share(levy.allowance ? reduced : pay, levy.hundredths)
  return sum
}

const smallPayrollBase = (pay: Minor, social: Law['social']): Minor => {
  if (pay > social.smallPayroll) return pay
  return pay > social.smallPayrollAllowance ? pay - social.smallPayrollAllowance : 0n
}

/** Lines of severance fund, family fund, surcharge, municipal tax and the Vienna levy. */
export function levyLines(
  lines: PayslipLine[],
  situation: AustrianSituation,
  law: Law,
  p: Prepared,
  pay: Minor,
): void {
  const reduced = situation.engagement.onlyWorker ? smallPayrollBase(pay, law.social) : pay
  for (const levy of p.levies.levies) {
    const base = levy.allowance ? reduced : pay
    lines.push(
      contribution(
        levy.code,
        base,
        undefined,
        levy.rate,
        0n,
        share(base, levy.hundredths),
        levy.authority,
        base === pay
          ? levy.why
          : { rule: 'small-payroll', source: levy.why.source, inputs: { pay, allowance: pay - base } },
      ),
    )
  }
  if (p.viennaLevy > 0n)
    lines.push(
      contribution('vienna-levy', p.viennaLevy, undefined, undefined, 0n, p.viennaLevy, 'municipality', {
        rule: 'vienna-levy',
        source: 'Wr. DAG §§ 3, 5',
        inputs: { weeks: p.viennaWeeks, perWeek: law.social.viennaLevy },
      }),
    )
}

const earnsProvisions = ({ pay }: AustrianSituation): boolean => pay !== 'one-off' && pay !== 'holiday'

/** Holiday and Christmas pay put aside: a share of the wage and the employer's duties on it. */
function specialSetAside(
  situation: AustrianSituation,
  law: Law,
  p: Prepared,
  gross: Minor,
  marginal: boolean,
): Minor {
  if (situation.engagement.specialPay !== 'set-aside' || !earnsProvisions(situation)) return 0n
  return withDuties(gross, law.social.specialPayShare, dutiesOnSpecial(p, marginal))
}

const dutiesOnSpecial = (p: Prepared, marginal: boolean): bigint =>
  (marginal
    ? p.contributions.marginalSpecial.employer
    : (p.contributions.special[0] as BranchTable).employer) + p.levies.total

/** Compensation for leave put aside, on wages with their special pay. */
function leaveSetAside(
  situation: AustrianSituation,
  law: Law,
  p: Prepared,
  gross: Minor,
  table: BranchTable,
): Minor {
  if (situation.engagement.leave !== 'set-aside' || !earnsProvisions(situation)) return 0n
  return withDuties(gross, leaveShare(situation, law), table.employer + p.levies.total)
}

function leaveShare({ engagement }: AustrianSituation, { social }: Law): Rate {
  if (engagement.specialPay !== 'set-aside') return social.leaveShare
  const { numerator, denominator } = social.specialPayShare
  return {
    numerator: social.leaveShare.numerator * (denominator + numerator),
    denominator: social.leaveShare.denominator * denominator,
  }
}

const withDuties = (gross: Minor, { numerator, denominator }: Rate, duties: bigint): Minor => {
  const divisor = denominator * 10_000n
  return (gross * numerator * (10_000n + duties) * 2n + divisor) / (divisor * 2n)
}

/** Lines of what is put aside. */
export function provisionLines(
  lines: PayslipLine[],
  situation: AustrianSituation,
  law: Law,
  p: Prepared,
  gross: Minor,
  marginal: boolean,
  table: BranchTable,
): void {
  const special = specialSetAside(situation, law, p, gross, marginal)
  if (special > 0n)
    lines.push(
      provision('special-pay-set-aside', 'special-pay', gross, special, {
        rule: 'special-pay-set-aside',
        source: 'Collective agreement; EStG § 67 (1)',
        inputs: { share: law.social.specialPayShare, duties: rate(dutiesOnSpecial(p, marginal)) },
      }),
    )
  const leave = leaveSetAside(situation, law, p, gross, table)
  if (leave > 0n)
    lines.push(
      provision('leave-set-aside', 'leave', gross, leave, {
        rule: 'leave-set-aside',
        source: 'UrlG §§ 2, 10',
        inputs: { share: leaveShare(situation, law), duties: rate(table.employer + p.levies.total) },
      }),
    )
}

const rate = (numerator: bigint): Rate => ({ numerator, denominator: 10_000n })

const provision = (code: string, authority: string, base: Minor, employer: Minor, why: Why): PayslipLine => ({
  code,
  kind: 'provision',
  base,
  employee: 0n,
  employer,
  authority,
  why,
})

const NO_DROPS: readonly Minor[] = Object.freeze([])

/** Where marginal employment ends, full insurance can cost the employer less than the 19.4 % levy. */
export function costDrops(situation: AustrianSituation, law: Law): readonly Minor[] {
  const p = prepare(situation, law)
  const { pay, engagement } = situation
  if (engagement.marginal !== undefined || pay === 'one-off' || pay === 'holiday') return NO_DROPS
  const full = p.contributions.current[0] as BranchTable
  if (p.contributions.marginal.employer <= full.employer) return NO_DROPS
  const first = firstFullyInsured(situation, law, p)
  return employerCost(situation, law, first) < employerCost(situation, law, first - 1n) ? [first] : NO_DROPS
}

/** The smallest gross above zero that is no longer marginal. */
function firstFullyInsured(situation: AustrianSituation, law: Law, p: Prepared): Minor {
  const full = (gross: Minor) =>
    !currentCharge(situation, law, p, split(situation, gross).current + situation.engagement.benefits)
      .marginal
  let below = 0n
  let above = 2n * law.social.marginalLimit
  while (above - below > 1n) {
    const middle = (below + above) / 2n
    if (full(middle)) above = middle
    else below = middle
  }
  return above
}
