import { type ReactNode, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '../api/problem.ts'
import { Button } from './button.tsx'

/** Something was refused or failed: what, why, and what to do next. Spoken at once by a screen reader. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t, i18n } = useTranslation()
  const problem = asProblem(error)
  const kind = problem.type.replace('/problems/', '')
  return (
    <div className="notice bad" role="alert">
      {i18n.exists(`problems.${kind}.title`) ? (
        <strong>{t(`problems.${kind}.title`)}</strong>
      ) : (
        <strong lang="en">{problem.title}</strong>
      )}
      {problem.detail && <p lang="en">{problem.detail}</p>}
      {problem.errors && problem.errors.length > 1 && (
        <ul className="small" lang="en">
          {problem.errors.map(({ field, detail }) => (
            <li key={field}>
              {field}: {detail}
            </li>
          ))}
        </ul>
      )}
      <p className="small">{t(`problems.${kind}.next`, { defaultValue: t('problems.unexpected.next') })}</p>
      {onRetry && (
        <div>
          <Button look="quiet" small onPress={onRetry}>
            {t('actions.retry')}
          </Button>
        </div>
      )}
    </div>
  )
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <svg
        width="72"
        height="40"
        viewBox="0 0 72 40"
        fill="none"
        strokeWidth="6"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <circle cx="21" cy="22" r="14" stroke="var(--line-strong)" />
        <circle cx="51" cy="22" r="14" stroke="var(--line-strong)" />
        <path d="M36 6v30" stroke="var(--sun)" />
      </svg>
      <h2>{title}</h2>
      {children && <div className="soft stack">{children}</div>}
    </div>
  )
}

/** The shape of what is coming, and its name for who cannot see it. */
export function Loading({ heights = [120, 320] }: { heights?: readonly number[] }) {
  const { t } = useTranslation()
  return (
    <div className="stack" role="status">
      <span className="unseen">{t('loading')}</span>
      {heights.map((height, index) => (
        <div key={index} className="skeleton" style={{ height }} />
      ))}
    </div>
  )
}

export type Mood = 'good' | 'warn' | 'bad' | 'brand' | 'plain'

export function Badge({ mood = 'plain', children }: { mood?: Mood; children: ReactNode }) {
  return <span className={`badge ${mood}`}>{children}</span>
}

let message = ''
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** Says in one line, at the foot of the page and to a screen reader, that something was done. */
export function say(text: string): void {
  message = text
  clearTimeout(timer)
  timer = setTimeout(() => {
    message = ''
    for (const listener of listeners) listener()
  }, 7000)
  for (const listener of listeners) listener()
}

export function Sayings() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => message,
  )
  return (
    <div role="status" aria-live="polite">
      {text && <div className="toast">{text}</div>}
    </div>
  )
}
