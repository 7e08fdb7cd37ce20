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
