import { queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const { parts, deposit } = v1.offices[':office'].contracts[':id']

export const orderPartsQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['office', office, 'contracts', id, 'parts'],
    queryFn: () => ask(parts.$get({ param: { office, id } })),
  })

export const splitOrder = (office: string, id: string, every: 'month' | 'quarter') =>
  ask(parts.$post({ param: { office, id }, json: { every } }))

/** Asks the client for a part of the price before the work. */
export const askDeposit = (
  office: string,
  id: string,
  share: { percent: string } | { amount: string } | undefined,
) => ask(deposit.$post({ param: { office, id }, json: share ? { deposit: share } : {} }))
