import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'
import { conflict, notFound } from '../problem/index.ts'
import type { LeftOut, PayRun, PayRunKind, PayRunState } from './pay-run.ts'

export interface PayRunTables {
  pay_run: {
    office_id: string
    pay_run_id: string
    due_on: IsoDate
    paid_on: IsoDate
    run_no: number
    state: PayRunState
    payslips: number
    gross: Minor
    net: Minor
    employer_cost: Minor
    advance: Minor
    late: number
    waiting: number
    left_out: LeftOut[]
    prepared_by: string
    prepared_at: Date
    approved_by: string | null
    approved_at: Date | null
    posted_at: Date | null
    kind: PayRunKind
    corrects_from: IsoDate | null
    corrects_member: string | null
    borne: Minor
  }
}

const columns = sql`pay_run_id as "payRunId", due_on as "dueOn", paid_on as "paidOn", run_no as "runNo", state, payslips,
  gross, net, employer_cost as "employerCost", advance, late, waiting, left_out as "leftOut",
  prepared_by as "preparedBy", prepared_at as "preparedAt", approved_by as "approvedBy", approved_at as "approvedAt",
  posted_at as "postedAt", kind, corrects_from as "correctsFrom", corrects_member as "correctsMember", borne`

/** One run. @throws Problem `not-found` */
export async function payRun(trx: Transaction, officeId: string, payRunId: string): Promise<PayRun> {
  const { rows } = await sql<PayRun>`
    select ${columns} from pay_run where office_id = ${officeId} and pay_run_id = ${payRunId}`.execute(trx)
  if (!rows[0]) throw notFound('such pay run')
  return rows[0]
}

/** The office's runs, the latest first; of one day, or only those before one of them. At most `limit`, 100 unless told. */
export async function payRuns(
  trx: Transaction,
  officeId: string,
  {
    dueOn,
    before,
    limit = 100,
  }: { dueOn?: IsoDate; before?: { dueOn: IsoDate; runNo: number }; limit?: number } = {},
): Promise<PayRun[]> {
  const { rows } = await sql<PayRun>`
    select ${columns} from pay_run
     where office_id = ${officeId} and (${dueOn ?? null}::date is null or due_on = ${dueOn ?? null})
       and (${before?.dueOn ?? null}::date is null
            or (due_on, run_no) < (${before?.dueOn ?? null}::date, ${before?.runNo ?? null}::int))
     order by due_on desc, run_no desc limit ${Math.min(limit, 1000)}`.execute(trx)
  return rows
}

/** The run on the table: computed or approved, not yet posted. There is at most one. */
export async function openPayRun(trx: Transaction, officeId: string): Promise<PayRun | undefined> {
  const { rows } = await sql<PayRun>`
    select ${columns} from pay_run
     where office_id = ${officeId} and state in ('computed', 'approved')`.execute(trx)
  return rows[0]
}

/** Why no other run is computed now. */
export function onTheTable({ kind, dueOn, state, payRunId }: PayRun) {
  const run = kind === 'correction' ? 'correction' : 'run'
  return conflict(`The ${run} of ${dueOn} is ${state}: post or discard it before another one is computed.`, {
    payRunId,
  })
}

/** The run, locked until the transaction ends: whoever else wants to move it waits and then sees what became of it. */
export async function lockPayRun(trx: Transaction, officeId: string, payRunId: string): Promise<PayRun> {
  const { rows } = await sql<PayRun>`
    select ${columns} from pay_run
     where office_id = ${officeId} and pay_run_id = ${payRunId} for update`.execute(trx)
  if (!rows[0]) throw notFound('such pay run')
  return rows[0]
}

/** Only one computation at a time in an office; the second sees the first one's run. */
export async function lockComputing(trx: Transaction, officeId: string): Promise<void> {
  await lockInOffice(trx, officeId, 'pay-run')
}

export async function insertPayRun(
  trx: Transaction,
  officeId: string,
  run: Pick<
    PayRun,
    | 'payRunId'
    | 'dueOn'
    | 'paidOn'
    | 'payslips'
    | 'gross'
    | 'net'
    | 'employerCost'
    | 'advance'
    | 'late'
    | 'waiting'
    | 'leftOut'
    | 'preparedBy'
    | 'preparedAt'
    | 'kind'
  > &
    Partial<Pick<PayRun, 'correctsFrom' | 'correctsMember' | 'borne'>>,
): Promise<void> {
  await sql`
    insert into pay_run (office_id, pay_run_id, due_on, paid_on, run_no, state, payslips, gross, net, employer_cost,
      advance, late, waiting, left_out, prepared_by, prepared_at, kind, corrects_from, corrects_member, borne)
    select ${officeId}, ${run.payRunId}, ${run.dueOn}, ${run.paidOn},
           (select coalesce(max(run_no), 0) + 1 from pay_run where office_id = ${officeId} and due_on = ${run.dueOn}),
           'computed', ${run.payslips}, ${run.gross}, ${run.net}, ${run.employerCost}, ${run.advance}, ${run.late},
           ${run.waiting}, ${JSON.stringify(run.leftOut)}::jsonb, ${run.preparedBy}, ${run.preparedAt}, ${run.kind},
           ${run.correctsFrom ?? null}::date, ${run.correctsMember ?? null}::uuid, ${run.borne ?? 0n}`.execute(
    trx,
  )
}

/** Moves a locked run on. The database checks that the second person is another one. */
export async function moveRun(
  trx: Transaction,
  officeId: string,
  payRunId: string,
  to: { state: PayRunState; approvedBy?: string | null; approvedAt?: Date | null; postedAt?: Date },
): Promise<void> {
  const setsApproval = to.approvedBy !== undefined
  try {
    await sql`
      update pay_run set state = ${to.state},
             approved_by = case when ${setsApproval} then ${to.approvedBy ?? null} else approved_by end,
             approved_at = case when ${setsApproval} then ${to.approvedAt ?? null}::timestamptz else approved_at end,
             posted_at = ${to.postedAt ?? null}::timestamptz
       where office_id = ${officeId} and pay_run_id = ${payRunId}`.execute(trx)
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint === 'second_person_approves')
      throw conflict('A pay run is approved by another person than the one who prepared it.')
    throw error
  }
}
