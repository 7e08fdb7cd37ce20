import type { Minor, PayslipLine } from '@samen/core/country'
import { chargeable } from './ceilings.ts'
import { levies } from './levies.ts'
import { because, contribution } from './line.ts'
import { chargeMinijob } from './minijob.ts'
import { kindAt, type Prepared } from './prepare.ts'
import { privateSubsidies } from './private-insurance.ts'
import { portion, type Share, type Shares } from './shares.ts'
import type { GermanSituation } from './situation.ts'
import { type ZoneBases, zoneBases } from './zone.ts'

/** Base of health and care, and of pension and unemployment: what running totals keep. */
export interface Charged {
  health: Minor
  pension: Minor
}

/**
 * Charges both sides' contributions and levies on a gross. Returns the employer's amounts; pushes the lines where `lines`
 * is given. The inner loop of a budget runs through the same statements without building lines.
 */
export function charge(
  situation: GermanSituation,
  p: Prepared,
  gross: Minor,
  lines: PayslipLine[] | undefined,
  charged?: Charged,
): Minor {
  let employer: Minor
  switch (kindAt(p, gross)) {
    case 'minijob':
      employer = chargeMinijob(situation, p, gross, lines)
      if (charged) charged.pension = gross
      break
    case 'short-term':
      employer = levies(p, gross < p.room.pension ? gross : p.room.pension, lines, true)
      break
    case 'zone':
      employer = chargeZone(p, gross, lines, charged)
      break
    default:
      employer = chargeFull(situation, p, gross, lines, charged)
  }
  const accident = portion(gross, p.accident)
  lines?.push({
    code: 'accident-insurance',
    kind: 'provision',
    base: gross,
    employerRate: p.accident.rate,
    employee: 0n,
    employer: accident,
    authority: 'vbg',
    why: ACCIDENT,
  })
  return employer + accident
}

/** Insured like any other: pay up to the ceilings (BVV §§ 1, 2 (1)). */
function chargeFull(
  situation: GermanSituation,
  p: Prepared,
  gross: Minor,
  lines: PayslipLine[] | undefined,
  charged: Charged | undefined,
): Minor {
  const march =
    p.march !== undefined && gross > (p.health === 'none' ? p.room.pension : p.room.health)
      ? p.march
      : undefined
  const room = march?.room ?? p.room
  const shares = march?.shares ?? p.shares
  const ceiling = march?.ceiling ?? p.ceiling
  const health = chargeable(gross, room.health, ceiling.health, p.other)
  const pension = chargeable(gross, room.pension, ceiling.pension, p.other)
  if (charged && !march) {
    charged.health = health
    charged.pension = pension
  }
  let employer = 0n
  const rule = march ? 'last-year' : p.oneOff ? 'year-ceiling' : p.other === 0n ? 'ceiling' : 'shared-ceiling'
  const healthInputs = { pay: gross, ceiling: ceiling.health, room: room.health, other: p.other }
  if (p.health !== 'none') {
    const general = march ? (p.health === 'reduced' ? shares.healthReduced : shares.health) : p.healthShare
    employer += halves('health', health, general, rule, HEALTH_SOURCE, healthInputs, lines)
    employer += halves(
      'health-supplement',
      health,
      p.supplement,
      rule,
      SUPPLEMENT_SOURCE,
      healthInputs,
      lines,
    )
  }
  if (p.care) {
    const own = portion(health, p.careEmployer)
    employer += own
    if (lines) {
      const why = { rule, source: CARE_SOURCE, inputs: healthInputs }
      const worker = portion(health, p.careWorker)
      lines.push(contribution('care', health, p.careWorker, p.careEmployer, worker, own, 'health-fund', why))
      if (p.childless) childless(lines, health, shares, rule, healthInputs)
    }
  }
  const pensionInputs = { pay: gross, ceiling: ceiling.pension, room: room.pension, other: p.other }
  employer += branch(
    p.pension,
    'pension',
    pension,
    shares.pension,
    rule,
    PENSION_SOURCE,
    pensionInputs,
    lines,
  )
  employer += branch(
    p.unemployment,
    'unemployment',
    pension,
    shares.unemployment,
    rule,
    UNEMPLOYMENT_SOURCE,
    pensionInputs,
    lines,
  )
  if (p.private) employer += privateSubsidies(situation, p, health, lines)
  return employer + levies(p, pension, lines, false)
}

type Inputs = Readonly<Record<string, Minor>>

/** A contribution each side bears half of: half the rate, rounded, twice (BVV § 2 (1) sentence 1). */
function halves(
  code: string,
  base: Minor,
  share: Share,
  rule: string,
  source: string,
  inputs: Inputs,
  lines: PayslipLine[] | undefined,
): Minor {
  const amount = portion(base, share)
  lines?.push(contribution(code, base, share, share, amount, amount, 'health-fund', { rule, source, inputs }))
  return amount
}

function branch(
  borne: Prepared['pension'],
  code: string,
  base: Minor,
  share: Share,
  rule: string,
  source: string,
  inputs: Inputs,
  lines: PayslipLine[] | undefined,
): Minor {
  if (borne === 'none') return 0n
  if (borne === 'both') return halves(code, base, share, rule, source, inputs, lines)
  const amount = portion(base, share)
  lines?.push(contribution(code, base, undefined, share, 0n, amount, 'health-fund', { rule, source, inputs }))
  return amount
}

function childless(lines: PayslipLine[], base: Minor, shares: Shares, rule: string, inputs: Inputs) {
  const share = shares.careChildless
  const why = { rule, source: 'SGB XI § 55 (3), § 58 (1); BVV § 2', inputs }
  lines.push(
    contribution('care-childless', base, share, undefined, portion(base, share), 0n, 'health-fund', why),
  )
}

/**
 * Transition zone: the whole contribution on one base, the worker's on a lower one; the employer bears the rest (BVV
 * § 2 (2)). Pay of the month that came before is taken into the month and its bases off again.
 */
function chargeZone(
  p: Prepared,
  gross: Minor,
  lines: PayslipLine[] | undefined,
  charged: Charged | undefined,
): Minor {
  const { shares } = p
  const zone = { law: p.law, days: BigInt(p.oneOff ? 30 : p.monthDays), other: p.other }
  const bases = less(
    zoneBases(zone, p.earlier + gross),
    p.earlier === 0n ? undefined : zoneBases(zone, p.earlier),
  )
  const { whole, worker } = bases
  if (charged) {
    charged.health = whole
    charged.pension = whole
  }
  const inputs = { pay: p.earlier + gross, whole, worker, limit: p.law.minijobLimit, top: p.law.zoneTop }
  let employer = 0n
  if (p.health !== 'none') {
    employer += inZone('health', bases, p.healthShare, HEALTH_SOURCE, inputs, lines)
    employer += inZone('health-supplement', bases, p.supplement, SUPPLEMENT_SOURCE, inputs, lines)
  }
  if (p.care) employer += careInZone(p, bases, inputs, lines)
  if (p.pension === 'both')
    employer += inZone('pension', bases, shares.pension, PENSION_SOURCE, inputs, lines)
  if (p.unemployment === 'both')
    employer += inZone('unemployment', bases, shares.unemployment, UNEMPLOYMENT_SOURCE, inputs, lines)
  return employer + levies(p, whole, lines, false)
}

const less = (all: ZoneBases, before: ZoneBases | undefined): ZoneBases =>
  before ? { whole: positive(all.whole - before.whole), worker: positive(all.worker - before.worker) } : all

const positive = (value: bigint) => (value > 0n ? value : 0n)

function inZone(
  code: string,
  { whole, worker }: ZoneBases,
  share: Share,
  source: string,
  inputs: Inputs,
  lines: PayslipLine[] | undefined,
): Minor {
  const own = portion(worker, share)
  const employer = 2n * portion(whole, share) - own
  lines?.push(
    contribution(code, whole, share, share, own, employer, 'health-fund', { rule: 'zone', source, inputs }),
  )
  return employer
}

/** Care in the zone: what the worker bears alone is due on the whole base, reductions for children on the lower one. */
function careInZone(
  p: Prepared,
  { whole, worker }: ZoneBases,
  inputs: Inputs,
  lines: PayslipLine[] | undefined,
) {
  const { shares } = p
  const half = p.saxony ? shares.careSaxonyEmployer : shares.care
  const ofWorker = portion(worker, half)
  const employer = 2n * portion(whole, half) - ofWorker
  if (lines) {
    const alone = p.saxony ? portion(whole, shares.careSaxonyAlone) : 0n
    const off = portion(worker, shares.careReductions[p.careReductions] as Share)
    const why = { rule: 'zone', source: CARE_SOURCE, inputs }
    lines.push(
      contribution('care', whole, p.careWorker, half, ofWorker + alone - off, employer, 'health-fund', why),
    )
    if (p.childless) childless(lines, whole, shares, 'zone-alone', inputs)
  }
  return employer
}

const HEALTH_SOURCE = 'SGB V §§ 241, 243, 249; BVV § 2'
const SUPPLEMENT_SOURCE = 'SGB V §§ 242, 242a, 249; BVV § 2'
const CARE_SOURCE = 'SGB XI §§ 55, 58; BVV § 2'
const PENSION_SOURCE = 'SGB VI §§ 157, 168, 172; BVV § 2'
const UNEMPLOYMENT_SOURCE = 'SGB III §§ 341, 346; BVV § 2'
const ACCIDENT = because('accident-insurance', 'SGB VII §§ 150, 153')
