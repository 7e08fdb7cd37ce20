import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const office1 = v1.offices[':office']

const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
}
const cursorOf = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor })

export const validationsQuery = (office: string) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'validations'],
    ...pages,
    queryFn: ({ pageParam }) =>
      ask(office1.validations.$get({ param: { office }, query: { limit: '50', ...cursorOf(pageParam) } })),
  })

export const ceilingsQuery = (office: string, search: string) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'ceilings', search],
    ...pages,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      ask(
        office1.ceilings.$get({
          param: { office },
          query: { limit: '25', ...(search && { search }), ...cursorOf(pageParam) },
        }),
      ),
  })

type DecisionInput = Parameters<(typeof office1.validations)[':contract']['decision']['$post']>[0]['json']
export const decideValidation = (office: string, contract: string, json: DecisionInput) =>
  ask(office1.validations[':contract'].decision.$post({ param: { office, contract }, json }))

type CeilingInput = Parameters<(typeof office1.ceilings)[':member']['$post']>[0]['json']
export const setCeiling = (office: string, member: string, json: CeilingInput) =>
  ask(office1.ceilings[':member'].$post({ param: { office, member }, json }))
