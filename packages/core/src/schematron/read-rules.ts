import { createHash } from 'node:crypto'
import fontoxpath from 'fontoxpath'
import { type Element, parseXmlDocument } from 'slimdom'
import { EXACT_MODULES, EXACT_PREFIXES, withExactNumbers } from './exact.ts'
import { children, functionModule, required, XSLT } from './functions.ts'
import { type Let, withLets } from './lets.ts'
import { type Assertion, type Pattern, type Rule, type RuleFile, RuleFileError } from './rule-file.ts'

const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron'
const XML_SCHEMA = 'http://www.w3.org/2001/XMLSchema'

/**
 * Reads an ISO Schematron file with the query binding `xslt2`, as the authors of invoice rules publish them: namespaces,
 * lets, patterns, rules, assertions, reports, included patterns, and functions in XSLT. Patterns that are abstract are not
 * understood: their authors publish a preprocessed file beside them. All patterns are applied, whatever the phases.
 *
 * `include` gives the text of a file that is named by a path relative to this one. Nothing for a file that is itself one to be
 * included. Throws a `RuleFileError`.
 */
export function readRules(text: string, include: (href: string) => string): RuleFile | undefined {
  const schema = documentElement(text)
  if (schema.localName === 'pattern' && isOurs(schema)) return undefined
  if (schema.localName !== 'schema')
    throw new RuleFileError(`the root is <${schema.nodeName}>, not a Schematron <schema>`)
  const parts = children(schema).map((part) =>
    part.namespaceURI === SCHEMATRON && part.localName === 'include'
      ? documentElement(include(required(part, 'href')))
      : part,
  )
  const ours = (name: string) => parts.filter((part) => isOurs(part) && part.localName === name)
  const prefixes: Record<string, string> = { ...EXACT_PREFIXES, ...EXACT_MODULES, xs: XML_SCHEMA }
  for (const ns of ours('ns')) prefixes[required(ns, 'prefix')] = required(ns, 'uri')
  const modules = readFunctions(parts)
  Object.assign(prefixes, modules)

  // Lets of a pattern are seen everywhere, as the published XSLT forms make them global variables.
  const everywhere = parts.flatMap((part) => {
    if (!isOurs(part)) return []
    if (part.localName === 'let') return [letOf(part)]
    return part.localName === 'pattern' ? children(part, 'let').map(letOf) : []
  })
  const atRoot = everywhere.map(({ name, value }) => ({ name, value: `root(.) ! (${value})` }))
  const patterns = ours('pattern').map((pattern) => patternOf(pattern, atRoot))
  const assertions = patterns
    .flatMap(({ rules }) => rules)
    .reduce((sum, rule) => sum + rule.assertions.length, 0)
  if (assertions === 0) throw new RuleFileError('it asserts nothing')
  return {
    title: (ours('title')[0]?.textContent ?? '').trim(),
    namespaces: new Set(Object.values(prefixes)),
    prefixes,
    modules: { ...EXACT_MODULES, ...modules },
    patterns,
    assertions,
  }
}

function documentElement(text: string): Element {
  let root: Element | null
  try {
    root = parseXmlDocument(text).documentElement
  } catch (error) {
    throw new RuleFileError(`it is not well-formed XML: ${(error as Error).message.split('\n')[0]}`)
  }
  if (!root) throw new RuleFileError('it is empty')
  return root
}

const isOurs = ({ namespaceURI }: Element): boolean => namespaceURI === SCHEMATRON

function patternOf(pattern: Element, everywhere: readonly Let[]): Pattern {
  if (pattern.getAttribute('abstract') === 'true' || pattern.hasAttribute('is-a'))
    throw new RuleFileError('it has abstract patterns: take the preprocessed file its authors publish')
  return { rules: children(pattern, 'rule').map((rule) => ruleOf(rule, everywhere)) }
}

function ruleOf(rule: Element, everywhere: readonly Let[]): Rule {
  if (rule.getAttribute('abstract') === 'true' || children(rule, 'extends').length > 0)
    throw new RuleFileError('it has abstract rules: take the preprocessed file its authors publish')
  const lets = [...everywhere, ...children(rule, 'let').map(letOf)]
  const context = required(rule, 'context')
  const nodes = alternatives(context)
    .map((one) => (/^\(*\//.test(one) ? one : `root(.)/descendant-or-self::node()/${one}`))
    .join(' | ')
  return {
    context,
    nodes: withLets(nodes, everywhere),
    assertions: children(rule)
      .filter(({ localName }) => localName === 'assert' || localName === 'report')
      .map((one) => assertionOf(one, lets)),
  }
}

function assertionOf(element: Element, lets: readonly Let[]): Assertion {
  const flag = element.getAttribute('flag') ?? element.getAttribute('role') ?? 'fatal'
  const text = element.childNodes.flatMap((node): Assertion['text'] => {
    if (node.nodeType === 3 || node.nodeType === 4) return [{ plain: node.nodeValue ?? '' }]
    const inside = node as Element
    if (inside.localName === 'name') return [{ value: inside.getAttribute('path') ?? 'name(.)' }]
    if (inside.localName === 'value-of') return [{ value: withLets(required(inside, 'select'), lets) }]
    return [{ plain: inside.textContent ?? '' }]
  })
  return {
    id: element.getAttribute('id') ?? /^\s*\[([\w.-]+)\]/.exec(element.textContent ?? '')?.[1] ?? '',
    level: /^(warn(ing)?|info(rmation)?)$/i.test(flag) ? 'warning' : 'fatal',
    test: withExactNumbers(withLets(required(element, 'test'), lets)),
    holdsWhen: element.localName === 'assert',
    text,
  }
}

const letOf = (element: Element): Let => ({
  name: required(element, 'name'),
  value: required(element, 'value'),
})

/** The parts of a match pattern between its outer bars. */
function alternatives(context: string): string[] {
  const parts = ['']
  let depth = 0
  let quote = ''
  for (const char of context) {
    if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '(' || char === '[') depth += 1
    else if (char === ')' || char === ']') depth -= 1
    else if (char === '|' && depth === 0) {
      parts.push('')
      continue
    }
    parts[parts.length - 1] += char
  }
  return parts.map((part) => part.trim())
}

/** The interpreter keeps functions by their namespace: two files that use one name must not get each other’s. */
function readFunctions(parts: readonly Element[]): Record<string, string> {
  const functions = parts.filter((part) => part.namespaceURI === XSLT && part.localName === 'function')
  const [first] = functions
  if (!first) return {}
  const prefix = /^([\w.-]+):/.exec(required(first, 'name'))?.[1]
  if (prefix === undefined) throw new RuleFileError('a function has no namespace')
  const source = functionModule(functions, { prefix, namespace: '' })
  const namespace = `urn:rules:${createHash('sha256').update(source).digest('hex')}`
  // The interpreter refuses to learn a module twice.
  if (!registered.has(namespace))
    fontoxpath.registerXQueryModule(functionModule(functions, { prefix, namespace }))
  registered.add(namespace)
  return { [prefix]: namespace }
}

const registered = new Set<string>()
