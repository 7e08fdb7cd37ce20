import type { InternalOrder } from '@samen/api/client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const office1 = v1.offices[':office']
const mine = office1.me['internal-orders']
const all = office1['internal-orders']

/** Who looks: the office sees every internal order, a member those of their activities. */
export type Portal = 'office' | 'me'
export type InternalOrderStep = InternalOrder['next'][number]
export type InternalOffer = Parameters<typeof mine.$post>[0]['json']
export type InternalMove = Parameters<(typeof mine)[':id']['steps']['$post']>[0]['json']

export const internalOrdersQuery = (portal: Portal, office: string) =>
  infiniteQueryOptions({
    queryKey: [portal, office, 'internal-orders'],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
    queryFn: ({ pageParam }) => {
      const asked = {
        param: { office },
        query: { limit: '50', ...(pageParam !== undefined && { cursor: pageParam }) },
      }
      return portal === 'me' ? ask(mine.$get(asked)) : ask(all.$get(asked))
    },
  })

export const findActivities = (portal: Portal, office: string, search: string) => {
  const asked = { param: { office }, query: { search } }
  return portal === 'me' ? ask(mine.activities.$get(asked)) : ask(office1['activity-choices'].$get(asked))
}

export const offerInternally = (portal: Portal, office: string, json: InternalOffer) =>
  ask((portal === 'me' ? mine : all).$post({ param: { office }, json }))

export const moveInternally = (portal: Portal, office: string, id: string, json: InternalMove) =>
  ask((portal === 'me' ? mine : all)[':id'].steps.$post({ param: { office, id }, json }))
