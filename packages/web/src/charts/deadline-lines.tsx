import type { Declaration } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../i18n/format.ts'
import './deadline-lines.css'

/** Days shown before today at most, for what is overdue for long; and after it. */
const BEFORE = 60
const AFTER = 60
const DAY = 86_400_000

/** Deadlines by authority on one line of days, with today in it: what is overdue lies to its left. The table says the same in words. */
export function DeadlineLines({ items, today }: { items: readonly Declaration[]; today: string }) {
  const { t } = useTranslation('declarations')
  const format = useFormats()
  const authorities = [...Map.groupBy(items, ({ authority }) => authority)]
  const share = (day: string) => {
    const days = (Date.parse(day) - Date.parse(today)) / DAY
    return ((Math.min(AFTER, Math.max(-BEFORE, days)) + BEFORE) / (BEFORE + AFTER)) * 100
  }
  return (
    <div className="deadline-lines" aria-hidden="true">
      {authorities.map(([authority, due]) => (
        <div key={authority} className="deadline-row">
          <b>{authority}</b>
          <div className="deadline-line">
            <span className="deadline-today" style={{ insetInlineStart: `${share(today)}%` }} />
            {due.map((one) => (
              <span
                key={`${one.filing} ${one.entityNo} ${one.period}`}
                className={`deadline ${one.state}`}
                style={{ insetInlineStart: `${share(one.dueOn)}%` }}
                title={`${one.name}, ${one.period}: ${format.day(one.dueOn)}`}
              />
            ))}
          </div>
        </div>
      ))}
      <p className="soft small deadline-legend">{t('legend', { day: format.day(today) })}</p>
    </div>
  )
}
