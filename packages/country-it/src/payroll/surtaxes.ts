import { type Minor, maximum, minimum, type PayslipLine, type Why } from '@samen/core/country'
import type { SurtaxRule } from '../parameters/index.ts'
import { share } from './contributions.ts'
import type { Law } from './law.ts'
import { INTEGRATION_PARTS, WEDGE_PARTS } from './recovery.ts'
import { type Scale, scaleOf, taxBy } from './scale.ts'
import type { ItalianSituation, Worker } from './situation.ts'

const scales = new WeakMap<SurtaxRule, { readonly bands: Scale; readonly flat: Scale | undefined }>()

/** A surtax on the income of a year, before it is known whether any is due. */
export function surtaxOn(rule: SurtaxRule, income: Minor): Minor {
  if (rule.exemptUpTo !== undefined && income <= rule.exemptUpTo) return 0n
  let ready = scales.get(rule)
  if (ready === undefined) {
    ready = { bands: scaleOf(rule.bands, 1n), flat: rule.flat && scaleOf(rule.flat.bands, 1n) }
    scales.set(rule, ready)
  }
  const flat = rule.flat !== undefined && income <= rule.flat.upTo ? ready.flat : undefined
  let tax = taxBy(flat ?? ready.bands, income)
  for (const { above, upTo, amount, grows } of rule.credits ?? []) {
    if (income <= above || (upTo !== undefined && income > upTo)) continue
    tax -= grows === undefined ? amount : minimum(amount, (amount * (income - above)) / grows)
  }
  return maximum(0n, tax)
}

/** The regional and municipal surtax of a year; nothing where no IRPEF is due. */
export function surtaxesOfYear(worker: Worker, { tax }: Law, income: Minor, netTax: Minor) {
  if (netTax <= 0n) return { regional: 0n, municipal: 0n }
  const municipality = municipalRule(worker, tax.municipalSurtaxes)
  return {
    regional:
      worker.region === undefined
        ? 0n
        : maximum(0n, surtaxOn(tax.regionalSurtaxes[worker.region], income) - worker.regionalCredit),
    municipal: municipality === undefined ? 0n : surtaxOn(municipality, income),
  }
}

function municipalRule(
  { municipality }: Worker,
  known: Readonly<Record<string, SurtaxRule>>,
): SurtaxRule | undefined {
  if (municipality === undefined) return undefined
  if (typeof municipality !== 'string') return municipality as SurtaxRule
  return known[municipality]
}

const INTEGRATION = 'D.L. 3/2020 art. 1 c. 3'
const WEDGE = 'L. 207/2024 art. 1 c. 8'
const SURTAXES = 'D.Lgs. 446/1997 art. 50 c. 4; D.Lgs. 360/1998 art. 1 c. 4-5'

/** What is withheld in instalments, from which month and in how many parts. */
const SURTAX_PARTS = [
  ['regional-surtax', 'regional', 1, 11],
  ['municipal-surtax', 'municipal', 1, 11],
  ['municipal-surtax-advance', 'municipalAdvance', 3, 9],
] as const

/** This month’s instalments of what last year left, or on the last pay of a contract all that is left. */
export function instalmentLines({ worker, paidOn, engagement }: ItalianSituation): PayslipLine[] {
  const { surtaxesDue, bonusesDue } = worker
  const { ends } = engagement
  const month = Number(paidOn.slice(5, 7))
  const lines: PayslipLine[] = []
  if (surtaxesDue !== undefined)
    for (const [code, field, first, parts] of SURTAX_PARTS)
      addInstalment(lines, code, surtaxesDue[field], month - first, parts, ends, SURTAXES)
  if (bonusesDue !== undefined) {
    const { integration, wedge } = bonusesDue
    const at = month - 1
    addInstalment(lines, 'integration-back', integration, at, INTEGRATION_PARTS - 1, ends, INTEGRATION)
    addInstalment(lines, 'wedge-back', wedge, at, WEDGE_PARTS - 1, ends, WEDGE)
  }
  return lines
}

function addInstalment(
  lines: PayslipLine[],
  code: string,
  whole: Minor,
  count: number,
  parts: number,
  ends: boolean,
  source: string,
): void {
  if (whole === 0n) return
  const before = upTo(whole, count, parts)
  const amount = (ends ? whole : upTo(whole, count + 1, parts)) - before
  if (amount === 0n) return
  const why: Why = ends
    ? { rule: 'surtax-rest', source, inputs: { whole, before } }
    : { rule: 'surtax-instalment', source, inputs: { whole, parts, before } }
  lines.push(surtaxLine(code, whole, amount, why))
}

/** Whether last year’s settlement left something to be withheld this year. */
export const hasInstalments = ({ surtaxesDue, bonusesDue }: Worker): boolean =>
  surtaxesDue !== undefined || bonusesDue !== undefined

/** The first `count` of equal parts, rounded together so that the last one makes the whole. */
const upTo = (whole: Minor, count: number, parts: number): Minor =>
  count <= 0
    ? 0n
    : count >= parts
      ? whole
      : (whole * BigInt(count) * 2n + BigInt(parts)) / (BigInt(parts) * 2n)

/** Surtaxes of the year that ends with the contract, withheld at once, less the advance. */
export function yearLines(
  { worker }: ItalianSituation,
  income: Minor,
  due: { readonly regional: Minor; readonly municipal: Minor },
): PayslipLine[] {
  const lines: PayslipLine[] = []
  const advance = worker.surtaxesDue?.municipalAdvance ?? 0n
  if (due.regional !== 0n)
    lines.push(
      surtaxLine(
        'regional-surtax-year',
        income,
        due.regional,
        worker.regionalCredit === 0n
          ? REGIONAL
          : {
              rule: 'regional-surtax-year-credit',
              source: REGIONAL.source,
              inputs: { credit: worker.regionalCredit },
            },
      ),
    )
  if (due.municipal - advance !== 0n)
    lines.push(
      surtaxLine('municipal-surtax-year', income, due.municipal - advance, {
        rule: 'municipal-surtax-year',
        source: 'D.Lgs. 360/1998 art. 1',
        inputs: { whole: due.municipal, advance },
      }),
    )
  return lines
}

const REGIONAL: Why = Object.freeze({ rule: 'regional-surtax-year', source: 'D.Lgs. 446/1997 art. 50' })

const AUTHORITY: Readonly<Record<string, string>> = {
  'regional-surtax': 'region',
  'regional-surtax-year': 'region',
  'municipal-surtax': 'municipality',
  'municipal-surtax-advance': 'municipality',
  'municipal-surtax-year': 'municipality',
}

const surtaxLine = (code: string, base: Minor, employee: Minor, why: Why): PayslipLine => ({
  code,
  kind: 'wage-tax',
  base,
  employee,
  employer: 0n,
  authority: AUTHORITY[code] ?? 'agenzia-entrate',
  why,
})

/** What next year’s instalments will withhold, as figures of the settlement. */
export const surtaxFigures = (due: { readonly regional: Minor; readonly municipal: Minor }, law: Law) => ({
  'regional-surtax-due': due.regional,
  'municipal-surtax-due': due.municipal,
  'municipal-advance-next': share(due.municipal, law.tax.municipalAdvance),
})
