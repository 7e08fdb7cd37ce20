import { type Binding, UnwritableError } from '../binding.ts'
import type { EInvoice, Found } from '../model.ts'
import { eb, limits, words } from './ebinterface-parts.ts'
import { defined } from './leaves.ts'

const { at, fields, many, text } = eb

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
