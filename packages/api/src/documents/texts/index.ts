import { de } from './de.ts'
import { type DocumentTexts, en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hu } from './hu.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'
import { sv } from './sv.ts'
import { filledIn, inLanguage, type Words as WordsOf } from './words.ts'

export const documentTexts: Readonly<Record<string, DocumentTexts>> = { en, fr, nl, de, es, it, sv, hu }

export type Words = WordsOf<keyof DocumentTexts>

/** The words of a document in a language of ours, filled in; English for any other. */
export function wordsIn(wanted: string): Words {
  const language = inLanguage(documentTexts, wanted)
  return filledIn(language, documentTexts[language] as DocumentTexts)
}
