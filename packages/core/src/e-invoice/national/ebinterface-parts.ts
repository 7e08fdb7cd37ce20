import { escapeXml as escaped, type XmlElement } from '../../xml/index.ts'
import { type Binding, mapped, syntax, UnwritableError } from '../binding.ts'
import { type EInvoice, type Found, type Identifier, VAT_CATEGORIES } from '../model.ts'
import { defined, limited } from './leaves.ts'

/** ebInterface's elements stand in this namespace, which is also the specification (BT-24) its invoices claim. */
export const EB_INTERFACE = 'http://www.ebinterface.at/schema/6p1/'

export const eb = syntax({ '': EB_INTERFACE })
const { at, child, day, fields, leaf, many, text } = eb
const limits = limited(eb)

const WORDS_MAX = 10_000
export const words = (tag: string, max = WORDS_MAX): Binding<string> => limits.words(tag, max)
/** The number of a document, a party or an order */
export const id = (tag: string): Binding<string> => words(tag, 255)
export const cents = (tag: string): Binding<string> => limits.number(tag, 2, 2, 15)

type Party = EInvoice['seller']
type Line = EInvoice['lines'][number]
type Category = EInvoice['vat'][number]['category']

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

/** The same number, if it has no more decimals than the schema takes. */
function fine(value: string, field: string, most = 4): string {
  if ((value.split('.')[1]?.replace(/0+$/, '').length ?? 0) > most)
    throw new UnwritableError(`It takes at most ${most} decimals.`, field)
  return value
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

export interface Tax {
  base: string
  percent: { rate: string; category: Category }
  amount?: string | undefined
  reason?: string | undefined
}

/** The list the codes are from has words for lower and higher rates too, which EN 16931 has not. */
const RATED: ReadonlySet<string> = new Set(['AA', 'H'])

const percent: Binding<Tax['percent']> = (() => {
  const inner = leaf<Tax['percent'], 'rate'>('TaxPercent', 'rate', { category: 'TaxCategoryCode' })
  return {
    write: (value, writing) => inner.write({ ...value, rate: fine(value.rate, 'rate', 2) }, writing),
    read(parent, reading) {
      const { category: said, rate } = inner.read(parent, reading) ?? {}
      const category =
        said !== undefined && RATED.has(said) ? 'S' : VAT_CATEGORIES.find((one) => one === said)
      if (said !== undefined && category === undefined)
        reading.fault('TaxPercent', `"${said.slice(0, 40)}" is no category of VAT.`)
      return defined({ category, rate })
    },
  }
})()

export const taxItem = fields<Tax>([
  ['base', cents('TaxableAmount')],
  ['percent', percent],
  ['amount', cents('TaxAmount')],
  ['reason', words('Comment')],
])

export interface Change {
  base: string
  percent?: string | undefined
  amount: string
  reason?: string | undefined
  tax?: Tax | undefined
}
const change = fields<Change>([
  ['base', cents('BaseAmount')],
  ['percent', cents('Percentage')],
  ['amount', cents('Amount')],
  ['reason', words('Comment')],
  ['tax', at('TaxItem', taxItem)],
])
export interface Changes {
  allowances?: Change[] | undefined
  charges?: Change[] | undefined
}
export const changes = (tag: string, end = ''): Binding<Changes> =>
  at(
    tag,
    fields<Changes>([
      ['allowances', many(`Reduction${end}`, change)],
      ['charges', many(`Surcharge${end}`, change)],
    ]),
  )

type Period = NonNullable<EInvoice['period']>
/** Both days are wanted. */
export const period: Binding<Period> = (() => {
  const inner = at(
    'Period',
    fields<Period>([
      ['from', day('FromDate')],
      ['to', day('ToDate')],
    ]),
  )
  return {
    write(value, writing) {
      for (const end of ['from', 'to'] as const)
        if (value[end] === undefined) throw new UnwritableError('A period has both its days.', end)
      return inner.write(value, writing)
    },
    read: inner.read,
  }
})()

const ARTICLES = {
  standardId: 'GTIN',
  buyerId: 'InvoiceRecipientsArticleNumber',
  sellerId: 'BillersArticleNumber',
} as const
/** ISO 6523: GTIN */
const GTIN = '0160'

const articles: Binding<Line['item']> = {
  write: ({ standardId, buyerId, sellerId }) =>
    [
      [ARTICLES.standardId, standardId?.id],
      [ARTICLES.buyerId, buyerId],
      [ARTICLES.sellerId, sellerId],
    ]
      .map(([type, number]) =>
        number === undefined
          ? ''
          : `<ArticleNumber ArticleNumberType="${type}">${escaped(number)}</ArticleNumber>`,
      )
      .join(''),
  read(parent) {
    const of = (type: string) =>
      parent.children.find(
        ({ name, attributes }) => name === 'ArticleNumber' && attributes.ArticleNumberType === type,
      )?.text
    const gtin = of(ARTICLES.standardId)
    return {
      ...(gtin !== undefined && { standardId: { id: gtin, scheme: GTIN } }),
      ...defined({ buyerId: of(ARTICLES.buyerId), sellerId: of(ARTICLES.sellerId) }),
    }
  },
}

/** The first description is the name. */
const descriptions: Binding<Line['item']> = {
  write: ({ name, description }, writing) =>
    [name, description]
      .map((one) => (one === undefined ? '' : words('Description').write(one, writing)))
      .join(''),
  read(parent) {
    const [name, ...rest] = parent.children.filter((one) => one.name === 'Description').map((one) => one.text)
    return defined({ name: name || undefined, description: rest.join(' ') || undefined })
  },
}

type Classification = NonNullable<Line['item']['classifications']>[number]
const classification = child('Classification')
const classifications: Binding<Classification[]> = {
  write: (list, writing) =>
    list
      .map((one) =>
        leaf<Classification, 'id'>('Classification', 'id', { scheme: 'ClassificationSchema' }).write(
          one,
          writing,
        ),
      )
      .join(''),
  read(parent) {
    if (!classification(parent)) return undefined
    const found = parent.children.filter(({ name }) => name === 'Classification')
    return found.map((one) => ({ id: one.text, ...defined({ scheme: one.attributes.ClassificationSchema }) }))
  },
}

/** Stands far from the rest of the item, which reads it. */
const lineClassifications: Binding<EbLine> = {
  write: ({ item: { classifications: list } }, writing) => (list ? classifications.write(list, writing) : ''),
  read: () => undefined,
}

/** AdditionalInformation: with a key an attribute of the item, without one the note of the line. */
const information: Binding<EbLine> = {
  write: ({ item: { attributes = [] }, note }) =>
    [
      ...attributes.map(
        ({ name, value }) =>
          `<AdditionalInformation Key="${escaped(name)}">${escaped(value)}</AdditionalInformation>`,
      ),
      ...(note === undefined ? [] : [`<AdditionalInformation>${escaped(note)}</AdditionalInformation>`]),
    ].join(''),
  read(parent) {
    const found = parent.children.filter(({ name }) => name === 'AdditionalInformation')
    const note = found
      .filter((one) => one.attributes.Key === undefined)
      .map((one) => one.text)
      .join(' ')
    return note === '' ? {} : { note }
  },
}
const attributesOf = (parent: XmlElement): NonNullable<Line['item']['attributes']> =>
  parent.children
    .filter(({ name, attributes }) => name === 'AdditionalInformation' && attributes.Key !== undefined)
    .map((one) => ({ name: one.attributes.Key as string, value: one.text }))

export interface EbLine extends Omit<Line, 'vat' | 'allowances' | 'charges'>, Changes {
  orderReference?: { order: string; position: string } | undefined
  tax: Tax
}

/** What an item is, of which parts stand in four places. */
const item: Binding<Line['item']> = {
  write: (value, writing) => descriptions.write(value, writing) + articles.write(value, writing),
  read(parent, reading) {
    const attributes = attributesOf(parent)
    const found = classifications.read(parent, reading)
    return {
      ...descriptions.read(parent, reading),
      ...articles.read(parent, reading),
      ...(found && { classifications: found }),
      ...(attributes.length > 0 && { attributes }),
    } as Found<Line['item']>
  },
}

const quantity: Binding<EbLine> = (() => {
  const inner = leaf<Pick<EbLine, 'quantity' | 'unit'>, 'quantity'>('Quantity', 'quantity', { unit: 'Unit' })
  return {
    write: (line, writing) => inner.write({ ...line, quantity: fine(line.quantity, 'quantity') }, writing),
    read: inner.read,
  }
})()
const price: Binding<Line['price']> = (() => {
  const inner = leaf<Pick<Line['price'], 'net' | 'quantity'>, 'net'>('UnitPrice', 'net', {
    quantity: 'BaseQuantity',
  })
  return {
    write: (value, writing) => {
      if (value.quantity !== undefined) fine(value.quantity, 'quantity')
      return inner.write({ ...value, net: fine(value.net, 'net') }, writing)
    },
    read: inner.read,
  }
})()

const line = fields<EbLine>([
  ['id', limits.words('PositionNumber', 10, { pattern: /^[1-9]\d*$/ })],
  ['item', item],
  [null, quantity],
  ['price', price],
  [null, changes('ReductionAndSurchargeListLineItemDetails', 'ListLineItem') as Binding<EbLine>],
  ['period', at('Delivery', period)],
  [
    'orderReference',
    at(
      'InvoiceRecipientsOrderReference',
      fields<NonNullable<EbLine['orderReference']>>([
        ['order', id('OrderID')],
        ['position', words('OrderPositionNumber')],
      ]),
    ),
  ],
  [null, lineClassifications],
  [null, information],
  ['tax', at('TaxItem', taxItem)],
  ['net', cents('LineItemAmount')],
])

const items = many('ListLineItem', line)
const itemList = at('ItemList', items)

/** A stranger may order the lines in several lists; one list is written, all are read. */
export const lines = at<EbLine[]>('Details', {
  write: itemList.write,
  read(parent, reading) {
    const lists = parent.children.filter(({ name }) => name === 'ItemList')
    const found = lists.flatMap((list, number) =>
      reading.inside(`ItemList[${number + 1}]`, () => items.read(list, reading) ?? []),
    )
    return found.length > 0 ? found : undefined
  },
})

type Payment = NonNullable<EInvoice['payment']>
type Transfer = NonNullable<Payment['transfers']>[number]
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]+$/

const transfer: Binding<Transfer> = {
  write: ({ account, name, bic }, writing) =>
    [
      bic === undefined
        ? ''
        : limits.words('BIC', 11, { pattern: /^[0-9A-Za-z]{8}([0-9A-Za-z]{3})?$/ }).write(bic, writing),
      IBAN.test(account)
        ? words('IBAN', 34).write(account, writing)
        : words('BankAccountNr').write(account, writing),
      name === undefined ? '' : words('BankAccountOwner', 70).write(name, writing),
    ].join(''),
  read: (parent, reading) =>
    defined({
      account: text('IBAN').read(parent, reading) ?? text('BankAccountNr').read(parent, reading),
      name: text('BankAccountOwner').read(parent, reading),
      bic: text('BIC').read(parent, reading),
    }),
}

/** Which element says which means of payment (UNTDID 4461). */
export const TRANSFER = '58'
const DEBIT = '59'
const CARD = '48'

const bank = at(
  'UniversalBankTransaction',
  fields<Payment>([
    ['transfers', many('BeneficiaryAccount', transfer)],
    ['remittance', words('PaymentReference', 35)],
  ]),
  { always: true },
)
type Debit = NonNullable<Payment['directDebit']>
const debit = at(
  'SEPADirectDebit',
  fields<Debit>([
    ['account', words('IBAN', 34)],
    ['creditor', words('CreditorID', 35)],
    ['mandate', words('MandateReference', 35)],
  ]),
  { always: true },
)
const card = at(
  'PaymentCard',
  fields<NonNullable<Payment['card']>>([
    ['number', words('PrimaryAccountNumber')],
    ['holder', words('CardHolderName')],
  ]),
)

/** A credit note without payment says so. */
export const NO_PAYMENT = '<PaymentMethod><NoPayment/></PaymentMethod>'

export const payment: Binding<Payment> = at('PaymentMethod', {
  write(value, writing) {
    const comment = value.meansText === undefined ? '' : words('Comment').write(value.meansText, writing)
    if (value.means === TRANSFER) return comment + bank.write(value, writing)
    if (value.means === DEBIT) return comment + debit.write(value.directDebit ?? {}, writing)
    if (value.means === CARD && value.card) return comment + card.write(value.card, writing)
    throw new UnwritableError(`ebInterface knows transfers, debits and cards, not ${value.means}.`, 'means')
  },
  read(parent, reading) {
    const meansText = text('Comment').read(parent, reading)
    const [transferred, debited, carded] = [bank, debit, card].map((one) => one.read(parent, reading))
    if (transferred) return { means: TRANSFER, ...defined({ meansText }), ...transferred } as Found<Payment>
    if (debited) {
      const directDebit = Object.keys(debited).length > 0 ? (debited as Found<Debit>) : undefined
      return { means: DEBIT, ...defined({ meansText, directDebit }) }
    }
    if (carded) return { means: CARD, ...defined({ meansText }), card: carded } as Found<Payment>
    return undefined
  },
})
