import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const mine = v1.offices[':office'].me

export type WayToNetInput = Parameters<(typeof mine)['way-to-net']['$post']>[0]['json']
export type QuoteInput = Parameters<typeof mine.contracts.$post>[0]['json']
export type StepState = Parameters<(typeof mine.contracts)[':id']['steps']['$post']>[0]['json']['state']

export const profileQuery = (office: string) =>
  queryOptions({
    queryKey: ['me', office, 'profile'],
    queryFn: () => ask(mine.$get({ param: { office } })),
  })

/** The last answer stays on screen while the next one is asked for. */
export const wayToNetQuery = (office: string, input: WayToNetInput | undefined) =>
  queryOptions({
    queryKey: ['me', office, 'way-to-net', input],
    enabled: input !== undefined,
    staleTime: 10 * 60_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ask(
        mine['way-to-net'].$post({ param: { office }, json: input as WayToNetInput }, { init: { signal } }),
      ),
  })

export const jobsQuery = (office: string) =>
  queryOptions({
    queryKey: ['me', office, 'jobs'],
    queryFn: () => ask(mine.contracts.$get({ param: { office }, query: { limit: '100' } })),
  })

export const payslipsQuery = (office: string) =>
  queryOptions({
    queryKey: ['me', office, 'payslips'],
    queryFn: () => ask(mine.payslips.$get({ param: { office }, query: { limit: '200' } })),
  })

export const payslipQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['me', office, 'payslips', id],
    queryFn: () => ask(mine.payslips[':id'].$get({ param: { office, id } })),
  })

export const payslipPdfAddress = (office: string, id: string, language: string) =>
  `/v1/offices/${encodeURIComponent(office)}/me/payslips/${encodeURIComponent(id)}/pdf?language=${language}`

export const makeQuote = (office: string, json: QuoteInput) =>
  ask(mine.contracts.$post({ param: { office }, json }))

export const moveJob = (office: string, id: string, state: StepState) =>
  ask(mine.contracts[':id'].steps.$post({ param: { office, id }, json: { state } }))

export const historyAddress = (office: string) => `/v1/offices/${office}/me/history`

/** What the member was paid too much, and what later wages may keep back for it. */
export const myClaimsQuery = (office: string) =>
  queryOptions({
    queryKey: ['me', office, 'claims'],
    queryFn: () => ask(mine.claims.$get({ param: { office } })),
  })
export const sayMyConsent = (office: string, id: string, agreed: boolean) =>
  ask(mine.claims[':id'].consent.$post({ param: { office, id }, json: { agreed } }))
