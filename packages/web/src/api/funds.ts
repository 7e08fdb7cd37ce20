import { queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const funds1 = v1.offices[':office'].funds

export const fundRulesQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'funds', 'rules'],
    queryFn: () => ask(funds1.rules.$get({ param: { office } })),
  })

export interface RuleDraft {
  shares: { fundId: string; percent: string }[]
  bounds?: { fundId: string; floor: string; cap: string | null; priority: number }[]
}
export const previewRule = (office: string, json: RuleDraft) =>
  ask(funds1.rules.preview.$post({ param: { office }, json }))
export const writeRule = (office: string, json: RuleDraft & { from: string }) =>
  ask(funds1.rules.$post({ param: { office }, json }))

export const openFund = (office: string, name: string) =>
  ask(funds1.$post({ param: { office }, json: { name } }))

export const fundTransfersQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'funds', 'transfers'],
    queryFn: () => ask(funds1.transfers.$get({ param: { office } })),
  })
export const proposeTransfer = (
  office: string,
  json: { fromFundId: string; toFundId: string; amount: string; decidedOn: string; minutes: string },
) => ask(funds1.transfers.$post({ param: { office }, json }))
export const approveTransfer = (office: string, id: string) =>
  ask(funds1.transfers[':id'].approval.$post({ param: { office, id } }))
export const withdrawTransfer = (office: string, id: string) =>
  ask(funds1.transfers[':id'].withdrawal.$post({ param: { office, id } }))
