import { formatAmount, type Minor, multiply, resolver, valueOn } from '@samen/core/country'
import { amateurArtsParameters } from '../parameters/amateur-arts.ts'
import { levy as officeLevy } from '../parameters/office.ts'
import { type BrokenLimit, brokenLimit, daysIn, daysUsed, mostPaid } from './amateur-limits.ts'
import type { BelgianSituation } from './situation.ts'

/** A field the law does not allow so, and what to do instead. */
export interface Refusal {
  readonly path: readonly string[]
  readonly message: string
}

const DETAILS = { student: 'student', flexi: 'flexi-job', amateur: 'amateur-arts' } as const

/** What a special scheme does not allow. An ordinary engagement only may not carry the facts of a scheme. */
export function schemeRefusals(situation: BelgianSituation): Refusal[] {
  const { engagement } = situation
  const refused: Refusal[] = []
  const refuse = (path: readonly string[], message: string) => refused.push({ path, message })
  for (const [field, scheme] of Object.entries(DETAILS))
    if (engagement[field as keyof typeof DETAILS] !== undefined && engagement.scheme !== scheme)
      refuse(['engagement', field], `only an engagement with scheme "${scheme}" has these facts`)
  if (engagement.scheme === 'ordinary') return refused

  if (situation.pay !== 'ordinary' && situation.pay !== 'part')
    refuse(['pay'], `pay under scheme "${engagement.scheme}" is for days worked: "ordinary" or "part"`)
  if (engagement.groupInsurance > 0n)
    refuse(['engagement', 'groupInsurance'], `scheme "${engagement.scheme}" knows no group insurance`)
  if (engagement.taxableBenefits > 0n)
    refuse(['engagement', 'taxableBenefits'], `scheme "${engagement.scheme}" knows no benefits in kind here`)
  if (engagement.scheme === 'student' && engagement.contract === 'open-ended')
    refuse(
      ['engagement', 'contract'],
      'a student contract has an end: "monthly", "several-day" or "one-day" (at most 12 months)',
    )
  if (engagement.scheme === 'flexi-job' && engagement.status === 'artist')
    refuse(
      ['engagement', 'status'],
      'artistic, technical-artistic and supporting artistic work cannot be a flexi-job: engage under scheme "ordinary"',
    )
  if (engagement.scheme === 'amateur-arts') {
    if (engagement.status !== 'artist')
      refuse(
        ['engagement', 'status'],
        'only artistic work is paid by amateur-arts allowance: status "artist", or scheme "ordinary" for technical work',
      )
    const limit = amateurLimit(situation)
    if (limit) refused.push(limit)
  }
  return refused
}

const limitsOn = resolver(amateurArtsParameters)
const FIRST = amateurArtsParameters.amateurDays.series[0]?.from ?? ''

function amateurLimit(situation: BelgianSituation): Refusal | undefined {
  const { period } = situation
  // Before the first law known, the computation itself says so.
  if (period.from < FIRST) return undefined
  const limits = limitsOn(period.from)
  const { field, amount } = spendable(situation)
  const broken = brokenLimit(situation, amount, limits)
  if (broken === undefined) return undefined
  const day = formatAmount(limits.amateurDayMaximum)
  const travel = formatAmount(limits.amateurTravelMaximum)
  const refusals: Record<BrokenLimit, Refusal> = {
    amount: {
      path: [field],
      message: `an allowance is at most ${day} a day: ${formatAmount(mostPaid(situation, limits))} for this pay, travel included; pay more under scheme "ordinary"`,
    },
    travel: {
      path: ['engagement', 'amateur', 'travel'],
      message: `travel is refunded up to ${travel} a day: ${formatAmount(limits.amateurTravelMaximum * BigInt(daysIn(situation)))} for this pay`,
    },
    day: {
      path: ['period', 'from'],
      message: `a day paid by allowance before: one principal pays a day once, at most ${day}`,
    },
    year: {
      path: ['period', 'to'],
      message: `${daysUsed(situation)} of the ${limits.amateurDays} days of ${period.from.slice(0, 4)} are used: engage the artist under scheme "ordinary"`,
    },
    row: {
      path: ['period', 'to'],
      message: `more than ${limits.amateurRun} days in a row for one principal: engage the artist under scheme "ordinary"`,
    },
  }
  return refusals[broken]
}

/** The most that may come to be paid out: an allowance cannot cost less than what the artist gets. */
function spendable(situation: BelgianSituation): { field: 'gross' | 'budget' | 'fee'; amount: Minor } {
  const { gross, budget, fee, expenses, levy, period } = situation
  if (gross !== undefined) return { field: 'gross', amount: gross }
  if (budget !== undefined) return { field: 'budget', amount: budget }
  if (fee === undefined) return { field: 'gross', amount: 0n }
  const rate = levy ?? valueOn('levy', officeLevy, period.from).value
  return { field: 'fee', amount: fee - multiply(fee, rate) - expenses }
}
