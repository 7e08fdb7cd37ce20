import { filledIn, inLanguage, type Words } from '../words.ts'
import * as de from './de.ts'
import * as en from './en.ts'
import * as es from './es.ts'
import * as fr from './fr.ts'
import * as hu from './hu.ts'
import * as it from './it.ts'
import * as nl from './nl.ts'
import * as sv from './sv.ts'

export const statementTexts: Readonly<Record<string, en.StatementTexts>> = {
  en: en.en,
  fr: fr.fr,
  nl: nl.nl,
  de: de.de,
  es: es.es,
  it: it.it,
  sv: sv.sv,
  hu: hu.hu,
}

/** Names of the accounts of the group chart, by language. */
export const groupAccountNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: en.accounts,
  fr: fr.accounts,
  nl: nl.accounts,
  de: de.accounts,
  es: es.accounts,
  it: it.accounts,
  sv: sv.accounts,
  hu: hu.accounts,
}

export type StatementWords = Words<keyof en.StatementTexts>

/** The words of statements in a language of ours, filled in; English for any other. */
export const statementWordsIn = (wanted: string): StatementWords => {
  const language = inLanguage(statementTexts, wanted)
  return filledIn(language, statementTexts[language] as en.StatementTexts)
}
