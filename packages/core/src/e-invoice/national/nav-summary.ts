import { formatAmount } from '../../country/index.ts'
import { branch } from '../../xml/index.ts'
import { UnwritableError } from '../binding.ts'
import { cents, scaled, times } from '../decimal.ts'
import type { EInvoice } from '../model.ts'
import type { WriteVatRate } from './nav-vat.ts'

/** Amounts in the invoice's currency and in forints, as the report has all of them twice. */
export interface Money {
  /** `<tag>` and `<tagHUF>` */
  write(tag: string, value: bigint): string
}

/** How the amounts and rates of one report are written. */
export interface Ways {
  readonly money: Money
  readonly vatRate: WriteVatRate
  readonly rate: bigint
}

/** Eighteen digits, of which two are decimals */
const AMOUNT_END = 10n ** 18n

/** Both in hundredths. */
function twice(tag: string, value: bigint, forints: bigint): string {
  for (const one of [value, forints])
    if (one <= -AMOUNT_END || one >= AMOUNT_END)
      throw new UnwritableError('The amounts are larger than can be reported.', 'totals.gross')
  return `<${tag}>${formatAmount(value)}</${tag}><${tag}HUF>${formatAmount(forints)}</${tag}HUF>`
}

/** In hundredths. */
const inForints = (value: bigint, rate: bigint): bigint => cents(times(value, rate))

export const moneyAt = (rate: bigint): Money => ({
  write: (tag, value) => twice(tag, cents(value), inForints(value, rate)),
})

/** `invoiceSummary` */
export function summaryOf(
  { vat, totals, accountingCurrency }: EInvoice,
  { money, vatRate, rate }: Ways,
): string {
  const parts = vat.map(({ base, amount, ...tax }, at) =>
    branch(
      'summaryByVatRate',
      branch('vatRate', vatRate(tax, `vat[${at}]`)),
      branch('vatRateNetData', money.write('vatRateNetAmount', scaled(base))),
      branch('vatRateVatData', money.write('vatRateVatAmount', scaled(amount))),
      branch('vatRateGrossData', money.write('vatRateGrossAmount', scaled(base) + scaled(amount))),
    ),
  )
  const sumOf = (amounts: readonly string[]) =>
    amounts.reduce((sum, amount) => sum + inForints(scaled(amount), rate), 0n)
  const forints = {
    net: sumOf(vat.map(({ base }) => base)),
    vat: vatInForints(totals, accountingCurrency, sumOf(vat.map(({ amount }) => amount)), vat.length),
  }
  const whole = (value: string) => cents(scaled(value))
  return branch(
    'invoiceSummary',
    branch(
      'summaryNormal',
      ...parts,
      twice('invoiceNetAmount', whole(totals.net), forints.net),
      twice('invoiceVatAmount', whole(totals.vat ?? '0'), forints.vat),
    ),
    branch('summaryGrossData', twice('invoiceGrossAmount', whole(totals.gross), forints.net + forints.vat)),
  )
}

/** What the invoice says itself goes before what is computed, unless the two are more than a forint a rate apart. */
function vatInForints(
  { vatInAccountingCurrency }: EInvoice['totals'],
  accountingCurrency: string | undefined,
  computed: bigint,
  rates: number,
): bigint {
  if (vatInAccountingCurrency === undefined || accountingCurrency !== 'HUF') return computed
  const own = cents(scaled(vatInAccountingCurrency))
  const apart = own > computed ? own - computed : computed - own
  if (apart > BigInt(rates) * 100n)
    throw new UnwritableError(
      `The VAT in forints is ${formatAmount(computed)} by the exchange rate.`,
      'totals.vatInAccountingCurrency',
    )
  return own
}
