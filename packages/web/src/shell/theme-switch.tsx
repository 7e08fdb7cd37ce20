import { useTranslation } from 'react-i18next'
import { chooseTheme, type Theme, useTheme } from './theme.ts'

const NEXT: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' }

export function ThemeSwitch() {
  const { t } = useTranslation()
  const theme = useTheme()
  const label = t('theme.button', { theme: t(`theme.${theme}`) })
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={() => chooseTheme(NEXT[theme])}
    >
      <svg
        width="20"
        height="20"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
      >
        {theme === 'dark' ? (
          <path d="M16.5 12.5A7 7 0 0 1 7.5 3.5a7 7 0 1 0 9 9Z" strokeLinejoin="round" />
        ) : (
          <>
            <circle cx="10" cy="10" r="6.5" />
            <path
              d="M10 3.5a6.5 6.5 0 0 1 0 13Z"
              fill={theme === 'auto' ? 'currentColor' : 'var(--sun)'}
              stroke="none"
            />
          </>
        )}
      </svg>
    </button>
  )
}
