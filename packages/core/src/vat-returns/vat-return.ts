import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import {
  addDays,
  boxesOn,
  type FilledBox,
  fillBoxes,
  type IsoDate,
  type Minor,
  resultOf,
  type VatBox,
  type VatReturns,
} from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, invalid, refused } from '../problem/index.ts'
import { openPeriod } from './open-period.ts'
import { type PeriodDays, periodName } from './vat-period.ts'
import {
  type FiledReturn,
  type ItemFilter,
  insertReturn,
  itemsPage,
  lockReturns,
  type SalesListLine,
  salesListLines,
  type TreatmentSum,
  treatmentSums,
  type VatAgreement,
  type VatFormKind,
  type VatItem,
  vatAgreement,
} from './vat-return-store.ts'
import type { VatSetting } from './vat-setting.ts'

/** A period's figures, as they stand or as they were filed. */
export interface VatReturn extends PeriodDays {
  readonly legalEntityId: string
  readonly setting: VatSetting
  /** Undefined while it is open. */
  readonly filed: FiledReturn | undefined
  /** The period can be filed now: it is over, and the one before is filed or none is. */
  readonly canFile: boolean
  /** The country's form filled in; empty where the plugin has none. */
  readonly boxes: readonly FilledBox[]
  /** To be paid; negative where it comes back. Minor units, as the form rounds. */
  readonly result: Minor
  readonly treatments: readonly TreatmentSum[]
  readonly agreement: VatAgreement
}

/**
 * The figures of the return of the period a day lies in. A filed return answers what was filed, whatever happened since.
 *
 * @param entity the legal entity's id, or undefined for the office's only one.
 * @throws Problem `not-found`; `invalid-field` where an office has several legal entities and none is named.
 */
export async function vatReturn(
  trx: Transaction,
  context: OfficeContext,
  question: { readonly legalEntityId?: string | undefined; readonly day: IsoDate },
): Promise<VatReturn> {
  const period = await openPeriod(trx, context, 'return', question)
  const { returns, items, filed, days, legalEntityId } = period
  const treatments = await treatmentSums(trx, items)
  const boxes = returns ? fillBoxes(boxesOn(returns.form, days.to), treatments) : []
  return {
    ...days,
    legalEntityId,
    setting: period.setting,
    filed,
    canFile: period.canFile,
    boxes: filed ? asFiled(boxes, filed) : boxes,
    result: returns ? resultOf(returns.form, filed ? asFiled(boxes, filed) : boxes) : 0n,
    treatments,
    agreement: await vatAgreement(trx, context.officeId, legalEntityId, days),
  }
}

/** What was filed stands, even if a later version of the form would fill a box otherwise. */
const asFiled = (boxes: readonly FilledBox[], { boxes: filed }: FiledReturn): FilledBox[] =>
  boxes.map((one) => {
    const stored = filed.find(({ code }) => code === one.box.code)
    return stored ? { ...one, amount: BigInt(stored.amount) } : one
  })

/** A period's sales to businesses elsewhere in the Union, by the client's number. */
export interface SalesList extends PeriodDays {
  readonly legalEntityId: string
  readonly filed: FiledReturn | undefined
  readonly canFile: boolean
  readonly lines: readonly SalesListLine[]
  readonly total: Minor
  /** Clients of the list whose number the register was not asked about, or answered that it is not valid. */
  readonly unchecked: readonly string[]
}

/** The list of sales in the Union for the period a day lies in. @throws as `vatReturn` */
export async function salesList(
  trx: Transaction,
  context: OfficeContext,
  question: { readonly legalEntityId?: string | undefined; readonly day: IsoDate },
): Promise<SalesList> {
  const { items, filed, days, legalEntityId, canFile } = await openPeriod(
    trx,
    context,
    'sales-list',
    question,
  )
  const lines = await salesListLines(trx, context.officeId, items)
  return {
    ...days,
    legalEntityId,
    filed,
    canFile,
    lines,
    total: lines.reduce((sum, { base }) => sum + base, 0n),
    unchecked: await uncheckedNumbers(
      trx,
      context.officeId,
      lines.map(({ vatNumber }) => vatNumber),
    ),
  }
}

/** The documents behind a box, a treatment or a client, by day and number. At most 200 a page. */
export async function vatItems(
  trx: Transaction,
  context: OfficeContext,
  question: {
    readonly form: VatFormKind
    readonly legalEntityId?: string | undefined
    readonly day: IsoDate
    /** A box of the form; it must take figures, since a sum opens to its boxes. */
    readonly box?: string | undefined
    readonly code?: string | undefined
    readonly clientNumber?: string | undefined
    readonly limit?: number
    readonly offset?: number
  },
): Promise<VatItem[]> {
  const { returns, items, days } = await openPeriod(trx, context, question.form, question)
  const { box, code, clientNumber, limit = 50, offset = 0 } = question
  const ofBox = box === undefined ? [] : filterOf(returns, box, days.to)
  const filter: ItemFilter = code === undefined ? ofBox : [{ codes: [code] }]
  return itemsPage(trx, context.officeId, items, {
    filter,
    clientNumber,
    limit: Math.min(limit, 200),
    offset: Math.min(offset, 1_000_000),
  })
}

function filterOf(returns: VatReturns | undefined, code: string, day: IsoDate): ItemFilter {
  const box = returns && boxesOn(returns.form, day).find((one: VatBox) => one.code === code)
  if (!box) throw invalid('box', 'The form has no such box.')
  if (!box.takes?.length) throw invalid('box', 'This box sums others: ask for one of them.')
  return box.takes.map(({ documents = ['invoice', 'credit-note', 'relief'], categories, rates, codes }) => ({
    documents,
    ...(categories && { categories }),
    ...(rates && { rates }),
    ...(codes && { codes }),
  }))
}

/**
 * Records that a return or sales list was filed with the authority, and locks it: what changes in its period afterwards goes
 * to the next. Filing the same again answers what is there.
 *
 * @throws Problem `invalid-field` for an empty reference; `refused` for a period that is not over; `conflict` when the period
 *   before is not filed, or this one is filed under another reference.
 */
export async function fileReturn(
  trx: Transaction,
  context: OfficeContext,
  question: {
    readonly form: VatFormKind
    readonly legalEntityId?: string | undefined
    readonly day: IsoDate
    readonly reference: string
  },
): Promise<FiledReturn> {
  const { officeId, by, today, now } = context
  const reference = question.reference.trim()
  if (reference.length < 1 || reference.length > 100)
    throw invalid('reference', 'The authority’s number of the filing, in 1 to 100 characters.')
  await lockReturns(trx, officeId)
  const period = await openPeriod(trx, context, question.form, question)
  const { returns, items, filed, days, legalEntityId, span } = period
  if (filed?.reference === reference) return filed
  if (filed) throw conflict(`${periodName(days)} is filed already, under ${filed.reference}.`)
  if (!returns && question.form !== 'one-stop-shop')
    throw refused(`${context.plugin.name} has no VAT form yet: its figures cannot be filed here.`)
  if (days.to >= today)
    throw refused(`${periodName(days)} is not over: it can be filed from ${addDays(days.to, 1)}.`)
  if (span && days.from !== addDays(span.last, 1))
    throw conflict(`The period that begins on ${addDays(span.last, 1)} is filed first.`)
  const boxes =
    returns && question.form === 'return'
      ? fillBoxes(boxesOn(returns.form, days.to), await treatmentSums(trx, items)).map(({ box, amount }) => ({
          code: box.code,
          amount: String(amount),
        }))
      : []
  const done = {
    vatReturnId: context.id(),
    legalEntityId,
    form: question.form,
    ...days,
    reference,
    boxes,
    filedOn: today,
    filedBy: by,
  }
  await insertReturn(trx, officeId, { ...done, filedAt: now }, items)
  return done
}

/** Numbers whose last answer from the register is not `valid`, or about which it was never asked. */
async function uncheckedNumbers(
  trx: Transaction,
  officeId: string,
  numbers: readonly string[],
): Promise<string[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<{ number: string }>`
    select n.number from unnest(${[...numbers]}::text[]) n (number)
     where coalesce((select c.result from samen.client_vat_check c
                      where c.office_id = ${officeId} and c.vat_number = n.number
                      order by c.checked_on desc, c.recorded_at desc limit 1), '') <> 'valid'`.execute(trx)
  return rows.map(({ number }) => number)
}
