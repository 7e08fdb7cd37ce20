import { useTranslation } from 'react-i18next'
import { chooseLanguage, LANGUAGES } from '../i18n/i18n.ts'

/** Three languages are few enough to show them all. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  return (
    <fieldset className="switch" aria-label={t('language')}>
      {LANGUAGES.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          title={name}
          aria-label={`${code.toUpperCase()}, ${name}`}
          aria-pressed={i18n.language === code}
          onClick={() => chooseLanguage(code)}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </fieldset>
  )
}
