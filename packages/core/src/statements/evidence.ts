/** What speaks for a receipt having been meant for a client or an invoice. */
export type FactKind =
  | 'reference'
  | 'bare-reference'
  | 'invoice-number'
  | 'rule'
  | 'known-account'
  | 'known-name'
  | 'same-name'
  | 'similar-name'
  | 'same-amount'
  | 'same-total'
  | 'only-invoice'

/** One observation, what it is worth by itself, and what was seen. */
export interface Fact {
  readonly kind: FactKind
  /** Per cent: how sure this alone would make us. */
  readonly weight: number
  /** What stood there: the reference, the name, the words of the rule. */
  readonly seen: string
}

/**
 * What each fact is worth by itself, in per cent: judgements of ours, ordered by how often such a fact misleads. Where a fact
 * fits several invoices or clients its weight is divided among them.
 */
export const WEIGHTS: Readonly<Record<FactKind, number>> = Object.freeze({
  reference: 90,
  'bare-reference': 75,
  'invoice-number': 65,
  rule: 60,
  'known-account': 65,
  'known-name': 45,
  'same-name': 40,
  'similar-name': 35,
  'same-amount': 50,
  'same-total': 50,
  'only-invoice': 15,
})

/** A suggestion is never more certain than this: what is certain is booked, and is no suggestion. */
const CONFIDENCE_MAX = 99
/** Who paid may be clear and for which invoice not: then a person should look. */
const CONFIDENCE_WITHOUT_INVOICE_MAX = 50

const SAYS_WHICH_INVOICE: ReadonlySet<FactKind> = new Set([
  'reference',
  'bare-reference',
  'invoice-number',
  'same-amount',
  'same-total',
  'only-invoice',
])

/**
 * How sure all facts together make us, 1 to 99 per cent: each takes its share of the doubt that the others left. Facts must
 * not be two sights of one thing.
 */
export function confidenceOf(facts: readonly Fact[]): number {
  let doubt = 10_000
  for (const { weight } of facts) doubt = Math.ceil((doubt * (100 - weight)) / 100)
  const most = facts.some(({ kind }) => SAYS_WHICH_INVOICE.has(kind))
    ? CONFIDENCE_MAX
    : CONFIDENCE_WITHOUT_INVOICE_MAX
  return Math.max(1, Math.min(most, 100 - Math.ceil(doubt / 100)))
}
