import type { Reading } from './binding.ts'
import { plain, scaled } from './decimal.ts'
import type { EInvoice, Found, FoundInvoice } from './model.ts'

export type Part<K extends keyof EInvoice> = NonNullable<EInvoice[K]>

export interface Means {
  means: string
  meansText?: string | undefined
  card?: Part<'payment'>['card']
  debited?: string | undefined
  transfer?: NonNullable<Part<'payment'>['transfers']>[number] | undefined
}

type VatPart = EInvoice['vat'][number]
export interface TradeTax extends VatPart {
  /** Stands at one rate alone (CII-SR-461). */
  taxPointOn?: string | undefined
  /** CII repeats it at every rate. */
  taxPointCode?: string | undefined
}

export interface TaxTotal {
  value: string
  currency: string
}

type Totals = EInvoice['totals']
export interface CiiTotals extends Totals {
  taxTotals: TaxTotal[]
}

/** The invoice in CII's arrangement. */
export interface CiiInvoice
  extends Omit<EInvoice, 'payment' | 'vat' | 'totals' | 'taxPointOn' | 'taxPointCode'> {
  creditor?: string | undefined
  remittance?: string | undefined
  mandate?: string | undefined
  means?: Means[]
  taxes: TradeTax[]
  totals: CiiTotals
}

/** CII counts tax points by another list (UNTDID 2475) than the model and UBL do (UNTDID 2005). */
const TAX_POINTS: Readonly<Record<string, string>> = { 3: '5', 35: '29', 432: '72' }
const TAX_POINTS_BACK = Object.fromEntries(Object.entries(TAX_POINTS).map(([ours, theirs]) => [theirs, ours]))

/** The invoice as CII arranges it. */
export function arrange(invoice: EInvoice): CiiInvoice {
  const { payment, vat, totals: sums, taxPointOn, taxPointCode, ...rest } = invoice
  const { vat: vatTotal, vatInAccountingCurrency, ...others } = sums
  const { accountingCurrency, currency } = invoice
  const taxTotalsOf: TaxTotal[] = vatTotal === undefined ? [] : [{ value: vatTotal, currency }]
  if (
    vatInAccountingCurrency !== undefined &&
    accountingCurrency !== undefined &&
    accountingCurrency !== currency
  )
    taxTotalsOf.push({ value: vatInAccountingCurrency, currency: accountingCurrency })
  const point = taxPointCode === undefined ? undefined : (TAX_POINTS[taxPointCode] ?? taxPointCode)
  const list = meansOf(payment)
  return {
    ...rest,
    ...(payment && {
      creditor: payment.directDebit?.creditor,
      remittance: payment.remittance,
      mandate: payment.directDebit?.mandate,
    }),
    ...(list && { means: list }),
    taxes: vat.map((part, at) => ({
      ...part,
      ...(at === 0 && { taxPointOn }),
      taxPointCode: point,
    })),
    totals: { ...others, taxTotals: taxTotalsOf },
    lines: rest.lines.map(withGross),
  }
}

/** A discount needs the gross price it is taken from. */
function withGross(line: EInvoice['lines'][number]): EInvoice['lines'][number] {
  const { net, gross, discount } = line.price
  if (discount === undefined || gross !== undefined) return line
  return { ...line, price: { ...line.price, gross: plain(scaled(net) + scaled(discount)) } }
}

function meansOf(payment: EInvoice['payment']): Means[] | undefined {
  if (!payment) return undefined
  const { transfers, directDebit, means: code, meansText, card } = payment
  const first: Means = {
    means: code,
    meansText,
    card,
    debited: directDebit?.account,
    transfer: transfers?.[0],
  }
  return [first, ...(transfers?.slice(1) ?? []).map((transfer) => ({ means: code, meansText, transfer }))]
}

/** What CII's arrangement says, in the model's. */
export function rearrange(found: Found<CiiInvoice>, reading: Reading): FoundInvoice {
  const {
    means: list,
    taxes: rows,
    totals: sums,
    creditor,
    remittance,
    mandate,
    delivery: to,
    ...rest
  } = found
  const { taxTotals: taxed, ...others } = sums ?? {}
  const { currency, accountingCurrency } = found
  const inCurrency = (code: string | undefined) => taxed?.filter((one) => one.currency === code) ?? []
  if (inCurrency(currency).length > 1)
    reading.findings.add(
      'BR-CO-15',
      'fatal',
      'totals.vat',
      `There are several amounts of VAT in ${currency}.`,
    )
  const main = inCurrency(currency)[0] ?? taxed?.find((one) => one.currency === undefined)
  const accounting = accountingCurrency === undefined ? undefined : inCurrency(accountingCurrency)[0]
  const taxPointOn = rows?.find((row) => row.taxPointOn !== undefined)?.taxPointOn
  const point = rows?.[0]?.taxPointCode
  return {
    ...rest,
    ...(to && Object.keys(to).length > 0 && { delivery: to }),
    ...(taxPointOn !== undefined && { taxPointOn }),
    ...(point !== undefined && { taxPointCode: TAX_POINTS_BACK[point] ?? point }),
    ...paymentOf(list, { creditor, remittance, mandate }, reading),
    totals: {
      ...others,
      ...(main?.value !== undefined && { vat: main.value }),
      ...(accounting?.value !== undefined && { vatInAccountingCurrency: accounting.value }),
    },
    ...(rows && { vat: rows.map(({ taxPointOn: _, taxPointCode: __, ...part }) => part) }),
  }
}

function paymentOf(
  list: Found<CiiInvoice>['means'],
  {
    creditor,
    remittance,
    mandate,
  }: { creditor?: string | undefined; remittance?: string | undefined; mandate?: string | undefined },
  reading: Reading,
): { payment?: Found<Part<'payment'>> } {
  const [first] = list ?? []
  const account = first?.debited
  const directDebit = {
    ...(mandate !== undefined && { mandate }),
    ...(creditor !== undefined && { creditor }),
    ...(account !== undefined && { account }),
  }
  if (!first && remittance === undefined && Object.keys(directDebit).length === 0) return {}
  for (const other of list ?? [])
    if (other.means !== first?.means)
      reading.findings.add('CII-SR-467', 'fatal', 'payment.means', 'There are several means of payment.')
  const transfers = (list ?? []).flatMap(({ transfer }) =>
    transfer && Object.keys(transfer).length > 0 ? [transfer] : [],
  )
  return {
    payment: {
      ...(first?.means !== undefined && { means: first.means }),
      ...(first?.meansText !== undefined && { meansText: first.meansText }),
      ...(remittance !== undefined && { remittance }),
      ...(transfers.length > 0 && { transfers }),
      ...(first?.card && { card: first.card }),
      ...(Object.keys(directDebit).length > 0 && { directDebit }),
    },
  }
}
