import type { OfficeContext } from '../context/index.ts'
import { dueFilings, type FilingFacts, type IsoDate, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { ordinarySetting } from '../vat-returns/index.ts'
import { type Declaration, type FiledDeclaration, stateOf } from './declaration.ts'
import {
  filedDeclarations,
  filedVatForms,
  type MonthFacts,
  monthFacts,
  vatPeriods,
} from './declaration-store.ts'

/** How far back a period that nobody filed is still shown. */
const YEARS_BACK = 2

/**
 * What the companies of an office file, for the periods that end up to a day (the end of this month unless told), by
 * deadline: what was filed, what is due, and what is overdue. Empty where the country's plugin names no filings.
 */
export async function declarationCalendar(
  trx: Transaction,
  context: Pick<OfficeContext, 'officeId' | 'plugin' | 'today'>,
  until: IsoDate = monthOf(context.today).to,
): Promise<Declaration[]> {
  const { officeId, plugin, today } = context
  const { filings = [], holidays } = plugin
  if (filings.length === 0) return []
  const from = `${Number(until.slice(0, 4)) - YEARS_BACK}-01-01`
  const facts = Map.groupBy(await monthFacts(trx, officeId, from), ({ legalEntityId }) => legalEntityId)
  const periods = Map.groupBy(await vatPeriods(trx, officeId), ({ legalEntityId }) => legalEntityId)
  const filed = Map.groupBy(
    [...(await filedDeclarations(trx, officeId, from)), ...(await filedVatForms(trx, officeId, from))],
    keyOf,
  )
  const ordinary = ordinarySetting(plugin).period
  const companies = await legalEntities(trx, officeId)
  return companies
    .flatMap(({ legalEntityId }) => {
      const chosen = periods.get(legalEntityId) ?? []
      const months = facts.get(legalEntityId) ?? []
      const told: FilingFacts = {
        ...factsOf(months),
        vatPeriodOn: (day) => chosen.find((one) => one.from <= day)?.period ?? ordinary,
      }
      const span = { first: months[0]?.month ?? until.slice(0, 7), last: until.slice(0, 7) }
      return dueFilings(filings, told, span, holidays).map((due): Declaration => {
        const { form, code } = due.filing
        const done = filed.get(keyOf({ legalEntityId, filing: form ?? code, to: due.to })) ?? []
        return { ...due, legalEntityId, filed: done, state: stateOf(due, done, today) }
      })
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** How many filings whose last day has come by a day are not on record, and which: the close of a month reads it. */
export async function unfiledBy(
  trx: Transaction,
  context: Pick<OfficeContext, 'officeId' | 'plugin' | 'today'>,
  day: IsoDate,
): Promise<Declaration[]> {
  const calendar = await declarationCalendar(trx, context, day)
  return calendar.filter(({ state, dueOn }) => state !== 'filed' && dueOn <= day)
}

function factsOf(months: readonly MonthFacts[]): Omit<FilingFacts, 'vatPeriodOn'> {
  const those = (is: (month: MonthFacts) => boolean) => new Set(months.filter(is).map(({ month }) => month))
  return {
    wageMonths: those(({ paidWages }) => paidWages),
    salesListMonths: those(({ soldInUnion }) => soldInUnion),
    vatFrom: months.find(({ sold }) => sold)?.month,
  }
}

/** A form filed for a longer or shorter period than is due counts for the period that ends with it. */
const keyOf = ({ legalEntityId, filing, to }: Pick<FiledDeclaration, 'legalEntityId' | 'filing' | 'to'>) =>
  `${legalEntityId} ${filing} ${to}`
