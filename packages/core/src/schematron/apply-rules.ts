import fontoxpath, { type Options } from 'fontoxpath'
import { type Document, type Element, type Node, parseXmlDocument } from 'slimdom'
import type { Assertion, RuleFile } from './rule-file.ts'

/** What a rule file has against a document. */
export interface Breach {
  /** As its authors publish it. */
  readonly rule: string
  readonly level: 'fatal' | 'warning'
  /** `/Invoice/cac:InvoiceLine[2]`. */
  readonly place: string
  /** In the authors’ words and language. */
  readonly text: string
}

/** What a rule file says of a document. */
export interface Answer {
  readonly breaches: readonly Breach[]
  /** Rules that could not be evaluated on this document, each with the reason: nothing is said of them. */
  readonly unanswered: readonly { readonly rule: string; readonly reason: string }[]
}

/**
 * Holds a document against rule files, at most `max` breaches of each. Pure but for the interpreter’s memory of expressions.
 *
 * Sums, differences and products are put right to eight decimals (`exact.ts`); quotients, and what a rule file's own functions
 * compute, stay binary floating point: a tolerance of theirs that is met to the last cent can be judged the other way.
 */
export function applyRules(text: string, files: readonly RuleFile[], max: number): Answer[] {
  const document = parseXmlDocument(text)
  return files.map((file) => applyFile(document, file, max))
}

function applyFile(document: Document, file: RuleFile, max: number): Answer {
  const options = optionsFor(file)
  const breaches: Breach[] = []
  const unanswered = new Map<string, string>()
  const tried = <T>(rule: string, compute: () => T): T | undefined => {
    try {
      return compute()
    } catch (error) {
      unanswered.set(rule, (error as Error).message.split('\n')[0] ?? '')
      return undefined
    }
  }
  for (const { rules } of file.patterns) {
    const taken = new Set<Node>()
    for (const { context, nodes, assertions } of rules) {
      const concerned = tried(context, () =>
        fontoxpath.evaluateXPathToNodes<Node>(nodes, document, null, null, options),
      )
      for (const node of concerned ?? []) {
        if (taken.has(node)) continue
        taken.add(node)
        for (const assertion of assertions) {
          const { id, test, holdsWhen, level } = assertion
          const holds = tried(id, () => fontoxpath.evaluateXPathToBoolean(test, node, null, null, options))
          if (holds === undefined || holds === holdsWhen || breaches.length === max) continue
          const sentence = tried(id, () => sentenceOf(assertion, node, options)) ?? ''
          breaches.push({ rule: id, level, place: placeOf(node), text: sentence })
        }
      }
    }
  }
  return { breaches, unanswered: [...unanswered].map(([rule, reason]) => ({ rule, reason })) }
}

/** Names without a prefix stand in no namespace, as in XSLT. */
const optionsFor = ({ prefixes, modules }: RuleFile): Options => ({
  namespaceResolver: (prefix) => (prefix === '' ? '' : (prefixes[prefix] ?? null)),
  moduleImports: { ...modules },
})

const sentenceOf = ({ text }: Assertion, node: Node, options: Options): string =>
  text
    .map((piece) =>
      'plain' in piece
        ? piece.plain
        : fontoxpath.evaluateXPathToString(piece.value, node, null, null, options),
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** The way to a node, with the position of an element among those of its name where it has any. */
function placeOf(node: Node): string {
  const steps: string[] = []
  for (let at: Node | null = node; at && at.nodeType !== 9; ) {
    if (at.nodeType === 2) {
      steps.unshift(`@${at.nodeName}`)
      at = (at as unknown as { ownerElement: Node | null }).ownerElement
      continue
    }
    const element = at as Element
    const alike: Element[] =
      element.parentElement?.children.filter(({ nodeName }) => nodeName === element.nodeName) ?? []
    steps.unshift(alike.length > 1 ? `${element.nodeName}[${alike.indexOf(element) + 1}]` : element.nodeName)
    at = element.parentNode
  }
  return `/${steps.join('/')}`
}
