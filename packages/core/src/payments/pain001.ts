import {
  CURRENCY_DECIMALS,
  formatAmount,
  type IsoDate,
  type Minor,
  smallestTransfer,
} from '../country/index.ts'
import { branch, leaf } from '../xml/index.ts'
import { type BankTerms, batchesOf, ORDINARY_TERMS } from './bank-terms.ts'
import { address, agent, checkIdentification, initiatingParty, type PostalAddress } from './payment-parts.ts'
import { sepaText } from './sepa-text.ts'

/** The company that pays. */
export interface Debtor {
  readonly name: string
  readonly iban: string
  readonly bic?: string | null
  /** The company number, as the initiating party is identified by. */
  readonly companyNumber?: string | null
  readonly address?: PostalAddress
}

/** One wage, or one supplier’s invoice, on its way to a bank account. */
export interface CreditTransfer {
  /** Comes back on the statement; at most 35 characters of the SEPA set. */
  readonly endToEndId: string
  readonly amount: Minor
  readonly name: string
  readonly iban: string
  readonly address?: PostalAddress
  /** What the receiver reads on the statement; cut to 140 characters. */
  readonly text: string
}

export interface CreditTransferFile {
  /** At most 35 characters; a bank refuses the same one twice. */
  readonly messageId: string
  readonly createdAt: Date
  readonly executeOn: IsoDate
  readonly currency: string
  /** What the file pays (ISO 20022 external category purposes): wages unless told, or suppliers. */
  readonly purpose?: 'SALA' | 'SUPP'
  readonly debtor: Debtor
  /** What the company agreed with its bank; nothing unless told. */
  readonly terms?: BankTerms | undefined
  readonly transfers: readonly CreditTransfer[]
}

/**
 * What a payment type is called by the bank. The SEPA scheme moves euro and nothing else, and its charges follow the scheme.
 * Other currencies go through the country's own clearing: not urgent, each side bearing its own bank's charges.
 */
const SEPA = { service: 'SEPA', charges: 'SLEV' } as const
const NATIONAL_CLEARING = { service: 'NURG', charges: 'SHAR' } as const

/**
 * A `pain.001.001.09` customer credit transfer initiation with one payment information block, booked
 * as one batch, or several where the bank takes no more in one: then it books transfer by transfer, so that each can be told. By SEPA in euro, at once where that was agreed; by the national clearing in any other currency, where forints are written without
 * decimals because Hungarian banks take whole ones. The same input gives the same text, byte for byte. Addresses are structured, since banks refuse others
 * from 15 November 2026. Throws a RangeError for an identification a bank would refuse, an amount it cannot move, or a
 * file without transfers.
 */
export function pain001(file: CreditTransferFile): string {
  const { messageId, currency, transfers, debtor, terms = ORDINARY_TERMS } = file
  checkIdentification(messageId)
  if (transfers.length === 0) throw new RangeError('a payment file has at least one transfer')
  const amountText = amountsOf(currency)
  const head =
    leaf('MsgId', messageId) +
    leaf('CreDtTm', `${file.createdAt.toISOString().slice(0, 19)}Z`) +
    sums(transfers, amountText) +
    initiatingParty(debtor)
  const batches = batchesOf(transfers, terms)
  const blocks = batches.map((batch, at) =>
    blockOf(file, batch, {
      blockId: batches.length === 1 ? messageId : blockIdOf(messageId, at + 1),
      isBatch: batches.length === 1,
      instant: terms.instant && currency === 'EUR',
      amountText,
    }),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>${branch('GrpHdr', head)}
${blocks.join('\n')}
</CstmrCdtTrfInitn></Document>
`
}

/** A message's id has up to 35 characters already: the block's number takes the place of four of them. */
const blockIdOf = (messageId: string, no: number): string =>
  `${messageId.slice(0, 28)}${messageId.slice(32)}.${no}`

const sums = (transfers: readonly CreditTransfer[], amountText: (amount: Minor) => string): string =>
  leaf('NbOfTxs', String(transfers.length)) +
  leaf('CtrlSum', amountText(transfers.reduce((sum, { amount }) => sum + amount, 0n)))

function blockOf(
  { executeOn, currency, purpose = 'SALA', debtor }: CreditTransferFile,
  transfers: readonly CreditTransfer[],
  how: { blockId: string; isBatch: boolean; instant: boolean; amountText: (amount: Minor) => string },
): string {
  const { service, charges } = currency === 'EUR' ? SEPA : NATIONAL_CLEARING
  checkIdentification(how.blockId)
  const payment =
    leaf('PmtInfId', how.blockId) +
    leaf('PmtMtd', 'TRF') +
    leaf('BtchBookg', String(how.isBatch)) +
    sums(transfers, how.amountText) +
    branch(
      'PmtTpInf',
      branch('SvcLvl', leaf('Cd', service)),
      branch('LclInstrm', leaf('Cd', how.instant ? 'INST' : undefined)),
      branch('CtgyPurp', leaf('Cd', purpose)),
    ) +
    branch('ReqdExctnDt', leaf('Dt', executeOn)) +
    branch('Dbtr', leaf('Nm', sepaText(debtor.name, 70)), address(debtor.address)) +
    branch('DbtrAcct', branch('Id', leaf('IBAN', debtor.iban)), leaf('Ccy', currency)) +
    agent('DbtrAgt', debtor.bic) +
    leaf('ChrgBr', charges)
  const lines = transfers.map((transfer) => creditTransfer(transfer, currency, how.amountText))
  return `<PmtInf>${payment}
${lines.join('\n')}
</PmtInf>`
}

/** Writes amounts of a currency as its banks take them. */
function amountsOf(currency: string): (amount: Minor) => string {
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
  const step = smallestTransfer(currency)
  if (step === 1n) return (amount) => formatAmount(amount, decimals)
  return (amount) => {
    if (amount % step !== 0n)
      throw new RangeError(`${formatAmount(amount, decimals)} ${currency} is no amount that a bank moves`)
    return String(amount / step)
  }
}

function creditTransfer(
  transfer: CreditTransfer,
  currency: string,
  amountText: (amount: Minor) => string,
): string {
  checkIdentification(transfer.endToEndId)
  if (transfer.amount <= 0n)
    throw new RangeError(`transfer ${transfer.endToEndId} is not of a positive amount`)
  return (
    `<CdtTrfTxInf><PmtId><EndToEndId>${transfer.endToEndId}</EndToEndId></PmtId>` +
    `<Amt><InstdAmt Ccy="${currency}">${amountText(transfer.amount)}</InstdAmt></Amt>` +
    branch('Cdtr', leaf('Nm', sepaText(transfer.name, 70)), address(transfer.address)) +
    branch('CdtrAcct', branch('Id', leaf('IBAN', transfer.iban))) +
    `${branch('RmtInf', leaf('Ustrd', sepaText(transfer.text, 140)))}</CdtTrfTxInf>`
  )
}
