import type { SupplierInvoice } from '@samen/api/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, problemOf, v1 } from './client.ts'
import { ProblemError } from './problem.ts'

const office1 = v1.offices[':office']

export type SupplierInvoiceState = SupplierInvoice['state']

const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
}
const queryOf = (state: SupplierInvoiceState | undefined, cursor: string | undefined) => ({
  limit: '50',
  ...(state && { state }),
  ...(cursor !== undefined && { cursor }),
})

export const supplierInvoicesQuery = (office: string, state: SupplierInvoiceState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'supplier-invoices', state],
    ...pages,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      ask(office1['supplier-invoices'].$get({ param: { office }, query: queryOf(state, pageParam) })),
  })

export const mySupplierInvoicesQuery = (office: string) =>
  infiniteQueryOptions({
    queryKey: ['me', office, 'supplier-invoices'],
    ...pages,
    queryFn: ({ pageParam }) =>
      ask(office1.me.purchases.$get({ param: { office }, query: queryOf(undefined, pageParam) })),
  })

export const activityChoicesQuery = (office: string, search: string) =>
  queryOptions({
    queryKey: ['office', office, 'activity-choices', search],
    placeholderData: keepPreviousData,
    queryFn: () => ask(office1['activity-choices'].$get({ param: { office }, query: { search } })),
  })

export const supplierPaymentsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'supplier-payments'],
    queryFn: () => ask(office1['supplier-payments'].$get({ param: { office }, query: { limit: '20' } })),
  })

type Decision = Parameters<(typeof office1)['supplier-invoices'][':id']['approval']['$post']>[0]['json']

type Paper = Parameters<(typeof office1)['supplier-invoices']['$post']>[0]['json']

export const enterSupplierInvoice = (office: string, json: Paper) =>
  ask(office1['supplier-invoices'].$post({ param: { office }, json }))
export const assignSupplierInvoice = (office: string, id: string, activityId: string) =>
  ask(office1['supplier-invoices'][':id'].assignment.$post({ param: { office, id }, json: { activityId } }))
export const approveSupplierInvoice = (office: string, id: string, json: Decision) =>
  ask(office1['supplier-invoices'][':id'].approval.$post({ param: { office, id }, json }))
export const refuseSupplierInvoice = (office: string, id: string, reason: string) =>
  ask(office1['supplier-invoices'][':id'].refusal.$post({ param: { office, id }, json: { reason } }))

export const prepareSupplierPayments = (office: string) =>
  ask(office1['supplier-payments'].$post({ param: { office }, json: {} }))
export const releaseSupplierPayments = (office: string, id: string) =>
  ask(office1['supplier-payments'][':id'].release.$post({ param: { office, id } }))
export const discardSupplierPayments = (office: string, id: string) =>
  ask(office1['supplier-payments'][':id'].discard.$post({ param: { office, id } }))

const officeAddress = (office: string) => `/v1/offices/${encodeURIComponent(office)}`
export const supplierPaymentFileAddress = (office: string, fileId: string) =>
  `${officeAddress(office)}/supplier-payments/files/${encodeURIComponent(fileId)}`
export const supplierInvoiceOriginalAddress = (office: string, id: string) =>
  `${officeAddress(office)}/supplier-invoices/${encodeURIComponent(id)}/original`
export const mySupplierInvoiceOriginalAddress = (office: string, id: string) =>
  `${officeAddress(office)}/me/purchases/${encodeURIComponent(id)}/original`

/** Hands a supplier's file in: for the office, or for one of the member's own activities. */
export async function bringSupplierInvoice(
  office: string,
  file: File,
  activityId?: string,
): Promise<SupplierInvoice> {
  const query = new URLSearchParams({ name: file.name, ...(activityId !== undefined && { activityId }) })
  const door = activityId === undefined ? 'imports' : 'me/imports'
  const answer = await fetch(`${officeAddress(office)}/${door}/supplier-invoices?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml' },
    body: file,
  })
  if (!answer.ok) throw new ProblemError(await problemOf(answer))
  return (await answer.json()) as SupplierInvoice
}
