import { inOffice, type OfficeEntry } from '@samen/core/database'
import { fileReturn } from '@samen/core/vat-returns'
import { defineCommand, UsageError } from '../command.ts'
import {
  oneStopShopAnswer,
  salesListAnswer,
  type VatQuestion,
  vatReturnAnswer,
  vatSubject,
} from '../queries/vat.ts'
import { asJson, contextOf, officesNamed, table, withDatabase } from './office.ts'

type Figures = Awaited<ReturnType<typeof vatReturnAnswer>>
type List = Awaited<ReturnType<typeof salesListAnswer>>

type Shop = Awaited<ReturnType<typeof oneStopShopAnswer>>

const ANSWERS = {
  return: vatReturnAnswer,
  'sales-list': salesListAnswer,
  'one-stop-shop': oneStopShopAnswer,
} as const

export const command = defineCommand({
  usage: `--office OFFICE [--period PERIOD] [--entity N] [--list | --one-stop-shop] [--file REFERENCE] [--as USER] [--json]

  The figures of a VAT return in the country's own boxes, and whether the books agree; of the month that ended last unless
  told.
  --period  2026-10, 2026-Q4 or 2026: the period that lies around its first day
  --entity  the company's number in the office; 1 unless told
  --list    the list of sales to businesses elsewhere in the Union instead
  --one-stop-shop
            what is owed to other Member States for electronic services to private people, by quarter, instead
  --file    records that it was filed under the authority's reference, and locks it: later changes go to the next`,
  options: {
    office: { type: 'string' },
    period: { type: 'string' },
    entity: { type: 'string' },
    list: { type: 'boolean' },
    'one-stop-shop': { type: 'boolean' },
    file: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const { office: slug, period, list, file: reference, json } = values
    const form = values['one-stop-shop'] ? 'one-stop-shop' : list ? 'sales-list' : 'return'
    if (!slug) throw new UsageError('samen vat-return: say which office with --office, such as --office be.')
    if (values.entity !== undefined && !/^[1-9]$/.test(values.entity))
      throw new UsageError('samen vat-return: --entity is the number of a company in the office, 1 to 9.')
    const question: VatQuestion = { period, entity: values.entity ? Number(values.entity) : undefined }
    return withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const context = await contextOf(office, values.as)
      const answer = await inOffice(db, office.officeId, async (trx) => {
        if (reference !== undefined) {
          const { legalEntityId, day } = await vatSubject(trx, context, question)
          await fileReturn(trx, context, { form, legalEntityId, day, reference })
        }
        return ANSWERS[form](trx, context, question)
      })
      process.stdout.write(json ? `${asJson(answer)}\n` : inWords(answer))
      return undefined
    })
  },
})

const head = ({ company, form, period, from, to, filed }: Figures | List | Shop) =>
  `${company.name}, ${form ?? 'no form of the country is known here'}, ${period} (${from} to ${to}): ${
    filed ? `filed on ${filed.filedOn} under ${filed.reference}` : 'not filed'
  }\n\n`

const inWords = (answer: Figures | List | Shop): string =>
  'boxes' in answer ? figures(answer) : 'steps' in answer ? owedElsewhere(answer) : lines(answer)

function figures(answer: Figures): string {
  const { boxes, treatments, agreement, currency, result } = answer
  const { charged, relieved, deductible } = agreement
  return `${head(answer)}${table(
    ['box', '', currency],
    boxes.map(({ code, title, amount, unverified }) => [
      code,
      `${Object.values(title)[0] ?? ''}${unverified === null ? '' : ' (unverified)'}`,
      amount,
    ]),
  )}
${table(
  ['treatment', 'document', '%', 'base', 'VAT', 'of it late'],
  treatments.map((one) => [one.code, one.document, one.rate, one.base, one.vat, one.lateVat]),
)}
To be paid: ${result} ${currency}. VAT charged, by the books ${charged.books}, by the documents ${charged.documents}; given back
for lost debts ${relieved.books} and ${relieved.documents}; deductible ${deductible}: ${
    agreement.agrees ? 'the books agree' : 'THE BOOKS DO NOT AGREE'
  }.
`
}

const lines = (answer: List): string => `${head(answer)}${table(
  ['number', 'client', 'invoices', answer.currency, 'in the register'],
  answer.lines.map(({ vatNumber, name, documents, base, checked }) => [
    vatNumber,
    name,
    String(documents),
    base,
    checked ? 'valid' : 'not checked',
  ]),
)}
Total: ${answer.total} ${answer.currency}
`

const owedElsewhere = (answer: Shop): string => `${head(answer)}${table(
  ['country', '%', 'invoices', `base ${answer.currency}`, `VAT ${answer.currency}`, 'VAT EUR'],
  answer.lines.map(({ country, rate, documents, base, vat, vatEuro }) => [
    country,
    rate,
    String(documents),
    base,
    vat,
    vatEuro ?? 'no rate',
  ]),
)}
${answer.registered ? '' : 'The company is not registered for the one-stop shop.\n'}To be paid: ${
  answer.vatEuro === null
    ? `not known before the European Central Bank's rate of ${answer.to}: samen import rates FILE --office OFFICE`
    : `${answer.vatEuro} EUR`
}
`
