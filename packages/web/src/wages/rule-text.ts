import type { Formats } from '../i18n/format.ts'

export interface RuleInputs {
  readonly [name: string]: string | number
}

/**
 * A rule's sentence with its inputs filled in, each written as the reader's language does: amounts `"2500.00"`, rates
 * `"13.07%"`, days, counts and codes. An input the sentence does not name stays out; a name without input stays visible.
 */
export function ruleText(
  template: string,
  inputs: RuleInputs | undefined,
  format: Formats,
  currency: string,
): string {
  return template.replace(/\{\{?\s*([\w.-]+)\s*\}?\}/g, (whole, name: string) => {
    const input = inputs?.[name]
    return input === undefined ? whole : inputText(input, format, currency)
  })
}

export function inputText(input: string | number, format: Formats, currency: string): string {
  if (typeof input === 'number') return format.number(input)
  if (/^-?\d+\.\d{2}$/.test(input)) return format.money(input, currency)
  if (/^-?\d+(\.\d+)?%$/.test(input)) return format.rate(input)
  if (/^\d{4}-\d{2}-\d{2}$/.test(input)) return format.day(input)
  return input
}
