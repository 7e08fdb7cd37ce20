import type { ErrorComponentProps } from '@tanstack/react-router'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty, ProblemNotice } from '../design/feedback.tsx'
import { Wordmark } from '../design/wordmark.tsx'
import { Page } from './page.tsx'

/** What no page caught: said plainly, with a way on. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  return (
    <main className="stack">
      <Wordmark height={34} />
      <Page title={t('broken.title')}>
        <ProblemNotice error={error} onRetry={reset} />
        <p>
          <a href="/">{t('home')}</a>
        </p>
      </Page>
    </main>
  )
}

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <main>
      <Page title={t('missing.title')}>
        <Empty title={t('missing.head')}>
          <p>
            <Link to="/">{t('home')}</Link>
          </p>
        </Empty>
      </Page>
    </main>
  )
}
