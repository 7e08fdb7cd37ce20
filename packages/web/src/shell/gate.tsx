import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Wordmark } from '../design/wordmark.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import './gate.css'

interface GateProps {
  title: string
  children: ReactNode
  /** One card and nothing beside it. */
  alone?: boolean
}

/** The frame of the pages before a sign-in, and of those about it. */
export function Gate({ title, children, alone = false }: GateProps) {
  const { t } = useTranslation()
  return (
    <div className="gate">
      <title>{`${title} · Samen`}</title>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="gate-top">
        <Wordmark height={36} />
        <div className="row">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="content" className={`gate-main${alone ? ' alone' : ''}`} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
