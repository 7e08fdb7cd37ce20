import type { Element } from 'slimdom'
import { RuleFileError } from './rule-file.ts'

export const XSLT = 'http://www.w3.org/1999/XSL/Transform'

/**
 * The functions a rule file defines in XSLT, said as an XQuery module of a namespace. Understood is what the published
 * invoice rules use: parameters, variables, a choice, and the value at the end.
 */
export function functionModule(
  functions: readonly Element[],
  { prefix, namespace }: { prefix: string; namespace: string },
): string {
  const declarations = functions.map((one) => {
    const { name, as } = named(one)
    if (!name.startsWith(`${prefix}:`))
      throw new RuleFileError(`the function ${name} stands outside the namespace of the others`)
    const parameters = children(one, 'param').map((param) => {
      const { name: parameter, as: type } = named(param)
      return `$${parameter}${type === undefined ? '' : ` as ${type}`}`
    })
    const body = sequence(children(one).filter(({ localName }) => localName !== 'param'))
    return `declare %public function ${name}(${parameters.join(', ')})${as === undefined ? '' : ` as ${as}`} { ${typed(body, as)} };`
  })
  return [`module namespace ${prefix} = "${namespace}";`, ...declarations].join('\n')
}

/** Instructions one after the other: the variables, and what comes last is the value. */
function sequence(instructions: readonly Element[]): string {
  const [first, ...rest] = instructions
  if (!first) return '()'
  switch (first.localName) {
    case 'variable': {
      const { name, as } = named(first)
      const select = first.getAttribute('select')
      const inside = children(first)
      const value =
        select ??
        (inside.length > 0 ? sequence(inside) : `"${(first.textContent ?? '').replaceAll('"', '""')}"`)
      return `let $${name} := (${typed(value, as)}) return ${sequence(rest)}`
    }
    case 'sequence':
      return last(`(${required(first, 'select')})`, rest)
    case 'value-of':
      // It makes text of the value, which whoever wants a number or a truth reads again.
      return last(
        `xs:untypedAtomic(string-join(for $each in (${required(first, 'select')}) return string($each), " "))`,
        rest,
      )
    case 'choose': {
      const otherwise = children(first, 'otherwise').map((one) => sequence(children(one)))[0] ?? '()'
      const chosen = children(first, 'when').reduceRight(
        (other, when) => `if (${required(when, 'test')}) then (${sequence(children(when))}) else (${other})`,
        otherwise,
      )
      return last(`(${chosen})`, rest)
    }
    default:
      throw new RuleFileError(`<xsl:${first.localName}> in a function is not understood`)
  }
}

function last(value: string, rest: readonly Element[]): string {
  if (rest.length > 0) throw new RuleFileError('a function gives more than one value')
  return value
}

/** Reads a value as the atomic type a function or variable declares; other types it keeps to by itself. */
const typed = (value: string, as: string | undefined): string =>
  as !== undefined && /^xs:(boolean|integer|decimal|string|date)$/.test(as) ? `${as}(${value})` : value

function named(element: Element): { name: string; as: string | undefined } {
  return { name: required(element, 'name'), as: element.getAttribute('as') ?? undefined }
}

export function required(element: Element, attribute: string): string {
  const value = element.getAttribute(attribute)
  if (value === null) throw new RuleFileError(`<${element.nodeName}> has no ${attribute}`)
  return value
}

export const children = (element: Element, localName?: string): Element[] =>
  element.children.filter((child) => localName === undefined || child.localName === localName)
