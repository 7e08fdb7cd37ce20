import { type AnyCountryPlugin, daysBetween } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { sql } from 'kysely'

type Terms = Readonly<Record<string, unknown>>

interface Example {
  readonly terms: Terms
  /** Calendar days the example lasted. */
  readonly days: number
}

/**
 * The terms a member's job has when nobody states them: those of their own job that lasted about as long, or where they
 * have had none, of the country's sample that did. What grows with a job (days, hours, fees) is scaled to its length.
 */
export async function ordinaryTerms(
  trx: Transaction,
  { officeId, plugin }: { officeId: string; plugin: AnyCountryPlugin },
  memberId: string,
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
): Promise<Terms> {
  const days = daysBetween(startsOn, endsOn)
  const { rows } = await sql<Example>`
    select e.terms, c.ends_on - c.starts_on + 1 as days
      from samen.engagement e
      join samen.contract c on c.office_id = e.office_id and c.contract_id = e.contract_id
     where e.office_id = ${officeId} and e.member_id = ${memberId} and c.state <> 'cancelled'
     order by abs(c.ends_on - c.starts_on + 1 - ${days}::int), c.starts_on desc limit 1`.execute(trx)
  const nearest = rows[0] ?? nearestSample(plugin, days)
  return nearest ? adapted(nearest, days) : {}
}

function nearestSample({ samples }: AnyCountryPlugin, days: number): Example | undefined {
  const examples = samples.flatMap(({ situation }) => {
    const { engagement, period } = situation as { engagement?: Terms; period?: { from: string; to: string } }
    return engagement && period ? [{ terms: engagement, days: daysBetween(period.from, period.to) }] : []
  })
  return examples.sort((a, b) => Math.abs(a.days - days) - Math.abs(b.days - days))[0]
}

/** What a worker's terms are for a part of the days they were agreed for. */
export const termsOfPart = (
  terms: Terms,
  whole: { readonly startsOn: string; readonly endsOn: string },
  part: { readonly startsOn: string; readonly endsOn: string },
): Terms =>
  adapted({ terms, days: daysBetween(whole.startsOn, whole.endsOn) }, daysBetween(part.startsOn, part.endsOn))

const growing = new Set(['days', 'hours', 'fees'])

function adapted({ terms, days: lasted }: Example, days: number): Terms {
  // The days of the job are known from the job; overtime is not ordinary.
  const { startsOn: _startsOn, endsOn: _endsOn, overtime: _overtime, ...rest } = terms
  if (lasted === days) return rest
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => {
      if (growing.has(name) && typeof value === 'number')
        return [name, Math.max(1, Math.round((value * days) / lasted))]
      if (name === 'contract' && (value === 'one-day' || value === 'several-day'))
        return [name, days === 1 ? 'one-day' : 'several-day']
      return [name, value]
    }),
  )
}
