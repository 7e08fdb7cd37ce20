import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'

export interface ReturnedPaymentTables {
  payment_repeat: {
    office_id: string
    payslip_id: string
    attempt: number
    iban: string
    state: 'proposed' | 'released'
    proposed_by: string
    proposed_at: Date
    released_by: string | null
    released_at: Date | null
  }
}

/** A wage that came back from the bank, and how far it is on its way again. */
export interface ReturnedPayment {
  readonly payslipId: string
  /** Which payment of the payslip came back: 1 the first. */
  readonly attempt: number
  readonly memberId: string
  readonly memberName: string
  /** The account it could not reach, and the member's as it stands today. */
  readonly iban: string
  readonly memberIban: string
  readonly amount: Minor
  readonly currency: string
  readonly returnedOn: IsoDate
  /** ISO 20022 code of the bank; null where it gave none. */
  readonly reason: string | null
  readonly payRunId: string
  readonly legalEntityId: string
  /** The next payment: null while nobody proposed it. */
  readonly repeat: {
    readonly iban: string
    readonly state: 'proposed' | 'released'
    readonly proposedBy: string
    readonly releasedBy: string | null
    readonly paymentFileId: string | null
  } | null
}

interface Row extends Omit<ReturnedPayment, 'repeat'> {
  readonly repeatIban: string | null
  readonly state: 'proposed' | 'released' | null
  readonly proposedBy: string | null
  readonly releasedBy: string | null
  readonly paymentFileId: string | null
}

const RETURNED_MAX = 500

/** Wages that came back, the latest first; at most 500. Those that are not paid again yet, of one member, or one payment. */
export async function returnedPayments(
  trx: Transaction,
  officeId: string,
  {
    openOnly = false,
    memberId,
    payslipId,
    attempt,
  }: { openOnly?: boolean; memberId?: string; payslipId?: string; attempt?: number } = {},
): Promise<ReturnedPayment[]> {
  const { rows } = await sql<Row>`
    select b.payslip_id as "payslipId", b.attempt, s.member_id as "memberId",
           m.given_name || ' ' || m.family_name as "memberName", p.iban, m.iban as "memberIban", p.amount, p.currency,
           t.booked_on as "returnedOn", t.return_reason as reason, f.pay_run_id as "payRunId",
           f.legal_entity_id as "legalEntityId", r.iban as "repeatIban", r.state, r.proposed_by as "proposedBy",
           r.released_by as "releasedBy", n.payment_file_id as "paymentFileId"
      from bank_match b
      join bank_transaction t on t.office_id = ${officeId} and t.bank_transaction_id = b.bank_transaction_id
      join payment p on p.office_id = ${officeId} and p.payslip_id = b.payslip_id and p.attempt = b.attempt
      join payment_file f on f.office_id = ${officeId} and f.payment_file_id = p.payment_file_id
      join payslip s on s.office_id = ${officeId} and s.payslip_id = b.payslip_id
      join member m on m.office_id = ${officeId} and m.member_id = s.member_id
      left join payment_repeat r on r.office_id = ${officeId} and r.payslip_id = b.payslip_id and r.attempt = b.attempt + 1
      left join payment n on n.office_id = ${officeId} and n.payslip_id = b.payslip_id and n.attempt = b.attempt + 1
     where b.office_id = ${officeId} and b.is_return
       and (not ${openOnly}::boolean or r.state is distinct from 'released')
       and (${memberId ?? null}::uuid is null or s.member_id = ${memberId ?? null}::uuid)
       and (${payslipId ?? null}::uuid is null or b.payslip_id = ${payslipId ?? null}::uuid)
       and (${attempt ?? null}::int is null or b.attempt = ${attempt ?? null}::int)
     order by t.booked_on desc, b.bank_match_id desc limit ${RETURNED_MAX}`.execute(trx)
  return rows.map(({ repeatIban, state, proposedBy, releasedBy, paymentFileId, ...payment }) => ({
    ...payment,
    repeat:
      repeatIban && state && proposedBy
        ? { iban: repeatIban, state, proposedBy, releasedBy, paymentFileId }
        : null,
  }))
}

/** Who decides about repeated payments waits for the other. */
export async function lockRepeats(trx: Transaction, officeId: string): Promise<void> {
  await lockInOffice(trx, officeId, 'payment-repeat')
}

/** Proposes, or proposes anew while nobody has released it. */
export async function upsertProposal(
  trx: Transaction,
  officeId: string,
  repeat: { payslipId: string; attempt: number; iban: string; by: string; at: Date },
): Promise<void> {
  await sql`
    insert into payment_repeat (office_id, payslip_id, attempt, iban, proposed_by, proposed_at)
    values (${officeId}, ${repeat.payslipId}, ${repeat.attempt}, ${repeat.iban}, ${repeat.by}, ${repeat.at})
    on conflict (office_id, payslip_id, attempt) do update
       set iban = excluded.iban, proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at`.execute(
    trx,
  )
}

export async function markReleased(
  trx: Transaction,
  officeId: string,
  repeat: { payslipId: string; attempt: number; by: string; at: Date },
): Promise<void> {
  await sql`
    update payment_repeat set state = 'released', released_by = ${repeat.by}, released_at = ${repeat.at}
     where office_id = ${officeId} and payslip_id = ${repeat.payslipId} and attempt = ${repeat.attempt}`.execute(
    trx,
  )
}
