/** A `let` of a rule file: a name for what an XPath gives. */
export interface Let {
  readonly name: string
  readonly value: string
}

const VARIABLE = /\$([A-Za-z_][\w.-]*)/g

/**
 * The expression with the lets it uses in front of it, in the order they stand in, as XPath 3.1 writes them; later ones of
 * a name hide earlier ones. What is not used is not computed.
 */
export function withLets(expression: string, lets: readonly Let[]): string {
  const used: Let[] = []
  const wanted = new Set(variablesOf(expression))
  for (const one of lets.toReversed()) {
    if (!wanted.has(one.name)) continue
    wanted.delete(one.name)
    for (const name of variablesOf(one.value)) wanted.add(name)
    used.unshift(one)
  }
  if (used.length === 0) return expression
  const bindings = used.map(({ name, value }) => `$${name} := (${value})`)
  return `let ${bindings.join(', ')} return (${expression})`
}

const variablesOf = (expression: string): string[] =>
  [...expression.matchAll(VARIABLE)].map(([, name = '']) => name)
