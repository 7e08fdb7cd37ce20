import type { XmlElement } from '../../xml/index.ts'
import type { Binding, Reading } from '../binding.ts'
import type { EInvoice } from '../model.ts'
import { checkedSupplement, faithful, type NationalReading } from './faithful.ts'
import { arrange, type Fattura, prepare } from './fatturapa-arrange.ts'
import {
  amount,
  basic,
  buyer,
  fpa,
  funds,
  latin,
  lines,
  payments,
  percent,
  seller,
  summaries,
} from './fatturapa-parts.ts'
import { rearrange } from './fatturapa-rearrange.ts'
import { FATTURAPA, type FatturaPaSupplement, fatturaPaSupplement } from './fatturapa-supplement.ts'
import { latin1 } from './latin.ts'

const { at, day, fields, many, text } = fpa
type Supplement = FatturaPaSupplement

const formatOf = ({ recipientCode }: Pick<Supplement, 'recipientCode'>) =>
  recipientCode.length === 6 ? 'FPA12' : 'FPR12'

const format: Binding<Fattura> = {
  write: (fattura) => `<FormatoTrasmissione>${formatOf(fattura)}</FormatoTrasmissione>`,
  read: () => undefined,
}

const header = at(
  'FatturaElettronicaHeader',
  fields<Fattura>([
    [
      null,
      at(
        'DatiTrasmissione',
        fields<Fattura>([
          [
            'transmitter',
            at(
              'IdTrasmittente',
              fields<Supplement['transmitter']>([
                ['country', text('IdPaese')],
                ['code', text('IdCodice')],
              ]),
            ),
          ],
          ['transmissionNumber', text('ProgressivoInvio')],
          [null, format],
          ['recipientCode', text('CodiceDestinatario')],
          ['pec', text('PECDestinatario')],
        ]),
      ),
    ],
    ['seller', seller],
    ['buyer', buyer],
    ['issuedBy', text('SoggettoEmittente') as Binding<'CC' | 'TZ'>],
  ]),
)

const withholdings = many(
  'DatiRitenuta',
  fields<NonNullable<Supplement['withholdings']>[number]>([
    ['type', text('TipoRitenuta') as Binding<'RT01'>],
    ['amount', amount('ImportoRitenuta')],
    ['rate', percent('AliquotaRitenuta')],
    ['cause', text('CausalePagamento')],
  ]),
)

const note = latin('Causale', 200)
const notes: Binding<string[]> = {
  write: (values, writing) => values.map((value) => note.write(value, writing)).join(''),
  read(parent) {
    const found = parent.children.filter(({ name }) => name === 'Causale').map((element) => element.text)
    return found.length > 0 ? found : undefined
  },
}

const document = at(
  'DatiGeneraliDocumento',
  fields<Fattura>([
    ['documentType', text('TipoDocumento') as Binding<Supplement['documentType']>],
    ['currency', basic('Divisa', 3, /^[A-Z]{3}$/)],
    ['issuedOn', day('Data')],
    // The exchange system wants a digit in it (control 00425).
    ['number', basic('Numero', 20, /^[ -~]*\d[ -~]*$/)],
    ['withholdings', withholdings],
    ['stampDuty', at('DatiBollo', amount('ImportoBollo'), { before: '<BolloVirtuale>SI</BolloVirtuale>' })],
    ['funds', funds],
    ['gross', amount('ImportoTotaleDocumento')],
    ['rounding', amount('Arrotondamento')],
    ['notes', notes],
  ]),
)

const CUP_CIG = (project: 'project' | 'contractProject', tender: 'tender' | 'contractTender') =>
  [
    [project, basic('CodiceCUP', 15)],
    [tender, basic('CodiceCIG', 15)],
  ] as const

const general = at(
  'DatiGenerali',
  fields<Fattura>([
    [null, document],
    [
      null,
      at(
        'DatiOrdineAcquisto',
        fields<Fattura>([['order', basic('IdDocumento', 20)], ...CUP_CIG('project', 'tender')]),
      ),
    ],
    [
      null,
      at(
        'DatiContratto',
        fields<Fattura>([
          ['contract', basic('IdDocumento', 20)],
          ...CUP_CIG('contractProject', 'contractTender'),
        ]),
      ),
    ],
    ['receivingAdvice', at('DatiRicezione', basic('IdDocumento', 20))],
    [
      'preceding',
      many(
        'DatiFattureCollegate',
        fields<NonNullable<EInvoice['preceding']>[number]>([
          ['number', basic('IdDocumento', 20)],
          ['issuedOn', day('Data')],
        ]),
      ),
    ],
  ]),
)

type Attachment = NonNullable<Fattura['files']>[number]
const attachments = many(
  'Allegati',
  fields<Attachment>([
    ['name', latin('NomeAttachment', 60)],
    ['format', basic('FormatoAttachment', 10)],
    ['description', latin('DescrizioneAttachment', 100)],
    ['base64', text('Attachment')],
  ]),
)

const body = at(
  'FatturaElettronicaBody',
  fields<Fattura>([
    [null, general],
    [
      null,
      at(
        'DatiBeniServizi',
        fields<Fattura>([
          ['lines', lines],
          ['summaries', summaries],
        ]),
      ),
    ],
    ['instalments', payments],
    ['files', attachments],
  ]),
)

const root = fields<Fattura>([
  [null, header],
  [null, body],
])

/**
 * The invoice as FatturaPA 1.2.2 (Italy), unsigned: between companies it may go so; the public administration wants a CAdES or
 * XAdES signature, which is not made here.
 *
 * What changes on the way, the rest comes back from `readFatturaPa` word for word (numbers but for zeros at their end):
 * - not carried: specification (BT-24, it becomes `FATTURAPA`), process (BT-23), the electronic addresses (BT-34, BT-49; the
 *   supplement's recipient code takes their place) and VATEX codes (BT-121; Natura says it);
 * - texts lose letters outside Latin-1, as `latin1` tells; a description (BT-154) is joined to the item's name; a note of more
 *   than 200 characters becomes several; the means of payment 30 and 31 are 58; a post code abroad moves before the town;
 * - allowances and charges of the document are lines of the kind SC and AC; the CUP is the project (BT-11), the CIG the tender
 *   (BT-17), the codice fiscale an identifier of the scheme 0210, the administration's reference BT-19 and BT-133;
 * - of a discount only the one of the price is known (BT-147), not a line's allowances.
 *
 * The amount to pay is written without the VAT of split payment and without withholdings.
 *
 * @throws UnwritableError naming the first field FatturaPA has no place for (a contact's name, a delivery, an address's second
 * line, a tax representative, payment terms …) or not in that form.
 */
export function writeFatturaPa(invoice: EInvoice, supplement: FatturaPaSupplement): string {
  checkedSupplement(fatturaPaSupplement, supplement)
  const prepared = prepare(invoice)
  const inside = root.write(arrange(prepared, supplement), { currency: invoice.currency })
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<p:FatturaElettronica xmlns:p="${FATTURAPA}" versione="${formatOf(supplement)}">${inside}</p:FatturaElettronica>`
  return faithful(xml, {
    format: 'FatturaPA',
    invoice: prepared,
    supplement,
    read: readFatturaPa,
    spelt: latin1,
  })
}

/**
 * What a FatturaPA says, as far as the model and the supplement have a place for it. A file of several invoices is read to the
 * first, which the reading notes.
 */
export function readFatturaPa(element: XmlElement, reading: Reading): NationalReading<FatturaPaSupplement> {
  const found = reading.inside('p:FatturaElettronica', () => root.read(element, reading))
  return rearrange(found ?? {}, reading)
}
