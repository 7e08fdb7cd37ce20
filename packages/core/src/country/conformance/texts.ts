import assert from 'node:assert/strict'
import { NotWrittenError } from '../not-written.ts'
import type { AnyCountryPlugin } from '../plugin.ts'
import type { Situation } from '../situation.ts'
import { type Check, GROSSES, languagesOf, type Subject, subject, YEARS } from './check.ts'

/** Every language says everything, and the same. */
export const textChecks = (subject: Subject): Check[] => [
  {
    title: 'names every line, rule, figure, holiday and authority in each of its languages and English',
    run: () => namesEverything(subject),
  },
  {
    title: 'has the same texts, with the same figures in them, in each of its languages',
    run: () => saysTheSameEverywhere(subject.plugin),
  },
  {
    title: 'asks in no text for a figure that the explanation does not carry',
    run: () =>
      subject.eachSample((situation, title) => textsHaveTheirFigures(subject.plugin, situation, title)),
  },
]

function namesEverything({ plugin, eachSample }: Subject) {
  const wanted = new Set<string>()
  eachSample((situation) => {
    for (const gross of GROSSES) {
      const body = plugin.payroll.payslip(situation, plugin.payroll.law(situation), gross)
      for (const line of body.lines) wanted.add(`lines.${line.code}`).add(`rules.${line.why.rule}`)
      for (const earning of body.earnings)
        wanted.add(`earnings.${earning.code}`).add(`rules.${earning.why.rule}`)
      for (const figure of Object.keys(body.figures)) wanted.add(`figures.${figure}`)
    }
  })
  for (const authority of plugin.authorities) wanted.add(`authorities.${authority.code}`)
  for (const { code } of plugin.hiring.checklist ?? []) wanted.add(`checklist.${code}`)
  for (const year of YEARS)
    for (const region of [undefined, ...plugin.regions])
      for (const holiday of plugin.holidays(year, region)) wanted.add(`holidays.${holiday.key}`)
  for (const language of languagesOf(plugin)) {
    const locale = textsOf(plugin, language)
    const missing = [...wanted].filter((key) => !locale[key])
    assert.deepEqual(missing, [], `${language} lacks texts`)
  }
}

function textsOf({ locales }: AnyCountryPlugin, language: string): Readonly<Record<string, string>> {
  const texts = locales[language] ?? {}
  if (Object.keys(texts).length === 0)
    throw new NotWrittenError(`src/locales/${language}.ts`, 'the names of lines, rules, holidays …')
  return texts
}

const placeholders = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{\{(.+?)\}\}/g)].map(([, name]) => name as string).sort()

function saysTheSameEverywhere(plugin: AnyCountryPlugin) {
  for (const language of languagesOf(plugin)) textsOf(plugin, language)
  const english = textsOf(plugin, 'en')
  for (const [language, texts] of Object.entries(plugin.locales)) {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort(), `texts in ${language}`)
    for (const [key, text] of Object.entries(texts)) {
      assert.ok(text.trim() !== '', `${key} in ${language} is empty`)
      assert.deepEqual(placeholders(text), placeholders(english[key]), `${key} in ${language}`)
    }
  }
}

function textsHaveTheirFigures({ payroll, locales }: AnyCountryPlugin, situation: Situation, title: string) {
  for (const gross of GROSSES) {
    const { lines, earnings } = payroll.payslip(situation, payroll.law(situation), gross)
    for (const { why } of [...lines, ...earnings])
      for (const name of placeholders(locales.en?.[`rules.${why.rule}`]))
        assert.ok(
          why.inputs && name in why.inputs,
          `${title}: ${why.rule} says {{${name}}}, which is not given`,
        )
  }
}

/**
 * Explanations that no sample shows at any gross: law that nobody sees in the demo, and whose texts no check has read. A
 * country that wants none holds its test to an empty list.
 */
export function rulesWithoutSample(plugin: AnyCountryPlugin): string[] {
  const shown = new Set<string>()
  subject(plugin).eachSample((situation) => {
    for (const gross of GROSSES) {
      const { lines, earnings } = plugin.payroll.payslip(situation, plugin.payroll.law(situation), gross)
      for (const { why } of [...lines, ...earnings]) shown.add(`rules.${why.rule}`)
    }
  })
  return Object.keys(plugin.locales.en ?? {}).filter((key) => key.startsWith('rules.') && !shown.has(key))
}
