import {
  CURRENCY_DECIMALS,
  formatAmount,
  type IsoDate,
  type Minor,
  smallestTransfer,
} from '../country/index.ts'
import { branch, leaf } from '../xml/index.ts'
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
 * as one batch: by SEPA in euro, by the national clearing in any other currency, where forints are written without
 * decimals because Hungarian banks take whole ones. The same input gives the same text, byte for byte. Addresses are structured, since banks refuse others
 * from 15 November 2026. Throws a RangeError for an identification a bank would refuse, an amount it cannot move, or a
 * file without transfers.
 */
export function pain001(file: CreditTransferFile): string {
  const { messageId, executeOn, currency, purpose = 'SALA', debtor, transfers } = file
  checkIdentification(messageId)
  if (transfers.length === 0) throw new RangeError('a payment file has at least one transfer')
  const { service, charges } = currency === 'EUR' ? SEPA : NATIONAL_CLEARING
  const amountText = amountsOf(currency)
  let total = 0n
  const lines: string[] = []
  for (const transfer of transfers) {
    total += transfer.amount
    lines.push(creditTransfer(transfer, currency, amountText))
  }
  const count = String(transfers.length)
  const sum = amountText(total)
  const head =
    leaf('MsgId', messageId) +
    leaf('CreDtTm', `${file.createdAt.toISOString().slice(0, 19)}Z`) +
    leaf('NbOfTxs', count) +
    leaf('CtrlSum', sum) +
    initiatingParty(debtor)
  const payment =
    leaf('PmtInfId', messageId) +
    leaf('PmtMtd', 'TRF') +
    leaf('BtchBookg', 'true') +
    leaf('NbOfTxs', count) +
    leaf('CtrlSum', sum) +
    branch('PmtTpInf', branch('SvcLvl', leaf('Cd', service)), branch('CtgyPurp', leaf('Cd', purpose))) +
    branch('ReqdExctnDt', leaf('Dt', executeOn)) +
    branch('Dbtr', leaf('Nm', sepaText(debtor.name, 70)), address(debtor.address)) +
    branch('DbtrAcct', branch('Id', leaf('IBAN', debtor.iban)), leaf('Ccy', currency)) +
    agent('DbtrAgt', debtor.bic) +
    leaf('ChrgBr', charges)
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>${branch('GrpHdr', head)}
<PmtInf>${payment}
${lines.join('\n')}
</PmtInf></CstmrCdtTrfInitn></Document>
`
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
