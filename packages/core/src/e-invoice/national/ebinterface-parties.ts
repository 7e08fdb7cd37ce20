import { escapeXml as escaped, type XmlElement } from '../../xml/index.ts'
import { type Binding, mapped, UnwritableError } from '../binding.ts'
import type { EInvoice, Identifier } from '../model.ts'
import { eb, id, words } from './ebinterface-parts.ts'
import { defined } from './leaves.ts'

const { at, child, fields, leaf, text } = eb

type Party = EInvoice['seller']

/** The schema wants the element, though there may be nothing in it. */
const wanted = (tag: string): Binding<string> => ({
  write: (value) => (value === '' ? `<${tag}/>` : words(tag).write(value, { currency: '' })),
  read: text(tag).read,
})

const country: Binding<string> = mapped(
  leaf<{ code: string; name: string }, 'name'>('Country', 'name', { code: 'CountryCode' }),
  (code: string) => {
    if (!/^[A-Z]{2}$/.test(code)) throw new UnwritableError('A country has two letters.')
    return { code, name: code }
  },
  ({ code, name }) => code ?? name,
)

/** The number of the Austrian register of companies among identifications. */
const REGISTER = 'FN'
const NO_VAT_ID = '00000000'

/** FurtherIdentification: each names the list it is from. */
const furtherOf = (element: XmlElement): Identifier => ({
  id: element.text,
  ...defined({ scheme: element.attributes.IdentificationType }),
})
const further: Binding<Party> = {
  write({ identifiers = [], legalId }) {
    const all = [
      ...identifiers.filter(({ scheme }) => scheme !== undefined),
      ...(legalId ? [{ ...legalId, scheme: legalId.scheme ?? REGISTER }] : []),
    ]
    return all
      .map(({ id: number, scheme = '' }) => {
        if (number.length > 255)
          throw new UnwritableError('An identification has at most 255 characters.', 'identifiers')
        return `<FurtherIdentification IdentificationType="${escaped(scheme)}">${escaped(number)}</FurtherIdentification>`
      })
      .join('')
  },
  read(parent) {
    const all = parent.children.filter(({ name }) => name === 'FurtherIdentification').map(furtherOf)
    const identifiers = all.filter(({ scheme }) => scheme !== REGISTER)
    const registered = all.find(({ scheme }) => scheme === REGISTER)
    if (all.length === 0) return undefined
    return {
      ...(identifiers.length > 0 && { identifiers }),
      ...(registered && { legalId: { id: registered.id } }),
    }
  },
}

/** Who bills or is billed, with the order beside the recipient. */
export interface EbParty extends Party {
  order?: string | undefined
  accountingArea?: string | undefined
}

type Contact = NonNullable<Party['contact']>
const reach = [
  ['phone', words('Phone')],
  ['email', words('Email')],
] as const
const reached = fields<Contact>([...reach])

/** The name stands in the address. */
const addressed: Binding<EbParty> = at(
  'Address',
  fields<EbParty>([
    ['name', words('Name')],
    ['tradingName', words('TradingName')],
    [
      'address',
      mapped(
        fields<Party['address']>([
          ['line1', words('Street')],
          ['town', wanted('Town')],
          ['postCode', wanted('ZIP')],
          ['country', country],
        ]),
        (value: Party['address']) => ({ ...value, town: value.town ?? '', postCode: value.postCode ?? '' }),
        (found) => found,
      ),
    ],
    ['contact', { write: reached.write, read: () => undefined }],
  ]),
)
const person: Binding<Contact> = at('Contact', fields<Contact>([['name', words('Name')], ...reach]))
const addressElement = child('Address')

/** The person alone; mail and telephone, which the federation's portal wants, stand in the address. */
const contactPerson: Binding<EbParty> = {
  write: ({ contact: { name } = {} }, writing) => (name === undefined ? '' : person.write({ name }, writing)),
  read(parent, reading) {
    const whole = addressElement(parent)
    const contact = { ...(whole && reached.read(whole, reading)), ...person.read(parent, reading) }
    return Object.keys(contact).length > 0 ? { contact } : undefined
  },
}

const vatId: Binding<EbParty> = {
  write: (value, writing) => words('VATIdentificationNumber').write(value.vatId ?? NO_VAT_ID, writing),
  read(parent, reading) {
    const number = text('VATIdentificationNumber').read(parent, reading)
    return number === undefined || number === NO_VAT_ID ? undefined : { vatId: number }
  },
}

/** An identifier without a scheme is the number the other side gave the party. */
const ours = (tag: string): Binding<EbParty> => ({
  write({ identifiers = [] }, writing) {
    const [plain] = identifiers.filter(({ scheme }) => scheme === undefined)
    return plain ? id(tag).write(plain.id, writing) : ''
  },
  read(parent, reading) {
    const number = id(tag).read(parent, reading)
    const { identifiers = [] } = further.read(parent, reading) ?? {}
    return number === undefined ? undefined : { identifiers: [...identifiers, { id: number }] }
  },
})

const ORDER = (tag: string) => at(tag, id('OrderID'))

export const party = (tag: string, theirs: string): Binding<EbParty> =>
  at(
    tag,
    fields<EbParty>([
      [null, vatId],
      [null, further as Binding<EbParty>],
      ['order', ORDER('OrderReference')],
      [null, addressed],
      [null, contactPerson],
      [null, ours(theirs)],
      ['accountingArea', words('AccountingArea', 20)],
    ]),
  )
