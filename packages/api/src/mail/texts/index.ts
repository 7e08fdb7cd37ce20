import { de } from './de.ts'
import { en, type MailTexts } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hu } from './hu.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'
import { sv } from './sv.ts'

export const mailTexts: Readonly<Record<string, MailTexts>> = { en, fr, nl, de, es, it, sv, hu }

export type MailTextKey = keyof MailTexts

/** A text in a language of ours, filled in; English for any other. */
export function mailWords(language: string) {
  const known = Object.hasOwn(mailTexts, language) ? language : 'en'
  const texts = mailTexts[known] as MailTexts
  const say = (key: MailTextKey, inputs: Readonly<Record<string, string>>) =>
    texts[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => inputs[name] ?? '')
  return { language: known, say, has: (key: string): key is MailTextKey => Object.hasOwn(texts, key) }
}
