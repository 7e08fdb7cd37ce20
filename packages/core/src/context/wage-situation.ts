import { type AnyCountryPlugin, type IsoDate, monthOf } from '../country/index.ts'

/** A situation before its country has read it. */
export interface WageQuestion {
  readonly period: { readonly from: IsoDate; readonly to: IsoDate }
  readonly [field: string]: unknown
}

/**
 * Reads a job's wage as its country's law does: days that are not a whole month are part of one, where the law knows the
 * difference. Answers what the country read or found wrong, and the question in the form it was asked.
 */
export function readWageSituation(plugin: AnyCountryPlugin, question: WageQuestion) {
  const { situation: schema } = plugin.payroll
  const { from, to } = question.period
  const month = monthOf(from)
  const isWhole = from === month.from && to === month.to
  const asked = isWhole ? question : { pay: 'part', ...question }
  const parsed = schema.safeParse(asked)
  if (parsed.success || isWhole || parsed.error.issues[0]?.path[0] !== 'pay') return { parsed, asked }
  // This country's law knows no part periods apart.
  return { parsed: schema.safeParse(question), asked: question }
}
