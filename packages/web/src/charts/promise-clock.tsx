import type { Promised } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../i18n/format.ts'
import './promise-clock.css'

interface PromiseClockProps {
  promise: Promised
  today: string
  /** The day the wage left, once it has. */
  paidOn: string | null
  /** Names of the holidays on the way, from the country's texts. */
  texts: Readonly<Record<string, string>>
}

/** The working days from a job's end to the last day its wage may be paid: each day a bead, days that do not count between them. */
export function PromiseClock({ promise, today, paidOn, texts }: PromiseClockProps) {
  const { t } = useTranslation('me')
  const format = useFormats()
  const left = promise.days.filter(({ date, count }) => count !== undefined && date > today).length
  const words = clockWords()
  return (
    <div className={`clock ${words.mood}`}>
      <p className="clock-words">
        <b>{words.head}</b> <span className="soft">{words.tail}</span>
      </p>
      <ol className="beads" aria-label={t('clock.days')}>
        {promise.days.map((day) => {
          const skipped = day.skipped
          const holiday =
            typeof skipped === 'object'
              ? (texts[`holidays.${skipped.holiday}`] ?? skipped.holiday)
              : undefined
          const state =
            paidOn === day.date ? 'paid' : day.date === today ? 'now' : day.date < today ? 'past' : 'ahead'
          const name =
            holiday ?? (skipped === 'weekend' ? t('clock.weekend') : t('clock.day', { count: day.count }))
          return (
            <li
              key={day.date}
              className={`${day.count === undefined ? 'skipped' : 'counted'} ${state}${holiday ? ' holiday' : ''}`}
              title={`${format.weekday(day.date)}: ${name}`}
            >
              <span className="bead" aria-hidden="true">
                {paidOn === day.date ? '✓' : (day.count ?? '')}
              </span>
              <span className="unseen">
                {format.weekday(day.date)}: <span lang={holiday && texts.language}>{name}</span>
                {state === 'now' && `, ${t('clock.today')}`}
                {state === 'paid' && `, ${t('clock.paid')}`}
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )

  function clockWords(): { head: string; tail: string; mood: 'ahead' | 'running' | 'kept' | 'late' } {
    const by = format.weekday(promise.payBy)
    if (paidOn)
      return {
        head: t('clock.kept'),
        tail: t('clock.keptOn', { day: format.weekday(paidOn) }),
        mood: paidOn > promise.payBy ? 'late' : 'kept',
      }
    if (today <= promise.endedOn)
      return {
        head: t('clock.ahead', { count: promise.workingDays }),
        tail: t('clock.by', { day: by }),
        mood: 'ahead',
      }
    if (today > promise.payBy)
      return { head: t('clock.late'), tail: t('clock.wasDue', { day: by }), mood: 'late' }
    return {
      head: left === 0 ? t('clock.lastDay') : t('clock.left', { count: left }),
      tail: t('clock.by', { day: by }),
      mood: 'running',
    }
  }
}
