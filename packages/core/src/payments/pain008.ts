import { formatAmount, type IsoDate, type Minor } from '../country/index.ts'
import { branch, leaf } from '../xml/index.ts'
import { address, agent, checkIdentification, initiatingParty, type PostalAddress } from './payment-parts.ts'
import { sepaText } from './sepa-text.ts'

/** `CORE` for anybody; `B2B` between businesses, without a right of refund, once the debtor's bank has confirmed the mandate. */
export type DebitScheme = 'CORE' | 'B2B'

/** A one-off mandate is used up by its one collection; a recurring one is `RCUR` from the first (EPC016-06: `FRST` is no longer required). */
export type DebitSequence = 'OOFF' | 'RCUR'

/** The company that collects. */
export interface Creditor {
  readonly name: string
  readonly iban: string
  readonly bic?: string | null
  readonly companyNumber?: string | null
  /** SEPA creditor identifier. */
  readonly creditorIdentifier: string
  readonly address?: PostalAddress
}

export interface DirectDebit {
  /** Comes back on the statement; at most 35 characters of the SEPA set. */
  readonly endToEndId: string
  /** Euro cents. */
  readonly amount: Minor
  readonly mandateReference: string
  readonly signedOn: IsoDate
  readonly name: string
  readonly iban: string
  /** What the debtor reads on the statement; cut to 140 characters. */
  readonly text: string
}

/** Collections of one scheme and sequence: the bank takes them apart, and books each block as one entry. */
export interface DirectDebitBlock {
  readonly blockId: string
  readonly scheme: DebitScheme
  readonly sequence: DebitSequence
  readonly debits: readonly DirectDebit[]
}

export interface DirectDebitFile {
  /** At most 35 characters; a bank refuses the same one twice. */
  readonly messageId: string
  readonly createdAt: Date
  readonly collectOn: IsoDate
  readonly creditor: Creditor
  readonly blocks: readonly DirectDebitBlock[]
}

/**
 * A `pain.008.001.08` direct debit initiation in euro: a payment information block for each scheme and sequence, each booked as
 * one batch. The same input gives the same text, byte for byte. Throws a RangeError for an identification a bank would refuse,
 * an amount that is not positive, or a block or file without collections.
 */
export function pain008({ messageId, createdAt, collectOn, creditor, blocks }: DirectDebitFile): string {
  checkIdentification(messageId)
  if (blocks.length === 0) throw new RangeError('a file of direct debits has at least one block')
  const debits = blocks.flatMap((block) => block.debits)
  const head =
    leaf('MsgId', messageId) +
    leaf('CreDtTm', `${createdAt.toISOString().slice(0, 19)}Z`) +
    sums(debits) +
    initiatingParty(creditor)
  const parts = blocks.map((block) => branch('PmtInf', blockOf(block, collectOn, creditor)))
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.08"><CstmrDrctDbtInitn>${branch('GrpHdr', head)}
${parts.join('\n')}
</CstmrDrctDbtInitn></Document>
`
}

function blockOf(
  { blockId, scheme, sequence, debits }: DirectDebitBlock,
  collectOn: IsoDate,
  creditor: Creditor,
): string {
  checkIdentification(blockId)
  if (debits.length === 0) throw new RangeError('a block of direct debits has at least one')
  return (
    leaf('PmtInfId', blockId) +
    leaf('PmtMtd', 'DD') +
    leaf('BtchBookg', 'true') +
    sums(debits) +
    branch(
      'PmtTpInf',
      branch('SvcLvl', leaf('Cd', 'SEPA')),
      branch('LclInstrm', leaf('Cd', scheme)),
      leaf('SeqTp', sequence),
    ) +
    leaf('ReqdColltnDt', collectOn) +
    branch('Cdtr', leaf('Nm', sepaText(creditor.name, 70)), address(creditor.address)) +
    branch('CdtrAcct', branch('Id', leaf('IBAN', creditor.iban)), leaf('Ccy', 'EUR')) +
    agent('CdtrAgt', creditor.bic) +
    leaf('ChrgBr', 'SLEV') +
    branch(
      'CdtrSchmeId',
      branch(
        'Id',
        branch(
          'PrvtId',
          branch('Othr', leaf('Id', creditor.creditorIdentifier), branch('SchmeNm', leaf('Prtry', 'SEPA'))),
        ),
      ),
    ) +
    debits.map((debit) => `\n${directDebit(debit)}`).join('')
  )
}

function directDebit(debit: DirectDebit): string {
  checkIdentification(debit.endToEndId)
  checkIdentification(debit.mandateReference)
  if (debit.amount <= 0n) throw new RangeError(`collection ${debit.endToEndId} is not of a positive amount`)
  return (
    `<DrctDbtTxInf>${branch('PmtId', leaf('EndToEndId', debit.endToEndId))}` +
    `<InstdAmt Ccy="EUR">${formatAmount(debit.amount)}</InstdAmt>` +
    branch(
      'DrctDbtTx',
      branch('MndtRltdInf', leaf('MndtId', debit.mandateReference), leaf('DtOfSgntr', debit.signedOn)),
    ) +
    agent('DbtrAgt', null) +
    branch('Dbtr', leaf('Nm', sepaText(debit.name, 70))) +
    branch('DbtrAcct', branch('Id', leaf('IBAN', debit.iban))) +
    `${branch('RmtInf', leaf('Ustrd', sepaText(debit.text, 140)))}</DrctDbtTxInf>`
  )
}

const sums = (debits: readonly DirectDebit[]): string =>
  leaf('NbOfTxs', String(debits.length)) +
  leaf('CtrlSum', formatAmount(debits.reduce((sum, { amount }) => sum + amount, 0n)))
