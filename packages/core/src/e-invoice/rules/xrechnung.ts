import { mod97Valid } from '../../country/index.ts'
import { Findings } from '../finding.ts'
import type { FoundInvoice } from '../model.ts'
import { checkPeppol } from './peppol.ts'

/** XRechnung: the German core invoice usage specification, of any version, with or without its extension. */
export const isXRechnung = (specification: string): boolean =>
  /^urn:cen\.eu:en16931:2017#compliant#urn:(?:xoev-de|xeinkauf\.de):kosit:(?:standard:)?xrechnung_/.test(
    specification,
  )

const TYPES = new Set(['326', '380', '381', '384', '389', '875', '876', '877'])
const TRANSFERS = new Set(['30', '58'])
const CARDS = new Set(['48', '54', '55'])
const DEBIT = '59'
/** One line of cash discount in the payment terms. */
const SKONTO = /^#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/
/** The current version by itself, with its extension, and for the Clean Vehicles Directive. */
const CURRENT =
  /^urn:cen\.eu:en16931:2017#compliant#urn:xeinkauf\.de:kosit:xrechnung_3\.0(#conformant#urn:xeinkauf\.de:kosit:extension:xrechnung_3\.0|#compliant#urn:xeinkauf\.de:kosit:xrechnung:cvd_\d+\.\d+)?$/
/** Rules of Peppol BIS Billing 3 that XRechnung takes over word for word since 3.0. */
const HARMONISED: ReadonlySet<string> = new Set(
  'R001 R005 R008 R010 R020 R040 R041 R042 R043 R044 R046 R053 R054 R055 R061 R101 R110 R111 R120 R121 R130'
    .split(' ')
    .map((rule) => `PEPPOL-EN16931-${rule}`),
)
const NUMBERED = new Set(['S', 'Z', 'E', 'AE', 'K', 'G', 'L', 'M'])

const isIban = (text: string | undefined): boolean => {
  const compact = text?.replace(/\s/g, '') ?? ''
  return /^[A-Z]{2}\d{2}[0-9A-Za-z]{0,30}$/.test(compact) && mod97Valid(compact.toUpperCase())
}

/**
 * Our statement of XRechnung 3.0 as its validation artefacts 2.5.0 of 31 January 2026 have it: BR-DE-1 to BR-DE-31 and the rules of
 * Peppol it takes over. Those of its extension (BR-DEX) and for the Clean Vehicles Directive (BR-DE-CVD) are not checked.
 */
export function checkXRechnung(invoice: FoundInvoice, findings: Findings): void {
  const demand = (holds: boolean, rule: string, place: string, text: string) =>
    findings.demand(holds, `BR-DE-${rule}`, place, text)
  const advise = (holds: boolean, rule: string, place: string, text: string) =>
    findings.advise(holds, `BR-DE-${rule}`, place, text)
  const { seller, buyer, payment, delivery, type, specification, lines = [] } = invoice
  const ofPeppol = new Findings()
  checkPeppol(invoice, ofPeppol)
  for (const { rule, level, place, text } of ofPeppol.all)
    if (HARMONISED.has(rule)) findings.add(rule, level, place, text)
  advise(
    CURRENT.test(specification ?? ''),
    '21',
    'specification',
    'The specification (BT-24) is not that of XRechnung 3.0.',
  )
  advise(
    delivery?.on !== undefined ||
      invoice.period !== undefined ||
      (lines.length > 0 && lines.every((line) => line.period !== undefined)),
    'TMP-32',
    'delivery.on',
    'When the work was done (BT-72, BG-14, or BG-26 on every line) is missing.',
  )
  for (const [at, { location }] of (invoice.attachments ?? []).entries())
    findings.advise(
      location === undefined || /^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(location),
      'BR-TMP-2',
      `attachments[${at}].location`,
      'The place of an attachment (BT-124) is a whole address, such as https://…',
    )
  demand(payment !== undefined, '1', 'payment', 'How to pay (BG-16) is missing.')
  const contact = seller?.contact
  demand(contact !== undefined, '2', 'seller.contact', 'The seller’s contact (BG-6) is missing.')
  demand(
    seller?.address?.town !== undefined,
    '3',
    'seller.address.town',
    'The seller’s town (BT-37) is missing.',
  )
  demand(
    seller?.address?.postCode !== undefined,
    '4',
    'seller.address.postCode',
    'The seller’s post code (BT-38) is missing.',
  )
  if (contact) {
    demand(
      contact.name !== undefined,
      '5',
      'seller.contact.name',
      'Whom to ask at the seller (BT-41) is missing.',
    )
    demand(
      contact.phone !== undefined,
      '6',
      'seller.contact.phone',
      'The seller’s telephone (BT-42) is missing.',
    )
    demand(
      contact.email !== undefined,
      '7',
      'seller.contact.email',
      'The seller’s mail address (BT-43) is missing.',
    )
    advise(
      (contact.phone?.match(/\d/g)?.length ?? 0) >= 3,
      '27',
      'seller.contact.phone',
      'A telephone number has three digits at least.',
    )
    advise(
      /^[^@\s]+@([^@.\s]+\.)+[^@.\s]+$/.test(contact.email ?? ''),
      '28',
      'seller.contact.email',
      'This is no mail address.',
    )
  }
  demand(
    buyer?.address?.town !== undefined,
    '8',
    'buyer.address.town',
    'The buyer’s town (BT-52) is missing.',
  )
  demand(
    buyer?.address?.postCode !== undefined,
    '9',
    'buyer.address.postCode',
    'The buyer’s post code (BT-53) is missing.',
  )
  if (delivery?.address) {
    const { town, postCode } = delivery.address
    demand(town !== undefined, '10', 'delivery.address.town', 'The town delivered to (BT-77) is missing.')
    demand(
      postCode !== undefined,
      '11',
      'delivery.address.postCode',
      'The post code delivered to (BT-78) is missing.',
    )
  }
  for (const [at, { rate }] of (invoice.vat ?? []).entries())
    demand(rate !== undefined, '14', `vat[${at}].rate`, 'The rate of VAT (BT-119) is missing.')
  demand(
    invoice.buyerReference !== undefined,
    '15',
    'buyerReference',
    'The buyer’s reference (BT-10), a Leitweg-ID, is missing.',
  )
  const usesVat = [...(invoice.vat ?? []), ...(invoice.lines ?? []).map((line) => line.vat ?? {})].some(
    ({ category }) => NUMBERED.has(category ?? ''),
  )
  demand(
    !usesVat ||
      seller?.vatId !== undefined ||
      seller?.taxId !== undefined ||
      invoice.taxRepresentative !== undefined,
    '16',
    'seller.vatId',
    'The seller’s VAT or tax number (BT-31, BT-32) or a tax representative is missing.',
  )
  advise(type === undefined || TYPES.has(type), '17', 'type', `XRechnung has no document of type ${type}.`)
  checkTerms(invoice.paymentTerms, demand)
  advise(
    type !== '384' || (invoice.preceding?.length ?? 0) > 0,
    '26',
    'preceding',
    'A corrected invoice names the one it corrects (BG-3).',
  )
  const names = (invoice.attachments ?? []).flatMap(({ content }) => content?.filename ?? [])
  demand(
    new Set(names).size === names.length,
    '22',
    'attachments',
    'Two attachments have the same file name.',
  )
  if (payment) checkPayment(payment, demand, advise)
}

type Say = (holds: boolean, rule: string, place: string, text: string) => void

function checkTerms(terms: string | undefined, demand: Say): void {
  const lines = terms?.split('\n') ?? []
  const marked = lines.filter((line) => line.startsWith('#'))
  demand(
    marked.every((line) => SKONTO.test(line)) && (marked.length === 0 || terms?.trimEnd() !== terms),
    '18',
    'paymentTerms',
    'A discount is written #SKONTO#TAGE=7#PROZENT=2.00# on a line of its own, the last one ended too.',
  )
}

function checkPayment(payment: NonNullable<FoundInvoice['payment']>, demand: Say, advise: Say): void {
  const { means = '', transfers, card, directDebit } = payment
  const [transfer] = transfers ?? []
  if (TRANSFERS.has(means)) {
    advise(
      means !== '58' || isIban(transfer?.account),
      '19',
      'payment.transfers',
      'A SEPA transfer needs an IBAN (BT-84).',
    )
    demand(
      transfer !== undefined,
      '23-a',
      'payment.transfers',
      'A transfer needs the account to pay to (BG-17).',
    )
    demand(
      !card && !directDebit,
      '23-b',
      'payment',
      'A transfer stands beside neither card nor direct debit.',
    )
  }
  if (CARDS.has(means)) {
    demand(card !== undefined, '24-a', 'payment.card', 'A payment by card needs the card (BG-18).')
    demand(
      !transfer && !directDebit,
      '24-b',
      'payment',
      'A card stands beside neither transfer nor direct debit.',
    )
  }
  if (means === DEBIT) {
    advise(
      isIban(directDebit?.account),
      '20',
      'payment.directDebit.account',
      'A SEPA direct debit needs an IBAN (BT-91).',
    )
    demand(
      directDebit !== undefined,
      '25-a',
      'payment.directDebit',
      'A direct debit needs its mandate (BG-19).',
    )
    demand(!transfer && !card, '25-b', 'payment', 'A direct debit stands beside neither transfer nor card.')
  }
  if (!directDebit) return
  demand(
    directDebit.creditor !== undefined,
    '30',
    'payment.directDebit.creditor',
    'The creditor’s number (BT-90) is missing.',
  )
  demand(
    directDebit.account !== undefined,
    '31',
    'payment.directDebit.account',
    'The debited account (BT-91) is missing.',
  )
}
