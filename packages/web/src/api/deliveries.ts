import type { InvoiceDelivery } from '@samen/api/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const office1 = v1.offices[':office']

export type DeliveryState = InvoiceDelivery['state']

export const deliveriesQuery = (office: string, state: DeliveryState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'deliveries', state],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      ask(
        office1.deliveries.$get({
          param: { office },
          query: {
            limit: '50',
            ...(state && { state }),
            ...(pageParam !== undefined && { cursor: pageParam }),
          },
        }),
      ),
  })

export const unsentQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'deliveries', 'unsent'],
    queryFn: () => ask(office1.deliveries.unsent.$get({ param: { office } })),
  })

export const deliverySettingsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'deliveries', 'settings'],
    queryFn: () => ask(office1.deliveries.settings.$get({ param: { office } })),
  })

type RuleInput = Parameters<typeof office1.deliveries.rules.$post>[0]['json']
export const addRule = (office: string, json: RuleInput) =>
  ask(office1.deliveries.rules.$post({ param: { office }, json }))

export const sendInvoice = (office: string, id: string) =>
  ask(office1.invoices[':id'].deliveries.$post({ param: { office, id } }))

export const deliveryFileAddress = (office: string, id: string) =>
  `/v1/offices/${encodeURIComponent(office)}/deliveries/${encodeURIComponent(id)}/file`
