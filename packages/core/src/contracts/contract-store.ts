import { type ColumnType, sql } from 'kysely'
import type { IsoDate, Minor, SupplyKind } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { notFound } from '../problem/index.ts'
import type { Contract, ContractState, Engagement } from './contract.ts'

export interface ContractTables {
  contract: {
    office_id: string
    contract_id: string
    reference: string
    activity_id: string
    client_id: string
    legal_entity_id: string
    title: string
    supply: SupplyKind
    fee: Minor
    expenses: ColumnType<Minor, Minor | undefined>
    currency: string
    starts_on: IsoDate
    ends_on: IsoDate
    region: string | null
    state: ContractState
    valid_until: IsoDate | null
    created_at: ColumnType<Date, Date | undefined>
  }
  contract_step: {
    office_id: string
    contract_id: string
    step_no: number
    state: ContractState
    taken_at: ColumnType<Date, Date | undefined>
    taken_by: string
  }
  engagement: {
    office_id: string
    engagement_id: string
    contract_id: string
    member_id: string
    share_numerator: bigint
    share_denominator: bigint
    terms: ColumnType<Record<string, unknown>, string, string>
    pay_by: IsoDate
    hiring_filed_at: Date | null
    hiring_reference: string | null
  }
}

/** @throws Problem `not-found` */
export async function contractById(
  trx: Transaction,
  officeId: string,
  contractId: string,
): Promise<Contract> {
  const [contract] = await contractsById(trx, officeId, [contractId])
  if (!contract) throw notFound('such contract')
  return contract
}

/** Those of the contracts that exist, in no order. */
export async function contractsById(
  trx: Transaction,
  officeId: string,
  contractIds: readonly string[],
): Promise<Contract[]> {
  const { rows } = await sql<Contract>`
    select ${contractFields} from samen.contract
     where office_id = ${officeId} and contract_id = any(${contractIds}::uuid[])`.execute(trx)
  return rows
}

/** Those of the references that contracts have. */
export async function contractsByReference(
  trx: Transaction,
  officeId: string,
  references: readonly string[],
): Promise<Contract[]> {
  const { rows } = await sql<Contract>`
    select ${contractFields} from samen.contract
     where office_id = ${officeId} and reference = any(${references}::text[])`.execute(trx)
  return rows
}

/** Contracts by id, locked until the transaction ends, in one order for everybody. */
export async function lockContracts(
  trx: Transaction,
  officeId: string,
  contractIds: readonly string[],
): Promise<Contract[]> {
  const { rows } = await sql<Contract>`
    select ${contractFields} from samen.contract
     where office_id = ${officeId} and contract_id = any(${contractIds}::uuid[])
     order by contract_id for update`.execute(trx)
  return rows
}

export interface ContractFilter {
  readonly states?: readonly ContractState[]
  readonly activityId?: string
  readonly clientId?: string
  readonly memberId?: string
  /** Part of the reference or title. */
  readonly search?: string
  readonly limit?: number
  readonly offset?: number
}

/** A page of the office's contracts, the latest start first. */
export async function listContracts(
  trx: Transaction,
  officeId: string,
  { states, activityId, clientId, memberId, search = '', limit = 50, offset = 0 }: ContractFilter = {},
): Promise<Contract[]> {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Contract>`
    select ${contractFields} from samen.contract c
     where office_id = ${officeId}
       and (${states ? [...states] : null}::text[] is null or state = any(${states ? [...states] : null}::text[]))
       and (${activityId ?? null}::uuid is null or activity_id = ${activityId ?? null}::uuid)
       and (${clientId ?? null}::uuid is null or client_id = ${clientId ?? null}::uuid)
       and (${memberId ?? null}::uuid is null or exists (select from samen.engagement e
             where e.office_id = c.office_id and e.contract_id = c.contract_id and e.member_id = ${memberId ?? null}::uuid))
       and (${search} = '' or lower(reference) like ${pattern} or lower(title) like ${pattern})
     order by starts_on desc, contract_id desc limit ${Math.min(limit, 500)} offset ${offset}`.execute(trx)
  return rows
}

const contractFields = sql.raw(`contract_id as "contractId", reference, activity_id as "activityId",
  client_id as "clientId", legal_entity_id as "legalEntityId", title, supply, fee, expenses, currency,
  starts_on as "startsOn", ends_on as "endsOn", region, state, valid_until as "validUntil"`)

/** Who works on these contracts, in the order engaged. */
export async function engagementsOf(
  trx: Transaction,
  officeId: string,
  contractIds: readonly string[],
): Promise<Engagement[]> {
  const { rows } = await sql<Omit<Engagement, 'share'> & { numerator: bigint; denominator: bigint }>`
    select engagement_id as "engagementId", contract_id as "contractId", member_id as "memberId",
           share_numerator as numerator, share_denominator as denominator, terms, pay_by as "payBy",
           hiring_filed_at as "hiringFiledAt", hiring_reference as "hiringReference"
      from samen.engagement where office_id = ${officeId} and contract_id = any(${contractIds}::uuid[])
     order by contract_id, engagement_id`.execute(trx)
  return rows.map(({ numerator, denominator, ...engagement }) => ({
    ...engagement,
    share: { numerator, denominator },
  }))
}

export interface ContractStepTaken {
  readonly state: ContractState
  readonly takenAt: Date
  readonly takenBy: string
}

/** Who moved the job to which state, and when. */
export async function contractSteps(
  trx: Transaction,
  officeId: string,
  contractId: string,
): Promise<ContractStepTaken[]> {
  const { rows } = await sql<ContractStepTaken>`
    select state, taken_at as "takenAt", taken_by as "takenBy" from samen.contract_step
     where office_id = ${officeId} and contract_id = ${contractId} order by step_no`.execute(trx)
  return rows
}

/** Writes the new state and its step for contracts already locked and checked. */
export async function recordStep(
  trx: Transaction,
  officeId: string,
  contractIds: readonly string[],
  to: ContractState,
  by: string,
  at: Date,
): Promise<void> {
  if (contractIds.length === 0) return
  await sql`
    update samen.contract set state = ${to}
     where office_id = ${officeId} and contract_id = any(${contractIds}::uuid[])`.execute(trx)
  await sql`
    insert into samen.contract_step (office_id, contract_id, step_no, state, taken_at, taken_by)
    select ${officeId}::uuid, contract_id, max(step_no) + 1, ${to}, ${at}::timestamptz, ${by}
      from samen.contract_step
     where office_id = ${officeId} and contract_id = any(${contractIds}::uuid[]) group by contract_id`.execute(
    trx,
  )
}
