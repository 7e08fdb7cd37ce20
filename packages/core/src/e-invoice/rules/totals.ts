import { cents, decimalsOf, plain, SCALE, scaled, scaledOr0 } from '../decimal.ts'
import type { Findings } from '../finding.ts'
import { type FoundInvoice, isCreditNote } from '../model.ts'

const equal = (value: bigint, sum: bigint): boolean => value === cents(sum) * (SCALE / 100n)

/** That the figures add up: BR-CO-10 to BR-CO-17, BR-CO-25, and that amounts have no more than two decimals: BR-DEC. */
export function checkTotals(invoice: FoundInvoice, findings: Findings): void {
  const { totals = {} } = invoice
  const lines = sum(invoice.lines?.map(({ net }) => net))
  const allowances = sum(invoice.allowances?.map(({ amount }) => amount))
  const charges = sum(invoice.charges?.map(({ amount }) => amount))
  const compare = (
    stated: string | undefined,
    expected: bigint,
    rule: string,
    place: string,
    what: string,
  ) => {
    if (stated === undefined) return
    findings.demand(
      equal(scaled(stated), expected),
      rule,
      `totals.${place}`,
      () => `${what} is ${plain(expected)}, not ${stated}.`,
    )
  }
  compare(totals.lines, lines, 'BR-CO-10', 'lines', 'The sum of the lines')
  compareOptional(
    totals.allowances,
    allowances,
    invoice.allowances !== undefined,
    'BR-CO-11',
    'allowances',
    findings,
  )
  compareOptional(totals.charges, charges, invoice.charges !== undefined, 'BR-CO-12', 'charges', findings)
  if (totals.lines !== undefined) {
    const net = scaled(totals.lines) - scaledOr0(totals.allowances) + scaledOr0(totals.charges)
    compare(totals.net, net, 'BR-CO-13', 'net', 'Lines less allowances plus charges')
  }
  if (invoice.vat)
    compare(
      totals.vat,
      sum(invoice.vat.map(({ amount }) => amount)),
      'BR-CO-14',
      'vat',
      'The sum of the VAT amounts',
    )
  if (totals.net !== undefined)
    compare(
      totals.gross,
      scaled(totals.net) + scaledOr0(totals.vat),
      'BR-CO-15',
      'gross',
      'The total with VAT',
    )
  if (totals.gross !== undefined) {
    const payable = scaled(totals.gross) - scaledOr0(totals.prepaid) + scaledOr0(totals.rounding)
    compare(totals.payable, payable, 'BR-CO-16', 'payable', 'The amount due')
  }
  findings.demand(
    totals.payable === undefined ||
      isCreditNote(invoice) ||
      scaled(totals.payable) <= 0n ||
      invoice.dueOn !== undefined ||
      invoice.paymentTerms !== undefined,
    'BR-CO-25',
    'dueOn',
    'Money is due, but neither the day (BT-9) nor the terms of payment (BT-20) are told.',
  )
  checkDecimals(invoice, findings)
}

const sum = (amounts: readonly (string | undefined)[] = []): bigint =>
  amounts.reduce((total, amount) => total + scaledOr0(amount), 0n)

function compareOptional(
  stated: string | undefined,
  expected: bigint,
  isThere: boolean,
  rule: string,
  place: string,
  findings: Findings,
): void {
  findings.demand(
    stated === undefined ? !isThere : equal(scaled(stated), expected),
    rule,
    `totals.${place}`,
    () => `The sum of the ${place} is ${plain(expected)}, not ${stated ?? 'absent'}.`,
  )
}

function checkDecimals(invoice: FoundInvoice, findings: Findings): void {
  const look = (amount: string | undefined, rule: string, place: string) =>
    findings.demand(
      amount === undefined || decimalsOf(amount) <= 2,
      rule,
      place,
      `An amount has at most two decimals; this is ${amount}.`,
    )
  for (const [at, { amount, base }] of (invoice.allowances ?? []).entries()) {
    look(amount, 'BR-DEC-01', `allowances[${at}].amount`)
    look(base, 'BR-DEC-02', `allowances[${at}].base`)
  }
  for (const [at, { amount, base }] of (invoice.charges ?? []).entries()) {
    look(amount, 'BR-DEC-05', `charges[${at}].amount`)
    look(base, 'BR-DEC-06', `charges[${at}].base`)
  }
  for (const [field, rule] of TOTALS) look(invoice.totals?.[field], rule, `totals.${field}`)
  for (const [at, { base, amount }] of (invoice.vat ?? []).entries()) {
    look(base, 'BR-DEC-19', `vat[${at}].base`)
    look(amount, 'BR-DEC-20', `vat[${at}].amount`)
  }
  for (const [at, line] of (invoice.lines ?? []).entries()) {
    look(line.net, 'BR-DEC-23', `lines[${at}].net`)
    for (const [nth, { amount, base }] of (line.allowances ?? []).entries()) {
      look(amount, 'BR-DEC-24', `lines[${at}].allowances[${nth}].amount`)
      look(base, 'BR-DEC-25', `lines[${at}].allowances[${nth}].base`)
    }
    for (const [nth, { amount, base }] of (line.charges ?? []).entries()) {
      look(amount, 'BR-DEC-27', `lines[${at}].charges[${nth}].amount`)
      look(base, 'BR-DEC-28', `lines[${at}].charges[${nth}].base`)
    }
  }
}

const TOTALS = [
  ['lines', 'BR-DEC-09'],
  ['allowances', 'BR-DEC-10'],
  ['charges', 'BR-DEC-11'],
  ['net', 'BR-DEC-12'],
  ['vat', 'BR-DEC-13'],
  ['gross', 'BR-DEC-14'],
  ['vatInAccountingCurrency', 'BR-DEC-15'],
  ['prepaid', 'BR-DEC-16'],
  ['rounding', 'BR-DEC-17'],
  ['payable', 'BR-DEC-18'],
] as const
