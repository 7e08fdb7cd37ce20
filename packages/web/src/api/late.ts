import { queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const office1 = v1.offices[':office']

export const ageingQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'ageing'],
    queryFn: () => ask(office1.dunning.ageing.$get({ param: { office }, query: { limit: '50' } })),
  })

export const dunningProposalQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'dunning', 'proposal'],
    queryFn: () => ask(office1.dunning.proposal.$get({ param: { office } })),
  })

export interface ChosenLetter {
  clientId: string
  legalEntityId: string
  level: number
}
export const sendLetters = (office: string, letters: ChosenLetter[]) =>
  ask(office1.dunning.runs.$post({ param: { office }, json: { letters } }))

export const rateClients = (office: string) => ask(office1.dunning.ratings.$post({ param: { office } }))

export const letterAddress = (office: string, id: string) =>
  `/v1/offices/${encodeURIComponent(office)}/dunning/letters/${encodeURIComponent(id)}/pdf`

export const clientRiskQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['office', office, 'clients', id, 'risk'],
    queryFn: () => ask(office1.clients[':id'].risk.$get({ param: { office, id } })),
  })

type StepRequest = (typeof office1.clients)[':id']['collection-steps']['$post']
export type NewStep = Parameters<StepRequest>[0]['json']
export const recordStep = (office: string, id: string, json: NewStep) =>
  ask(office1.clients[':id']['collection-steps'].$post({ param: { office, id }, json }))

type LimitRequest = (typeof office1.clients)[':id']['limits']['$post']
export const decideLimit = (office: string, id: string, json: Parameters<LimitRequest>[0]['json']) =>
  ask(office1.clients[':id'].limits.$post({ param: { office, id }, json }))
