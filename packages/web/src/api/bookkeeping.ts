import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const office1 = v1.offices[':office']
type Body<Post> = Post extends (args: infer Args) => unknown
  ? Args extends { json: infer Json }
    ? Json
    : never
  : never

const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
}
const pageOf = (cursor: string | undefined) => ({ limit: '50', ...(cursor !== undefined && { cursor }) })

export const monthsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'months'],
    queryFn: () => ask(office1.months.$get({ param: { office } })),
  })

export const monthQuery = (office: string, period: string) =>
  queryOptions({
    queryKey: ['office', office, 'months', period],
    queryFn: () => ask(office1.months[':period'].$get({ param: { office, period } })),
  })

/** A step that says why. */
export const lockMonth = (office: string, period: string, reason: string) =>
  ask(office1.months[':period'].lock.$post({ param: { office, period }, json: { reason } }))
export const unlockMonth = (office: string, period: string, reason: string) =>
  ask(office1.months[':period'].unlocking.$post({ param: { office, period }, json: { reason } }))
export const askReopening = (office: string, period: string, reason: string) =>
  ask(office1.months[':period'].reopening.$post({ param: { office, period }, json: { reason } }))
export const confirmReopening = (office: string, period: string) =>
  ask(office1.months[':period'].reopening.confirmation.$post({ param: { office, period } }))
export const withdrawReopening = (office: string, period: string) =>
  ask(office1.months[':period'].reopening.withdrawal.$post({ param: { office, period } }))

export const activitiesQuery = (office: string, search: string) =>
  queryOptions({
    queryKey: ['office', office, 'activities', search],
    placeholderData: keepPreviousData,
    queryFn: () =>
      ask(office1.activities.$get({ param: { office }, query: { limit: '40', ...(search && { search }) } })),
  })

export const equipmentQuery = (office: string, disposed: boolean) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'equipment', disposed],
    ...pages,
    queryFn: ({ pageParam }) =>
      ask(
        office1.equipment.$get({
          param: { office },
          query: { disposed: disposed ? 'true' : 'false', ...pageOf(pageParam) },
        }),
      ),
  })

export type DisposalForm = Body<(typeof office1.equipment)[':id']['disposal']['$post']>
export const disposeOf = (office: string, id: string, json: DisposalForm) =>
  ask(office1.equipment[':id'].disposal.$post({ param: { office, id }, json }))
export const depreciate = (office: string, period: string) =>
  ask(office1.equipment.depreciation.$post({ param: { office }, json: { period } }))

export const loansQuery = (office: string) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'loans'],
    ...pages,
    queryFn: ({ pageParam }) => ask(office1.loans.$get({ param: { office }, query: pageOf(pageParam) })),
  })

export const loanQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['office', office, 'loans', id],
    queryFn: () => ask(office1.loans[':id'].$get({ param: { office, id } })),
  })

export type LoanForm = Body<typeof office1.loans.$post>
export const proposeLoan = (office: string, json: LoanForm) =>
  ask(office1.loans.$post({ param: { office }, json }))
export const approveLoan = (office: string, id: string) =>
  ask(office1.loans[':id'].approval.$post({ param: { office, id } }))
export const withdrawLoan = (office: string, id: string) =>
  ask(office1.loans[':id'].withdrawal.$post({ param: { office, id } }))
export const collectInstalments = (office: string) =>
  ask(office1.loans.collection.$post({ param: { office } }))

export const provisionsQuery = (office: string, period: string) =>
  queryOptions({
    queryKey: ['office', office, 'provisions', period],
    placeholderData: keepPreviousData,
    queryFn: () => ask(office1.provisions.$get({ param: { office }, query: { period } })),
  })

export const accrualsQuery = (office: string, period: string) =>
  queryOptions({
    queryKey: ['office', office, 'accruals', period],
    placeholderData: keepPreviousData,
    queryFn: () => ask(office1.accruals.$get({ param: { office }, query: { period } })),
  })

export type AccrualForm = Body<typeof office1.accruals.$post>
export const recordAccrual = (office: string, json: AccrualForm) =>
  ask(office1.accruals.$post({ param: { office }, json }))
