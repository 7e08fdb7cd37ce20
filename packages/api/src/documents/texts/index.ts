import { de } from './de.ts'
import { type DocumentTexts, en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hu } from './hu.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'
import { sv } from './sv.ts'

export const documentTexts: Readonly<Record<string, DocumentTexts>> = { en, fr, nl, de, es, it, sv, hu }

/** The words of a document in a language of ours, filled in; English for any other. */
export interface Words {
  readonly language: string
  (key: keyof DocumentTexts, inputs?: Readonly<Record<string, string>>): string
}

export function wordsIn(wanted: string): Words {
  const base = wanted.toLowerCase().split('-')[0] ?? ''
  const language = Object.hasOwn(documentTexts, base) ? base : 'en'
  const texts = documentTexts[language] as DocumentTexts
  const words = (key: keyof DocumentTexts, inputs: Readonly<Record<string, string>> = {}) =>
    texts[key].replace(/\{\{(\w+)\}\}/g, (whole, name: string) => inputs[name] ?? whole)
  return Object.assign(words, { language })
}
