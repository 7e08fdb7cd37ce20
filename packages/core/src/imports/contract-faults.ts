import type { Fault } from '../problem/index.ts'
import { CONTRACT_COLUMNS } from './contract-columns.ts'
import type { ContractGroup } from './contract-groups.ts'
import type { FaultAt } from './line-fault.ts'

const CONTRACT_FIELDS = new Map<string, string>([
  ...Object.entries(CONTRACT_COLUMNS).map(([column, field]): [string, string] => [field, column]),
  ['clientId', 'client_name'],
  ['activityId', 'activity'],
  ['engagements', 'member_national_number'],
])

const ENGAGEMENT_FIELDS = new Map([
  ['memberId', 'member_national_number'],
  ['hiringFiledAt', 'hiring_filed_at'],
  ['workerFacts', 'worker'],
])

/** A contract's fault as its line and column: `engagements[1].terms.status` is `terms.status` on its second line. */
export function columnOfFault({ field, reason }: Fault, { lines }: ContractGroup): FaultAt {
  const engaged = /^engagements\[(\d+)\]\.([A-Za-z]+)(.*)$/.exec(field)
  if (!engaged) return { line: lines[0].line, field: CONTRACT_FIELDS.get(field) ?? field, reason }
  const [, index, head = '', rest = ''] = engaged
  const line = (lines[Number(index)] ?? lines[0]).line
  return { line, field: (ENGAGEMENT_FIELDS.get(head) ?? head) + rest, reason }
}
