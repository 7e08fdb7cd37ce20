import { queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const client1 = v1.offices[':office'].clients[':id']

export const mergeChoicesQuery = (office: string, id: string, search: string) =>
  queryOptions({
    queryKey: ['office', office, 'clients', id, 'merge-choices', search],
    queryFn: () =>
      ask(client1['merge-choices'].$get({ param: { office, id }, query: { ...(search && { search }) } })),
  })

export const mergePreviewQuery = (office: string, id: string, clientId: string) =>
  queryOptions({
    queryKey: ['office', office, 'clients', id, 'merge-preview', clientId],
    queryFn: () => ask(client1.merges.preview.$get({ param: { office, id }, query: { clientId } })),
  })

type MergeRequest = Parameters<typeof client1.merges.$post>[0]['json']
export const mergeClients = (office: string, id: string, json: MergeRequest) =>
  ask(client1.merges.$post({ param: { office, id }, json }))
