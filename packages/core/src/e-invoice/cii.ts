import type { XmlElement } from '../xml/index.ts'
import type { Reading, Writing } from './binding.ts'
import { arrange, type CiiInvoice, type Part, rearrange } from './cii-arrange.ts'
import { agreement, delivery, settlement } from './cii-header.ts'
import { cii, day, lines, QDT, RAM, RSM, UDT } from './cii-parts.ts'
import type { EInvoice, FoundInvoice } from './model.ts'

const { at, fields, many, text } = cii

export const CII = RSM

const root = fields<CiiInvoice>([
  [
    null,
    at(
      'rsm:ExchangedDocumentContext',
      fields<CiiInvoice>([
        ['process', at('ram:BusinessProcessSpecifiedDocumentContextParameter', text('ram:ID'))],
        ['specification', at('ram:GuidelineSpecifiedDocumentContextParameter', text('ram:ID'))],
      ]),
    ),
  ],
  [
    null,
    at(
      'rsm:ExchangedDocument',
      fields<CiiInvoice>([
        ['number', text('ram:ID')],
        ['type', text('ram:TypeCode')],
        ['issuedOn', day('ram:IssueDateTime')],
        [
          'notes',
          many(
            'ram:IncludedNote',
            fields<Part<'notes'>[number]>([
              ['text', text('ram:Content')],
              ['subject', text('ram:SubjectCode')],
            ]),
          ),
        ],
      ]),
    ),
  ],
  [
    null,
    at(
      'rsm:SupplyChainTradeTransaction',
      fields<CiiInvoice>([
        ['lines', lines],
        [null, agreement],
        [null, delivery],
        [null, settlement],
      ]),
    ),
  ],
])

/** The invoice as UN/CEFACT CII D16B, in the subset of EN 16931 (Factur-X, ZUGFeRD, XRechnung). It is not checked here. */
export function writeCii(invoice: EInvoice): string {
  const writing: Writing = { currency: invoice.currency }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice xmlns:rsm="${RSM}" xmlns:ram="${RAM}" xmlns:udt="${UDT}" xmlns:qdt="${QDT}">${root.write(arrange(invoice), writing)}</rsm:CrossIndustryInvoice>`
}

/** What an invoice in CII says, as far as it can be understood; the reading notes what cannot. */
export function readCii(element: XmlElement, reading: Reading): FoundInvoice {
  const found = reading.inside('rsm:CrossIndustryInvoice', () => root.read(element, reading))
  return rearrange(found ?? {}, reading)
}
