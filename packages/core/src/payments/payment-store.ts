import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Minor } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import { notFound } from '../problem/index.ts'

export interface PaymentTables {
  payment_file: {
    office_id: string
    payment_file_id: string
    pay_run_id: string | null
    supplier_payment_order_id: string | null
    direct_debit_order_id: string | null
    message_id: string
    legal_entity_id: string
    content: string
    sha256: Buffer
    payments: number
    total: Minor
    repeats: boolean
    created_at: Date
  }
  payment: {
    office_id: string
    payslip_id: string
    attempt: number
    payment_file_id: string
    end_to_end_id: string
    iban: string
    name: string
    amount: Minor
    currency: string
  }
}

/** A file for the bank, with what the bank will report back. */
export interface PaymentFile {
  readonly paymentFileId: string
  readonly payRunId: string
  readonly messageId: string
  readonly legalEntityId: string
  readonly payments: number
  readonly total: Minor
  readonly sha256: string
  readonly createdAt: Date
}

export interface NewPayment {
  readonly payslipId: string
  /** 1 the first time, 2 after it came back …; 1 unless told. */
  readonly attempt?: number
  readonly endToEndId: string
  readonly iban: string
  readonly name: string
  readonly amount: Minor
  readonly currency: string
}

/** Payments of a payslip at most: what comes back that often needs another way. */
export const ATTEMPTS_MAX = 9

/**
 * What the bank carries through and reports back: the payslip's id without its dashes, 32 characters; a repeated payment has
 * the number of its attempt behind it.
 */
export const endToEndIdOf = (payslipId: string, attempt = 1): string =>
  payslipId.replaceAll('-', '') + (attempt > 1 ? `-${attempt}` : '')

export async function insertPaymentFile(
  trx: Transaction,
  officeId: string,
  file: {
    paymentFileId: string
    payRunId: string
    messageId: string
    legalEntityId: string
    content: string
    createdAt: Date
    /** Pays again what came back, and not the run. */
    repeats?: boolean
  },
  payments: readonly NewPayment[],
): Promise<void> {
  const total = payments.reduce((sum, { amount }) => sum + amount, 0n)
  await insertFile(trx, officeId, { ...file, payments: payments.length, total })
  await copyRows(
    trx,
    'payment',
    [
      'office_id',
      'payslip_id',
      'attempt',
      'payment_file_id',
      'end_to_end_id',
      'iban',
      'name',
      'amount',
      'currency',
    ],
    payments.map((payment) => [
      officeId,
      payment.payslipId,
      payment.attempt ?? 1,
      file.paymentFileId,
      payment.endToEndId,
      payment.iban,
      payment.name,
      payment.amount,
      payment.currency,
    ]),
  )
}

/** A file that pays suppliers; its transfers stand on the order. */
export async function insertSupplierPaymentFile(
  trx: Transaction,
  officeId: string,
  file: Omit<FileToInsert, 'payRunId'> & { readonly supplierPaymentOrderId: string },
): Promise<void> {
  await insertFile(trx, officeId, file)
}

/** A file that collects from clients; its collections stand on the order. */
export async function insertDirectDebitFile(
  trx: Transaction,
  officeId: string,
  file: Omit<FileToInsert, 'payRunId' | 'supplierPaymentOrderId'> & { readonly directDebitOrderId: string },
): Promise<void> {
  await insertFile(trx, officeId, file)
}

interface FileToInsert {
  readonly paymentFileId: string
  readonly payRunId?: string
  readonly supplierPaymentOrderId?: string
  readonly directDebitOrderId?: string
  readonly messageId: string
  readonly legalEntityId: string
  readonly content: string
  readonly createdAt: Date
  readonly payments: number
  readonly total: Minor
  readonly repeats?: boolean
}

async function insertFile(trx: Transaction, officeId: string, file: FileToInsert): Promise<void> {
  const sha256 = createHash('sha256').update(file.content).digest()
  await sql`
    insert into payment_file (office_id, payment_file_id, pay_run_id, supplier_payment_order_id, direct_debit_order_id,
      message_id, legal_entity_id, content, sha256, payments, total, repeats, created_at)
    values (${officeId}, ${file.paymentFileId}, ${file.payRunId ?? null}, ${file.supplierPaymentOrderId ?? null},
      ${file.directDebitOrderId ?? null}, ${file.messageId}, ${file.legalEntityId}, ${file.content}, ${sha256}, ${file.payments}, ${file.total},
      ${file.repeats ?? false}, ${file.createdAt})`.execute(trx)
}

/** The files of a run, one per company that pays; not those that pay again what came back. */
export async function paymentFiles(
  trx: Transaction,
  officeId: string,
  payRunId: string,
): Promise<PaymentFile[]> {
  const { rows } = await sql<PaymentFile>`
    select payment_file_id as "paymentFileId", pay_run_id as "payRunId", message_id as "messageId",
           legal_entity_id as "legalEntityId", payments, total, encode(sha256, 'hex') as sha256,
           created_at as "createdAt"
      from payment_file where office_id = ${officeId} and pay_run_id = ${payRunId} and not repeats order by message_id`.execute(
    trx,
  )
  return rows
}

/** The text of a file for the bank. @throws Problem `not-found` */
export async function paymentFileContent(
  trx: Transaction,
  officeId: string,
  paymentFileId: string,
): Promise<{ messageId: string; content: string }> {
  const { rows } = await sql<{ messageId: string; content: string }>`
    select message_id as "messageId", content from payment_file
     where office_id = ${officeId} and payment_file_id = ${paymentFileId}`.execute(trx)
  if (!rows[0]) throw notFound('such payment file')
  return rows[0]
}
