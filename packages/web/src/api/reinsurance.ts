import type { Cession } from '@samen/api/client'
import { queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const reinsurance1 = v1.offices[':office'].reinsurance

export const reinsuranceQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'reinsurance'],
    queryFn: () => ask(reinsurance1.$get({ param: { office } })),
  })

export interface TreatyForm {
  counterparty: string
  direction: 'ceded' | 'assumed'
  fromYear: number
  fundId: string
  retentionPerLoss: string
  retentionPerYear: string
  sharePercent: string
  premiumPercent: string
}
export const agreeTreaty = (office: string, json: TreatyForm) =>
  ask(reinsurance1.treaties.$post({ param: { office }, json }))

export interface CededMonth {
  counterparty: string
  period: string
}
export const cessionPreviewQuery = (office: string, query: CededMonth) =>
  queryOptions({
    queryKey: ['office', office, 'reinsurance', 'preview', query],
    retry: false,
    queryFn: () => ask(reinsurance1.cessions.preview.$get({ param: { office }, query })),
  })
export const cedeMonth = (office: string, json: CededMonth) =>
  ask(reinsurance1.cessions.$post({ param: { office }, json }))

/** What a statement comes to in the assuming office's own currency, line by line. */
export interface OwnFigures {
  changes: string[]
  premium: string
}
export const assumeMonth = (office: string, statement: Cession, own?: OwnFigures) =>
  ask(reinsurance1.assumptions.$post({ param: { office }, json: { statement, ...(own && { own }) } }))
