import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

export const consolidationQuery = (period: string) =>
  queryOptions({
    queryKey: ['group', 'consolidation', period],
    placeholderData: keepPreviousData,
    queryFn: () => ask(v1.group.consolidations[':period'].$get({ param: { period } })),
  })

export const drillDownQuery = (period: string, group: string, office: string) =>
  queryOptions({
    queryKey: ['group', 'consolidation', period, group, office],
    queryFn: () =>
      ask(
        v1.group.consolidations[':period'].accounts[':group'].offices[':office'].$get({
          param: { period, group, office },
        }),
      ),
  })

export const packsQuery = queryOptions({
  queryKey: ['group', 'packs'],
  queryFn: () => ask(v1.group.packs.$get({ query: { limit: '200' } })),
})

export const refusalsQuery = queryOptions({
  queryKey: ['group', 'refusals'],
  queryFn: () => ask(v1.group.refusals.$get()),
})

export const membersQuery = queryOptions({
  queryKey: ['group', 'offices'],
  queryFn: () => ask(v1.group.offices.$get()),
})

export const figureQuery = (period: string, group: string) =>
  queryOptions({
    queryKey: ['group', 'consolidation', period, group],
    queryFn: () =>
      ask(v1.group.consolidations[':period'].accounts[':group'].$get({ param: { period, group } })),
  })

export const comparisonQuery = (period: string) =>
  queryOptions({
    queryKey: ['group', 'comparison', period],
    placeholderData: keepPreviousData,
    queryFn: () => ask(v1.group.consolidations[':period'].comparison.$get({ param: { period } })),
  })

export const termsQuery = queryOptions({
  queryKey: ['group', 'terms'],
  queryFn: () => ask(v1.group.terms.$get()),
})

export const adjustmentsQuery = queryOptions({
  queryKey: ['group', 'adjustments'],
  queryFn: () => ask(v1.group.adjustments.$get()),
})

export interface AdjustmentDraft {
  groupAdjustmentId: string
  period: string
  reverses: boolean
  title: string
  reason: string
  lines: { group: string; amount: string }[]
}

export const proposeAdjustment = (draft: AdjustmentDraft) => ask(v1.group.adjustments.$post({ json: draft }))

export const decideAdjustment = (id: string, decision: 'approval' | 'withdrawal') =>
  ask(v1.group.adjustments[':id'][decision].$post({ param: { id } }))

export const statementAddress = (period: string, kind: 'csv' | 'xlsx') =>
  `/v1/group/consolidations/${period}/statement/${kind}`

export const statementPaperAddress = (period: string, language: string) =>
  `/v1/group/consolidations/${period}/statement/pdf?language=${language}`

export const groupMonthsQuery = queryOptions({
  queryKey: ['group', 'months'],
  queryFn: () => ask(v1.group.closes.$get()),
})
export const closeGroupMonth = (period: string) => ask(v1.group.closes.$post({ json: { period } }))

export const reopeningsQuery = queryOptions({
  queryKey: ['group', 'reopenings'],
  queryFn: () => ask(v1.group.reopenings.$get()),
})
export const askGroupReopening = (json: { period: string; reason: string }) =>
  ask(v1.group.reopenings.$post({ json }))
export const decideGroupReopening = (id: string, decision: 'confirmed' | 'withdrawn') =>
  ask(v1.group.reopenings[':reopening'].decision.$post({ param: { reopening: id }, json: { decision } }))
