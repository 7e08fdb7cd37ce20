import type { ImportReport, IntercompanyItem, RateImport, StatementReport } from '@samen/api/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, problemOf, v1 } from './client.ts'
import { ProblemError } from './problem.ts'

const office1 = v1.offices[':office']

/** A list page by page: `getNextPageParam` follows the server's cursor. */
const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
}
const cursorOf = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor })

export const payRunsQuery = (office: string) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'pay-runs'],
    ...pages,
    queryFn: ({ pageParam }) =>
      ask(office1['pay-runs'].$get({ param: { office }, query: { limit: '12', ...cursorOf(pageParam) } })),
  })

export const payRunPreviewQuery = (office: string, date: string) =>
  queryOptions({
    queryKey: ['office', office, 'pay-runs', 'preview', date],
    placeholderData: keepPreviousData,
    queryFn: () => ask(office1['pay-runs'].preview.$get({ param: { office }, query: { date } })),
  })

export const payRunQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['office', office, 'pay-runs', id],
    queryFn: () => ask(office1['pay-runs'][':id'].$get({ param: { office, id } })),
  })

export const payRunPayslipsQuery = (office: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'pay-runs', id, 'payslips'],
    ...pages,
    queryFn: ({ pageParam }) =>
      ask(
        office1['pay-runs'][':id'].payslips.$get({
          param: { office, id },
          query: { limit: '50', ...cursorOf(pageParam) },
        }),
      ),
  })

export const officePayslipQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['office', office, 'payslips', id],
    queryFn: () => ask(office1.payslips[':id'].$get({ param: { office, id } })),
  })

export const computePayRun = (office: string, date: string) =>
  ask(office1['pay-runs'].$post({ param: { office }, json: { date } }))
export const approvePayRun = (office: string, id: string) =>
  ask(office1['pay-runs'][':id'].approval.$post({ param: { office, id } }))
export const postPayRun = (office: string, id: string) =>
  ask(office1['pay-runs'][':id'].posting.$post({ param: { office, id } }))
export const paymentFileAddress = (office: string, id: string) =>
  `/v1/offices/${encodeURIComponent(office)}/pay-runs/${encodeURIComponent(id)}/payment-file`

export const correctionPreviewQuery = (office: string, from: string | undefined) =>
  queryOptions({
    queryKey: ['office', office, 'corrections', 'preview', from],
    placeholderData: keepPreviousData,
    queryFn: () =>
      ask(office1.corrections.preview.$get({ param: { office }, query: from === undefined ? {} : { from } })),
  })

/** The differences of a correction that was computed. */
export const correctionQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['office', office, 'pay-runs', id, 'correction'],
    queryFn: () => ask(office1['pay-runs'][':id'].correction.$get({ param: { office, id } })),
  })

export const computeCorrection = (office: string, from: string) =>
  ask(office1.corrections.$post({ param: { office }, json: { from } }))

export const claimsQuery = (office: string) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'claims'],
    ...pages,
    queryFn: ({ pageParam }) =>
      ask(
        office1.claims.$get({
          param: { office },
          query: { open: 'true', limit: '50', ...cursorOf(pageParam) },
        }),
      ),
  })

export const forgoClaim = (office: string, id: string, reason: string) =>
  ask(office1.claims[':id'].forgone.$post({ param: { office, id }, json: { reason } }))

export const sayConsent = (office: string, id: string, json: { agreed: boolean; words: string }) =>
  ask(office1.claims[':id'].consent.$post({ param: { office, id }, json }))

export type BooksFormat = 'fec' | 'sie' | 'xaf' | 'csv'
export const booksAddress = (office: string, format: BooksFormat, year: string, entity: string) =>
  `/v1/offices/${encodeURIComponent(office)}/ledger/export?${new URLSearchParams({ format, year, entity })}`

export const fundsQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'funds'],
    queryFn: () => ask(office1.funds.$get({ param: { office } })),
  })

export const poolQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'pool'],
    queryFn: () => ask(office1.pool.$get({ param: { office } })),
  })

export const cockpitQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'funds', 'cockpit'],
    queryFn: () => ask(office1.funds.cockpit.$get({ param: { office } })),
  })

/** The office's latest simulation, asked again while it runs. */
export const stressQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'stress'],
    queryFn: () => ask(office1.funds.stress.$get({ param: { office } })),
    refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? 700 : false),
  })

export const startStress = (office: string) =>
  ask(office1.funds.stress.$post({ param: { office }, json: {} }))
export const cancelStress = (office: string, id: string) =>
  ask(office1.funds.stress[':id'].cancellation.$post({ param: { office, id } }))

export const exposureQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'exposure'],
    queryFn: () => ask(office1.funds.exposure.$get({ param: { office } })),
  })

type InvoiceQuery = Parameters<typeof office1.invoices.$get>[0]['query']
export type InvoiceState = NonNullable<InvoiceQuery['state']>

export const invoicesQuery = (office: string, query: InvoiceQuery) =>
  queryOptions({
    queryKey: ['office', office, 'invoices', query],
    queryFn: () => ask(office1.invoices.$get({ param: { office }, query })),
  })

export const invoiceListQuery = (office: string, state: InvoiceState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'invoices', 'list', state],
    ...pages,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      ask(
        office1.invoices.$get({
          param: { office },
          query: { limit: '50', ...(state && { state }), ...cursorOf(pageParam) },
        }),
      ),
  })

const invoiceAddress = (office: string, id: string) =>
  `/v1/offices/${encodeURIComponent(office)}/invoices/${encodeURIComponent(id)}`
export const invoicePdfAddress = (office: string, id: string) => `${invoiceAddress(office, id)}/pdf`
export const eInvoiceAddress = (office: string, id: string, format: 'peppol-ubl' | 'peppol-cii') =>
  `${invoiceAddress(office, id)}/e-invoice?format=${format}`

export const officePayslipPdfAddress = (office: string, id: string, language: string) =>
  `/v1/offices/${encodeURIComponent(office)}/payslips/${encodeURIComponent(id)}/pdf?language=${language}`

export const matchReceipt = (
  office: string,
  id: string,
  json: { invoiceId: string; amount?: string; billedAmount?: string },
) => ask(office1['bank-transactions'][':id'].matches.$post({ param: { office, id }, json }))

type ContractQuery = Parameters<typeof office1.contracts.$get>[0]['query']
export type ContractState = NonNullable<ContractQuery['state']>

export const contractsQuery = (office: string, filter: { state?: ContractState; search?: string }) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'contracts', filter],
    ...pages,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      ask(
        office1.contracts.$get({
          param: { office },
          query: { limit: '50', ...filter, ...cursorOf(pageParam) },
        }),
      ),
  })

export const contractQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['office', office, 'contracts', id],
    queryFn: () => ask(office1.contracts[':id'].$get({ param: { office, id } })),
  })

export const moveContract = (office: string, id: string, state: ContractState) =>
  ask(office1.contracts[':id'].steps.$post({ param: { office, id }, json: { state } }))
export const recordHiring = (
  office: string,
  id: string,
  json: { engagementId: string; filedAt: string; reference: string },
) => ask(office1.contracts[':id'].hiring.$post({ param: { office, id }, json }))
export const invoiceContract = (office: string, id: string) =>
  ask(office1.contracts[':id'].invoice.$post({ param: { office, id } }))

export const clientsQuery = (office: string, search: string) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'clients', search],
    ...pages,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      ask(
        office1.clients.$get({
          param: { office },
          query: { limit: '50', ...(search && { search }), ...cursorOf(pageParam) },
        }),
      ),
  })

export const writeOffClient = (office: string, id: string, json: { bankruptOn: string; reason: string }) =>
  ask(office1.clients[':id']['write-off'].$post({ param: { office, id }, json }))

export const trialBalanceQuery = (office: string, period: string) =>
  queryOptions({
    queryKey: ['office', office, 'trial-balance', period],
    placeholderData: keepPreviousData,
    queryFn: () => ask(office1.ledger['trial-balance'].$get({ param: { office }, query: { period } })),
  })

export interface StatementsQuestion {
  period: string
  chart: 'national' | 'group'
  /** The company's number; all of them when absent. */
  entity?: string
}
export const statementsQuery = (office: string, question: StatementsQuestion) =>
  queryOptions({
    queryKey: ['office', office, 'statements', question],
    placeholderData: keepPreviousData,
    queryFn: () => ask(office1.ledger.statements.$get({ param: { office }, query: question })),
  })
export const statementsAddress = (office: string, question: StatementsQuestion) =>
  `/v1/offices/${encodeURIComponent(office)}/ledger/statements/csv?${new URLSearchParams({ ...question })}`

export const statementsPdfAddress = (office: string, question: StatementsQuestion, language: string) =>
  `/v1/offices/${encodeURIComponent(office)}/ledger/statements/pdf?${new URLSearchParams({ ...question, language })}`

export const entriesQuery = (office: string, account: string, period: string) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'entries', account, period],
    ...pages,
    queryFn: ({ pageParam }) =>
      ask(
        office1.ledger.accounts[':account'].entries.$get({
          param: { office, account },
          query: { period, limit: '100', ...cursorOf(pageParam) },
        }),
      ),
  })

export const closesQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'closes'],
    queryFn: () => ask(office1.closes.$get({ param: { office }, query: { limit: '100' } })),
  })

export const closePeriod = (office: string, period: string) =>
  ask(office1.closes.$post({ param: { office }, json: { period } }))

export type Import =
  | { kind: 'contracts'; report: ImportReport }
  | { kind: 'statements'; report: StatementReport }
  | { kind: 'rates'; report: RateImport & { name: string } }

/** Sends a file as it is: CSV of contracts, XML or CODA of a bank statement, a central bank's rates. */
export async function importFile(office: string, file: File): Promise<Import> {
  const begins = await file.slice(0, 1_000).text()
  const isOfBank = /\.(xml|cod|coda|bc2)$/i.test(file.name) || file.type.includes('xml')
  const kind = /^\uFEFF?Date,|eurofxref|<MNB/.test(begins) ? 'rates' : isOfBank ? 'statements' : 'contracts'
  const address = `/v1/offices/${encodeURIComponent(office)}/imports/${kind}?name=${encodeURIComponent(file.name)}`
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': isOfBank ? 'application/xml' : 'text/csv' },
    body: file,
  })
  if (!answer.ok) throw new ProblemError(await problemOf(answer))
  return { kind, report: { name: file.name, ...(await answer.json()) } } as Import
}

export const intercompanyQuery = (office: string) =>
  infiniteQueryOptions({
    queryKey: ['office', office, 'intercompany'],
    ...pages,
    queryFn: ({ pageParam }) =>
      ask(office1.intercompany.$get({ param: { office }, query: { limit: '50', ...cursorOf(pageParam) } })),
  })

type IntercompanyDraft = Pick<
  IntercompanyItem,
  'counterparty' | 'reference' | 'kind' | 'direction' | 'amount' | 'effectiveOn' | 'description'
>

export const bookIntercompany = (office: string, draft: IntercompanyDraft) =>
  ask(office1.intercompany.$post({ param: { office }, json: draft }))
