import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const vat = v1.offices[':office'].vat

/** Which period and company; the server's ordinary ones unless told. */
export interface VatQuestion {
  period?: string
  entity?: string
}
export const VAT_FORMS = ['return', 'sales-list', 'one-stop-shop'] as const
export type VatForm = (typeof VAT_FORMS)[number]

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

export const oneStopShopQuery = (office: string, query: VatQuestion) =>
  queryOptions({
    queryKey: ['office', office, 'vat', 'one-stop-shop', query],
    placeholderData: keepPreviousData,
    queryFn: () => ask(vat['one-stop-shop'].$get({ param: { office }, query })),
  })

/** How a company declares, and what it may choose. */
export const vatSettingsQuery = (office: string, entity: number) =>
  queryOptions({
    queryKey: ['office', office, 'vat', 'settings', entity],
    queryFn: () => ask(vat.settings.$get({ param: { office }, query: { entity: String(entity) } })),
  })

export const chooseVat = (
  office: string,
  json: {
    from: string
    period: 'month' | 'quarter' | 'year'
    dueOn: 'invoice' | 'payment'
    entity: number
  },
) => ask(vat.settings.$post({ param: { office }, json }))

export const recordOneStopShop = (
  office: string,
  json: { from: string; registered: boolean; entity: number },
) => ask(vat['one-stop-shop'].registration.$post({ param: { office }, json }))

/** What stands behind a box of the return, a client of the list or a country of the one-stop shop. */
export const vatItemsQuery = (
  office: string,
  query: VatQuestion & ({ box: string } | { clientNumber: string } | { country: string }),
) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'vat', 'items', query],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
    queryFn: ({ pageParam }) => {
      const page = { limit: '50', ...(pageParam !== undefined && { cursor: pageParam }) }
      if ('box' in query)
        return ask(vat.return.items.$get({ param: { office }, query: { ...query, ...page } }))
      return 'country' in query
        ? ask(vat['one-stop-shop'].items.$get({ param: { office }, query: { ...query, ...page } }))
        : ask(vat['sales-list'].items.$get({ param: { office }, query: { ...query, ...page } }))
    },
  })

export const fileVat = (
  office: string,
  form: VatForm,
  json: { period: string; entity: number; reference: string },
) => ask(vat[form].$post({ param: { office }, json }))
