import { german } from './de.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import { hungarian } from './hu.ts'
import { italian } from './it.ts'
import type { DemoLanguage } from './language.ts'
import { dutch } from './nl.ts'
import { swedish } from './sv.ts'

export type { DemoLanguage } from './language.ts'

export const LANGUAGES = {
  de: german,
  es: spanish,
  fr: french,
  hu: hungarian,
  it: italian,
  nl: dutch,
  sv: swedish,
} as const satisfies Readonly<Record<string, DemoLanguage>>

/** A language the demo's people and clients speak. */
export type LanguageCode = keyof typeof LANGUAGES
