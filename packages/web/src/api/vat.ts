import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const vat = v1.offices[':office'].vat

/** Which period and company; the server's ordinary ones unless told. */
export interface VatQuestion {
  period?: string
  entity?: string
}
export type VatForm = 'return' | 'sales-list'

export const vatReturnQuery = (office: string, query: VatQuestion) =>
  queryOptions({
    queryKey: ['office', office, 'vat', 'return', query],
    placeholderData: keepPreviousData,
    queryFn: () => ask(vat.return.$get({ param: { office }, query })),
  })

export const salesListQuery = (office: string, query: VatQuestion) =>
  queryOptions({
    queryKey: ['office', office, 'vat', 'sales-list', query],
    placeholderData: keepPreviousData,
    queryFn: () => ask(vat['sales-list'].$get({ param: { office }, query })),
  })

/** What stands behind a box of the return, or a client of the list. */
export const vatItemsQuery = (
  office: string,
  query: VatQuestion & ({ box: string } | { clientNumber: string }),
) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'vat', 'items', query],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
    queryFn: ({ pageParam }) => {
      const page = { limit: '50', ...(pageParam !== undefined && { cursor: pageParam }) }
      return 'box' in query
        ? ask(vat.return.items.$get({ param: { office }, query: { ...query, ...page } }))
        : ask(vat['sales-list'].items.$get({ param: { office }, query: { ...query, ...page } }))
    },
  })

export const fileVat = (
  office: string,
  form: VatForm,
  json: { period: string; entity: number; reference: string },
) =>
  form === 'return'
    ? ask(vat.return.$post({ param: { office }, json }))
    : ask(vat['sales-list'].$post({ param: { office }, json }))
