import {
  type Input,
  type Minor,
  maximum,
  minimum,
  multiply,
  type PayslipLine,
  type Rate,
  type Why,
} from '@samen/core/country'
import type { AccidentRate, SolidarityBand } from '../parameters/index.ts'
import { type Bases, basesOf, thirtieths } from './bases.ts'
import { endIndemnity, shortContract } from './contract-end.ts'
import { contractLength, daysOf } from './days.ts'
import type { Law } from './law.ts'
import { monthSoFar } from './running-totals.ts'
import type { SpanishSituation } from './situation.ts'
import { trainingQuotas } from './training-contract.ts'

const TGSS = 'tgss'
const NO_RATE: Rate = Object.freeze({ numerator: 0n, denominator: 1n })

/** Of fixed-term contracts only that for circumstances of production bears the higher rate, and not with a disability. */
const lowUnemployment = ({ engagement, worker }: SpanishSituation): boolean =>
  engagement.contract !== 'production' || worker.disability !== 'none'

/**
 * Only sickness and accidents: pensioners who work, and workers past the age of retirement (LGSS art. 152 and 153). Equity
 * follows the contribution for retirement (art. 127 bis), which neither bears.
 */
const onlySickness = ({ worker }: SpanishSituation): boolean => worker.pensioner || worker.retirementAge

const accidentRate = ({ engagement }: SpanishSituation, { social }: Law): Rate =>
  engagement.accidentRate ?? (social.accidentTariff[engagement.activity] as AccidentRate).total

function accidentWhy({ engagement }: SpanishSituation, { social }: Law): Why {
  if (engagement.accidentRate) return OWN_ACCIDENT
  const { activity } = engagement
  const { temporary, permanent } = social.accidentTariff[activity] as AccidentRate
  return { rule: 'work-accident', source: ACCIDENT_SOURCE, inputs: { activity, temporary, permanent } }
}

/** One band of the solidarity contribution on a pay: what each side owes for the part above the ceiling within the band. */
function inBand(bands: readonly SolidarityBand[], index: number, bases: Bases): Minor {
  const { solidarityFrom, solidarityPay } = bases
  const next = bands[index + 1]
  const from =
    index === 0 ? solidarityFrom : maximum(solidarityFrom, startOf(bands[index] as SolidarityBand, bases))
  const to = next === undefined ? solidarityPay : minimum(solidarityPay, startOf(next, bases))
  return to > from ? to - from : 0n
}

/** Where a band begins for the days insured and the part of this employer. */
function startOf({ from }: SolidarityBand, { days, share }: Bases): Minor {
  const ofDays = thirtieths(from, days)
  return share === undefined ? ofDays : multiply(ofDays, share)
}

/** Employer cost of a gross, without building lines. */
export function employerCost(situation: SpanishSituation, law: Law, gross: Minor): Minor {
  const { social } = law
  const bases = basesOf(situation, law, gross)
  const { common, professional } = bases
  let cost = gross
  const quotas = trainingQuotas(situation, law, bases, accidentRate(situation, law))
  if (quotas !== undefined) for (const { employer } of quotas) cost += employer
  else if (onlySickness(situation))
    cost +=
      multiply(common, social.sicknessEmployer) +
      (situation.worker.pensioner ? multiply(common, social.pensionerEmployer) : 0n) +
      multiply(professional, accidentRate(situation, law))
  else if (common !== 0n)
    cost += multiply(common, social.commonEmployer) + multiply(common, social.equityEmployer)
  if (professional !== 0n && quotas === undefined && !onlySickness(situation)) {
    cost +=
      multiply(
        professional,
        lowUnemployment(situation)
          ? social.unemploymentPermanentEmployer
          : social.unemploymentTemporaryEmployer,
      ) +
      multiply(professional, social.trainingEmployer) +
      multiply(professional, accidentRate(situation, law))
    if (situation.engagement.status !== 'member') cost += multiply(professional, social.wageGuarantee)
  }
  if (bases.solidarityPay > bases.solidarityFrom)
    for (let index = 0; index < social.solidarity.length; index++)
      cost += multiply(
        inBand(social.solidarity, index, bases),
        (social.solidarity[index] as SolidarityBand).employer,
      )
  cost -= solidarityBefore(situation, bases, 'employerSolidarity')
  if (bases.pay !== 0n && bases.days !== 0) {
    const [other, emergency] = overtimeOf(situation, bases)
    if (other !== 0n) cost += multiply(other, social.overtimeEmployer)
    if (emergency !== 0n) cost += multiply(emergency, social.emergencyEmployer)
  }
  return cost + shortContract(situation, law) + endIndemnity(situation, law, bases)
}

/** Overtime within the pay, and of it by force majeure; at most the pay itself. Artists have none. */
function overtimeOf({ engagement }: SpanishSituation, { pay }: Bases): readonly [Minor, Minor] {
  if (engagement.status === 'artist') return NO_OVERTIME
  const other = minimum(pay, engagement.overtime)
  return [other, minimum(pay - other, engagement.emergencyOvertime)]
}
const NO_OVERTIME: readonly [Minor, Minor] = [0n, 0n]

/** Solidarity contributions of the month on earlier pays, where all of the month is looked at together. */
const solidarityBefore = (
  situation: SpanishSituation,
  { solidarityPay, pay }: Bases,
  side: 'solidarity' | 'employerSolidarity',
): Minor => (solidarityPay > pay ? monthSoFar(situation)[side] : 0n)

/** Gross amounts at which the day’s pay of an artist enters the next step and the solidarity contribution starts higher. */
export function costDrops(situation: SpanishSituation, law: Law): readonly Minor[] {
  const { engagement, pay } = situation
  if (engagement.status !== 'artist' || pay === 'settlement' || engagement.taxedAs !== 'wages') return []
  if (pay === 'one-off' && engagement.extraPays === 'separate') return []
  const month = monthSoFar(situation)
  const days = BigInt(Math.max(1, month.days + (pay === 'one-off' ? 0 : daysOf(situation))))
  const drops: Minor[] = []
  for (const { upTo, base } of law.social.artistBases) {
    if (upTo === undefined || base * days <= law.social.ceiling) continue
    const gross = upTo * days + 1n - month.pay + engagement.exempt
    if (gross > 0n) drops.push(gross)
  }
  return drops
}

/** The lines of both sides, one per branch, each rounded half up. */
export function contributionLines(
  situation: SpanishSituation,
  law: Law,
  bases: Bases,
): { readonly lines: PayslipLine[]; readonly solidarity: Minor; readonly employerSolidarity: Minor } {
  const { social } = law
  const { common, professional } = bases
  const lines: PayslipLine[] = []
  const artist = situation.engagement.status === 'artist'
  const inputs = artist
    ? { pay: bases.solidarityPay, least: bases.least, most: bases.most }
    : { pay: bases.pay, least: bases.least, most: bases.most }
  const quotas = trainingQuotas(situation, law, bases, accidentRate(situation, law))
  if (quotas !== undefined)
    for (const { code, base, employer, employee } of quotas)
      lines.push({
        code,
        kind: 'contribution',
        base,
        employee,
        employer,
        authority: TGSS,
        why: TRAINING_CONTRACT,
      })
  else if (onlySickness(situation) && (common !== 0n || professional !== 0n)) {
    lines.push(
      line('sickness', common, social.sicknessEmployer, social.sicknessEmployee, {
        rule: artist ? 'common-artist' : 'common',
        source: artist ? ARTIST_SOURCE : COMMON_SOURCE,
        inputs,
      }),
    )
    if (situation.worker.pensioner)
      lines.push(
        line('pensioner-solidarity', common, social.pensionerEmployer, social.pensionerEmployee, PENSIONER),
      )
    lines.push(
      line('work-accident', professional, accidentRate(situation, law), NO_RATE, accidentWhy(situation, law)),
    )
  } else if (common !== 0n || professional !== 0n) {
    lines.push(
      line('common-contingencies', common, social.commonEmployer, social.commonEmployee, {
        rule: artist ? 'common-artist' : 'common',
        source: artist ? ARTIST_SOURCE : COMMON_SOURCE,
        inputs,
      }),
      line('equity', common, social.equityEmployer, social.equityEmployee, EQUITY),
    )
    const low = lowUnemployment(situation)
    lines.push(
      line(
        'unemployment',
        professional,
        low ? social.unemploymentPermanentEmployer : social.unemploymentTemporaryEmployer,
        low ? social.unemploymentPermanentEmployee : social.unemploymentTemporaryEmployee,
        low ? UNEMPLOYMENT_LOW : UNEMPLOYMENT_HIGH,
      ),
    )
    if (situation.engagement.status !== 'member')
      lines.push(line('wage-guarantee', professional, social.wageGuarantee, NO_RATE, GUARANTEE))
    lines.push(
      line('training', professional, social.trainingEmployer, social.trainingEmployee, TRAINING),
      line('work-accident', professional, accidentRate(situation, law), NO_RATE, accidentWhy(situation, law)),
    )
  }
  const solidarity = addSolidarity(situation, law, bases, lines)
  const [other, emergency] = overtimeOf(situation, bases)
  if (other !== 0n)
    lines.push(line('overtime', other, social.overtimeEmployer, social.overtimeEmployee, OVERTIME))
  if (emergency !== 0n)
    lines.push(
      line('overtime-emergency', emergency, social.emergencyEmployer, social.emergencyEmployee, EMERGENCY),
    )
  const short = shortContract(situation, law)
  if (short !== 0n)
    lines.push({
      code: 'short-contract',
      kind: 'contribution',
      base: 0n,
      employee: 0n,
      employer: short,
      authority: TGSS,
      why: {
        rule: 'short-contract',
        source: 'LGSS art. 151',
        inputs: { days: contractLength(situation) as number, amount: short },
      },
    })
  const indemnity = endIndemnity(situation, law, bases)
  if (indemnity !== 0n)
    lines.push({
      code: 'end-indemnity',
      kind: 'provision',
      base: bases.pay,
      employee: 0n,
      employer: indemnity,
      authority: 'end-indemnity',
      why: INDEMNITY,
    })
  return { lines, ...solidarity }
}

/** The three bands, less what earlier pays of the month bore. */
function addSolidarity(situation: SpanishSituation, law: Law, bases: Bases, lines: PayslipLine[]) {
  let employee = 0n
  let employer = 0n
  const { solidarity } = law.social
  if (bases.solidarityPay > bases.solidarityFrom)
    for (let index = 0; index < solidarity.length; index++) {
      const base = inBand(solidarity, index, bases)
      if (base === 0n) continue
      const band = solidarity[index] as SolidarityBand
      const made = line(BANDS[index] as string, base, band.employer, band.employee, {
        rule: 'solidarity',
        source: SOLIDARITY_SOURCE,
        inputs: { pay: bases.solidarityPay, from: bases.solidarityFrom },
      })
      employee += made.employee
      employer += made.employer
      lines.push(made)
    }
  const beforeEmployee = solidarityBefore(situation, bases, 'solidarity')
  const beforeEmployer = solidarityBefore(situation, bases, 'employerSolidarity')
  if (beforeEmployee !== 0n || beforeEmployer !== 0n)
    lines.push({
      code: 'solidarity-before',
      kind: 'contribution',
      base: bases.solidarityPay - bases.pay,
      employee: -beforeEmployee,
      employer: -beforeEmployer,
      authority: TGSS,
      why: SOLIDARITY_BEFORE,
    })
  return { solidarity: employee, employerSolidarity: employer }
}

const BANDS = ['solidarity-1', 'solidarity-2', 'solidarity-3']

function line(code: string, base: Minor, employerRate: Rate, employeeRate: Rate, why: Why): PayslipLine {
  const employer = multiply(base, employerRate)
  if (employeeRate === NO_RATE)
    return { code, kind: 'contribution', base, employerRate, employee: 0n, employer, authority: TGSS, why }
  return {
    code,
    kind: 'contribution',
    base,
    employeeRate,
    employerRate,
    employee: multiply(base, employeeRate),
    employer,
    authority: TGSS,
    why,
  }
}

const frozen = (rule: string, source: string, inputs?: Readonly<Record<string, Input>>): Why =>
  Object.freeze(inputs === undefined ? { rule, source } : { rule, source, inputs })
// The Order of each year keeps the numbers of its articles.
const ORDER = 'Orden de cotización del año (2026: PJC/297/2026)'
const ARTIST_SOURCE = `RD 2064/1995 art. 32; ${ORDER} art. 11`
const COMMON_SOURCE = `LGSS art. 147; ${ORDER} art. 1, 3 and 4`
const PENSIONER = frozen('pensioner-solidarity', 'LGSS art. 153 and 153 ter')
const ACCIDENT_SOURCE = `LGSS DA 61ª; ${ORDER} art. 4.b`
const OWN_ACCIDENT = frozen('work-accident-own', ACCIDENT_SOURCE)
const SOLIDARITY_SOURCE = `LGSS art. 19 bis; ${ORDER} art. 17`
const EQUITY = frozen('equity', `LGSS art. 127 bis; ${ORDER} art. 16`)
const UNEMPLOYMENT_LOW = frozen('unemployment-permanent', `${ORDER} art. 33.2.a`)
const UNEMPLOYMENT_HIGH = frozen('unemployment-temporary', `${ORDER} art. 33.2.a`)
const GUARANTEE = frozen('wage-guarantee', `Estatuto de los Trabajadores art. 33; ${ORDER} art. 33.2.b`)
const TRAINING = frozen('training', `${ORDER} art. 33.2.c`)
const TRAINING_CONTRACT = frozen('training-contract', `${ORDER} art. 46`)
const OVERTIME = frozen('overtime', `${ORDER} art. 5`)
const EMERGENCY = frozen('overtime-emergency', `${ORDER} art. 5`)
const INDEMNITY = frozen('end-indemnity', 'Estatuto de los Trabajadores art. 49.1.c; RD 1435/1985 art. 10')
const SOLIDARITY_BEFORE = frozen('solidarity-before', SOLIDARITY_SOURCE)
