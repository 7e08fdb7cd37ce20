import { activityById } from '../activities/index.ts'
import { FieldCheck, type OfficeContext } from '../context/index.ts'
import { AMOUNT_MAX, type AnyCountryPlugin, type IsoDate, isIsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, throwFaults } from '../problem/index.ts'
import { assignSupplierInvoice } from './decide.ts'
import { BY_HAND, type SupplierInvoiceFacts, type SupplierVatPart } from './supplier-invoice.ts'
import {
  findDouble,
  insertSupplierInvoice,
  lockSupplierInvoices,
  supplierInvoices,
} from './supplier-invoice-store.ts'
import { compact, supplierKeyOf } from './supplier-key.ts'

/** A supplier invoice on paper, as somebody reads it. Amounts in minor units of the office's currency, positive for a credit note too. */
export interface PaperInvoice {
  /** Made by the caller, so that sending the same again changes nothing. */
  readonly supplierInvoiceId?: string | undefined
  /** The activity it is for; it is addressed to the activity's company. */
  readonly activityId: string
  readonly kind?: 'invoice' | 'credit-note' | undefined
  readonly supplierName: string
  /** Two letters; the office's own country unless told. */
  readonly supplierCountry?: string | undefined
  readonly supplierVatNumber?: string | undefined
  readonly number: string
  readonly issuedOn: IsoDate
  readonly dueOn?: IsoDate | undefined
  /** Of a credit note: number of the invoice it takes back. */
  readonly creditsNumber?: string | undefined
  readonly net: Minor
  readonly vat: Minor
  /** The office owes the VAT in the supplier's stead. */
  readonly reverseCharge?: boolean | undefined
  readonly iban?: string | undefined
  readonly paymentReference?: string | undefined
}

/**
 * Enters a supplier invoice that came on paper, or as a picture of it, for an activity. From here on it goes the way of one that
 * came as a file; as there is no file, somebody else than who entered it approves it.
 *
 * @returns its id; that of the one that stands there when its id was used before for the same supplier invoice.
 * @throws Problem `invalid-field` naming every field at fault; `not-found` for the activity; `conflict` when the number of this
 *   supplier stands there already, or the id stands for another one.
 */
export async function enterSupplierInvoice(
  trx: Transaction,
  context: OfficeContext,
  paper: PaperInvoice,
): Promise<string> {
  const { officeId, plugin, by, now, today, id } = context
  const { supplierInvoiceId = id(), activityId } = paper
  const read = checkPaper(plugin, paper, today)
  const { legalEntityId } = await activityById(trx, officeId, activityId)
  const facts: SupplierInvoiceFacts = { ...read, legalEntityId }
  await lockSupplierInvoices(trx, officeId)
  const [standing] = await supplierInvoices(trx, officeId, { supplierInvoiceIds: [supplierInvoiceId] })
  if (standing) {
    const isSame =
      standing.supplierKey === facts.supplierKey &&
      standing.kind === facts.kind &&
      standing.number === facts.number &&
      standing.total === facts.total
    if (isSame) return supplierInvoiceId
    throw conflict('This id stands for another supplier invoice.', { supplierInvoiceId })
  }
  const double = await findDouble(trx, officeId, facts, null)
  if (double)
    throw conflict(
      `${facts.kind === 'invoice' ? 'Invoice' : 'Credit note'} ${facts.number} of ${facts.supplierName} is here already.`,
      { supplierInvoiceId: double.supplierInvoiceId, sameFile: false },
    )
  await insertSupplierInvoice(trx, officeId, {
    ...facts,
    supplierInvoiceId,
    arrivedBy: BY_HAND,
    receivedAt: now,
    receivedBy: by,
  })
  await assignSupplierInvoice(trx, context, { supplierInvoiceId, activityId })
  return supplierInvoiceId
}

function checkPaper(
  plugin: AnyCountryPlugin,
  paper: PaperInvoice,
  today: IsoDate,
): Omit<SupplierInvoiceFacts, 'legalEntityId'> {
  const { kind = 'invoice', net, vat, reverseCharge = false, iban, dueOn } = paper
  const check = new FieldCheck(plugin)
  const supplierName = check.text('supplierName', paper.supplierName, 300)
  const country = check.country('supplierCountry', paper.supplierCountry ?? plugin.country)
  const vatNumber = compact(check.optionalText('supplierVatNumber', paper.supplierVatNumber, 40)) ?? null
  const number = check.text('number', paper.number, 100)
  if (!isIsoDate(paper.issuedOn) || paper.issuedOn > today)
    check.fault('issuedOn', 'A day not to come, written YYYY-MM-DD.')
  if (dueOn !== undefined && (!isIsoDate(dueOn) || dueOn < paper.issuedOn))
    check.fault('dueOn', 'Not before the day it was issued, written YYYY-MM-DD.')
  if (net < 0n || net > AMOUNT_MAX) check.fault('net', 'Not negative, and at most 10 000 000 000.')
  if (vat < 0n || vat > AMOUNT_MAX) check.fault('vat', 'Not negative, and at most 10 000 000 000.')
  if (net + vat <= 0n) check.fault('net', 'There is nothing to pay.')
  if (reverseCharge && vat !== 0n)
    check.fault('vat', 'Under reverse charge the supplier asks for no VAT: the office owes it itself.')
  const creditsNumber = check.optionalText('creditsNumber', paper.creditsNumber, 100)
  if (creditsNumber !== null && kind === 'invoice')
    check.fault('creditsNumber', 'Only a credit note takes an invoice back.')
  const paymentReference = check.optionalText('paymentReference', paper.paymentReference, 140)
  const account = check.optionalText('iban', iban, 64)
  const facts = {
    kind: check.oneOf('kind', kind, ['invoice', 'credit-note']),
    supplierKey: supplierKeyOf({ name: supplierName, country, vatNumber }),
    supplierName,
    supplierCountry: country,
    supplierVatNumber: vatNumber,
    number,
    issuedOn: paper.issuedOn,
    dueOn: dueOn ?? null,
    creditsNumber,
    currency: plugin.currency,
    net,
    vat,
    rounding: 0n,
    total: net + vat,
    prepaid: 0n,
    vatParts: partsOf(net, vat, reverseCharge),
    iban: account === null ? null : check.number('iban', 'bank', account),
    bic: null,
    paymentReference,
    syntax: 'paper',
    ruleSets: [],
    findings: [],
    breaksRules: false,
  }
  throwFaults(check.faults)
  return facts
}

/** What a sum of VAT tells of its parts; where there is none paper does not say which kind of exemption it is. */
function partsOf(net: Minor, vat: Minor, reverseCharge: boolean): SupplierVatPart[] {
  if (!reverseCharge && vat === 0n) return []
  return [{ category: reverseCharge ? 'AE' : 'S', base: String(net), amount: String(vat) }]
}
