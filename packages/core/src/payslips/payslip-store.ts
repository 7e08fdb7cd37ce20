import { sql } from 'kysely'
import { fraction, type IsoDate, type Minor, type Rate } from '../country/index.ts'
import { type BulkValue, copyRows, type Transaction } from '../database/index.ts'
import { notFound } from '../problem/index.ts'
import { type PayslipDetail, type StoredDetail, unpackDetail } from './detail.ts'

export interface PayslipTables {
  payslip: {
    office_id: string
    payslip_id: string
    pay_run_id: string
    legal_entity_id: string
    engagement_id: string
    contract_id: string
    activity_id: string
    member_id: string
    period_from: IsoDate
    period_to: IsoDate
    paid_on: IsoDate
    currency: string
    fee: Minor
    levy: Minor
    budget: Minor
    gross: Minor
    employee_contributions: Minor
    taxable: Minor
    wage_tax: Minor
    net: Minor
    employer_contributions: Minor
    employer_cost: Minor
    mutualised: Minor
    owed: Record<string, string>
    advance: Minor
    situation: object
    detail: StoredDetail
    to_date: object
    plugin_version: string
    corrects: string | null
    borne: Minor
    borne_by: Record<string, string>
  }
}

/** A payslip's figures, minor units. */
export interface StoredPayslip {
  readonly payslipId: string
  readonly payRunId: string
  readonly payRunState: 'computed' | 'approved' | 'posted'
  readonly legalEntityId: string
  readonly engagementId: string
  readonly contractId: string
  readonly contractReference: string
  readonly contractTitle: string
  readonly activityId: string
  readonly memberId: string
  readonly memberName: string
  readonly periodFrom: IsoDate
  readonly periodTo: IsoDate
  readonly paidOn: IsoDate
  readonly currency: string
  readonly fee: Minor
  readonly levy: Minor
  readonly budget: Minor
  readonly gross: Minor
  readonly employeeContributions: Minor
  readonly taxable: Minor
  readonly wageTax: Minor
  readonly net: Minor
  readonly employerContributions: Minor
  readonly employerCost: Minor
  readonly mutualised: Minor
  readonly advance: Minor
  /** The payslip this one corrects: its figures are signed differences to that one's, its gross is zero. */
  readonly corrects: string | null
  /** The part of the employer cost that funds bear instead of the job's budget. */
  readonly borne: Minor
}

/** A payslip with every line, its reasons, and the situation the law was asked about. */
export interface FullPayslip extends StoredPayslip, PayslipDetail {
  readonly situation: Readonly<Record<string, unknown>>
  readonly toDate: Readonly<Record<string, unknown>>
  readonly pluginVersion: string
  /** What is kept back of the net and not paid out. */
  readonly setOffs: readonly SetOff[]
}

/** A part of a payslip's net that pays back what the worker was paid too much. */
export interface SetOff {
  readonly workerClaimId: string
  /** The day the claim arose. */
  readonly aroseOn: IsoDate
  readonly amount: Minor
  /** The most that may be kept back of this payslip for all claims together. */
  readonly most: Minor
  /** The part of the net that is, and the law it stands in. */
  readonly rate: Rate
  readonly source: string
}

/** What of the net goes to the worker's bank account, minor units. */
export const paidOut = ({ net, setOffs }: Pick<FullPayslip, 'net' | 'setOffs'>): Minor =>
  setOffs.reduce((left, { amount }) => left - amount, net)

async function setOffsOf(trx: Transaction, officeId: string, payslipId: string): Promise<SetOff[]> {
  const { rows } = await sql<Omit<SetOff, 'rate'> & Rate>`
    select s.worker_claim_id as "workerClaimId", k.arose_on as "aroseOn", s.amount, s.most,
           s.rate_numerator as numerator, s.rate_denominator as denominator, s.source
      from worker_claim_set_off s
      join worker_claim k on k.office_id = s.office_id and k.worker_claim_id = s.worker_claim_id
     where s.office_id = ${officeId} and s.payslip_id = ${payslipId} order by k.arose_on, s.worker_claim_id`.execute(
    trx,
  )
  return rows.map(({ numerator, denominator, ...row }) => ({
    ...row,
    rate: fraction(numerator, denominator),
  }))
}

const figures = sql`p.payslip_id as "payslipId", p.pay_run_id as "payRunId", r.state as "payRunState",
  p.legal_entity_id as "legalEntityId", p.engagement_id as "engagementId", p.contract_id as "contractId",
  c.reference as "contractReference", c.title as "contractTitle", p.activity_id as "activityId",
  p.member_id as "memberId", m.given_name || ' ' || m.family_name as "memberName", p.period_from as "periodFrom",
  p.period_to as "periodTo", p.paid_on as "paidOn", p.currency, p.fee, p.levy, p.budget, p.gross,
  p.employee_contributions as "employeeContributions", p.taxable, p.wage_tax as "wageTax", p.net,
  p.employer_contributions as "employerContributions", p.employer_cost as "employerCost", p.mutualised, p.advance,
  p.corrects, p.borne`

const joined = sql`payslip p
  join pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id
  join contract c on c.office_id = p.office_id and c.contract_id = p.contract_id
  join member m on m.office_id = p.office_id and m.member_id = p.member_id`

export interface PayslipFilter {
  readonly payRunId?: string
  readonly memberId?: string
  readonly contractId?: string
  /** Only payslips whose run was posted: those that exist for the worker. */
  readonly postedOnly?: boolean
  /** Only payslips made before this one: the next page. */
  readonly beforeId?: string
  /** 100 unless told, at most 1000. */
  readonly limit?: number
}

/** Payslips, the latest first. */
export async function payslips(
  trx: Transaction,
  officeId: string,
  { payRunId, memberId, contractId, postedOnly, beforeId, limit = 100 }: PayslipFilter,
): Promise<StoredPayslip[]> {
  const conditions = [
    sql`p.office_id = ${officeId}`,
    ...(payRunId ? [sql`p.pay_run_id = ${payRunId}`] : []),
    ...(memberId ? [sql`p.member_id = ${memberId}`] : []),
    ...(contractId ? [sql`p.contract_id = ${contractId}`] : []),
    ...(postedOnly ? [sql`r.state = 'posted'`] : []),
    ...(beforeId ? [sql`p.payslip_id < ${beforeId}`] : []),
  ]
  const { rows } = await sql<StoredPayslip>`
    select ${figures} from ${joined} where ${sql.join(conditions, sql` and `)}
     order by p.payslip_id desc limit ${Math.min(limit, 1000)}`.execute(trx)
  return rows
}

/** One payslip, whole. @throws Problem `not-found` */
export async function payslip(trx: Transaction, officeId: string, payslipId: string): Promise<FullPayslip> {
  const { rows } = await sql<
    StoredPayslip & Pick<FullPayslip, 'situation' | 'toDate' | 'pluginVersion'> & { detail: StoredDetail }
  >`
    select ${figures}, p.situation, p.detail, p.to_date as "toDate", p.plugin_version as "pluginVersion"
      from ${joined} where p.office_id = ${officeId} and p.payslip_id = ${payslipId}`.execute(trx)
  if (!rows[0]) throw notFound('such payslip')
  const { detail, ...rest } = rows[0]
  return { ...rest, ...unpackDetail(detail), setOffs: await setOffsOf(trx, officeId, payslipId) }
}

type Documents = 'owed' | 'situation' | 'detail' | 'to_date' | 'borne_by'

/** What is stored of a new payslip; its documents as JSON text. */
export type PayslipRow = Omit<PayslipTables['payslip'], 'office_id' | Documents> &
  Readonly<Record<Documents, string>>

/** Writes payslips, made one by one while they are written. Their run may be written after them, in the same transaction. */
export async function insertPayslips(
  trx: Transaction,
  officeId: string,
  rows: Iterable<PayslipRow>,
): Promise<void> {
  function* values(): Iterable<BulkValue[]> {
    for (const row of rows) yield [officeId, ...PAYSLIP_COLUMNS.map((column) => row[column] as BulkValue)]
  }
  await copyRows(trx, 'payslip', ['office_id', ...PAYSLIP_COLUMNS], values())
}

const PAYSLIP_COLUMNS = [
  'payslip_id',
  'pay_run_id',
  'legal_entity_id',
  'engagement_id',
  'contract_id',
  'activity_id',
  'member_id',
  'period_from',
  'period_to',
  'paid_on',
  'currency',
  'fee',
  'levy',
  'budget',
  'gross',
  'employee_contributions',
  'taxable',
  'wage_tax',
  'net',
  'employer_contributions',
  'employer_cost',
  'mutualised',
  'owed',
  'advance',
  'situation',
  'detail',
  'to_date',
  'plugin_version',
  'corrects',
  'borne',
  'borne_by',
] as const satisfies readonly (keyof PayslipRow)[]

/** Throws a computed run's payslips away. */
export async function deletePayslips(trx: Transaction, officeId: string, payRunId: string): Promise<void> {
  await sql`delete from payslip where office_id = ${officeId} and pay_run_id = ${payRunId}`.execute(trx)
}
