import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'

/** Languages of the screens, each named in itself. */
export const LANGUAGES = [
  { code: 'en', name: 'English' },
  { code: 'fr', name: 'Français' },
  { code: 'nl', name: 'Nederlands' },
] as const

const KEPT = 'samen.language'
const files = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.json')

/** Each language of each portal is a file of its own, fetched when first needed. */
const localeFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    const load = files[`../locales/${language}/${namespace}.json`]
    if (!load) return done(new Error(`no ${namespace} texts in ${language}`), null)
    load().then(
      (file) => done(null, file.default),
      (error: Error) => done(error, null),
    )
  },
}

function preferred(): string {
  const known = (code: string | null | undefined) =>
    LANGUAGES.find((language) => language.code === code)?.code
  const kept = known(localStorage.getItem(KEPT))
  return kept ?? navigator.languages.map((tag) => known(tag.slice(0, 2))).find(Boolean) ?? 'en'
}

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language
})

export const ready = i18next
  .use(localeFiles)
  .use(initReactI18next)
  .init({
    lng: preferred(),
    fallbackLng: 'en',
    supportedLngs: LANGUAGES.map(({ code }) => code),
    ns: ['shell'],
    defaultNS: 'shell',
    fallbackNS: 'shell',
    interpolation: { escapeValue: false },
    returnNull: false,
  })

export async function chooseLanguage(language: string): Promise<void> {
  localStorage.setItem(KEPT, language)
  await i18next.changeLanguage(language)
}
