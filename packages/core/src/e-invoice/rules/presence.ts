import { COUNTRIES } from '../code-lists.ts'
import type { Findings } from '../finding.ts'
import type { Found, FoundInvoice } from '../model.ts'

type Party = NonNullable<FoundInvoice['seller']>
type Line = NonNullable<FoundInvoice['lines']>[number]

const has = (value: unknown): boolean => value !== undefined

/** What an invoice must say, and what must come with it: BR-01 to BR-65 and those of BR-CO that ask the same kind of thing. */
export function checkPresence(invoice: FoundInvoice, findings: Findings): void {
  const demand = (value: unknown, rule: string, place: string, what: string) =>
    findings.demand(has(value), rule, place, `${what} is missing.`)

  demand(invoice.specification, 'BR-01', 'specification', 'The specification identifier (BT-24)')
  demand(invoice.number, 'BR-02', 'number', 'The invoice number (BT-1)')
  demand(invoice.issuedOn, 'BR-03', 'issuedOn', 'The day of issue (BT-2)')
  demand(invoice.type, 'BR-04', 'type', 'The type code (BT-3)')
  demand(invoice.currency, 'BR-05', 'currency', 'The currency (BT-5)')
  demand(invoice.seller?.name, 'BR-06', 'seller.name', "The seller's name (BT-27)")
  demand(invoice.buyer?.name, 'BR-07', 'buyer.name', "The buyer's name (BT-44)")
  demand(invoice.seller?.address, 'BR-08', 'seller.address', "The seller's address (BG-5)")
  if (invoice.seller?.address)
    demand(invoice.seller.address.country, 'BR-09', 'seller.address.country', "The seller's country (BT-40)")
  demand(invoice.buyer?.address, 'BR-10', 'buyer.address', "The buyer's address (BG-8)")
  if (invoice.buyer?.address)
    demand(invoice.buyer.address.country, 'BR-11', 'buyer.address.country', "The buyer's country (BT-55)")
  const { totals } = invoice
  demand(totals?.lines, 'BR-12', 'totals.lines', 'The sum of the lines (BT-106)')
  demand(totals?.net, 'BR-13', 'totals.net', 'The total without VAT (BT-109)')
  demand(totals?.gross, 'BR-14', 'totals.gross', 'The total with VAT (BT-112)')
  demand(totals?.payable, 'BR-15', 'totals.payable', 'The amount due (BT-115)')
  findings.demand((invoice.lines?.length ?? 0) > 0, 'BR-16', 'lines', 'There is no invoice line (BG-25).')
  findings.demand((invoice.vat?.length ?? 0) > 0, 'BR-CO-18', 'vat', 'There is no VAT breakdown (BG-23).')
  demandAccountingCurrency(invoice, findings)
  checkSeller(invoice.seller, findings)
  checkPayee(invoice, findings)
  checkRepresentative(invoice, findings)
  checkVatNumbers(invoice, findings)
  for (const [who, rule] of [
    ['seller', 'BR-62'],
    ['buyer', 'BR-63'],
  ] as const) {
    const endpoint = invoice[who]?.endpoint
    if (endpoint)
      demand(endpoint.scheme, rule, `${who}.endpoint.scheme`, 'The scheme of the electronic address')
  }
  if (invoice.delivery?.address)
    demand(
      invoice.delivery.address.country,
      'BR-57',
      'delivery.address.country',
      'The country of the place of delivery (BT-80)',
    )
  checkPayment(invoice, findings)
  checkPeriod(invoice.period, 'period', 'BR-29', 'BR-CO-19', findings)
  findings.demand(
    !(has(invoice.taxPointOn) && has(invoice.taxPointCode)),
    'BR-CO-03',
    'taxPointCode',
    'The day of the tax point (BT-7) and its code (BT-8) exclude each other.',
  )
  for (const [at, { number }] of (invoice.preceding ?? []).entries())
    demand(number, 'BR-55', `preceding[${at}].number`, 'The number of the preceding invoice (BT-25)')
  for (const [at, { reference }] of (invoice.attachments ?? []).entries())
    demand(
      reference,
      'BR-52',
      `attachments[${at}].reference`,
      'The reference of the supporting document (BT-122)',
    )
  checkAllowances(invoice, findings)
  for (const [at, line] of (invoice.lines ?? []).entries()) checkLine(line, `lines[${at}]`, findings)
  for (const [at, part] of (invoice.vat ?? []).entries()) {
    demand(part.base, 'BR-45', `vat[${at}].base`, 'The taxable amount (BT-116)')
    demand(part.amount, 'BR-46', `vat[${at}].amount`, 'The amount of VAT (BT-117)')
    demand(part.category, 'BR-47', `vat[${at}].category`, 'The VAT category (BT-118)')
    if (part.category !== 'O') demand(part.rate, 'BR-48', `vat[${at}].rate`, 'The VAT rate (BT-119)')
  }
}

function demandAccountingCurrency({ accountingCurrency, totals }: FoundInvoice, findings: Findings): void {
  findings.demand(
    !has(accountingCurrency) || has(totals?.vatInAccountingCurrency),
    'BR-53',
    'totals.vatInAccountingCurrency',
    'The VAT in the accounting currency (BT-111) is missing although that currency (BT-6) is named.',
  )
}

function checkSeller(seller: Party | undefined, findings: Findings): void {
  const known =
    has(seller?.vatId) || has(seller?.legalId?.id) || seller?.identifiers?.some(({ id }) => has(id))
  findings.demand(
    known === true,
    'BR-CO-26',
    'seller',
    'Nothing identifies the seller: it needs an identifier (BT-29), a company number (BT-30) or a VAT number (BT-31).',
  )
}

function checkPayee({ payee, seller }: FoundInvoice, findings: Findings): void {
  if (!payee) return
  findings.demand(
    has(payee.name) && payee.name !== seller?.name,
    'BR-17',
    'payee.name',
    'A payee is named only where it is another than the seller, and then by its name (BT-59).',
  )
}

function checkRepresentative({ taxRepresentative }: FoundInvoice, findings: Findings): void {
  if (taxRepresentative) {
    const { name, address, vatId } = taxRepresentative
    findings.demand(
      has(name),
      'BR-18',
      'taxRepresentative.name',
      "The tax representative's name (BT-62) is missing.",
    )
    findings.demand(
      has(address),
      'BR-19',
      'taxRepresentative.address',
      "The tax representative's address (BG-12) is missing.",
    )
    if (address)
      findings.demand(
        has(address.country),
        'BR-20',
        'taxRepresentative.address.country',
        "The tax representative's country (BT-69) is missing.",
      )
    findings.demand(
      has(vatId),
      'BR-56',
      'taxRepresentative.vatId',
      "The tax representative's VAT number (BT-63) is missing.",
    )
  }
}

function checkVatNumbers({ seller, buyer, taxRepresentative }: FoundInvoice, findings: Findings): void {
  for (const [place, number] of [
    ['seller.vatId', seller?.vatId],
    ['buyer.vatId', buyer?.vatId],
    ['taxRepresentative.vatId', taxRepresentative?.vatId],
  ] as const)
    if (number !== undefined)
      findings.demand(
        isPrefixed(number),
        'BR-CO-09',
        place,
        `A VAT number begins with its country's two letters; this is "${number}".`,
      )
}

/** Greece writes EL, whatever ISO 3166 says. */
const isPrefixed = (number: string): boolean => {
  const prefix = number.slice(0, 2).toUpperCase()
  return COUNTRIES.has(prefix) || prefix === 'EL'
}

/** Transfers of these means need an account. */
const TRANSFERS = new Set(['30', '58'])

function checkPayment({ payment }: FoundInvoice, findings: Findings): void {
  if (!payment) return
  findings.demand(has(payment.means), 'BR-49', 'payment.means', 'The means of payment (BT-81) is missing.')
  for (const [at, { account }] of (payment.transfers ?? []).entries())
    findings.demand(
      has(account),
      'BR-50',
      `payment.transfers[${at}].account`,
      'The account to pay into (BT-84) is missing.',
    )
  findings.demand(
    payment.means === undefined ||
      !TRANSFERS.has(payment.means) ||
      payment.transfers?.some(({ account }) => has(account)) === true,
    'BR-61',
    'payment.transfers',
    'A credit transfer needs the account to pay into (BT-84).',
  )
  findings.advise(
    (payment.card?.number?.length ?? 0) <= 10,
    'BR-51',
    'payment.card.number',
    'No more than the last digits of a card number (BT-87) may stand on an invoice.',
  )
}

function checkPeriod(
  period: Found<{ from?: string; to?: string }> | undefined,
  place: string,
  order: string,
  filled: string,
  findings: Findings,
): void {
  if (!period) return
  const { from, to } = period
  findings.demand(has(from) || has(to), filled, place, 'A period has a first day, a last day, or both.')
  findings.demand(
    from === undefined || to === undefined || from <= to,
    order,
    place,
    'The period ends before it begins.',
  )
}

function checkAllowances(invoice: FoundInvoice, findings: Findings): void {
  const kinds = [
    ['allowances', 'allowance', ['BR-31', 'BR-32', 'BR-33', 'BR-CO-21']],
    ['charges', 'charge', ['BR-36', 'BR-37', 'BR-38', 'BR-CO-22']],
  ] as const
  for (const [list, name, [amount, category, reason, reasonAgain]] of kinds)
    for (const [at, one] of (invoice[list] ?? []).entries()) {
      const place = `${list}[${at}]`
      findings.demand(has(one.amount), amount, `${place}.amount`, `The amount of the ${name} is missing.`)
      findings.demand(
        has(one.vat?.category),
        category,
        `${place}.vat.category`,
        `The VAT category of the ${name} is missing.`,
      )
      const told = has(one.reason) || has(one.reasonCode)
      for (const rule of [reason, reasonAgain])
        findings.demand(told, rule, place, `The ${name} gives no reason, neither in words nor as a code.`)
    }
}

function checkLine(line: Line, place: string, findings: Findings): void {
  const demand = (value: unknown, rule: string, at: string, what: string) =>
    findings.demand(has(value), rule, `${place}.${at}`, `${what} is missing.`)
  demand(line.id, 'BR-21', 'id', "The line's identifier (BT-126)")
  demand(line.quantity, 'BR-22', 'quantity', 'The quantity (BT-129)')
  demand(line.unit, 'BR-23', 'unit', 'The unit (BT-130)')
  demand(line.net, 'BR-24', 'net', "The line's amount (BT-131)")
  demand(line.item?.name, 'BR-25', 'item.name', 'The name of what is sold (BT-153)')
  demand(line.price?.net, 'BR-26', 'price.net', 'The price (BT-146)')
  findings.demand(
    line.price?.net === undefined || !line.price.net.startsWith('-'),
    'BR-27',
    `${place}.price.net`,
    'A price is not negative; a negative quantity takes back.',
  )
  findings.demand(
    line.price?.gross === undefined || !line.price.gross.startsWith('-'),
    'BR-28',
    `${place}.price.gross`,
    'A gross price is not negative.',
  )
  checkPeriod(line.period, `${place}.period`, 'BR-30', 'BR-CO-20', findings)
  demand(line.vat?.category, 'BR-CO-04', 'vat.category', 'The VAT category of the line (BT-151)')
  const kinds = [
    ['allowances', 'allowance', 'BR-41', ['BR-42', 'BR-CO-23']],
    ['charges', 'charge', 'BR-43', ['BR-44', 'BR-CO-24']],
  ] as const
  for (const [list, name, amount, reasons] of kinds)
    for (const [at, one] of (line[list] ?? []).entries()) {
      demand(one.amount, amount, `${list}[${at}].amount`, `The amount of the ${name}`)
      for (const rule of reasons)
        findings.demand(
          has(one.reason) || has(one.reasonCode),
          rule,
          `${place}.${list}[${at}]`,
          `The ${name} gives no reason, neither in words nor as a code.`,
        )
    }
  for (const [at, { name, value }] of (line.item?.attributes ?? []).entries())
    findings.demand(
      has(name) && has(value),
      'BR-54',
      `${place}.item.attributes[${at}]`,
      'An attribute has a name and a value.',
    )
  if (line.item?.standardId)
    demand(
      line.item.standardId.scheme,
      'BR-64',
      'item.standardId.scheme',
      'The scheme of the standard identifier',
    )
  for (const [at, { scheme }] of (line.item?.classifications ?? []).entries())
    demand(scheme, 'BR-65', `item.classifications[${at}].scheme`, 'The scheme of the classification')
}
