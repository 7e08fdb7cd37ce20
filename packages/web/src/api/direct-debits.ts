import type { Mandate } from '@samen/api/client'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, problemOf, v1 } from './client.ts'
import { ProblemError } from './problem.ts'

const office1 = v1.offices[':office']

export interface CollectionDays {
  readonly collectOn?: string
  readonly notifiedOn?: string
}

export const directDebitTermsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'direct-debit-terms'],
    queryFn: () => ask(office1['direct-debit-terms'].$get({ param: { office } })),
  })
export const setDirectDebitTerms = (office: string, creditorIdentifier: string) =>
  ask(office1['direct-debit-terms'].$post({ param: { office }, json: { creditorIdentifier } }))

export const directDebitProposalQuery = (office: string, days: CollectionDays) =>
  queryOptions({
    queryKey: ['office', office, 'direct-debit-proposal', days],
    placeholderData: keepPreviousData,
    queryFn: () => ask(office1['direct-debits'].proposal.$get({ param: { office }, query: days })),
  })
export const directDebitsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'direct-debits'],
    queryFn: () => ask(office1['direct-debits'].$get({ param: { office }, query: { limit: '20' } })),
  })
export const prepareDirectDebits = (office: string, days: CollectionDays) =>
  ask(office1['direct-debits'].$post({ param: { office }, json: days }))
export const releaseDirectDebits = (office: string, id: string) =>
  ask(office1['direct-debits'][':id'].release.$post({ param: { office, id } }))
export const discardDirectDebits = (office: string, id: string) =>
  ask(office1['direct-debits'][':id'].discard.$post({ param: { office, id } }))
export const refuseDirectDebits = (office: string, id: string, reason: string) =>
  ask(office1['direct-debits'][':id'].refusal.$post({ param: { office, id }, json: { reason } }))

export const mandatesQuery = (office: string, clientId: string) =>
  queryOptions({
    queryKey: ['office', office, 'mandates', clientId],
    queryFn: () => ask(office1.mandates.$get({ param: { office }, query: { clientId } })),
  })
type Draft = Parameters<(typeof office1)['mandates']['$post']>[0]['json']
export const recordMandate = (office: string, json: Draft) =>
  ask(office1.mandates.$post({ param: { office }, json }))
export const endMandate = (office: string, id: string, reason: string) =>
  ask(office1.mandates[':id'].end.$post({ param: { office, id }, json: { reason } }))

const officeAddress = (office: string) => `/v1/offices/${encodeURIComponent(office)}`
export const directDebitFileAddress = (office: string, id: string) =>
  `${officeAddress(office)}/direct-debits/${encodeURIComponent(id)}/file`
export const mandatePaperAddress = (office: string, id: string) =>
  `${officeAddress(office)}/mandates/${encodeURIComponent(id)}/paper`

/** Files the signed paper of a mandate. */
export async function fileMandatePaper(office: string, id: string, file: File): Promise<Mandate> {
  const query = new URLSearchParams({ name: file.name })
  const address = `${officeAddress(office)}/imports/mandates/${encodeURIComponent(id)}?${query}`
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/pdf' },
    body: file,
  })
  if (!answer.ok) throw new ProblemError(await problemOf(answer))
  return (await answer.json()) as Mandate
}
