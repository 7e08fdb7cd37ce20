import assert from 'node:assert/strict'
import { isIsoDate, monthOf } from '../calendar.ts'
import { ACCOUNT_ROLES, AUTHORITY_GROUPS, GROUP_CHART } from '../chart.ts'
import { levyOn } from '../compute.ts'
import { FORMATS } from '../e-invoicing.ts'
import { deadlineDay } from '../filings.ts'
import { NotWrittenError } from '../not-written.ts'
import { valueOn } from '../parameters.ts'
import type { AnyCountryPlugin } from '../plugin.ts'
import { type Check, type Subject, YEARS } from './check.ts'

/** What an office needs beside the payslip: its chart of accounts, levy, pay deadline and hiring. */
export const officeChecks = ({ plugin }: Subject): Check[] => [
  {
    title: 'maps every account role and authority to its statutory chart and to the group chart',
    run: () => mapsTheChart(plugin),
  },
  {
    title: 'takes a levy between nothing and the whole fee, and promises pay within 1 to 60 working days',
    run: () => {
      for (const [what, { series }] of Object.entries({
        "the cooperative's levy on the fee": plugin.levy,
        'working days within which a wage is paid': plugin.payDeadlineDays,
      }))
        if (series.length === 0) throw new NotWrittenError('src/parameters/office.ts', what)
      for (const year of YEARS) {
        const day = `${year}-01-01`
        const levy = levyOn(plugin, 100_000n, day)
        assert.ok(levy >= 0n && levy < 100_000n, `${year}: a levy of ${levy} on 100 000`)
        const { value } = valueOn('payDeadlineDays', plugin.payDeadlineDays, day)
        assert.ok(Number.isInteger(value) && value >= 1 && value <= 60, `${year}: paid within ${value} days`)
      }
    },
  },
  {
    title: 'says of e-invoices only what a network can carry, from a day on, and by which law',
    run: () => obliges(plugin),
  },
  { title: 'says how a hiring is declared, to whom and by which statute', run: () => declares(plugin) },
  {
    title:
      'names what is filed for wage tax, social security and VAT, each with a deadline after its period began',
    run: () => filesInTime(plugin),
  },
]

function mapsTheChart({ chart, authorities }: AnyCountryPlugin) {
  const roles = chart.map(({ role }) => role)
  const without = ACCOUNT_ROLES.map(({ role }) => role).filter((role) => !roles.includes(role))
  if (chart.length === 0)
    throw new NotWrittenError(
      'src/chart.ts',
      `number and name in the statutory frame of ${without.join(', ')}`,
    )
  assert.deepEqual(without, [], 'roles without account')
  assert.deepEqual([...new Set(roles)], roles, 'a role stands twice')
  assert.deepEqual(
    roles.filter((role) => !ACCOUNT_ROLES.some((known) => known.role === role)),
    [],
    'accounts for roles that do not exist',
  )
  if (authorities.length === 0)
    throw new NotWrittenError('src/chart.ts', 'the authorities money is owed to, each with its account')
  const codes = authorities.map(({ code }) => code)
  assert.deepEqual([...new Set(codes)], codes, 'an authority stands twice')
  for (const account of [...chart, ...authorities]) {
    assert.match(account.number, /^\d{2,10}$/, `the number of ${account.name}`)
    assert.ok(account.name.trim() !== '', `${account.number} has no name`)
  }
  for (const { code, kind } of authorities)
    assert.ok(
      GROUP_CHART[AUTHORITY_GROUPS[kind]],
      `${code} is of kind ${kind}, which no group account gathers`,
    )
}

function declares({ hiring }: AnyCountryPlugin) {
  const { name, authority, source, earliestDaysBefore, latestDaysAfter, checklist = [] } = hiring
  if (!name || !authority || !source)
    throw new NotWrittenError(
      'src/declarations/hiring.ts',
      'the hiring declaration: its national name, its authority and the statute',
    )
  for (const days of [earliestDaysBefore, latestDaysAfter])
    if (days !== undefined)
      assert.ok(Number.isInteger(days) && days >= 0 && days <= 366, `${days} days before or after the start`)
  const codes = checklist.map(({ code }) => code)
  assert.deepEqual([...new Set(codes)], codes, 'a question stands twice in the checklist')
  for (const question of checklist)
    assert.ok(question.source.trim().length > 1, `the question ${question.code} has no source`)
  assert.ok(!isIsoDate(name))
}

/** A country that names no filing shows none as due; one that names some names those that every employer owes. */
function filesInTime({ filings, holidays }: AnyCountryPlugin) {
  if (filings === undefined) return
  const codes = filings.map(({ code }) => code)
  assert.deepEqual([...new Set(codes)], codes, 'a filing stands twice')
  const subjects = new Set(filings.flatMap((filing) => filing.subjects))
  for (const subject of ['wage-tax', 'social-security', 'vat', 'sales-list'] as const)
    assert.ok(subjects.has(subject), `no filing tells ${subject}`)
  for (const { code, deadlines } of filings)
    for (const parameter of Object.values(deadlines))
      for (const year of YEARS)
        for (const month of ['03', '06', '09', '12']) {
          const to = monthOf(`${year}-${month}-01`).to
          const { value } = valueOn(code, parameter, to)
          const dueOn = deadlineDay(value, to, holidays)
          assert.ok(isIsoDate(dueOn) && dueOn >= `${year}-${month}-01`, `${code} of ${to}: ${dueOn}`)
        }
}

function obliges({ eInvoicing }: AnyCountryPlugin) {
  const obligations = eInvoicing?.obligations ?? []
  for (const { duty, to, channels, formats, from, until, source } of obligations) {
    const what = `the duty to ${duty} (${to}, ${from})`
    assert.ok(isIsoDate(from), `${what}: begins on no day`)
    if (until !== undefined) assert.ok(isIsoDate(until) && from <= until, `${what}: ends on ${until}`)
    assert.ok(source.trim().length > 1, `${what} has no source`)
    assert.ok(duty === 'receive' || channels.length > 0 || formats, `${what} names neither network nor form`)
    for (const channel of channels)
      assert.ok(
        !formats || formats.some((format) => (FORMATS[format] as readonly string[]).includes(channel)),
        `${what}: ${channel} carries none of ${formats?.join(', ')}`,
      )
  }
  const keys = obligations.map(({ duty, to, from }) => `${duty} ${to} ${from}`)
  assert.deepEqual([...new Set(keys)], keys, 'a duty stands twice')
}
