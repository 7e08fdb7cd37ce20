import { escapeXml as escaped, type XmlElement } from '../../xml/index.ts'
import { type Binding, syntax, UnwritableError } from '../binding.ts'
import { type EInvoice, type Found, VAT_CATEGORIES } from '../model.ts'
import { defined, limited } from './leaves.ts'

/** ebInterface's elements stand in this namespace, which is also the specification (BT-24) its invoices claim. */
export const EB_INTERFACE = 'http://www.ebinterface.at/schema/6p1/'

export const eb = syntax({ '': EB_INTERFACE })
const { at, child, day, fields, leaf, many } = eb
export const limits = limited(eb)

const WORDS_MAX = 10_000
export const words = (tag: string, max = WORDS_MAX): Binding<string> => limits.words(tag, max)
/** The number of a document, a party or an order */
export const id = (tag: string): Binding<string> => words(tag, 255)
export const cents = (tag: string): Binding<string> => limits.number(tag, 2, 2, 15)

type Line = EInvoice['lines'][number]
type Category = EInvoice['vat'][number]['category']

/** The same number, if it has no more decimals than the schema takes. */
function fine(value: string, field: string, most = 4): string {
  if ((value.split('.')[1]?.replace(/0+$/, '').length ?? 0) > most)
    throw new UnwritableError(`It takes at most ${most} decimals.`, field)
  return value
}

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
