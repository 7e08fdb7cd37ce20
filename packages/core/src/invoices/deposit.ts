import { type Discount, off } from '../contracts/index.ts'
import {
  formatAmount,
  type IsoDate,
  type Minor,
  maximum,
  parseAmount,
  percent,
  smallestTransfer,
} from '../country/index.ts'
import { apportion } from '../payslips/index.ts'
import type { Fault } from '../problem/index.ts'
import { type Credited, draftCreditNote } from './credit-note.ts'
import { depositTexts } from './deposit-texts.ts'
import { type Invoice, printedNumber, type VatLine } from './invoice.ts'
import { owedVat, payable } from './vat-parts.ts'

/** What a deposit is asked for in: hundredths of a percent of the fee, or minor units without VAT. */
export type DepositAsk = Discount

/** The deposit without VAT, half up to what banks move. */
export const depositOf = (fee: Minor, ask: DepositAsk, currency: string): Minor =>
  off(fee, ask, smallestTransfer(currency))

/** What is wrong with asking for a deposit on a fee. Pure. */
export function depositFaults(fee: Minor, ask: DepositAsk, currency: string): Fault[] {
  const step = smallestTransfer(currency)
  if (ask.kind === 'amount' && ask.value % step !== 0n)
    return [{ field: 'deposit', reason: `Banks move whole amounts of ${currency}.` }]
  const net = depositOf(fee, ask, currency)
  if (net > 0n && net < fee) return []
  return [
    {
      field: 'deposit',
      reason: `Lies above zero and below the ${formatAmount(fee)} of the job without VAT.`,
    },
  ]
}

/**
 * The deposit invoice of a job whose whole invoice it would be today: each VAT rate bears its part, at the rate of the day. It
 * carries no levy and is nobody's budget yet: both come with the job's invoice. Pure.
 *
 * @param waits its VAT is due when the client pays (directive 2006/112/EC, art. 65), and not when it is issued.
 */
export function asDeposit(
  whole: Invoice,
  { title, startsOn, net, waits }: { title: string; startsOn: IsoDate; net: Minor; waits: boolean },
): Invoice {
  const { issuedOn, currency } = whole
  const rows = depositRows(whole.document.vat, net, currency).map((row): VatLine => {
    const isLate = waits && row.category === 'S' && !row.dueOnPayment
    return isLate ? { ...row, dueWhenReceived: true } : row
  })
  const vat = owedOf(rows)
  const { allowances: _, ...document } = whole.document
  const startOrIssue = startsOn > issuedOn ? startsOn : issuedOn
  return {
    ...whole,
    kind: 'deposit',
    // The work waits for it, however long the client may take otherwise.
    dueOn: startOrIssue < whole.dueOn ? startOrIssue : whole.dueOn,
    net,
    vat,
    total: net + vat,
    levy: 0n,
    document: {
      ...document,
      lines: rows.map(({ code, base }) => ({
        description: depositTexts(document.language).asked(title),
        net: base,
        vatCode: code,
      })),
      vat: rows,
    },
  }
}

/** What each VAT rate bears of a deposit; none where it bears nothing. Pure. */
export function depositRows(vat: readonly VatLine[], net: Minor, currency: string): VatLine[] {
  const step = smallestTransfer(currency)
  const bases = apportion(
    net / step,
    vat.map(({ base }) => parseAmount(base) / step),
  )
  return vat.flatMap((row, at): VatLine[] => {
    const base = (bases[at] as Minor) * step
    if (base === 0n) return []
    return [
      {
        ...row,
        base: formatAmount(base),
        amount: formatAmount(payable(base, percent(row.rate), currency)),
      },
    ]
  })
}

/** A deposit when its job is invoiced: what notes took back of it, and what the client has not paid of the rest. */
export interface StandingDeposit {
  readonly invoice: Invoice
  readonly credited: Credited
  /** Minor units, with VAT. */
  readonly unpaid: Minor
}

/**
 * The credit note over what the client has not paid of a deposit: the job's invoice asks for that, so nobody is asked twice,
 * and what is left of the deposit is what came in, to the cent. Undefined where all of it came in. Pure.
 */
export function unpaidPart(
  { invoice, credited, unpaid }: StandingDeposit,
  given: { invoiceId: string; number: bigint; issuedOn: IsoDate; reason: string },
): Invoice | undefined {
  if (unpaid <= 0n) return undefined
  const step = smallestTransfer(invoice.currency)
  const rest = invoice.net - credited.net
  const about = ((unpaid * invoice.net) / invoice.total / step) * step
  // Not every sum is an amount with its VAT rounded: of those beside it the nearest, and the VAT makes up for the cent.
  const drafts = [-1n, 0n, 1n, 2n]
    .map((more) => about + more * step)
    .filter((net) => net > 0n && net <= rest)
    .map((net) => draftCreditNote(invoice, credited, { ...given, net }))
    .sort((a, b) => Number(distance(a, unpaid) - distance(b, unpaid)))
  const [nearest] = drafts
  return nearest && withTotal(nearest, unpaid)
}

const distance = ({ total }: Invoice, wanted: Minor) => (total > wanted ? total - wanted : wanted - total)

function withTotal(note: Invoice, wanted: Minor): Invoice {
  const more = wanted - note.total
  const at = note.document.vat.findIndex(({ category }) => category === 'S')
  if (more === 0n || at < 0) return note
  const rows = note.document.vat.map((row, index) =>
    index === at ? { ...row, amount: formatAmount(parseAmount(row.amount) + more) } : row,
  )
  return {
    ...note,
    vat: note.vat + more,
    total: wanted,
    document: { ...note.document, vat: rows },
  }
}

/** What of a deposit is taken off the job's invoice: what stands of it by VAT code. */
export interface KeptDeposit {
  readonly number: string
  readonly issuedOn: IsoDate
  readonly net: Minor
  readonly rows: readonly {
    readonly code: string
    readonly rate: string
    readonly base: Minor
    readonly vat: Minor
  }[]
}

/** What is left of a deposit after credit notes, and after the one over what was not paid; undefined when nothing is. */
export function keptOf(
  { invoice, credited }: Pick<StandingDeposit, 'invoice' | 'credited'>,
  unpaid?: Invoice,
): KeptDeposit | undefined {
  const net = invoice.net - credited.net - (unpaid?.net ?? 0n)
  if (net === 0n) return undefined
  const rows = invoice.document.vat.map(({ code, rate, base, amount }) => {
    const before = credited.parts.get(code) ?? { base: 0n, vat: 0n }
    const now = unpaid?.document.vat.find((row) => row.code === code)
    return {
      code,
      rate,
      base: parseAmount(base) - before.base - parseAmount(now?.base ?? '0'),
      vat: parseAmount(amount) - before.vat - parseAmount(now?.amount ?? '0'),
    }
  })
  return { number: printedNumber(invoice), issuedOn: invoice.issuedOn, net, rows }
}

/**
 * The job's invoice less its deposit: a line for each rate takes it off, with its VAT, so that both invoices together are the
 * job, net and VAT, to the cent. A rate that has changed since is borne by the rest alone: what was due on receipt stays.
 */
export function lessDeposit(invoice: Invoice, deposit: KeptDeposit): Invoice {
  const { document, currency } = invoice
  const taken = takenFrom(document.vat, deposit, smallestTransfer(currency))
  const rows = document.vat.map((row, at): VatLine => {
    const part = taken[at] as (typeof taken)[number]
    const base = parseAmount(row.base) - part.net
    const amount =
      part.vat === undefined
        ? payable(base, percent(row.rate), currency)
        : maximum(0n, parseAmount(row.amount) - part.vat)
    return { ...row, base: formatAmount(base), amount: formatAmount(amount) }
  })
  const vat = owedOf(rows)
  const net = invoice.net - deposit.net
  const description = depositTexts(document.language).deducted(deposit.number)
  return {
    ...invoice,
    net,
    vat,
    total: net + vat,
    document: {
      ...document,
      lines: [
        ...document.lines,
        ...rows.flatMap(({ code }, at) => {
          const part = taken[at] as (typeof taken)[number]
          return part.net === 0n
            ? []
            : [{ description, net: formatAmount(-part.net), vatCode: code, deducts: true as const }]
        }),
      ],
      vat: rows,
      deposit: { number: deposit.number, issuedOn: deposit.issuedOn, net: formatAmount(deposit.net) },
    },
  }
}

/** How much each rate gives up, and the VAT that goes with it where the rate is still the deposit's. */
function takenFrom(
  vat: readonly VatLine[],
  { net, rows }: KeptDeposit,
  step: Minor,
): { readonly net: Minor; readonly vat?: Minor }[] {
  const byCode = new Map(rows.filter(({ base }) => base > 0n).map((row) => [row.code, row]))
  const fits = [...byCode.values()].every(({ code, base }) =>
    vat.some((row) => row.code === code && parseAmount(row.base) >= base),
  )
  if (fits)
    return vat.map(({ code, rate }) => {
      const row = byCode.get(code)
      if (!row) return { net: 0n, vat: 0n }
      return row.rate === rate ? { net: row.base, vat: row.vat } : { net: row.base }
    })
  // The client is taxed otherwise than when the deposit was asked for.
  const weights = vat.map(({ base }) => parseAmount(base) / step)
  return apportion(net / step, weights).map((part) => ({ net: part * step }))
}

/** What of these rates the client owes the seller. */
export const owedOf = (rows: readonly VatLine[]): Minor =>
  owedVat(rows.map(({ category, amount }) => ({ category, vat: parseAmount(amount) })))
