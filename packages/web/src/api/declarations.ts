import { queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const declarations = v1.offices[':office'].declarations

export const declarationsQuery = (office: string, open: boolean) =>
  queryOptions({
    queryKey: ['office', office, 'declarations', open],
    queryFn: () => ask(declarations.$get({ param: { office }, query: { open: open ? 'true' : 'false' } })),
  })

/** What somebody says of a filing they made with the authority. */
export interface DeclarationFiling {
  filing: string
  period: string
  entityNo: number
  reference: string
  filedOn?: string
  correction?: boolean
}

export const fileDeclaration = (office: string, json: DeclarationFiling) =>
  ask(declarations.$post({ param: { office }, json }))
