import { type Finding, Findings } from './finding.ts'
import type { FoundInvoice } from './model.ts'
import { EB_INTERFACE } from './national/ebinterface-parts.ts'
import { FACTURAE } from './national/facturae-supplement.ts'
import { FATTURAPA } from './national/fatturapa-supplement.ts'
import { checkCategories } from './rules/categories.ts'
import { checkCodes } from './rules/codes.ts'
import { checkArithmetic, checkFatturaPa } from './rules/national.ts'
import { checkPeppol, isPeppol } from './rules/peppol.ts'
import { checkNlcius, checkPeppolCountries, isNlcius } from './rules/peppol-countries.ts'
import { checkPresence } from './rules/presence.ts'
import { checkTotals } from './rules/totals.ts'
import { checkXRechnung, isXRechnung } from './rules/xrechnung.ts'

/** A set of rules and the specifications (BT-24) it is about. */
interface RuleSet {
  readonly name: string
  /** The folder of the operator's in which its authors' own files are looked for. */
  readonly folder?: string
  readonly concerns: (specification: string | undefined) => boolean
  readonly check: (invoice: FoundInvoice, findings: Findings) => void
}

/** Invoices in these formats keep their country's rules, not EN 16931's. */
const NATIONAL: ReadonlySet<string | undefined> = new Set([FATTURAPA, FACTURAE, EB_INTERFACE])

const RULE_SETS: readonly RuleSet[] = [
  {
    name: 'EN 16931',
    folder: 'en16931',
    concerns: (specification) => !NATIONAL.has(specification),
    check(invoice, findings) {
      checkPresence(invoice, findings)
      checkTotals(invoice, findings)
      checkCategories(invoice, findings)
      checkCodes(invoice, findings)
    },
  },
  {
    name: 'Peppol BIS Billing 3',
    folder: 'peppol',
    concerns: (specification) => specification !== undefined && isPeppol(specification),
    check(invoice, findings) {
      checkPeppol(invoice, findings)
      checkPeppolCountries(invoice, findings)
    },
  },
  {
    name: 'XRechnung 3.0',
    folder: 'xrechnung',
    concerns: (specification) => specification !== undefined && isXRechnung(specification),
    check: checkXRechnung,
  },
  {
    name: 'NLCIUS (a part)',
    folder: 'nlcius',
    concerns: (specification) => specification !== undefined && isNlcius(specification),
    check: checkNlcius,
  },
  {
    name: 'FatturaPA controls (a part)',
    concerns: (specification) => specification === FATTURAPA,
    check: checkFatturaPa,
  },
  {
    name: 'arithmetic alone',
    concerns: (specification) => specification === FACTURAE || specification === EB_INTERFACE,
    check: checkArithmetic,
  },
]

/** The folders in which the authors' own rules about an invoice of this specification (BT-24) are looked for. */
export const officialFolders = (specification: string | undefined): string[] =>
  RULE_SETS.flatMap(({ folder, concerns }) =>
    folder !== undefined && concerns(specification) ? [folder] : [],
  )

export interface Verdict {
  /** No finding is fatal. */
  readonly valid: boolean
  /** Names of the sets of rules that were applied. */
  readonly ruleSets: readonly string[]
  readonly findings: readonly Finding[]
}

/**
 * Applies our own statement of EN 16931's rules, and those of the specification the invoice claims; to a national format
 * only what we know of that format's own. The verdict names the sets. Pure.
 */
export function checkInvoice(invoice: FoundInvoice, before: readonly Finding[] = []): Verdict {
  const findings = new Findings()
  findings.all.push(...before)
  const sets = RULE_SETS.filter(({ concerns }) => concerns(invoice.specification))
  for (const { check } of sets) check(invoice, findings)
  return {
    valid: !findings.all.some(({ level }) => level === 'fatal'),
    ruleSets: sets.map(({ name }) => name),
    findings: findings.all,
  }
}
