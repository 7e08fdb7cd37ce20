import type { IsoDate } from './calendar.ts'
import { divide, type Minor, multiply, type Rate, type Rounding } from './money.ts'
import { type Parameter, valueOn } from './parameters.ts'
import type { VatTreatment } from './vat.ts'

export const VAT_PERIODS = ['month', 'quarter', 'year'] as const
/** How often a legal entity declares its VAT. */
export type VatPeriod = (typeof VAT_PERIODS)[number]

export const VAT_DOCUMENTS = ['invoice', 'credit-note', 'relief', 'purchase', 'purchase-credit'] as const
/**
 * What a figure comes from: invoices and credit notes issued; the relief of a debt that is lost, less what came in of it
 * later; what suppliers charged and took back.
 */
export type VatDocument = (typeof VAT_DOCUMENTS)[number]

const SALES: readonly VatDocument[] = ['invoice', 'credit-note', 'relief']

/** What one treatment adds to a return. Minor units; a credit note's are negative. */
export interface VatFigure {
  readonly document: VatDocument
  /** The treatment's code; `purchase` for what was bought. */
  readonly code: string
  readonly category: VatTreatment['category']
  /** In percent: `"21"`; empty for purchases, whose rates the ledger does not know. */
  readonly rate: string
  readonly base: Minor
  readonly vat: Minor
}

/** Figures that go into a box: those of the named documents that are of a named category, rate and code. */
export interface VatTake {
  readonly of: 'base' | 'vat'
  /** Sales (invoices, credit notes, relief) unless told. */
  readonly documents?: readonly VatDocument[]
  readonly categories?: readonly VatTreatment['category'][]
  /** Rates in percent, as invoices state them. */
  readonly rates?: readonly string[]
  readonly codes?: readonly string[]
  /** Stands with the opposite sign: a credit note's amount in a box of its own is positive. */
  readonly minus?: true
}

/** One box of the authority's form, as data. It takes figures, or sums other boxes. */
export interface VatBox {
  /** As the form prints it: `03`, `Kz 81`, `1a`, `VP4`. */
  readonly code: string
  /** The form's own words, by language of the country. */
  readonly title: Readonly<Record<string, string>>
  readonly takes?: readonly VatTake[]
  /** Boxes above this one; a rate where the form itself multiplies. */
  readonly sum?: readonly { readonly box: string; readonly minus?: true; readonly times?: Rate }[]
  /** Only one side of the sum is written; what lies below zero is written without its sign. */
  readonly keep?: 'above-zero' | 'below-zero'
  /** Whole euros, thousands of forints: the form's unit in minor units, and how it rounds. The minor unit unless told. */
  readonly step?: { readonly unit: Minor; readonly rounding: Rounding }
  readonly source: string
  /** The box rests on memory or a disputed reading: why, in a sentence a bookkeeper understands. */
  readonly unverified?: string
}

export interface VatReturnForm {
  /** The form's national name. */
  readonly name: string
  /** How often it may be filed; the first is the ordinary one. */
  readonly periods: readonly VatPeriod[]
  readonly boxes: Parameter<readonly VatBox[]>
  /** The box that says what is to be paid, and the one that says what comes back; one box with a sign where there is no other. */
  readonly result: { readonly payable: string; readonly credit?: string }
  /** Treatments that the form does not ask for, and why. */
  readonly undeclared?: readonly { readonly code: string; readonly reason: string }[]
}

/** Until when VAT may wait for a payment: the end of the invoice's year, of the next one, a year, or for ever. */
export type VatLatest = 'same-year-end' | 'next-year-end' | 'one-year' | 'never'

/** When the VAT of a taxed service is due, and what a legal entity may choose. */
export interface VatTaxPoint {
  /** Without a choice: on the day of the invoice, or as far as the client has paid. */
  readonly rule: 'invoice' | 'payment'
  readonly source: string
  /**
   * The law makes the VAT of a deposit due on the day of its invoice; absent where it is due when the client pays it
   * (directive 2006/112/EC, art. 65).
   */
  readonly deposits?: { readonly rule: 'invoice'; readonly source: string; readonly unverified?: string }
  /** The other one, where the law lets a cooperative choose it; absent where it does not. */
  readonly choice?: {
    readonly latest: VatLatest
    /** Turnover of the year before up to which it may be chosen, minor units; undefined: no limit. */
    readonly turnoverMax?: Minor
    /** What an invoice must then say: key of a legal mention in the locales, `vat.<mention>`; absent where the law asks for nothing. */
    readonly mention?: string
    readonly source: string
    readonly unverified?: string
  }
}

/** The recapitulative statement of services to businesses elsewhere in the Union (directive 2006/112/EC, art. 262). */
export interface SalesListForm {
  readonly name: string
  readonly periods: readonly VatPeriod[]
  /** How the form marks services: `S`, `3`, `SOLEI`. */
  readonly serviceMark: string
  readonly source: string
  readonly unverified?: string
}

/** What a country asks of an enterprise about the VAT it charged. */
export interface VatReturns {
  readonly form: VatReturnForm
  readonly salesList: SalesListForm
  readonly taxPoint: VatTaxPoint
}

export interface FilledBox {
  readonly box: VatBox
  /** As the form wants it, minor units. */
  readonly amount: Minor
  /** Before the form's rounding. */
  readonly exact: Minor
}

/** What a figure adds to a box by itself, minor units: zero when the box does not take it. */
export function takenBy(box: VatBox, figure: VatFigure): Minor {
  let taken = 0n
  for (const take of box.takes ?? []) {
    const { documents = SALES, categories, rates, codes } = take
    if (!documents.includes(figure.document)) continue
    if (categories && !categories.includes(figure.category)) continue
    if (rates && !rates.includes(figure.rate)) continue
    if (codes && !codes.includes(figure.code)) continue
    taken += take.minus ? -figure[take.of] : figure[take.of]
  }
  return taken
}

/**
 * The boxes of a form, in its order. Figures are added exactly; a box is rounded once, and a sum adds what stands in its
 * boxes. Pure. Throws a RangeError when a box sums one that does not stand above it.
 */
export function fillBoxes(boxes: readonly VatBox[], figures: readonly VatFigure[]): FilledBox[] {
  const filled = new Map<string, FilledBox>()
  for (const box of boxes) {
    let exact = 0n
    for (const figure of figures) exact += takenBy(box, figure)
    for (const { box: code, minus, times } of box.sum ?? []) {
      const part = filled.get(code)
      if (!part) throw new RangeError(`box ${box.code} sums ${code}, which does not stand above it`)
      const amount = times ? multiply(part.amount, times) : part.amount
      exact += minus ? -amount : amount
    }
    if (box.keep === 'above-zero' && exact < 0n) exact = 0n
    if (box.keep === 'below-zero') exact = exact < 0n ? -exact : 0n
    const amount = box.step ? divide(exact, box.step.unit, box.step.rounding) * box.step.unit : exact
    filled.set(box.code, { box, amount, exact })
  }
  return [...filled.values()]
}

/** The boxes of a form on the last day of a period. */
export const boxesOn = (form: VatReturnForm, day: IsoDate): readonly VatBox[] =>
  valueOn('boxes', form.boxes, day).value

/** What a return asks to be paid; negative where the authority owes it. */
export function resultOf({ result }: VatReturnForm, filled: readonly FilledBox[]): Minor {
  const amountOf = (code: string | undefined) => filled.find(({ box }) => box.code === code)?.amount ?? 0n
  return amountOf(result.payable) - amountOf(result.credit)
}

/** Shorthand for a table of boxes: takes the bases, or the VAT, of the figures named. */
export const bases = (which: Omit<VatTake, 'of'> = {}): VatTake => ({ of: 'base', ...which })
export const taxes = (which: Omit<VatTake, 'of'> = {}): VatTake => ({ of: 'vat', ...which })
