import { queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const parts = v1.offices[':office'].contracts[':id'].parts

export const orderPartsQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['office', office, 'contracts', id, 'parts'],
    queryFn: () => ask(parts.$get({ param: { office, id } })),
  })

export const splitOrder = (office: string, id: string, every: 'month' | 'quarter') =>
  ask(parts.$post({ param: { office, id }, json: { every } }))
