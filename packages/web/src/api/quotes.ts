import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const mine = v1.offices[':office'].me.quotes
const open = v1.offers[':office'][':token']

export type QuoteInput = Parameters<typeof mine.$post>[0]['json']
export type RevisionInput = Parameters<(typeof mine)[':id']['revision']['$post']>[0]['json']
export type PreviewInput = Parameters<typeof mine.preview.$post>[0]['json']
export type AnswerInput = Parameters<typeof open.answer.$post>[0]['json']

export const quotePreviewQuery = (office: string, input: PreviewInput | undefined) =>
  queryOptions({
    queryKey: ['me', office, 'quotes', 'preview', input],
    enabled: input !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ask(mine.preview.$post({ param: { office }, json: input as PreviewInput }, { init: { signal } })),
  })

/** Currencies beside the office's own that a quote may be made in. */
export const currenciesQuery = (office: string) =>
  queryOptions({
    queryKey: ['currencies', office],
    queryFn: () => ask(v1.offices[':office'].currencies.$get({ param: { office } })),
  })

export const quoteQuery = (office: string, id: string) =>
  queryOptions({
    queryKey: ['me', office, 'quotes', id],
    queryFn: () => ask(mine[':id'].$get({ param: { office, id } })),
  })

export const makeQuoteOfLines = (office: string, json: QuoteInput) =>
  ask(mine.$post({ param: { office }, json }))
export const reviseQuote = (office: string, id: string, json: RevisionInput) =>
  ask(mine[':id'].revision.$post({ param: { office, id }, json }))
export const makeLink = (office: string, id: string) => ask(mine[':id'].link.$post({ param: { office, id } }))

export const answerPdfAddress = (office: string, id: string, no: string) =>
  `/v1/offices/${encodeURIComponent(office)}/me/quotes/${encodeURIComponent(id)}/answers/${encodeURIComponent(no)}/pdf`

export const similarClientsQuery = (office: string, name: string, email: string) =>
  queryOptions({
    queryKey: ['me', office, 'similar-clients', name, email],
    enabled: name.length >= 3,
    queryFn: () =>
      ask(
        v1.offices[':office'].me.clients.similar.$post({
          param: { office },
          json: { name, ...(email.includes('@') && { email }) },
        }),
      ),
  })

/** The offer behind a link, with the totals of the options chosen. */
export const offerQuery = (office: string, token: string, options: string | undefined) =>
  queryOptions({
    queryKey: ['offer', office, token, options],
    placeholderData: keepPreviousData,
    queryFn: () =>
      ask(open.$get({ param: { office, token }, query: options === undefined ? {} : { options } })),
  })

export const answerOffer = (office: string, token: string, json: AnswerInput) =>
  ask(open.answer.$post({ param: { office, token }, json }))

const offerAddress = (office: string, token: string) =>
  `/v1/offers/${encodeURIComponent(office)}/${encodeURIComponent(token)}`
export const offerPdfAddress = (office: string, token: string) => `${offerAddress(office, token)}/pdf`
export const sealedPdfAddress = (office: string, token: string) => `${offerAddress(office, token)}/answer/pdf`
