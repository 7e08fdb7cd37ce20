import { queryOptions } from '@tanstack/react-query'
import { ask, v1 } from './client.ts'

const windUp = v1.offices[':office']['wind-up']

export const windUpQuery = (office: string) =>
  queryOptions({
    queryKey: ['office', office, 'wind-up'],
    queryFn: () => ask(windUp.$get({ param: { office } })),
  })

export interface WindUpForm {
  decidedOn: string
  endsOn: string
  minutes: string
}
export const proposeWindUp = (office: string, json: WindUpForm) =>
  ask(windUp.$post({ param: { office }, json }))
export const confirmWindUp = (office: string) => ask(windUp.confirmation.$post({ param: { office } }))
export const withdrawWindUp = (office: string) => ask(windUp.withdrawal.$post({ param: { office } }))
export const finishWindUp = (office: string) => ask(windUp.completion.$post({ param: { office } }))
