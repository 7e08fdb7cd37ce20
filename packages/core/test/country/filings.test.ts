import { deadline, dueFilings, type Filing, type FilingFacts } from '@samen/core/country'
import { expect, test } from 'vitest'

const by = (months: number, day: number) => deadline({ months, day, restDay: 'stays' }, 'Invented Code 1')
const filing = (code: string, trigger: Filing['trigger'], deadlines: Filing['deadlines']): Filing => ({
  code,
  name: code,
  authority: 'The Fisc',
  subjects: ['wage-tax'],
  trigger,
  deadlines,
  made: 'figures',
})
const wages = filing('wages', 'wages', { month: by(1, 15) })
const yearly = filing('yearly', 'wages', { year: by(2, 28) })
const vat = filing('vat', 'vat', { month: by(1, 20), quarter: by(1, 25) })
const list = filing('list', 'sales-list', { month: by(1, 25) })

const facts: FilingFacts = {
  wageMonths: new Set(['2025-11', '2026-02']),
  salesListMonths: new Set(['2026-01']),
  vatFrom: '2025-12',
  vatPeriodOn: (day) => (day < '2026-01-01' ? 'month' : 'quarter'),
}
const due = (filings: Filing[], first = '2025-10', last = '2026-03') =>
  dueFilings(filings, facts, { first, last }, () => []).map(
    ({ filing: { code }, from, to, dueOn }) => `${code} ${from} ${to}: ${dueOn}`,
  )

test('wages are declared for the months in which some were paid, and for the year that holds one', () => {
  expect(due([wages, yearly])).toEqual([
    'wages 2025-11-01 2025-11-30: 2025-12-15',
    'yearly 2025-01-01 2025-12-31: 2026-02-28',
    'wages 2026-02-01 2026-02-28: 2026-03-15',
  ])
})

test('VAT is declared without figures too, from its first month on, by the period the company declares by', () => {
  expect(due([vat])).toEqual([
    'vat 2025-12-01 2025-12-31: 2026-01-20',
    'vat 2026-01-01 2026-03-31: 2026-04-25',
  ])
})

test('a sales list is owed only for a period with sales that belong on it', () => {
  expect(due([list])).toEqual(['list 2026-01-01 2026-01-31: 2026-02-25'])
})
