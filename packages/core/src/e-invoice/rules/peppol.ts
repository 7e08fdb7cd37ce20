import { digitsModulo, divide, luhnValid } from '../../country/index.ts'
import { plain, SCALE, scaled, scaledOr0, times } from '../decimal.ts'
import type { Findings } from '../finding.ts'
import { type FoundInvoice, isCreditNote } from '../model.ts'

/** Peppol BIS Billing 3 and the specifications built on it. */
export const PEPPOL_BILLING = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'
export const PEPPOL_SELF_BILLING =
  'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0'

const INVOICE_TYPES = new Set(
  '71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877'.split(
    ' ',
  ),
)
const SELF_BILLED = new Set(['389', '261', '527'])
const CREDIT_NOTE_TYPES = new Set(['381', '396', '81', '83', '532'])

/** Partial and corrected invoices: within Germany only. */
const GERMAN_TYPES = new Set(['326', '384'])

/** The category each of these reasons of exemption belongs to. */
const CATEGORY_OF_EXEMPTION: Readonly<Record<string, readonly [rule: string, category: string]>> = {
  'VATEX-EU-G': ['P0104', 'G'],
  'VATEX-EU-O': ['P0105', 'O'],
  'VATEX-EU-IC': ['P0106', 'K'],
  'VATEX-EU-AE': ['P0107', 'AE'],
  'VATEX-EU-D': ['P0108', 'E'],
  'VATEX-EU-F': ['P0109', 'E'],
  'VATEX-EU-I': ['P0110', 'E'],
  'VATEX-EU-J': ['P0111', 'E'],
}

/** Direct debits, which need their mandate. */
const DEBITS = new Set(['49', '59'])

/** PEPPOL-EN16931-R and PEPPOL-COMMON-R of release 3.0.19 that can be told from the model; the file's own are checked when it is read. */
export function checkPeppol(invoice: FoundInvoice, findings: Findings): void {
  const demand = (holds: boolean, rule: string, place: string, text: string | (() => string)) =>
    findings.demand(holds, `PEPPOL-EN16931-${rule}`, place, text)
  const { specification, process, seller, buyer, currency, accountingCurrency, totals } = invoice
  demand(process !== undefined, 'R001', 'process', 'The business process (BT-23) is missing.')
  demand(
    process === undefined || /^urn:fdc:peppol\.eu:2017:poacc:(?:self)?billing:\d{2}:1\.0$/.test(process),
    'R007',
    'process',
    `The business process is written urn:fdc:peppol.eu:2017:poacc:billing:01:1.0, not "${process}".`,
  )
  const german = seller?.address?.country === 'DE' && buyer?.address?.country === 'DE'
  demand((invoice.notes?.length ?? 0) <= 1 || german, 'R002', 'notes', 'Peppol takes one note only.')
  demand(
    invoice.buyerReference !== undefined || invoice.order !== undefined,
    'R003',
    'buyerReference',
    "The buyer's reference (BT-10) or the order's number (BT-13) is needed.",
  )
  demand(
    specification !== undefined && isPeppol(specification),
    'R004',
    'specification',
    'The specification identifier (BT-24) is not the one of Peppol BIS Billing 3.',
  )
  demand(
    accountingCurrency === undefined || accountingCurrency !== currency,
    'R005',
    'accountingCurrency',
    'The accounting currency (BT-6) is only named where it is another than the invoice currency.',
  )
  demand(
    buyer?.endpoint !== undefined,
    'R010',
    'buyer.endpoint',
    "The buyer's electronic address (BT-49) is missing.",
  )
  demand(
    seller?.endpoint !== undefined,
    'R020',
    'seller.endpoint',
    "The seller's electronic address (BT-34) is missing.",
  )
  const vat = scaledOr0(totals?.vat)
  const accounting = scaledOr0(totals?.vatInAccountingCurrency)
  demand(
    vat * accounting >= 0n,
    'R055',
    'totals.vatInAccountingCurrency',
    'The VAT in both currencies has the same sign.',
  )
  demand(
    invoice.payment?.means === undefined ||
      !DEBITS.has(invoice.payment.means) ||
      invoice.payment.directDebit?.mandate !== undefined,
    'R061',
    'payment.directDebit.mandate',
    'A direct debit needs the reference of its mandate (BT-89).',
  )
  checkType(invoice, german, demand)
  for (const [at, { category, exemptionCode }] of (invoice.vat ?? []).entries()) {
    const [rule, wanted] = CATEGORY_OF_EXEMPTION[exemptionCode?.toUpperCase() ?? ''] ?? []
    if (rule !== undefined)
      demand(
        category === wanted,
        rule,
        `vat[${at}].category`,
        `${exemptionCode} belongs to category ${wanted}.`,
      )
  }
  for (const list of ['allowances', 'charges'] as const)
    for (const [at, one] of (invoice[list] ?? []).entries()) checkAllowance(one, `${list}[${at}]`, demand)
  for (const [at, line] of (invoice.lines ?? []).entries()) checkLine(line, `lines[${at}]`, invoice, demand)
  for (const who of ['seller', 'buyer'] as const) checkNumbers(invoice[who], who, findings)
}

export const isPeppol = (specification: string): boolean =>
  specification.startsWith(PEPPOL_BILLING) || specification.startsWith(PEPPOL_SELF_BILLING)

type Demand = (holds: boolean, rule: string, place: string, text: string | (() => string)) => void

function checkType(invoice: FoundInvoice, german: boolean, demand: Demand): void {
  const { type, process } = invoice
  if (type === undefined) return
  const number = /billing:(\d{2}):/.exec(process ?? '')?.[1]
  const isCredit = isCreditNote(invoice)
  const known = process?.includes(':selfbilling:')
    ? SELF_BILLED
    : isCredit
      ? CREDIT_NOTE_TYPES
      : INVOICE_TYPES
  demand(
    number !== '01' || known.has(type),
    isCredit ? 'P0101' : 'P0100',
    'type',
    `Peppol takes no document of type ${type} in this process.`,
  )
  demand(
    german || !GERMAN_TYPES.has(type),
    'P0112',
    'type',
    `A document of type ${type} is for sellers and buyers in Germany only.`,
  )
}

interface Allowance {
  readonly amount?: string | undefined
  readonly base?: string | undefined
  readonly percent?: string | undefined
}

function checkAllowance({ amount, base, percent }: Allowance, place: string, demand: Demand): void {
  demand(
    percent === undefined || base !== undefined,
    'R041',
    `${place}.base`,
    'A percentage needs the amount it is taken of.',
  )
  demand(
    base === undefined || percent !== undefined,
    'R042',
    `${place}.percent`,
    'A base amount needs the percentage taken of it.',
  )
  if (base === undefined || percent === undefined) return
  const expected = times(scaled(base), scaled(percent)) / 100n
  demand(
    isNear(scaledOr0(amount), expected),
    'R040',
    `${place}.amount`,
    () => `${percent} % of ${base} is ${plain(expected)}, not ${amount}.`,
  )
}

type Line = NonNullable<FoundInvoice['lines']>[number]

function checkLine(line: Line, place: string, invoice: FoundInvoice, demand: Demand): void {
  for (const list of ['allowances', 'charges'] as const)
    for (const [at, one] of (line[list] ?? []).entries())
      checkAllowance(one, `${place}.${list}[${at}]`, demand)
  const { price, period, net } = line
  const { period: whole } = invoice
  demand(
    period?.from === undefined || whole?.from === undefined || period.from >= whole.from,
    'R110',
    `${place}.period.from`,
    "The line's period begins before the invoice's.",
  )
  demand(
    period?.to === undefined || whole?.to === undefined || period.to <= whole.to,
    'R111',
    `${place}.period.to`,
    "The line's period ends after the invoice's.",
  )
  const per = price?.quantity === undefined ? SCALE : scaled(price.quantity)
  demand(per > 0n, 'R121', `${place}.price.quantity`, 'The quantity a price is for is above zero.')
  demand(
    price?.unit === undefined || line.unit === undefined || price.unit === line.unit,
    'R130',
    `${place}.price.unit`,
    `The price is per ${price?.unit}, but the line counts ${line.unit}.`,
  )
  if (price?.gross !== undefined && price.net !== undefined)
    demand(
      scaled(price.net) === scaled(price.gross) - scaledOr0(price.discount),
      'R046',
      `${place}.price.net`,
      'The price is the gross price less the discount.',
    )
  if (net === undefined || price?.net === undefined || line.quantity === undefined || per <= 0n) return
  const sum = (list: readonly Allowance[] = []) =>
    list.reduce((total, one) => total + scaledOr0(one.amount), 0n)
  const expected =
    divide(scaled(line.quantity) * scaled(price.net), per) + sum(line.charges) - sum(line.allowances)
  demand(
    isNear(scaled(net), expected),
    'R120',
    `${place}.net`,
    () => `Quantity times price, with charges and allowances, is ${plain(expected)}, not ${net}.`,
  )
}

/** Two cents, the margin the published rules leave. */
const isNear = (value: bigint, expected: bigint): boolean => {
  const gap = value - expected
  return gap <= SCALE / 50n && gap >= -SCALE / 50n
}

/** Numbers of known schemes, wherever a party has one: PEPPOL-COMMON-R040, 041, 042, 043 and 049. */
function checkNumbers(party: FoundInvoice['seller'], who: string, findings: Findings): void {
  const places = [
    [party?.endpoint, 'endpoint'],
    [party?.legalId, 'legalId'],
    ...(party?.identifiers ?? []).map((one, at) => [one, `identifiers[${at}]`] as const),
  ] as const
  for (const [identifier, place] of places) {
    const scheme = NUMBERS[identifier?.scheme ?? '']
    if (!scheme || identifier?.id === undefined) continue
    const [rule, name, isValid] = scheme
    findings.demand(
      isValid(identifier.id),
      `PEPPOL-COMMON-${rule}`,
      `${who}.${place}`,
      `This is no valid ${name}.`,
    )
  }
}

const NUMBERS: Readonly<
  Record<string, readonly [rule: string, name: string, isValid: (id: string) => boolean]>
> = {
  '0088': ['R040', 'GLN', (id) => /^\d+$/.test(id) && glnValid(id)],
  '0192': ['R041', 'Norwegian organisation number', (id) => /^\d{9}$/.test(id) && weightedMod11(id)],
  '0184': ['R042', 'Danish CVR number', (id) => /^(?:DK)?\d{8}$/.test(id)],
  '0208': [
    'R043',
    'Belgian enterprise number',
    (id) => /^\d{10}$/.test(id) && 97 - digitsModulo(id.slice(0, 8), 97) === Number(id.slice(8)),
  ],
  '0007': ['R049', 'Swedish organisation number', (id) => /^\d{10}$/.test(id) && luhnValid(id)],
}

function glnValid(id: string): boolean {
  let sum = 0
  for (let at = id.length - 2, weight = 3; at >= 0; at--, weight = 4 - weight) sum += Number(id[at]) * weight
  return (10 - (sum % 10)) % 10 === Number(id.at(-1))
}

/** Weights 2 to 7 from the right, modulo 11. */
function weightedMod11(id: string): boolean {
  let sum = 0
  for (let at = id.length - 2, nth = 0; at >= 0; at--, nth++) sum += Number(id[at]) * ((nth % 6) + 2)
  return (11 - (sum % 11)) % 11 === Number(id.at(-1))
}
