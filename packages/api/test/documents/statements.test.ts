import { readFileSync } from 'node:fs'
import type { Consolidation, GroupReport } from '@samen/core/consolidation'
import { cashFlow, equityChanges, groupAccountType, groupStatement } from '@samen/core/consolidation'
import { GROUP_CHART } from '@samen/core/country'
import { expect, test, vi } from 'vitest'
import { financialStatements } from '../../../core/src/books/financial-statements.ts'
import { compilePdf } from '../../src/documents/compile.ts'
import { paperFormats } from '../../src/documents/formats.ts'
import { groupStatementDocument } from '../../src/documents/group-statement-document.ts'
import { officeStatementDocument } from '../../src/documents/office-statement-document.ts'
import { groupAccountNames, statementTexts } from '../../src/documents/texts/statements/index.ts'
import { readPdf } from './read-pdf.ts'

// Fonts are read: on a busy machine that may take its time.
vi.setConfig({ testTimeout: 120_000 })

const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test.each(Object.entries(statementTexts))(
  '%s says every statement, with everything that is filled in',
  (_, texts) => {
    const english = statementTexts.en as Record<string, string>
    expect(Object.keys(texts)).toEqual(Object.keys(english))
    for (const [key, text] of Object.entries(texts))
      expect(names(text), key).toEqual(names(english[key] as string))
  },
)

test('paper and page name an account of the group alike, in every language', () => {
  for (const [language, accounts] of Object.entries(groupAccountNames)) {
    expect(Object.keys(accounts), language).toEqual(Object.keys(GROUP_CHART))
    if (language === 'en') continue
    const page = new URL(`../../../web/src/locales/${language}/group.json`, import.meta.url)
    expect(JSON.parse(readFileSync(page, 'utf8')).accounts).toEqual(accounts)
  }
})

test.each([
  ['en', '(1,234.50)'],
  ['fr', '(1 234,50)'],
  ['de', '−1.234,50'],
  ['hu', '−1234,50'],
  ['sv', '−1 234,50'],
])('%s writes a negative amount of a statement as %s', (language, written) => {
  expect(paperFormats(language).entry('-1234.50', 'EUR').replaceAll('\u00a0', ' ')).toBe(written)
  expect(paperFormats(language).entry('0.00', 'EUR')).toBe('–')
})

const account = (group: string, total: string, movement = '0.00'): Consolidation['accounts'][number] => ({
  group,
  name: GROUP_CHART[group] ?? group,
  type: groupAccountType(group),
  byOffice: {},
  minority: '0.00',
  eliminations: '0.00',
  adjustments: '0.00',
  total,
  movementByOffice: {},
  movement,
})

/** A van bought, a quarter of the result not the group's, an associate that earned and paid out, a contribution of members. */
const opening = [
  account('G1100', '1000.00'),
  account('G1410', '200.00'),
  account('G1500', '300.00'),
  account('G1510', '-100.00'),
  account('G2100', '-400.00'),
  account('G3400', '-600.00'),
  account('G3950', '-150.00'),
  account('G4100', '-250.00'),
]
const closing = [
  account('G1100', '1390.00', '90.00'),
  account('G1410', '220.00'),
  account('G1500', '700.00'),
  account('G1510', '-160.00'),
  account('G2100', '-650.00'),
  account('G3400', '-700.00'),
  account('G3800', '-250.00'),
  account('G3900', '-10.00'),
  account('G3950', '-250.00'),
  account('G4100', '-420.00', '-90.00'),
  account('G4500', '-30.00'),
  account('G5500', '60.00'),
  account('G5950', '100.00'),
]

test('the cash flow tells what was earned, invested and paid in, and ends at the bank balance', () => {
  expect(cashFlow(opening, closing, 2)).toEqual({
    operating: [
      { source: 'result', amount: 390_00n },
      { source: 'G5500', amount: 60_00n },
      { source: 'G4500', amount: -30_00n },
      { source: 'G2100', amount: 250_00n },
    ],
    // 400 for the van; of the 30 the associate earned 10 were paid out.
    investing: [
      { source: 'equipment', amount: -400_00n },
      { source: 'associates', amount: 10_00n },
    ],
    financing: [{ source: 'G3400', amount: 100_00n }],
    rates: 10_00n,
    opening: 1000_00n,
    closing: 1390_00n,
  })
  expect(() => cashFlow(opening, closing.slice(1), 2)).toThrow('cash flow explains')
})

test('equity changes by the result, its minorities’ part, rates and what members paid in', () => {
  const none = { result: 0n, rates: 0n, other: 0n }
  expect(equityChanges(opening, closing, 2)).toEqual([
    { ...none, group: 'G3400', opening: 600_00n, other: 100_00n, closing: 700_00n },
    { ...none, group: 'G3800', opening: 250_00n, result: 290_00n, closing: 540_00n },
    { ...none, group: 'G3900', opening: 0n, rates: 10_00n, closing: 10_00n },
    { ...none, group: 'G3950', opening: 150_00n, result: 100_00n, closing: 250_00n },
  ])
})

const months = { period: '2026-10', currency: 'EUR' }
const figures: Consolidation = {
  ...months,
  offices: [
    {
      slug: 'hu',
      name: 'Samen Magyarország',
      country: 'HU',
      currency: 'HUF',
      packNo: 4,
      hash: 'a',
      closingRate: {
        perUnit: '357.75',
        day: '2026-10-30',
        firstQuotedOn: '2026-10-30',
        lastQuotedOn: '2026-10-30',
        quotes: 1,
        source: 'mnb',
      },
      averageRate: {
        perUnit: '357.916818',
        day: '2026-10-31',
        firstQuotedOn: '2026-10-01',
        lastQuotedOn: '2026-10-30',
        quotes: 22,
        source: 'mnb',
      },
      translationDifference: '-10.00',
      method: 'full',
      share: '3/4',
    },
  ],
  missing: [{ slug: 'xx', name: 'Samen Elsewhere' }],
  accounts: closing,
  funds: [],
  statistics: [],
  difference: '0.00',
  eliminations: Array.from({ length: 150 }, () => ({
    kind: 'balance' as const,
    offices: ['aa', 'hu'],
    lines: [
      { group: 'G2900', amount: '12.00' },
      { group: 'G2500', amount: '-12.00' },
    ],
  })),
  adjustments: [],
  differences: [
    {
      kind: 'supply',
      first: 'aa',
      second: 'hu',
      firstSays: '-50.00',
      secondSays: '40.00',
      difference: '-10.00',
      state: 'differs',
      since: '2026-09',
    },
  ],
  closedAt: '2026-11-05T10:00:00.000Z',
  restated: [{ office: 'hu', packNo: 4, supersedes: 3, receivedAt: '2026-11-20T10:00:00.000Z' }],
}
const report: GroupReport = {
  figures,
  statement: groupStatement(figures),
  opening: groupStatement({ ...months, accounts: opening }),
  openedOn: '2025-12-31',
  joined: [],
  cashFlow: cashFlow(opening, closing, 2),
  equity: equityChanges(opening, closing, 2),
  yearBefore: {
    period: '2025-10',
    statement: groupStatement({ ...months, accounts: opening }),
    cashFlow: null,
  },
}

test('the group’s statements stand on paper with their comparison and notes; what is too long is cut and says so', async () => {
  const pdf = await readPdf(compilePdf(groupStatementDocument(report, 'Samen', 'en')))
  expect(pdf).toMatchObject({
    title: 'Consolidated statements, Samen, October 2026',
    language: 'en',
    tagged: true,
  })
  for (const part of [
    '31 October 2026 31 December 2025',
    'Oct 2026 Jan – Oct 2026 Jan – Oct 2025',
    'Debts, budgets, funds and equity 2,150.00 1,400.00',
    'Equipment bought and sold (400.00',
    'Bank at the end 1,390.00',
    '357.75 HUF',
    'Magyar Nemzeti Bank, 30 October 2026',
    'others own 250.00 of the net assets; 100.00 of the result is theirs',
    'balance of aa with Samen Magyarország',
    '100 more rows are in the workbook',
    'September 2026, differs',
    'pack 4 of 20 November 2026',
    'have not arrived: Samen Elsewhere',
  ])
    expect(pdf.text).toContain(part)
})

test('an office’s statements stand on paper beside the year before, the group’s accounts named in the reader’s language', async () => {
  const year = { opening: 0n, openingBefore: 0n, movedBefore: 0n }
  const bank = { ...year, account: 'bank', number: '550', name: 'Banque', group: 'G1100' }
  const sales = { ...year, account: 'turnover', number: '700', name: 'Ventes', group: 'G4100' }
  const statements = financialStatements(
    [
      { ...bank, type: 'asset', moved: 90_00n },
      { ...sales, type: 'income', moved: -90_00n },
    ],
    [{ number: '700', name: 'Ventes', group: 'G4100', amount: 90_00n, before: 0n }],
    'group',
  )
  const months = { from: '2026-01-01', to: '2026-10-31', fromBefore: '2025-01-01', toBefore: '2025-10-31' }
  const about = { ...months, currency: 'EUR', entities: [{ entityNo: 1, name: 'Samen SC' }] }
  const paper = { name: 'Samen SC', language: 'nl', chart: 'group' } as const
  const pdf = await readPdf(compilePdf(officeStatementDocument({ ...statements, ...about }, paper)))
  expect(pdf).toMatchObject({ language: 'nl', tagged: true, pages: 1 })
  for (const part of [
    '31 oktober 2026 31 oktober 2025',
    'G4100 Omzet 90,00 –',
    'Resultaat van het jaar 90,00 –',
    'Schulden, budgetten, fondsen en eigen vermogen 90,00 –',
    'Op de bank aan het eind 90,00 –',
  ])
    expect(pdf.text).toContain(part)
})
