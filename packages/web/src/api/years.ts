import { queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const office1 = v1.offices[':office']

export const fiscalYearsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'fiscal-years'],
    queryFn: () => ask(office1['fiscal-years'].$get({ param: { office } })),
  })

export interface FiscalYearRuleForm {
  entityNo: number
  from: string
  months: number
  reason: string
}
export const setFiscalYear = (office: string, json: FiscalYearRuleForm) =>
  ask(office1['fiscal-years'].$post({ param: { office }, json }))

export const appropriationsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'appropriations'],
    queryFn: () => ask(office1.appropriations.$get({ param: { office } })),
  })

export interface AppropriationForm {
  entityNo: number
  yearTo: string
  /** Negative: from the reserves, to cover a loss. */
  toReserves: string
  decidedOn: string
  minutes: string
}
export const proposeAppropriation = (office: string, json: AppropriationForm) =>
  ask(office1.appropriations.$post({ param: { office }, json }))
export const approveAppropriation = (office: string, id: string) =>
  ask(office1.appropriations[':id'].approval.$post({ param: { office, id } }))
export const withdrawAppropriation = (office: string, id: string) =>
  ask(office1.appropriations[':id'].withdrawal.$post({ param: { office, id } }))
