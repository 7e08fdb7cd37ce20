import { escapeXml } from '../../xml/index.ts'
import { type Binding, mapped, syntax, UnwritableError } from '../binding.ts'
import type { EInvoice, Found } from '../model.ts'
import { isInUnion, threeLetters, twoLetters } from './countries.ts'
import type { FacturaeSupplement } from './facturae-supplement.ts'
import { collapse, limited } from './leaves.ts'

/** Only Facturae's root has a namespace. */
export const fe = syntax({ '': '' })
const { at, day, fields, many, text } = fe
const { words, number } = limited(fe)

type Party = EInvoice['seller']
type Address = Party['address']
type Line = EInvoice['lines'][number]

export { words }
/** Up to eight decimals, at least two. */
export const amount = (tag: string): Binding<string> => number(tag, 2, 8, 15)
export const cents = (tag: string): Binding<string> => number(tag, 2, 2, 15)
const total = (tag: string): Binding<string> => at(tag, amount('TotalAmount'))

/** The schema wants the element, though there may be nothing in it. */
const wanted = (tag: string, max: number): Binding<string> => ({
  write: (value) => (value === '' ? `<${tag}></${tag}>` : words(tag, max).write(value, { currency: '' })),
  read: text(tag).read,
})

const country: Binding<string> = {
  write(value) {
    const code = threeLetters(value)
    if (code === undefined) throw new UnwritableError(`"${value}" has no three letters here.`)
    return `<CountryCode>${code}</CountryCode>`
  },
  read(parent, reading) {
    const code = text('CountryCode').read(parent, reading)
    const short = code === undefined ? undefined : twoLetters(code)
    if (code !== undefined && short === undefined)
      reading.fault('CountryCode', `"${escapeXml(code)}" is no country that is known here.`)
    return short
  },
}

const inSpain = at(
  'AddressInSpain',
  fields<Address>([
    ['line1', wanted('Address', 80)],
    ['postCode', words('PostCode', 5, { pattern: /^\d{5}$/ })],
    ['town', wanted('Town', 50)],
    ['subdivision', wanted('Province', 20)],
    ['country', country],
  ]),
)
const overseas = at(
  'OverseasAddress',
  fields<Address>([
    ['line1', wanted('Address', 80)],
    ['town', wanted('PostCodeAndTown', 50)],
    ['subdivision', wanted('Province', 20)],
    ['country', country],
  ]),
)

/** Every part of an address is wanted, so what is absent stands there empty. */
const address: Binding<Address> = {
  write(value, writing) {
    const whole = {
      ...value,
      line1: value.line1 ?? '',
      town: value.town ?? '',
      subdivision: value.subdivision ?? '',
    }
    if (value.country !== 'ES') return overseas.write(whole, writing)
    if (value.postCode === undefined)
      throw new UnwritableError('An address in Spain has its post code.', 'postCode')
    return inSpain.write(whole, writing)
  },
  read: (parent, reading) => inSpain.read(parent, reading) ?? overseas.read(parent, reading),
}

type Contact = NonNullable<Party['contact']>
const contact = at(
  'ContactDetails',
  fields<Contact>([
    ['phone', words('Telephone', 15)],
    ['email', words('ElectronicMail', 60)],
    ['name', words('ContactPersons', 40)],
  ]),
)

interface TaxIdentity {
  residence: string
  id: string
}
/** A Spanish number stands without its country. */
const taxIdentity: Binding<Pick<Party, 'vatId' | 'address'>> = mapped(
  at(
    'TaxIdentification',
    fields<TaxIdentity>([
      ['residence', text('ResidenceTypeCode')],
      ['id', words('TaxIdentificationNumber', 30, { pattern: /^.{3,}$/ })],
    ]),
    { before: '<PersonTypeCode>J</PersonTypeCode>' },
  ),
  ({ vatId = '', address: { country: home } }: Pick<Party, 'vatId' | 'address'>): TaxIdentity => ({
    residence: home === 'ES' ? 'R' : isInUnion(home) ? 'U' : 'E',
    id: home === 'ES' ? vatId.replace(/^ES/, '') : vatId,
  }),
  ({ residence, id }) => ({
    ...(id !== undefined && { vatId: residence === 'R' && !id.startsWith('ES') ? `ES${id}` : id }),
  }),
)

type Centre = NonNullable<FacturaeSupplement['centres']>[number]

/** A party with what Spain keeps there; the address of the centres is the buyer's. */
export interface FacturaeParty extends Party {
  centres?: (Centre & { address: Address })[] | undefined
}

const entity: Binding<FacturaeParty> = at(
  'LegalEntity',
  fields<FacturaeParty>([
    ['name', words('CorporateName', 80)],
    ['tradingName', words('TradeName', 40)],
    ['address', address],
    ['contact', contact],
  ]),
)
const NAMES = ['Name', 'FirstSurname', 'SecondSurname'] as const
/** A person is read under one name; we bill none in this format. */
const person = at<FacturaeParty>('Individual', {
  write: () => '',
  read(parent, reading) {
    const name = NAMES.map((tag) => text(tag).read(parent, reading) ?? '').join(' ')
    const [home, reach] = [address.read(parent, reading), contact.read(parent, reading)]
    return { name: collapse(name), ...(home && { address: home }), ...(reach && { contact: reach }) }
  },
})

export const party = (tag: string): Binding<FacturaeParty> =>
  at(
    tag,
    fields<FacturaeParty>([
      [null, taxIdentity as Binding<FacturaeParty>],
      [
        'centres',
        at(
          'AdministrativeCentres',
          many(
            'AdministrativeCentre',
            fields<NonNullable<FacturaeParty['centres']>[number]>([
              ['code', words('CentreCode', 10)],
              ['role', text('RoleTypeCode') as Binding<'01'>],
              ['name', words('Name', 40)],
              ['address', address],
            ]),
          ),
        ),
      ],
      [
        null,
        {
          write: entity.write,
          read: (parent, reading) => entity.read(parent, reading) ?? person.read(parent, reading),
        },
      ],
    ]),
  )

type Period = NonNullable<EInvoice['period']>
/** Both ends are wanted. */
export const period = (tag: string): Binding<Period> => {
  const inner = at(
    tag,
    fields<Period>([
      ['from', day('StartDate')],
      ['to', day('EndDate')],
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
}

export interface Tax {
  type: string
  rate: string
  base: string
  amount?: string | undefined
}
export const tax = fields<Tax>([
  ['type', text('TaxTypeCode')],
  ['rate', amount('TaxRate')],
  ['base', total('TaxableBase')],
  ['amount', total('TaxAmount')],
])

interface Change {
  reason: string
  percent?: string | undefined
  amount: string
}
const changes = (group: string, tag: string): Binding<Change[]> =>
  at(
    group,
    many(
      tag,
      fields<Change>([
        ['reason', wanted(`${tag}Reason`, 2500)],
        ['percent', amount(`${tag}Rate`)],
        ['amount', amount(`${tag}Amount`)],
      ]),
    ),
  )

export type { Change }
export const generalDiscounts = changes('GeneralDiscounts', 'Discount')
export const generalSurcharges = changes('GeneralSurcharges', 'Charge')

/** SpecialTaxableEvent: `01` exempt, `02` not subject */
export interface Event {
  code: string
  reason?: string | undefined
}

export interface FacturaeLine extends Omit<Line, 'vat' | 'allowances' | 'charges' | 'item' | 'price'> {
  item: { name: string; sellerId?: string | undefined }
  price: { net: string }
  cost: string
  allowances?: Change[] | undefined
  charges?: Change[] | undefined
  taxes: Tax[]
  event?: Event | undefined
}

export const lines = at(
  'Items',
  many(
    'InvoiceLine',
    fields<FacturaeLine>([
      ['id', words('SequenceNumber', 10, { pattern: /^[1-9]\d*$/ })],
      ['item', fields<FacturaeLine['item']>([['name', words('ItemDescription', 2500)]])],
      ['quantity', number('Quantity', 0, 10, 15)],
      ['unit', text('UnitOfMeasure')],
      ['price', fields<FacturaeLine['price']>([['net', amount('UnitPriceWithoutTax')]])],
      ['cost', amount('TotalCost')],
      ['allowances', changes('DiscountsAndRebates', 'Discount')],
      ['charges', changes('Charges', 'Charge')],
      ['net', amount('GrossAmount')],
      ['taxes', at('TaxesOutputs', many('Tax', tax))],
      ['period', period('LineItemPeriod')],
      ['note', words('AdditionalLineItemInformation', 2500)],
      [
        'event',
        at(
          'SpecialTaxableEvent',
          fields<Event>([
            ['code', text('SpecialTaxableEventCode')],
            ['reason', wanted('SpecialTaxableEventReason', 2500)],
          ]),
        ),
      ],
      [null, articleCode()],
    ]),
  ),
)

/** Stands far from the description, though both are the item's. */
function articleCode(): Binding<FacturaeLine> {
  const code = words('ArticleCode', 20)
  return {
    write: ({ item: { sellerId } }, writing) => (sellerId === undefined ? '' : code.write(sellerId, writing)),
    read(parent, reading) {
      const sellerId = code.read(parent, reading)
      const name = text('ItemDescription').read(parent, reading)
      const item = { ...(name !== undefined && { name }), ...(sellerId !== undefined && { sellerId }) }
      return { item } as Found<FacturaeLine>
    },
  }
}

export interface Instalment {
  dueOn: string
  amount: string
  means: string
  account?: string | undefined
  bic?: string | undefined
  remittance?: string | undefined
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]+$/
const account: Binding<string> = {
  write: (value, writing) =>
    words(IBAN.test(value) ? 'IBAN' : 'AccountNumber', 34, { pattern: /^.{5,}$/ }).write(value, writing),
  read: (parent, reading) =>
    text('IBAN').read(parent, reading) ?? text('AccountNumber').read(parent, reading),
}

export const instalments = at(
  'PaymentDetails',
  many(
    'Installment',
    fields<Instalment>([
      ['dueOn', day('InstallmentDueDate')],
      ['amount', cents('InstallmentAmount')],
      ['means', text('PaymentMeans')],
      [
        null,
        at(
          'AccountToBeCredited',
          fields<Instalment>([
            ['account', account],
            ['bic', words('BIC', 11, { pattern: /^[A-Z0-9]{11}$/ })],
          ]),
        ),
      ],
      ['remittance', words('PaymentReconciliationReference', 60)],
    ]),
  ),
)
