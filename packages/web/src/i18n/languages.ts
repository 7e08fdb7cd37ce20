/** Languages of the screens, each named in itself, in the order of their names. */
export const LANGUAGES = [
  { code: 'de', name: 'Deutsch' },
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
  { code: 'it', name: 'Italiano' },
  { code: 'hu', name: 'Magyar' },
  { code: 'nl', name: 'Nederlands' },
  { code: 'sv', name: 'Svenska' },
] as const

/** The first of some language tags the screens speak: `['pl', 'de-AT']` is `'de'`. */
export const firstSpoken = (tags: readonly string[]): string | undefined =>
  tags
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((code) => LANGUAGES.some((language) => language.code === code))
