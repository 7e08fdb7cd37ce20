import type { BankTerms } from '@samen/api/client'
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

/** Receipts that were given to invoices, the latest first. */
export const matchesQuery = (office: string) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'bank-matches'],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
    queryFn: ({ pageParam }) =>
      ask(
        office1['bank-matches'].$get({
          param: { office },
          query: { limit: '25', ...(pageParam !== undefined && { cursor: pageParam }) },
        }),
      ),
  })

export const undoMatch = (office: string, id: string, reason: string) =>
  ask(office1['bank-matches'][':id'].undo.$post({ param: { office, id }, json: { reason } }))

export const bookableAccountsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'bookable-accounts'],
    queryFn: () => ask(office1['bookable-accounts'].$get({ param: { office } })),
  })
export const bookingsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'bank-bookings'],
    queryFn: () => ask(office1['bank-bookings'].$get({ param: { office } })),
  })
export const bookByHand = (
  office: string,
  id: string,
  json: { account: string; words: string; amount?: string },
) => ask(office1['bank-transactions'][':id'].bookings.$post({ param: { office, id }, json }))
export const undoBooking = (office: string, id: string, reason: string) =>
  ask(office1['bank-bookings'][':id'].undo.$post({ param: { office, id }, json: { reason } }))

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

export const returnedPaymentsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'returned-payments'],
    queryFn: () => ask(office1['returned-payments'].$get({ param: { office }, query: {} })),
  })

interface Named {
  readonly payslipId: string
  readonly attempt: number
}
const paramOf = (office: string, { payslipId, attempt }: Named) => ({
  office,
  id: payslipId,
  attempt: String(attempt),
})

export const proposeRepeat = (office: string, payment: Named, iban: string) =>
  ask(
    office1['returned-payments'][':id'][':attempt'].proposal.$post({
      param: paramOf(office, payment),
      json: { iban },
    }),
  )
export const releaseRepeat = (office: string, payment: Named) =>
  ask(office1['returned-payments'][':id'][':attempt'].release.$post({ param: paramOf(office, payment) }))
export const repeatFileAddress = (office: string, { payslipId, attempt }: Named) =>
  `/v1/offices/${encodeURIComponent(office)}/returned-payments/${encodeURIComponent(payslipId)}/${attempt}/payment-file`

export const myReturnedPaymentsQuery = (office: string) =>
  queryOptions({
    queryKey: ['me', office, 'returned-payments'],
    queryFn: () => ask(office1.me['returned-payments'].$get({ param: { office } })),
  })

export const bankTermsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'bank-terms'],
    queryFn: () => ask(office1['bank-terms'].$get({ param: { office } })),
  })
export const setBankTerms = (office: string, json: BankTerms) =>
  ask(office1['bank-terms'].$post({ param: { office }, json }))
