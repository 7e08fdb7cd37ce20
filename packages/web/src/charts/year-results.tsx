import type { FiscalYears } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { isZero, major, minor, negated, size } from '../api/money.ts'
import { Badge, type Mood } from '../design/feedback.tsx'
import { DataTable } from '../design/table.tsx'
import { useFormats } from '../i18n/format.ts'
import './sector-bars.css'
import './year-results.css'

type Company = FiscalYears['companies'][number]
type Year = Company['years'][number]

const MOODS: Record<Year['state'], Mood> = {
  running: 'plain',
  ended: 'warn',
  closed: 'brand',
  decided: 'good',
}

/** Each year's result as a bar: what an assembly set aside of it, and what is carried forward; a loss stands apart. */
export function YearResults({ company, currency }: { company: Company; currency: string }) {
  const { t } = useTranslation('years')
  const format = useFormats()
  const longest = Math.max(1, ...company.years.map(({ result }) => size(result)))
  // Years begin with a month: a calendar year is called by its number.
  const name = ({ from, to }: Year) =>
    from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`
      ? from.slice(0, 4)
      : `${format.month(from.slice(0, 7))} – ${format.month(to.slice(0, 7))}`
  const title = t('results', { company: company.name })
  return (
    <figure className="sector-bars" aria-label={title}>
      <ul className="legend" aria-hidden="true">
        {(['reserves', 'forward', 'loss'] as const).map((part) => (
          <li key={part} className={`result-${part}`}>
            {t(`parts.${part}`)}
          </li>
        ))}
      </ul>
      <div className="bars" aria-hidden="true">
        {company.years.map((year) => (
          <div key={year.to} className="bar-row">
            <b>{name(year)}</b>
            <div className="bar" style={{ width: `${(size(year.result) / longest) * 100}%` }}>
              {partsOf(year).map(({ part, amount }) => (
                <span key={part} className={`result-${part}`} style={{ flexGrow: amount }} />
              ))}
            </div>
            <span className="number soft">{format.compactMoney(year.result, currency)}</span>
          </div>
        ))}
      </div>
      <DataTable
        caption={title}
        captionUnseen
        rows={company.years}
        rowKey={({ to }) => to}
        columns={[
          { id: 'year', head: t('year'), cell: name },
          {
            id: 'state',
            head: t('state'),
            cell: ({ state }) => <Badge mood={MOODS[state]}>{t(`states.${state}`)}</Badge>,
          },
          {
            id: 'result',
            head: t('result'),
            end: true,
            cell: ({ result }) => format.money(result, currency),
          },
          {
            id: 'reserves',
            head: t('toReserves'),
            end: true,
            cell: ({ toReserves }) => (isZero(toReserves) ? '–' : format.money(toReserves, currency)),
          },
          {
            id: 'forward',
            head: t('parts.forward'),
            end: true,
            cell: ({ result, toReserves }) =>
              format.money(major(minor(result) + minor(negated(toReserves))), currency),
          },
        ]}
      />
    </figure>
  )
}

/** Lengths only. An assembly may set aside more than the year earned, from the years before: the bar shows the year's part. */
function partsOf({ result, toReserves }: Year) {
  if (minor(result) < 0n) return [{ part: 'loss', amount: size(result) }]
  const aside = minor(toReserves) > 0n ? Math.min(size(toReserves), size(result)) : 0
  return [
    { part: 'reserves', amount: aside },
    { part: 'forward', amount: size(result) - aside },
  ].filter(({ amount }) => amount > 0)
}
