import type { Quote } from '@samen/api/client'
import { isZero, typedAmount } from '../../api/money.ts'
import type { PreviewInput, RevisionInput } from '../../api/quotes.ts'

export const UNITS = ['piece', 'hour', 'day', 'km'] as const

/** A line as it is typed. */
export interface LineDraft {
  key: number
  kind: 'work' | 'expense'
  description: string
  supply: Supply
  quantity: string
  unit: (typeof UNITS)[number]
  unitPrice: string
  optional: boolean
  /** Off this line: `10 %`, or an amount; empty for none. */
  discount: string
}

type Supply = Quote['supply']
type LineInput = PreviewInput['lines'][number]

export interface QuoteFormDraft {
  title: string
  activityId: string
  /** A client the office has already; empty for a new one. */
  clientId: string
  name: string
  country: string
  vatNumber: string
  email: string
  supply: Supply
  startsOn: string
  endsOn: string
  validUntil: string
  conditions: string
  /** Of the price; empty for the office's own. */
  currency: string
  discountKind: 'percent' | 'amount'
  discount: string
  depositKind: 'percent' | 'amount'
  deposit: string
  /** What the price pays beside its lines and the client does not see. */
  ownExpenses: string
  lines: LineDraft[]
}

export const newLine = (key: number, supply: Supply): LineDraft => ({
  key,
  kind: 'work',
  description: '',
  supply,
  quantity: '1',
  unit: 'piece',
  unitPrice: '',
  optional: false,
  discount: '',
})

/** The draft of a quote that is revised. */
export const draftOf = (quote: Quote): QuoteFormDraft => ({
  title: quote.title,
  activityId: quote.activityId,
  clientId: quote.client.clientId,
  name: quote.client.name,
  country: '',
  vatNumber: '',
  email: '',
  supply: quote.supply,
  startsOn: quote.startsOn,
  endsOn: quote.endsOn,
  validUntil: '',
  conditions: quote.conditions ?? '',
  currency: quote.conversion?.currency ?? '',
  ...asTyped('discount', quote.discount),
  ...asTyped('deposit', quote.depositAsked),
  ownExpenses: isZero(quote.ownExpenses) ? '' : quote.ownExpenses,
  lines: quote.lines.map(
    ({ no, kind, description, supply, quantity, unit, unitPrice, optional, discount }) => ({
      key: no,
      kind,
      description,
      supply,
      quantity,
      unit,
      unitPrice,
      optional,
      discount: discount ? ('percent' in discount ? `${discount.percent} %` : discount.amount) : '',
    }),
  ),
})

/** A percentage or an amount in the two fields it is typed in. */
const asTyped = <Name extends 'discount' | 'deposit'>(name: Name, asked: Quote['discount']) =>
  ({
    [`${name}Kind`]: asked && 'amount' in asked ? 'amount' : 'percent',
    [name]: asked ? ('amount' in asked ? asked.amount : asked.percent) : '',
  }) as Record<`${Name}Kind`, 'percent' | 'amount'> & Record<Name, string>

/** The two fields as the server takes them; undefined where nothing, or no number, was typed. */
export function typedShare(
  kind: 'percent' | 'amount',
  text: string,
): { percent: string } | { amount: string } | undefined {
  if (kind === 'percent') {
    const percent = typedDecimal(text)
    return percent === undefined ? undefined : { percent }
  }
  const amount = typedAmount(text)
  return amount === undefined ? undefined : { amount }
}

/** What is taken off a line: a number with `%` behind it, or an amount; undefined where it is neither. */
const typedDiscount = (text: string): LineInput['discount'] =>
  typedShare(text.trim().endsWith('%') ? 'percent' : 'amount', text)

/** A number as a person types it, with a comma or a point; undefined where it is none. */
const typedDecimal = (text: string): string | undefined => {
  const plain = text.replace(/[\s\u00a0%]/g, '').replace(',', '.')
  return /^\d{1,7}(\.\d{1,3})?$/.test(plain) ? plain : undefined
}

/** The price as the server takes it; undefined while a line is not complete. */
export function pricedInput(
  draft: QuoteFormDraft,
): Pick<RevisionInput, 'lines' | 'discount' | 'ownExpenses' | 'currency'> | undefined {
  const lines: LineInput[] = []
  for (const { kind, description, supply, quantity, unit, unitPrice, optional, discount } of draft.lines) {
    const amount = typedAmount(unitPrice)
    const count = typedDecimal(quantity)
    const off = kind === 'work' && discount.trim() ? typedDiscount(discount) : null
    if (amount === undefined || count === undefined || off === undefined || description.trim() === '')
      return undefined
    lines.push({
      ...{ kind, description, supply, quantity: count, unit, unitPrice: amount, optional },
      ...(off && { discount: off }),
    })
  }
  const ownExpenses = draft.ownExpenses.trim() ? typedAmount(draft.ownExpenses) : null
  if (ownExpenses === undefined) return undefined
  const price = {
    lines,
    ...(ownExpenses && { ownExpenses }),
    ...(draft.currency && { currency: draft.currency }),
  }
  if (draft.discount.trim() === '') return price
  const discount = typedShare(draft.discountKind, draft.discount)
  return discount && { ...price, discount }
}
