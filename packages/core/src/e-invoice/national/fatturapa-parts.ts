import { type Binding, mapped, syntax } from '../binding.ts'
import type { EInvoice, Found, Identifier } from '../model.ts'
import type { FatturaPaSupplement } from './fatturapa-supplement.ts'
import { latin1 } from './latin.ts'
import { limited } from './leaves.ts'

/** Only FatturaPA's root has a namespace. */
export const fpa = syntax({ '': '' })
const { at, day, fields, many, text } = fpa
export const { words, number } = limited(fpa)

type Party = EInvoice['seller']
type Line = EInvoice['lines'][number]
type Supplement = FatturaPaSupplement

/** Text of the blocks Basic Latin and Latin-1 Supplement. */
export const latin = (tag: string, max: number): Binding<string> => words(tag, max, { change: latin1 })
/** Numbers and codes are of Basic Latin, and not respelt. */
const BASIC = /^[ -~]*$/
export const basic = (tag: string, max: number, pattern = BASIC): Binding<string> =>
  words(tag, max, { pattern })
/** An amount of exactly two decimals. */
export const amount = (tag: string): Binding<string> => number(tag, 2, 2)
const fine = (tag: string): Binding<string> => number(tag, 2, 8)
export const percent = (tag: string): Binding<string> => number(tag, 2, 2, 3)

const taxNumber = (tag: string): Binding<string> =>
  mapped(
    at(
      tag,
      fields<{ country: string; code: string }>([
        ['country', basic('IdPaese', 2, /^[A-Z]{2}$/)],
        ['code', basic('IdCodice', 28)],
      ]),
    ),
    (vatId: string) => ({ country: vatId.slice(0, 2), code: vatId.slice(2) }),
    ({ country = '', code = '' }) => country + code || undefined,
  )

/** The scheme of the codice fiscale among identifiers (ISO 6523) */
export const FISCAL_CODE = '0210'

/** The codice fiscale, which the model has among the identifiers. */
const fiscalCode: Binding<Identifier[]> = {
  write: (ids, writing) =>
    ids
      .filter(({ scheme }) => scheme === FISCAL_CODE)
      .map(({ id }) => basic('CodiceFiscale', 16, /^[A-Z0-9]{11,16}$/).write(id, writing))
      .join(''),
  read(parent, reading) {
    const id = text('CodiceFiscale').read(parent, reading)
    return id === undefined ? undefined : [{ id, scheme: FISCAL_CODE }]
  },
}

/** A company has its name in one piece, a person may have it in two. */
const name: Binding<string> = at('Anagrafica', {
  write: latin('Denominazione', 80).write,
  read(parent, reading) {
    const names = ['Nome', 'Cognome'].map((tag) => text(tag).read(parent, reading) ?? '')
    return text('Denominazione').read(parent, reading) || names.join(' ').trim() || undefined
  },
})

const street: Binding<string> = {
  write: latin('Indirizzo', 60).write,
  read(parent, reading) {
    const parts = ['Indirizzo', 'NumeroCivico'].map((tag) => text(tag).read(parent, reading) ?? '')
    return parts.join(' ').trim() || undefined
  },
}

/** Abroad the post code is five noughts. */
export const NO_POST_CODE = '00000'

const address: Binding<Party['address']> = mapped(
  at(
    'Sede',
    fields<Party['address']>([
      ['line1', street],
      ['postCode', basic('CAP', 5, /^\d{5}$/)],
      ['town', latin('Comune', 60)],
      ['subdivision', basic('Provincia', 2, /^[A-Z]{2}$/)],
      ['country', basic('Nazione', 2, /^[A-Z]{2}$/)],
    ]),
  ),
  (value: Party['address']) => ({ ...value, postCode: value.postCode ?? NO_POST_CODE }),
  ({ postCode, ...rest }) => ({ ...rest, ...(postCode && postCode !== NO_POST_CODE && { postCode }) }),
)

/** The seller with what Italy keeps there. */
export interface Seller extends Party {
  taxRegime: string
  rea?: Supplement['rea'] | undefined
  buyerAccounting?: string | undefined
}

const identity: readonly (readonly ['vatId' | 'identifiers' | 'name', Binding<never>])[] = [
  ['vatId', taxNumber('IdFiscaleIVA') as Binding<never>],
  ['identifiers', fiscalCode as Binding<never>],
  ['name', name as Binding<never>],
]

export const seller = at(
  'CedentePrestatore',
  fields<Seller>([
    [null, at('DatiAnagrafici', fields<Seller>([...identity, ['taxRegime', text('RegimeFiscale')]]))],
    ['address', address],
    [
      'rea',
      at(
        'IscrizioneREA',
        fields<NonNullable<Supplement['rea']>>([
          ['office', text('Ufficio')],
          ['number', text('NumeroREA')],
          ['capital', amount('CapitaleSociale')],
          ['shareholders', text('SocioUnico') as Binding<'SU' | 'SM'>],
          ['liquidation', text('StatoLiquidazione') as Binding<'LS' | 'LN'>],
        ]),
      ),
    ],
    [
      'contact',
      at(
        'Contatti',
        fields<NonNullable<Party['contact']>>([
          ['phone', basic('Telefono', 12, /^[ -~]{5,12}$/)],
          ['email', words('Email', 256, { pattern: /^.+@.+[.]+.+$/ })],
        ]),
      ),
    ],
    ['buyerAccounting', basic('RiferimentoAmministrazione', 20)],
  ]),
)

export const buyer = at(
  'CessionarioCommittente',
  fields<Party>([
    [null, at('DatiAnagrafici', fields<Party>([...identity]))],
    ['address', address],
  ]),
)

/** A line, or a discount or charge of the whole invoice, which FatturaPA writes as a line of another kind. */
export interface FpaLine extends Omit<Line, 'item' | 'vat'> {
  /** TipoCessionePrestazione: `SC` discount, `PR` premium, `AB` rebate, `AC` charge */
  kind?: string | undefined
  item: { name: string; codes?: { scheme: string; id: string }[] | undefined }
  vat: { rate: string; withheld?: string | undefined; nature?: string | undefined }
}

interface Change {
  kind: string
  amount: string
}

/** The discount of a price is one per unit, taken from the gross price. */
interface Price {
  net: string
  changes?: Change[] | undefined
}

const price: Binding<Line['price']> = mapped(
  fields<Price>([
    ['net', fine('PrezzoUnitario')],
    [
      'changes',
      many(
        'ScontoMaggiorazione',
        fields<Change>([
          ['kind', text('Tipo')],
          ['amount', fine('Importo')],
        ]),
      ),
    ],
  ]),
  ({ net, gross, discount }: Line['price']): Price => ({
    net: gross ?? net,
    ...(discount !== undefined && { changes: [{ kind: 'SC', amount: discount }] }),
  }),
  priceOf,
)

function priceOf({ net: unit, changes }: Found<Price>): Found<Line['price']> {
  const [change, second] = changes ?? []
  if (unit === undefined) return {}
  // A percentage or a surcharge is left to the line's own total.
  if (second || change?.kind !== 'SC' || change.amount === undefined) return { net: unit }
  return { net: minus(unit, change.amount), gross: unit, discount: change.amount }
}

/** With as many decimals as the finer of the two. */
function minus(a: string, b: string): string {
  const decimals = Math.max(...[a, b].map((value) => value.split('.')[1]?.length ?? 0))
  const [x, y] = [a, b].map((value) => {
    const [whole = '', fraction = ''] = value.split('.')
    return BigInt(whole + fraction.padEnd(decimals, '0'))
  }) as [bigint, bigint]
  const [sign, digits] = x < y ? ['-', y - x] : ['', x - y]
  const text = digits.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? sign + text : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`
}

export const lines = many(
  'DettaglioLinee',
  fields<FpaLine>([
    ['id', basic('NumeroLinea', 4, /^[1-9]\d*$/)],
    ['kind', text('TipoCessionePrestazione')],
    [
      'item',
      fields<FpaLine['item']>([
        [
          'codes',
          many(
            'CodiceArticolo',
            fields<{ scheme: string; id: string }>([
              ['scheme', basic('CodiceTipo', 35)],
              ['id', words('CodiceValore', 35)],
            ]),
          ),
        ],
        ['name', latin('Descrizione', 1000)],
      ]),
    ],
    ['quantity', number('Quantita', 2, 8, 12)],
    ['unit', basic('UnitaMisura', 10)],
    [
      'period',
      mapped(
        fields<NonNullable<Line['period']>>([
          ['from', day('DataInizioPeriodo')],
          ['to', day('DataFinePeriodo')],
        ]),
        (period: NonNullable<Line['period']>) => period,
        (found) => (Object.keys(found).length > 0 ? found : undefined),
      ),
    ],
    ['price', price],
    ['net', fine('PrezzoTotale')],
    [
      'vat',
      fields<FpaLine['vat']>([
        ['rate', percent('AliquotaIVA')],
        ['withheld', text('Ritenuta')],
        ['nature', text('Natura')],
      ]),
    ],
    ['buyerAccounting', basic('RiferimentoAmministrazione', 20)],
  ]),
)

/** DatiCassaPrevidenziale: a contribution to a professional fund, which the model has among the charges. */
export interface FundCharge {
  type: string
  percent: string
  amount: string
  base?: string | undefined
  vat: { rate: string; nature?: string | undefined }
}

export const funds = many(
  'DatiCassaPrevidenziale',
  fields<FundCharge>([
    ['type', text('TipoCassa')],
    ['percent', percent('AlCassa')],
    ['amount', amount('ImportoContributoCassa')],
    ['base', amount('ImponibileCassa')],
    [
      'vat',
      fields<FundCharge['vat']>([
        ['rate', percent('AliquotaIVA')],
        ['nature', text('Natura')],
      ]),
    ],
  ]),
)

/** DatiRiepilogo */
export interface Summary {
  rate: string
  nature?: string | undefined
  /** SpeseAccessorie: what a stranger charges here rather than in a line */
  expenses?: string | undefined
  base: string
  amount: string
  chargeability?: string | undefined
  exemptionReason?: string | undefined
}

export const summaries = many(
  'DatiRiepilogo',
  fields<Summary>([
    ['rate', percent('AliquotaIVA')],
    ['nature', text('Natura')],
    ['expenses', amount('SpeseAccessorie')],
    ['base', amount('ImponibileImporto')],
    ['amount', amount('Imposta')],
    ['chargeability', text('EsigibilitaIVA')],
    ['exemptionReason', latin('RiferimentoNormativo', 100)],
  ]),
)

/** DettaglioPagamento */
export interface Instalment {
  name?: string | undefined
  means: string
  dueOn?: string | undefined
  amount: string
  account?: string | undefined
  bic?: string | undefined
  remittance?: string | undefined
}

export const payments = at(
  'DatiPagamento',
  many(
    'DettaglioPagamento',
    fields<Instalment>([
      ['name', latin('Beneficiario', 200)],
      ['means', text('ModalitaPagamento')],
      ['dueOn', day('DataScadenzaPagamento')],
      ['amount', amount('ImportoPagamento')],
      ['account', basic('IBAN', 34, /^[a-zA-Z]{2}\d{2}[a-zA-Z0-9]{11,30}$/)],
      ['bic', basic('BIC', 11, /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/)],
      ['remittance', basic('CodicePagamento', 60)],
    ]),
  ),
  { before: '<CondizioniPagamento>TP02</CondizioniPagamento>' },
)
