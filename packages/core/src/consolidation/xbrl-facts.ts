import { addDays, CURRENCY_DECIMALS, formatAmount, GROUP_CHART, monthOf } from '../country/index.ts'
import { escapeXml } from '../xml/index.ts'
import type { Consolidation } from './consolidation.ts'
import { packAmount } from './pack-amount.ts'
import { type GroupAccountType, groupAccountType } from './translate.ts'

/** A report as xBRL-JSON writes one (Open Information Model 1.0, Recommendation 2021, errata 2023). */
export interface XbrlReport {
  readonly documentInfo: {
    readonly documentType: 'https://xbrl.org/2021/xbrl-json'
    readonly namespaces: Readonly<Record<string, string>>
    /** Where the concepts are declared, relative to the report: `groupTaxonomy` lies beside it. */
    readonly taxonomy: readonly string[]
  }
  /** By account of the group chart. */
  readonly facts: Readonly<Record<string, XbrlFact>>
}

export interface XbrlFact {
  /** Decimal text; positive on the side that is the concept's own (`balance`). */
  readonly value: string
  readonly decimals: number
  readonly dimensions: {
    readonly concept: string
    readonly entity: string
    /** The moment the last day ends; for income and expense from the moment the year begins. */
    readonly period: string
    readonly unit: string
  }
}

/** Name of the taxonomy's file. */
export const GROUP_TAXONOMY_FILE = 'group-chart.xsd'
const NAMESPACE = 'urn:samen:group-chart'

/**
 * A month's figures as facts. Concepts are accounts of the group chart: they belong to no authority's taxonomy and are mapped
 * to one before filing. Pure.
 *
 * @param entity slug of the group's office
 */
export function groupFacts({ period, currency, accounts }: Consolidation, entity: string): XbrlReport {
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
  const end = `${addDays(monthOf(`${period}-01`).to, 1)}T00:00:00`
  const facts = accounts.map(({ group, type, total }): [string, XbrlFact] => {
    const { balance, periodType } = conceptOf(type)
    const amount = packAmount(total, decimals)
    return [
      group,
      {
        value: formatAmount(balance === 'debit' ? amount : -amount, decimals),
        decimals,
        dimensions: {
          concept: `samen:${group}`,
          entity: `office:${entity}`,
          period: periodType === 'instant' ? end : `${period.slice(0, 4)}-01-01T00:00:00/${end}`,
          unit: `iso4217:${currency}`,
        },
      },
    ]
  })
  return {
    documentInfo: {
      documentType: 'https://xbrl.org/2021/xbrl-json',
      namespaces: {
        samen: NAMESPACE,
        office: 'urn:samen:office',
        iso4217: 'http://www.xbrl.org/2003/iso4217',
      },
      taxonomy: [GROUP_TAXONOMY_FILE],
    },
    facts: Object.fromEntries(facts),
  }
}

const conceptOf = (type: GroupAccountType) =>
  ({
    balance: type === 'asset' || type === 'expense' ? 'debit' : 'credit',
    periodType: type === 'income' || type === 'expense' ? 'duration' : 'instant',
  }) as const

/** The group chart as an XBRL 2.1 taxonomy schema: one monetary concept an account. Pure. */
export function groupTaxonomy(): string {
  const concepts = Object.entries(GROUP_CHART).map(([group, name]) => {
    const { balance, periodType } = conceptOf(groupAccountType(group))
    return `  <xs:element name="${group}" id="samen_${group}" type="xbrli:monetaryItemType" substitutionGroup="xbrli:item"
    nillable="true" xbrli:balance="${balance}" xbrli:periodType="${periodType}">
    <xs:annotation><xs:documentation xml:lang="en">${escapeXml(name)}</xs:documentation></xs:annotation>
  </xs:element>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
  targetNamespace="${NAMESPACE}" elementFormDefault="qualified">
  <xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
${concepts.join('\n')}
</xs:schema>
`
}
