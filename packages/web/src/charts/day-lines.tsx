import { useTranslation } from 'react-i18next'
import type { Amount } from '../api/money.ts'
import { type Column, DataTable } from '../design/table.tsx'
import { useFormats } from '../i18n/format.ts'
import './day-lines.css'

export interface DayLine<Row> {
  readonly id: string
  readonly label: string
  /** Class that gives the line its colour. */
  readonly look: string
  readonly value: (row: Row) => Amount
  /** In the table only. */
  readonly tableOnly?: boolean
}

const WIDTH = 720
const HEIGHT = 220

/** Amounts day by day as lines, zero always in the picture; the same figures as a table below. */
export function DayLines<Row extends { readonly on: string }>({
  title,
  currency,
  rows,
  lines,
  band,
}: {
  title: string
  currency: string
  rows: readonly Row[]
  lines: readonly DayLine<Row>[]
  /** Two lines between which the area is filled: a range. */
  band?: { readonly low: (row: Row) => Amount; readonly high: (row: Row) => Amount }
}) {
  const { t } = useTranslation()
  const format = useFormats()
  const drawn = lines.filter(({ tableOnly }) => !tableOnly)
  const all = rows.flatMap((row) => drawn.map(({ value }) => Number(value(row))))
  const top = Math.max(1, ...all)
  const bottom = Math.min(0, ...all)
  const first = Date.parse(rows[0]?.on ?? '2000-01-01')
  const length = Math.max(1, Date.parse(rows.at(-1)?.on ?? '2000-01-02') - first)
  const x = (row: Row) => ((Date.parse(row.on) - first) / length) * WIDTH
  const y = (amount: Amount) => 8 + ((top - Number(amount)) / (top - bottom)) * (HEIGHT - 16)
  const path = (points: readonly (readonly [number, number])[]) =>
    points.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`).join('')
  const marks = [rows[0], rows[Math.floor(rows.length / 2)], rows.at(-1)].filter((row) => row !== undefined)
  const columns: Column<Row>[] = [
    { id: 'day', head: t('fund.day'), cell: ({ on }) => format.day(on) },
    ...lines.map(({ id, label, value }) => ({
      id,
      head: label,
      end: true,
      cell: (row: Row) => format.money(value(row), currency),
    })),
  ]
  return (
    <figure className="day-lines" aria-label={title}>
      <ul className="legend" aria-hidden="true">
        {drawn.map(({ id, label, look }) => (
          <li key={id} className={look}>
            {label}
          </li>
        ))}
      </ul>
      <div className="plot" aria-hidden="true">
        <div className="scale number">
          <span>{format.compactMoney(top.toFixed(2), currency)}</span>
          {bottom < 0 && <span>{format.compactMoney(bottom.toFixed(2), currency)}</span>}
        </div>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path d={`M0 ${y('0')}H${WIDTH}`} className="zero" />
          {band && (
            <path
              className="band"
              d={`${path(rows.map((row) => [x(row), y(band.high(row))] as const))}${path(
                rows.toReversed().map((row) => [x(row), y(band.low(row))] as const),
              ).replace('M', 'L')}Z`}
            />
          )}
          {drawn.map(({ id, look, value }) => (
            <path
              key={id}
              className={`line ${look}`}
              d={path(rows.map((row) => [x(row), y(value(row))] as const))}
            />
          ))}
        </svg>
        <ol>
          {marks.map(({ on }) => (
            <li key={on}>{format.shortDay(on)}</li>
          ))}
        </ol>
      </div>
      <details className="as-table">
        <summary>{t('asTable')}</summary>
        <DataTable caption={title} captionUnseen wide rows={rows} rowKey={({ on }) => on} columns={columns} />
      </details>
    </figure>
  )
}
