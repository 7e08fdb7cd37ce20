import { divide } from '../../country/index.ts'
import { plain, SCALE, scaled, scaledOr0 } from '../decimal.ts'
import type { Findings } from '../finding.ts'
import type { EInvoice, FoundInvoice } from '../model.ts'

type Category = EInvoice['vat'][number]['category']

/** What the rules ask of one VAT category; their numbers run alike in every family. */
interface Family {
  /** As the rule ids write it: `BR-S-01`. */
  readonly name: string
  readonly title: string
  /** Whose numbers must stand on the invoice. */
  readonly numbers: 'seller' | 'seller-vat' | 'seller-and-buyer' | 'seller-vat-and-buyer-vat' | 'none'
  readonly rate: 'positive' | 'zero' | 'any' | 'absent'
  /** Whether the breakdown may have it more than once, by rate. */
  readonly byRate: boolean
  /** Whether VAT-free of necessity, and said why. */
  readonly exemption: 'required' | 'forbidden'
}

const FAMILIES: Readonly<Partial<Record<Category, Family>>> = {
  S: family('S', 'standard rated', 'seller', 'positive', true, 'forbidden'),
  Z: family('Z', 'zero rated', 'seller', 'zero', false, 'forbidden'),
  E: family('E', 'exempt', 'seller', 'zero', false, 'required'),
  AE: family('AE', 'reverse charge', 'seller-and-buyer', 'zero', false, 'required'),
  K: family('IC', 'intra-community supply', 'seller-vat-and-buyer-vat', 'zero', false, 'required'),
  G: family('G', 'export', 'seller-vat', 'zero', false, 'required'),
  O: family('O', 'not subject to VAT', 'none', 'absent', false, 'required'),
  L: family('AF', 'IGIC', 'seller', 'any', true, 'forbidden'),
  M: family('AG', 'IPSI', 'seller', 'any', true, 'forbidden'),
}

function family(
  name: string,
  title: string,
  numbers: Family['numbers'],
  rate: Family['rate'],
  byRate: boolean,
  exemption: Family['exemption'],
): Family {
  return { name, title, numbers, rate, byRate, exemption }
}

/** A part of the invoice that has a VAT category: rules 02 and 05 are about lines, 03 and 06 allowances, 04 and 07 charges. */
interface Part {
  readonly place: string
  readonly amount: bigint
  readonly category: string | undefined
  readonly rate: string | undefined
  readonly numbersRule: '02' | '03' | '04'
  readonly rateRule: '05' | '06' | '07'
}

/** The rules BR-S, Z, E, AE, IC, G, O, AF, AG and B: that VAT is broken down by category, as each category wants it. */
export function checkCategories(invoice: FoundInvoice, findings: Findings): void {
  const parts = partsOf(invoice)
  const breakdown = invoice.vat ?? []
  for (const [category, family] of Object.entries(FAMILIES) as [Category, Family][]) {
    const of = parts.filter((part) => part.category === category)
    const stated = breakdown.flatMap((row, at) => (row.category === category ? [{ row, at }] : []))
    if (of.length === 0 && stated.length === 0) continue
    const rule = (number: string) => `BR-${family.name}-${number}`
    findings.demand(
      family.byRate ? of.length === 0 || stated.length > 0 : stated.length === 1,
      rule('01'),
      'vat',
      `What is ${family.title} has ${family.byRate ? 'its part' : 'exactly one part'} in the VAT breakdown.`,
    )
    checkNumbers(invoice, family, of, findings)
    for (const part of of) checkRate(part, family, findings)
    for (const { row, at } of stated) checkBreakdown(row, at, family, of, findings)
  }
  for (const [at, row] of breakdown.entries()) checkProduct(row, at, findings)
  checkNotSubject(invoice, parts, findings)
  checkIntraCommunity(invoice, findings)
  checkSplitPayment(invoice, parts, findings)
}

function partsOf(invoice: FoundInvoice): Part[] {
  const lines = (invoice.lines ?? []).map(
    ({ net, vat }, at): Part => ({
      place: `lines[${at}]`,
      amount: scaledOr0(net),
      category: vat?.category,
      rate: vat?.rate,
      numbersRule: '02',
      rateRule: '05',
    }),
  )
  const allowances = (invoice.allowances ?? []).map(
    ({ amount, vat }, at): Part => ({
      place: `allowances[${at}]`,
      amount: -scaledOr0(amount),
      category: vat?.category,
      rate: vat?.rate,
      numbersRule: '03',
      rateRule: '06',
    }),
  )
  const charges = (invoice.charges ?? []).map(
    ({ amount, vat }, at): Part => ({
      place: `charges[${at}]`,
      amount: scaledOr0(amount),
      category: vat?.category,
      rate: vat?.rate,
      numbersRule: '04',
      rateRule: '07',
    }),
  )
  return [...lines, ...allowances, ...charges]
}

function checkNumbers(
  invoice: FoundInvoice,
  family: Family,
  parts: readonly Part[],
  findings: Findings,
): void {
  const { seller, buyer, taxRepresentative } = invoice
  const sellerVat = seller?.vatId !== undefined || taxRepresentative?.vatId !== undefined
  const sellerAny = sellerVat || seller?.taxId !== undefined
  const buyerVat = buyer?.vatId !== undefined
  const buyerAny = buyerVat || buyer?.legalId?.id !== undefined
  const [holds, text] = {
    seller: [sellerAny, "the seller's VAT number (BT-31), tax number (BT-32) or tax representative (BT-63)"],
    'seller-vat': [sellerVat, "the seller's VAT number (BT-31) or tax representative (BT-63)"],
    'seller-and-buyer': [
      sellerAny && buyerAny,
      "the seller's VAT or tax number (BT-31, BT-32, BT-63) and the buyer's VAT or company number (BT-48, BT-47)",
    ],
    'seller-vat-and-buyer-vat': [
      sellerVat && buyerVat,
      'the VAT numbers of the seller (BT-31 or BT-63) and of the buyer (BT-48)',
    ],
    none: [!sellerVat && !buyerVat, 'no VAT number of seller (BT-31, BT-63) or buyer (BT-48)'],
  }[family.numbers] as [boolean, string]
  for (const number of ['02', '03', '04'] as const) {
    const part = parts.find(({ numbersRule }) => numbersRule === number)
    if (part)
      findings.demand(
        holds,
        `BR-${family.name}-${number}`,
        part.place,
        `What is ${family.title} asks for ${text}.`,
      )
  }
}

function checkRate(
  { rate, rateRule, place }: Part,
  { name, title, rate: wanted }: Family,
  findings: Findings,
): void {
  const value = rate === undefined ? undefined : scaled(rate)
  const [holds, text] = {
    positive: [value !== undefined && value > 0n, 'above zero'],
    zero: [value === 0n, 'zero'],
    any: [value !== undefined && value >= 0n, 'zero or more'],
    absent: [value === undefined, 'absent'],
  }[wanted] as [boolean, string]
  findings.demand(
    holds,
    `BR-${name}-${rateRule}`,
    `${place}.vat.rate`,
    `The rate of what is ${title} is ${text}; here it is ${rate ?? 'absent'}.`,
  )
}

type Row = NonNullable<FoundInvoice['vat']>[number]

function checkBreakdown(
  row: Row,
  at: number,
  family: Family,
  parts: readonly Part[],
  findings: Findings,
): void {
  const { base, amount, rate, exemptionReason, exemptionCode } = row
  const rule = (number: string) => `BR-${family.name}-${number}`
  const place = `vat[${at}]`
  const sameRate = (other: string | undefined) =>
    !family.byRate || (other !== undefined && rate !== undefined && scaled(other) === scaled(rate))
  const sum = parts.filter((part) => sameRate(part.rate)).reduce((total, part) => total + part.amount, 0n)
  if (base !== undefined) {
    // Where VAT goes by rate the published rules leave a rounding of less than one unit to each line.
    const gap = scaled(base) - sum
    findings.demand(
      family.byRate ? gap < SCALE && gap > -SCALE : gap === 0n,
      rule('08'),
      `${place}.base`,
      () => `The taxable amount of what is ${family.title} is ${plain(sum)}, not ${base}.`,
    )
  }
  if (amount !== undefined) {
    const expected = family.byRate ? taxOn(scaledOr0(base), scaledOr0(rate)) : 0n
    const gap = abs(scaled(amount)) - abs(expected)
    findings.demand(
      family.byRate ? gap < SCALE && gap > -SCALE : scaled(amount) === 0n,
      rule('09'),
      `${place}.amount`,
      () => `The VAT of what is ${family.title} is ${plain(expected)}, not ${amount}.`,
    )
  }
  const isExplained = exemptionReason !== undefined || exemptionCode !== undefined
  findings.demand(
    isExplained === (family.exemption === 'required'),
    rule('10'),
    place,
    family.exemption === 'required'
      ? `What is ${family.title} says why, in words (BT-120) or by a code (BT-121).`
      : `What is ${family.title} has no reason for an exemption (BT-120, BT-121).`,
  )
}

/** BR-CO-17, with the margin of one unit the published rule leaves. */
function checkProduct({ base, amount, rate }: Row, at: number, findings: Findings): void {
  if (amount === undefined || (base === undefined && rate !== undefined)) return
  const expected = taxOn(scaledOr0(base), scaledOr0(rate))
  const gap = abs(scaled(amount)) - abs(expected)
  findings.demand(
    gap < SCALE && gap > -SCALE,
    'BR-CO-17',
    `vat[${at}].amount`,
    () => `${rate ?? 0} % of ${base ?? 0} is ${plain(expected)}, not ${amount}.`,
  )
}

/** VAT to the cent, half away from zero, scaled. */
const taxOn = (base: bigint, percent: bigint): bigint =>
  divide(base * percent, SCALE * SCALE) * (SCALE / 100n)

const abs = (value: bigint): bigint => (value < 0n ? -value : value)

function checkNotSubject(invoice: FoundInvoice, parts: readonly Part[], findings: Findings): void {
  const breakdown = invoice.vat ?? []
  if (!breakdown.some(({ category }) => category === 'O')) return
  findings.demand(
    breakdown.length === 1,
    'BR-O-11',
    'vat',
    'Where something is not subject to VAT, everything on the invoice is: the breakdown has other parts.',
  )
  for (const [number, rule] of [
    ['02', 'BR-O-12'],
    ['03', 'BR-O-13'],
    ['04', 'BR-O-14'],
  ] as const) {
    const other = parts.find(({ numbersRule, category }) => numbersRule === number && category !== 'O')
    findings.demand(
      other === undefined,
      rule,
      other?.place ?? '',
      'This is subject to VAT, but the breakdown says that nothing is.',
    )
  }
}

function checkIntraCommunity(invoice: FoundInvoice, findings: Findings): void {
  if (!invoice.vat?.some(({ category }) => category === 'K')) return
  const { delivery, period } = invoice
  findings.demand(
    delivery?.on !== undefined || period?.from !== undefined || period?.to !== undefined,
    'BR-IC-11',
    'delivery.on',
    'An intra-community supply tells the day of delivery (BT-72) or the period (BG-14).',
  )
  findings.demand(
    delivery?.address?.country !== undefined,
    'BR-IC-12',
    'delivery.address.country',
    'An intra-community supply tells the country delivered to (BT-80).',
  )
}

function checkSplitPayment(invoice: FoundInvoice, parts: readonly Part[], findings: Findings): void {
  const used = new Set<string | undefined>([
    ...parts.map(({ category }) => category),
    ...(invoice.vat ?? []).map(({ category }) => category),
  ])
  if (!used.has('B')) return
  findings.demand(
    invoice.seller?.address?.country === 'IT' && invoice.buyer?.address?.country === 'IT',
    'BR-B-01',
    'vat',
    'Split payment exists on invoices within Italy only.',
  )
  findings.demand(
    !used.has('S'),
    'BR-B-02',
    'vat',
    'Split payment and the standard category exclude each other.',
  )
}
