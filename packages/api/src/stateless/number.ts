import { type AnyCountryPlugin, questionId, readNumber } from '@samen/core/country'
import { Problem } from '@samen/core/problem'
import { z } from 'zod'
import { parseInput, type Question, requireObject } from './answers.ts'

const TEXT_LENGTH_MAX = 64

export const numberInput = z.strictObject({
  id: questionId.optional(),
  number: z.union([z.string().max(TEXT_LENGTH_MAX), z.int().transform(String)]).meta({
    description: 'With the separators people use; as text, because a JSON number loses leading zeros',
  }),
  kind: z
    .enum(['person', 'company', 'vat', 'bank', 'payment-reference', 'social-security-employer'])
    .optional()
    .meta({ description: 'Reads it as this kind of number only' }),
})

/** Of which kinds a text is a valid number in a country, and if of none, why not. */
export const numberQuestion = ({ identifiers, name: country }: AnyCountryPlugin): Question => ({
  answer(raw) {
    requireObject(raw)
    const { id, number, kind } = parseInput(numberInput, raw)
    const readings = readNumber(identifiers, number, kind)
    if (readings.length === 0)
      throw new Problem('invalid-field', `${country} has no numbers of this kind.`, { field: 'kind' })
    const first = readings[0]
    return {
      ...(id !== undefined && { id }),
      number,
      valid: first?.valid === true,
      ...(first?.valid && { kind: first.kind, name: first.name, normalised: first.normalised }),
      readings,
    }
  },
  readBareLine: (text) => ({ number: bareNumber(text.trim()) }),
})

function bareNumber(text: string): string {
  if (!text.startsWith('"')) return text
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
