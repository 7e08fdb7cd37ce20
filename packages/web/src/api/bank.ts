import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const office1 = v1.offices[':office']

/** What waits at the bank for a person, the oldest first. */
export const workListQuery = (office: string) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'bank-work-list'],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
    queryFn: ({ pageParam }) =>
      ask(
        office1['bank-work-list'].$get({
          param: { office },
          query: { limit: '50', ...(pageParam !== undefined && { cursor: pageParam }) },
        }),
      ),
  })

export const splitReceipt = (office: string, id: string, parts: { invoiceId: string; amount: string }[]) =>
  ask(office1['bank-transactions'][':id'].split.$post({ param: { office, id }, json: { parts } }))

export const bankRulesQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'bank-rules'],
    queryFn: () => ask(office1['bank-rules'].$get({ param: { office } })),
  })
export const writeBankRule = (office: string, json: { contains: string; clientId: string }) =>
  ask(office1['bank-rules'].$post({ param: { office }, json }))
export const dropBankRule = (office: string, id: string) =>
  ask(office1['bank-rules'][':id'].$delete({ param: { office, id } }))

export const bankPayersQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'bank-payers'],
    queryFn: () => ask(office1['bank-payers'].$get({ param: { office } })),
  })
export const forgetPayer = (office: string, id: string) =>
  ask(office1['bank-payers'][':id'].$delete({ param: { office, id } }))
