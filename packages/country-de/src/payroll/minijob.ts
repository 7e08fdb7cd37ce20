import type { Minor, PayslipLine } from '@samen/core/country'
import { levies } from './levies.ts'
import { because, contribution } from './line.ts'
import type { Prepared } from './prepare.ts'
import { portion } from './shares.ts'
import type { GermanSituation } from './situation.ts'

const CENTRE = 'minijob-zentrale'

/** Flat contributions of a Minijob to the Minijob-Zentrale; the worker adds to the pension unless exempt. */
export function chargeMinijob(
  { worker, engagement }: GermanSituation,
  p: Prepared,
  gross: Minor,
  lines: PayslipLine[] | undefined,
): Minor {
  const { shares } = p
  const health = worker.insurance === 'statutory' ? portion(gross, shares.minijobHealth) : 0n
  const pension = portion(gross, shares.minijobPension)
  if (lines) {
    if (worker.insurance === 'statutory')
      lines.push(
        contribution('minijob-health', gross, undefined, shares.minijobHealth, 0n, health, CENTRE, HEALTH),
      )
    lines.push(pensionLine(p, gross, pension, engagement.pensionExempt))
  }
  return health + pension + levies(p, gross, lines, true)
}

/**
 * Pension of a Minijob: the worker bears what the employer's 15 % leave of the full contribution, on a base of at least
 * 175 euro a month (SGB VI § 163 (8); BVV § 2 (1) sentence 5), a part of it in part of a month.
 */
function pensionLine(p: Prepared, gross: Minor, employer: Minor, exempt: boolean): PayslipLine {
  const { shares } = p
  if (exempt || gross === 0n)
    return contribution(
      'minijob-pension',
      gross,
      undefined,
      shares.minijobPension,
      0n,
      employer,
      CENTRE,
      EXEMPT,
    )
  const month = p.earlier + gross
  const floor = (p.law.minijobFloor * BigInt(p.oneOff ? 30 : p.monthDays) + 15n) / 30n
  const lacking = p.other === 0n && !p.oneOff && p.earlier === 0n && month < floor
  const worker = lacking
    ? portion(floor, shares.minijobPensionWhole) - employer
    : portion(gross, shares.minijobPensionWorker)
  return contribution(
    'minijob-pension',
    lacking ? floor : gross,
    shares.minijobPensionWorker,
    shares.minijobPension,
    worker,
    employer,
    CENTRE,
    lacking ? { rule: 'minijob-floor', source: SOURCE, inputs: { pay: gross, floor } } : FULL,
  )
}

const SOURCE = 'SGB VI §§ 163 (8), 168 (1) no. 1b, 172 (3); BVV § 2 (1)'
const HEALTH = because('minijob-health', 'SGB V § 249b')
const EXEMPT = because('minijob-exempt', SOURCE)
const FULL = because('minijob-pension', SOURCE)
