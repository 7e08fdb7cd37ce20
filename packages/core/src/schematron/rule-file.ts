import type { EvaluableExpression } from 'fontoxpath'

/** A rule file that is read: what it says of a document, ready to be asked. */
export interface RuleFile {
  readonly title: string
  /** Root elements its namespaces name: it is about documents whose root stands in one of them. */
  readonly namespaces: ReadonlySet<string>
  readonly prefixes: Readonly<Record<string, string>>
  /** Namespaces of its own functions, by prefix. */
  readonly modules: Readonly<Record<string, string>>
  readonly patterns: readonly Pattern[]
  readonly assertions: number
}

/** Within a pattern a node is held against the first rule that concerns it, and no other. */
export interface Pattern {
  readonly rules: readonly Rule[]
}

export interface Rule {
  /** Which nodes it concerns, as it is written. */
  readonly context: string
  /** XPath to them from the root. */
  readonly nodes: string
  readonly assertions: readonly Assertion[]
}

export interface Assertion {
  /** As its authors publish it; empty where they gave none. */
  readonly id: string
  readonly level: 'fatal' | 'warning'
  /** XPath that must be true of the node (`assert`), or must not (`report`). */
  readonly test: EvaluableExpression
  readonly holdsWhen: boolean
  /** The sentence in pieces: plain text, or an XPath whose value stands there. */
  readonly text: readonly ({ readonly plain: string } | { readonly value: string })[]
}

/** Thrown for a file that is no Schematron file, or uses what is not understood here; the sentence says which. */
export class RuleFileError extends Error {}
