import { formatAmount, type IsoDate, type Minor, monthOf } from '../country/index.ts'
import { monthsAfter } from '../legal-entities/index.ts'
import { branch, leaf } from '../xml/index.ts'
import { type BookYear, oneLine, openingLines } from './book-year.ts'
import { type Journal, journalOf } from './journals.ts'

const NAMESPACE = 'http://www.auditfiles.nl/XAF/3.2'

/** A journal each for sales, bank and wages would need four passes: each transaction's text says which it is instead. */
const JOURNAL = { id: 'GB', name: 'Grootboek' }

const WORDS: Readonly<Record<Journal, string>> = {
  sales: 'Verkoop',
  bank: 'Bank',
  payroll: 'Loon',
  general: 'Memoriaal',
}

/**
 * A year's books as XML Auditfile Financieel 3.2, the version Dutch auditors' programs all read. One journal holds every
 * transaction in the order of recording. Customers are left out: the schema does not ask for them, and a client may be a
 * person.
 *
 * Element order and lengths follow the published schema `XmlAuditfileFinancieel3.2.xsd`, against which samples were
 * validated when this was written; the schema is not kept here.
 */
export async function* xaf(year: BookYear): AsyncGenerator<string> {
  const debit = year.balances.reduce((sum, line) => sum + line.debit, 0n)
  const credit = year.balances.reduce((sum, line) => sum + line.credit, 0n)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<auditfile xmlns="${NAMESPACE}">${header(year)}<company>${company(year)}`
  yield `${ledger(year)}${periods(year)}${opening(year)}`
  yield `<transactions>${leaf('linesCount', String(year.entryCount))}${totals(debit, credit)}`
  yield `<journal>${leaf('jrnID', JOURNAL.id)}${leaf('desc', JOURNAL.name)}${leaf('jrnTp', 'M')}\n`
  let count = 0
  for await (const page of year.pages()) {
    let text = ''
    for (const { kind, effectiveOn, reference, entries } of page) {
      count += 1
      const lines = entries.map(({ number, amount }, index) =>
        branch(
          'trLine',
          leaf('nr', String(index + 1)),
          leaf('accID', cut(number, 35)),
          leaf('docRef', cut(reference, 999)),
          leaf('effDate', effectiveOn),
          side(amount),
        ),
      )
      text += `${branch(
        'transaction',
        leaf('nr', String(count)),
        leaf('desc', `${WORDS[journalOf(kind)]}: ${kind}`),
        leaf('periodNumber', String(periodNumber(year, effectiveOn))),
        leaf('trDt', effectiveOn),
        ...lines,
      )}\n`
    }
    yield text
  }
  yield '</journal></transactions></company></auditfile>\n'
}

function header({ from, to, currency, madeOn }: BookYear): string {
  return branch(
    'header',
    leaf('fiscalYear', from.slice(0, 4)),
    leaf('startDate', from),
    leaf('endDate', to),
    leaf('curCode', currency),
    leaf('dateCreated', madeOn),
    leaf('softwareDesc', 'Samen'),
    leaf('softwareVersion', '0.1.0'),
  )
}

function company({ entity }: BookYear): string {
  return [
    leaf('companyIdent', cut(entity.companyNumber, 35)),
    leaf('companyName', cut(entity.name, 999)),
    leaf('taxRegistrationCountry', entity.country),
    leaf('taxRegIdent', cut(entity.vatNumber, 30)),
    branch(
      'streetAddress',
      leaf('streetname', cut(entity.street, 999)),
      leaf('city', cut(entity.town, 50)),
      leaf('postalCode', cut(entity.postCode, 10)),
      leaf('country', entity.country),
    ),
  ].join('')
}

function ledger(year: BookYear): string {
  const accounts = year.accounts.map(({ number, name, type }) =>
    branch(
      'ledgerAccount',
      leaf('accID', cut(number, 35)),
      leaf('accDesc', cut(name, 999)),
      leaf('accTp', type === 'income' || type === 'expense' ? 'P' : 'B'),
    ),
  )
  return branch('generalLedger', ...accounts)
}

/** Months are counted from the first of the fiscal year. */
const periodNumber = ({ from }: BookYear, day: IsoDate): number => {
  const months = (date: IsoDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return months(day) - months(from) + 1
}

function periods(year: BookYear): string {
  const months = Array.from({ length: periodNumber(year, year.to) }, (_, index) => {
    const month = monthOf(monthsAfter(year.from, index))
    return branch(
      'period',
      leaf('periodNumber', String(index + 1)),
      leaf('startDatePeriod', month.from),
      leaf('endDatePeriod', month.to),
    )
  })
  return branch('periods', ...months)
}

function opening(year: BookYear): string {
  const lines = openingLines(year)
  const sum = (sign: 1n | -1n) =>
    lines.reduce((total, { amount }) => (sign * amount > 0n ? total + sign * amount : total), 0n)
  return branch(
    'openingBalance',
    leaf('opBalDate', year.from),
    leaf('opBalDesc', 'Beginbalans'),
    leaf('linesCount', String(lines.length)),
    totals(sum(1n), sum(-1n)),
    ...lines.map(({ number, amount }, index) =>
      branch('obLine', leaf('nr', String(index + 1)), leaf('accID', cut(number, 35)), side(amount)),
    ),
  )
}

const totals = (debit: Minor, credit: Minor) =>
  leaf('totalDebit', formatAmount(debit)) + leaf('totalCredit', formatAmount(credit))

const side = (amount: Minor) =>
  leaf('amnt', formatAmount(amount < 0n ? -amount : amount)) + leaf('amntTp', amount < 0n ? 'C' : 'D')

const cut = (text: string, length: number) => [...oneLine(text)].slice(0, length).join('')
