import { formatAmount } from '../../country/index.ts'
import type { Reading } from '../binding.ts'
import { scaledOr0 } from '../decimal.ts'
import type { EInvoice, Found, FoundInvoice } from '../model.ts'
import type { NationalReading } from './faithful.ts'
import { type Fattura, MEANS, MIMES, paidElsewhere, SELLER_ITEM } from './fatturapa-arrange.ts'
import type { FpaLine } from './fatturapa-parts.ts'
import { categoryOf, DOCUMENT_TYPES, FATTURAPA, type FatturaPaSupplement } from './fatturapa-supplement.ts'
import { defined } from './leaves.ts'
import { addedUp, sum } from './sums.ts'

type Category = EInvoice['vat'][number]['category']
type Allowance = Found<NonNullable<EInvoice['allowances']>[number]>
type FoundLine = Found<EInvoice['lines'][number]>
type FoundTax = Found<{ rate: string; nature?: string | undefined }> | undefined
type FoundVat = { category?: Category | undefined; rate?: string | undefined }

/** What FatturaPA's arrangement says as invoice and supplement. */
export function rearrange(found: Found<Fattura>, reading: Reading): NationalReading<FatturaPaSupplement> {
  const { seller, buyer, summaries = [], lines: rows = [], documentType, withholdings } = found
  const { taxRegime, rea, buyerAccounting, ...sellerAlone } = seller ?? {}
  const split = new Set(
    summaries.filter(({ chargeability }) => chargeability === 'S').map(({ rate }) => rate),
  )
  const vatOf = (tax: FoundTax): FoundVat => {
    const { rate, nature } = tax ?? {}
    const category =
      nature === undefined
        ? scaledOr0(rate) > 0n
          ? split.has(rate)
            ? 'B'
            : 'S'
          : undefined
        : categoryOf(nature, buyer?.vatId)
    return { ...(category && { category }), ...(rate !== undefined && category !== 'O' && { rate }) }
  }
  const natures: Record<string, string> = {}
  for (const { nature } of summaries) {
    const category = nature === undefined ? undefined : categoryOf(nature, buyer?.vatId)
    if (nature === undefined || category === undefined) continue
    if ((natures[category] ?? nature) !== nature)
      reading.findings.add(
        'syntax',
        'warning',
        'vat',
        `${natures[category]} and ${nature} both read as ${category}.`,
      )
    natures[category] ??= nature
  }
  const parts = summaries.map((summary) => {
    const { base, amount, exemptionReason } = summary
    return { ...defined({ base, amount }), ...vatOf(summary), ...defined({ exemptionReason }) }
  })
  const all = [...rows.map((row) => ({ row, vat: vatOf(row.vat) }))]
  const of = (kinds: RegExp) => all.filter(({ row }) => kinds.test(row.kind ?? ''))
  const allowances = of(/^(SC|PR|AB)$/).map(
    ({ row, vat }): Allowance => ({
      ...(row.net !== undefined && { amount: row.net.startsWith('-') ? row.net.slice(1) : `-${row.net}` }),
      vat,
      ...defined({ reason: row.item?.name }),
    }),
  )
  const charges = [
    ...of(/^AC$/).map(
      ({ row, vat }): Allowance => ({
        ...defined({ amount: row.net }),
        vat,
        ...defined({ reason: row.item?.name }),
      }),
    ),
    ...summaries
      .filter(({ expenses }) => expenses !== undefined)
      .map(
        (summary): Allowance => ({
          ...defined({ amount: summary.expenses }),
          vat: vatOf(summary),
          reason: 'Spese accessorie',
        }),
      ),
    ...(found.funds ?? []).map(
      ({ type, percent, amount, base, vat }): Allowance => ({
        ...defined({ amount, base, percent }),
        vat: vatOf(vat),
        ...defined({ reason: type }),
      }),
    ),
  ]
  const lines = of(/^$/).map(({ row, vat }) => lineOf(row, vat))
  const type = documentType && (DOCUMENT_TYPES as Readonly<Record<string, string>>)[documentType]
  const { currency, issuedOn, number, order, contract, receivingAdvice, preceding, notes, files } = found
  const chargeability = summaries.find((one) => /^[ID]$/.test(one.chargeability ?? ''))?.chargeability
  const invoice: FoundInvoice = {
    specification: FATTURAPA,
    ...defined({
      number,
      issuedOn,
      type,
      currency,
      order,
      contract,
      receivingAdvice,
      preceding,
      buyerAccounting,
    }),
    ...defined({
      project: found.project ?? found.contractProject,
      tender: found.tender ?? found.contractTender,
    }),
    ...(notes && { notes: notes.map((text) => ({ text })) }),
    ...(seller && { seller: sellerAlone }),
    ...defined({ buyer }),
    ...paymentOf(found.instalments, reading),
    ...(allowances.length > 0 && { allowances }),
    ...(charges.length > 0 && { charges }),
    totals: totalsOf(found, parts, { lines, allowances, charges }),
    ...(parts.length > 0 && { vat: parts }),
    ...(files && { attachments: files.map(attachmentOf) }),
    ...(lines.length > 0 && { lines }),
  }
  const { transmitter, transmissionNumber, recipientCode, pec, issuedBy, stampDuty } = found
  const supplement = {
    ...defined({
      transmitter,
      transmissionNumber,
      recipientCode,
      pec,
      documentType,
      issuedBy,
      taxRegime,
      rea,
    }),
    ...defined({ chargeability, stampDuty, withholdings }),
    ...(Object.keys(natures).length > 0 && { natures }),
  } as Found<FatturaPaSupplement>
  return { invoice, supplement }
}

function lineOf({ item, kind: _, ...row }: Found<FpaLine>, vat: FoundVat): FoundLine {
  const own = item?.codes?.find(({ scheme }) => scheme === SELLER_ITEM)
  const classifications = item?.codes?.filter((code) => code !== own) ?? []
  return {
    ...row,
    vat,
    item: {
      ...defined({ name: item?.name, sellerId: own?.id }),
      ...(classifications.length > 0 && { classifications }),
    },
  }
}

function attachmentOf({ name, format, description, base64 }: NonNullable<Found<Fattura>['files']>[number]) {
  const [mime] = MIMES.find(([, extension]) => extension === format?.toUpperCase()) ?? []
  return {
    ...defined({ reference: name, description }),
    content: defined({ mime, filename: name, base64 }),
  }
}

function paymentOf(
  instalments: Found<Fattura>['instalments'],
  reading: Reading,
): { payment?: FoundInvoice['payment']; dueOn?: string } {
  const [first, second] = instalments ?? []
  if (!first) return {}
  if (second)
    reading.findings.add('syntax', 'warning', 'dueOn', 'It is paid in instalments; the first day is read.')
  const [means] = MEANS.find(([, theirs]) => theirs === first.means) ?? ['1']
  const { account, name, bic, dueOn, remittance } = first
  const transfer = defined({ account, name, bic })
  return {
    ...defined({ dueOn }),
    payment: {
      ...(first.means !== undefined && { means }),
      ...defined({ remittance }),
      ...(Object.keys(transfer).length > 0 && { transfers: [transfer] }),
    },
  } as { payment?: FoundInvoice['payment']; dueOn?: string }
}

/** FatturaPA writes the whole and what is to be paid; the rest is added up from its lines. */
function totalsOf(
  { gross, rounding, instalments, withholdings = [] }: Found<Fattura>,
  vat: NonNullable<FoundInvoice['vat']>,
  parts: { lines: FoundLine[]; allowances: Allowance[]; charges: Allowance[] },
): NonNullable<FoundInvoice['totals']> {
  const sums = addedUp({ ...parts, vat })
  const whole = gross === undefined ? sum([sums.net, sums.vat]) : sum([gross])
  const due = whole + sum([rounding])
  const payable = instalments
    ? sum(instalments.map(({ amount }) => amount)) + paidElsewhere(vat, withholdings)
    : due
  return {
    ...sums,
    gross: formatAmount(whole),
    ...(due !== payable && { prepaid: formatAmount(due - payable) }),
    ...defined({ rounding }),
    payable: formatAmount(payable),
  }
}
