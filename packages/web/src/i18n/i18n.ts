import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { firstSpoken, LANGUAGES } from './languages.ts'

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

/** What the reader has chosen here, or else what the browser was set to. */
const wanted = () => firstSpoken([localStorage.getItem(KEPT) ?? '', ...navigator.languages])

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language
})

export const ready = i18next
  .use(localeFiles)
  .use(initReactI18next)
  .init({
    lng: wanted() ?? 'en',
    fallbackLng: 'en',
    supportedLngs: LANGUAGES.map(({ code }) => code),
    ns: ['shell'],
    defaultNS: 'shell',
    fallbackNS: 'shell',
    interpolation: { escapeValue: false },
    returnNull: false,
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key, _fallback, _update, options) => {
      // With a default it may be missing; any other is a mistake of ours, which the browser tests listen for.
      if (options?.defaultValue === undefined) reportError(new Error(`no text for ${key}`))
    },
  })

export async function chooseLanguage(language: string): Promise<void> {
  localStorage.setItem(KEPT, language)
  await i18next.changeLanguage(language)
}

/** For whom nothing was chosen here: the language of what they were sent, where the screens speak it. */
export async function speakOfferedLanguage(offered: string): Promise<void> {
  if (localStorage.getItem(KEPT)) return
  const language = firstSpoken([offered])
  if (language && language !== i18next.language) await i18next.changeLanguage(language)
}

/** For whom nothing was chosen and whose browser speaks no language of ours: the first of their offices'. */
export async function speakLanguageOf(offices: readonly { languages: readonly string[] }[]): Promise<void> {
  if (wanted()) return
  const language = firstSpoken(offices.flatMap(({ languages }) => languages))
  if (language && language !== i18next.language) await i18next.changeLanguage(language)
}
