import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const { parts, deposit } = v1.offices[':office'].contracts[':id']

export const orderPartsQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['office', office, 'contracts', id, 'parts'],
    queryFn: () => ask(parts.$get({ param: { office, id } })),
  })

export type OrderPlan = Parameters<typeof parts.$post>[0]['json']
type PartPlan = Parameters<typeof parts.preview.$post>[0]['json']

export const splitOrder = (office: string, id: string, plan: OrderPlan) =>
  ask(parts.$post({ param: { office, id }, json: plan }))

/** What a plan would make of an order. */
export const partPreviewQuery = (office: string, id: string, plan: PartPlan | undefined) =>
  queryOptions({
    queryKey: ['office', office, 'contracts', id, 'parts', 'preview', plan],
    enabled: plan !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) =>
      ask(parts.preview.$post({ param: { office, id }, json: plan as PartPlan }, { init: { signal } })),
  })

/** Asks the client for a part of the price before the work. */
export const askDeposit = (
  office: string,
  id: string,
  share: { percent: string } | { amount: string } | undefined,
) => ask(deposit.$post({ param: { office, id }, json: share ? { deposit: share } : {} }))
