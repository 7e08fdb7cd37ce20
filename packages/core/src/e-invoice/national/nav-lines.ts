import { formatAmount } from '../../country/index.ts'
import { branch } from '../../xml/index.ts'
import { UnwritableError } from '../binding.ts'
import { cents, plain, scaled, scaledOr0, times } from '../decimal.ts'
import type { EInvoice } from '../model.ts'
import { withDecimals } from './leaves.ts'
import { element } from './nav-parties.ts'
import type { Ways } from './nav-summary.ts'

/** UN/ECE units */
const UNITS: Readonly<Record<string, string>> = {
  C62: 'PIECE',
  DAY: 'DAY',
  H87: 'PIECE',
  HUR: 'HOUR',
  KGM: 'KILOGRAM',
  KMT: 'KILOMETER',
  LTR: 'LITER',
  MIN: 'MINUTE',
  MON: 'MONTH',
  MTR: 'METER',
}

/** A line, or a part of the whole that is reported as one. */
interface Entry {
  readonly field: string
  readonly name: string
  readonly net: string
  readonly vat: EInvoice['lines'][number]['vat']
  readonly amounts: string
}

interface Supplement {
  readonly modification?: { readonly linesBefore: number } | undefined
  readonly products?: boolean | undefined
  readonly advances?: readonly number[] | undefined
}

/** `invoiceLines`; what is taken from or put on the whole invoice stands after its lines. */
export function linesOf(invoice: EInvoice, supplement: Supplement, ways: Ways): string {
  const { modification, products, advances } = supplement
  const entries: Entry[] = [
    ...invoice.lines.map((line, at): Entry => {
      const field = `lines[${at}]`
      return {
        field,
        name: line.item.name,
        net: line.net,
        vat: line.vat,
        amounts: quantityOf(line, field, ways.rate),
      }
    }),
    ...(invoice.allowances ?? []).map(
      (one, at): Entry => ({
        field: `allowances[${at}]`,
        name: one.reason ?? 'Engedmény',
        net: plain(-scaled(one.amount)),
        vat: one.vat,
        amounts: '',
      }),
    ),
    ...(invoice.charges ?? []).map(
      (one, at): Entry => ({
        field: `charges[${at}]`,
        name: one.reason ?? 'Felár',
        net: one.amount,
        vat: one.vat,
        amounts: '',
      }),
    ),
  ]
  const written = entries.map(({ field, name, net, vat, amounts }, at) => {
    const own = scaled(net)
    const tax = cents(times(own, scaledOr0(vat.rate)) / 100n) * scaled('0.01')
    return branch(
      'line',
      `<lineNumber>${at + 1}</lineNumber>`,
      modification
        ? `<lineModificationReference><lineNumberReference>${modification.linesBefore + at + 1}</lineNumberReference><lineOperation>CREATE</lineOperation></lineModificationReference>`
        : '',
      advances?.includes(at) ? '<advanceData><advanceIndicator>true</advanceIndicator></advanceData>' : '',
      `<lineExpressionIndicator>${amounts !== ''}</lineExpressionIndicator>`,
      `<lineNatureIndicator>${products ? 'PRODUCT' : 'SERVICE'}</lineNatureIndicator>`,
      element(
        'lineDescription',
        512,
        name,
        field.startsWith('lines') ? `${field}.item.name` : `${field}.reason`,
      ),
      amounts,
      branch(
        'lineAmountsNormal',
        branch('lineNetAmountData', ways.money.write('lineNetAmount', own)),
        branch('lineVatRate', ways.vatRate(vat, `${field}.vat`)),
        branch('lineVatData', ways.money.write('lineVatAmount', tax)),
        branch('lineGrossAmountData', ways.money.write('lineGrossAmountNormal', own + tax)),
      ),
    )
  })
  return branch('invoiceLines', '<mergedItemIndicator>false</mergedItemIndicator>', ...written)
}

function quantityOf(line: EInvoice['lines'][number], field: string, rate: bigint): string {
  const { quantity, unit, price, allowances = [], charges } = line
  if (charges)
    throw new UnwritableError('A charge of a line has no place; make it a line.', `${field}.charges`)
  if (price.quantity !== undefined && scaled(price.quantity) !== scaled('1'))
    throw new UnwritableError('A price is that of one unit.', `${field}.price.quantity`)
  const known = UNITS[unit]
  const discount = allowances.reduce((sum, { amount }) => sum + scaled(amount), 0n)
  const reasons = allowances.flatMap(({ reason }) => reason ?? [])
  return [
    `<quantity>${withDecimals(quantity, 'quantity', 0, 10, 12)}</quantity>`,
    `<unitOfMeasure>${known ?? 'OWN'}</unitOfMeasure>`,
    known ? '' : element('unitOfMeasureOwn', 50, unit, `${field}.unit`),
    `<unitPrice>${withDecimals(price.net, 'unitPrice', 0, 10, 12)}</unitPrice>`,
    `<unitPriceHUF>${withDecimals(plain(times(scaled(price.net), rate)), 'unitPriceHUF', 0, 10, 12)}</unitPriceHUF>`,
    allowances.length === 0
      ? ''
      : branch(
          'lineDiscountData',
          element('discountDescription', 255, reasons.join(', ') || 'Engedmény', `${field}.allowances`),
          `<discountValue>${formatAmount(cents(discount))}</discountValue>`,
        ),
  ].join('')
}
