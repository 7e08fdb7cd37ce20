import { z } from 'zod'
import type { AnyCountryPlugin } from '../country/index.ts'

/** The part of a JSON Schema that says what a field takes. */
export interface FieldSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, FieldSchema>>
  readonly anyOf?: readonly FieldSchema[]
  readonly items?: FieldSchema
}

const known = new WeakMap<AnyCountryPlugin, { worker: FieldSchema; engagement: FieldSchema }>()

/** What a country's law asks about a worker and about an engagement, as JSON Schemas of the two objects. */
export function situationFields(plugin: AnyCountryPlugin): { worker: FieldSchema; engagement: FieldSchema } {
  let fields = known.get(plugin)
  if (!fields) {
    const schema = z.toJSONSchema(plugin.payroll.situation, {
      io: 'input',
      unrepresentable: 'any',
      reused: 'inline',
    }) as FieldSchema
    fields = { worker: schema.properties?.worker ?? {}, engagement: schema.properties?.engagement ?? {} }
    known.set(plugin, fields)
  }
  return fields
}

/**
 * Facts given, completed by those the office knows anyway (a birth date, the days of a contract) where the country's law
 * asks for them under the same name. What is given goes before what is known.
 */
export function completedFacts(
  schema: FieldSchema,
  given: Readonly<Record<string, unknown>>,
  office: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const missing = Object.entries(office).filter(
    ([name, value]) =>
      value !== undefined && given[name] === undefined && schema.properties?.[name] !== undefined,
  )
  return missing.length === 0 ? given : { ...given, ...Object.fromEntries(missing) }
}

/** What a schema found wrong, one place each: an unknown field is named by its own path. */
export function issuesOf(error: z.ZodError): { readonly path: readonly string[]; readonly reason: string }[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code !== 'unrecognized_keys') return [{ path, reason: issue.message }]
    return issue.keys.map((key) => ({ path: [...path, key], reason: 'There is no such field.' }))
  })
}
