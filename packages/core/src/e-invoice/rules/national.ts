import { cents, plain, SCALE, scaled, scaledOr0, times } from '../decimal.ts'
import type { Findings } from '../finding.ts'
import type { FoundInvoice } from '../model.ts'

/** What a national format's rules call the sums, and how far off they may be. */
interface Sums {
  /** A part's VAT is its base × rate, to the cent or one beside it. */
  readonly product: string
  /** A part's base is the sum of its lines. */
  readonly base: string
  readonly baseTolerance: bigint
  /** Every rate of a line has its part. */
  readonly part: string
  /** The whole is the sum of the parts. */
  readonly whole?: string
}

const CENT = SCALE / 100n

/** Our statement of controls 00400, 00419, 00421, 00422, 00425 and 00429 of Italy's exchange system. */
export function checkFatturaPa(invoice: FoundInvoice, findings: Findings): void {
  findings.demand(
    /\d/.test(invoice.number ?? ''),
    '00425',
    'number',
    'The number of the invoice has a digit.',
  )
  for (const [at, { vat }] of (invoice.lines ?? []).entries())
    findings.demand(
      vat?.category !== undefined,
      '00400',
      `lines[${at}].vat`,
      'A line without VAT says why (Natura).',
    )
  for (const [at, { category }] of (invoice.vat ?? []).entries())
    findings.demand(category !== undefined, '00429', `vat[${at}]`, 'A part without VAT says why (Natura).')
  checkSums(invoice, findings, { product: '00421', base: '00422', baseTolerance: SCALE, part: '00419' })
}

/** Whether a national invoice adds up, where its authority publishes no controls of which we have a statement. */
export function checkArithmetic(invoice: FoundInvoice, findings: Findings): void {
  const rule = 'arithmetic'
  checkSums(invoice, findings, { product: rule, base: rule, baseTolerance: CENT, part: rule, whole: rule })
}

function checkSums(invoice: FoundInvoice, findings: Findings, rules: Sums): void {
  const { lines = [], allowances = [], charges = [], vat = [], totals } = invoice
  const keyOf = (tax: { category?: string | undefined; rate?: string | undefined } | undefined) =>
    `${tax?.category ?? ''} ${scaledOr0(tax?.rate)}`
  const sums = new Map<string, { sum: bigint; place: string }>()
  const parts = [
    ...lines.map(({ net, vat: tax }, at) => ({ amount: scaledOr0(net), tax, place: `lines[${at}].vat` })),
    ...allowances.map(({ amount, vat: tax }, at) => ({
      amount: -scaledOr0(amount),
      tax,
      place: `allowances[${at}].vat`,
    })),
    ...charges.map(({ amount, vat: tax }, at) => ({
      amount: scaledOr0(amount),
      tax,
      place: `charges[${at}].vat`,
    })),
  ]
  for (const { amount, tax, place } of parts) {
    const group = sums.get(keyOf(tax))
    if (group) group.sum += amount
    else sums.set(keyOf(tax), { sum: amount, place })
  }
  const stated = new Map<string, bigint>()
  for (const [at, part] of vat.entries()) {
    stated.set(keyOf(part), (stated.get(keyOf(part)) ?? 0n) + scaledOr0(part.base))
    const exact = times(scaledOr0(part.base), scaledOr0(part.rate)) / 100n
    findings.demand(
      isNear(scaledOr0(part.amount), cents(exact) * CENT, CENT),
      rules.product,
      `vat[${at}].amount`,
      () =>
        `The VAT on ${part.base} at ${part.rate ?? 0} % is ${plain(cents(exact) * CENT)}, not ${part.amount}.`,
    )
  }
  for (const [key, { sum, place }] of sums) {
    const base = stated.get(key)
    if (base === undefined)
      findings.add(rules.part, 'fatal', place, 'This rate has no part in the VAT breakdown.')
    else
      findings.demand(
        isNear(sum, base, rules.baseTolerance),
        rules.base,
        'vat',
        () => `The lines at this rate are ${plain(sum)} together, the breakdown says ${plain(base)}.`,
      )
  }
  if (rules.whole === undefined || totals?.gross === undefined) return
  const whole = vat.reduce((sum, { base, amount }) => sum + scaledOr0(base) + scaledOr0(amount), 0n)
  findings.demand(
    isNear(whole, scaled(totals.gross), CENT),
    rules.whole,
    'totals.gross',
    () => `Bases and VAT are ${plain(whole)} together, not ${totals.gross}.`,
  )
}

const isNear = (a: bigint, b: bigint, tolerance: bigint): boolean => (a > b ? a - b : b - a) <= tolerance
