import type { OfficeContext } from '../context/index.ts'
import type { Filing, IsoDate, VatPeriod } from '../country/index.ts'
import { isIsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'
import { dayOfPeriod, periodAround, periodName } from '../vat-returns/index.ts'
import type { FiledDeclaration } from './declaration.ts'
import { filedDeclarations, insertDeclaration, lockDeclarations } from './declaration-store.ts'

/** What somebody says of a filing they made. */
export interface Filed {
  /** The filing's code in the country's plugin. */
  readonly filing: string
  /** `2026-10`, `2026-Q4` or `2026`. */
  readonly period: string
  /** Number of the company in the office; 1 unless told. */
  readonly entityNo?: number | undefined
  readonly reference: string
  /** Today unless told. */
  readonly filedOn?: IsoDate | undefined
  readonly file?: { readonly name: string; readonly sha256: string } | undefined
  /** It corrects the filing on record; without it, a period is filed once. */
  readonly correction?: boolean | undefined
}

/**
 * Records that a declaration was filed, or corrected. Nothing is sent: somebody filed it with the authority, and says its
 * reference. The same reference again changes nothing.
 *
 * @throws Problem `invalid-field`; `not-found` for another company; `refused` for a VAT form, which is filed with its figures;
 *   `conflict` for a period that is filed already, or a correction of what is not.
 */
export async function fileDeclaration(
  trx: Transaction,
  context: OfficeContext,
  told: Filed,
): Promise<FiledDeclaration> {
  const { officeId, today, by, now } = context
  const filing = knownFiling(context, told.filing)
  const reference = told.reference.trim()
  if (reference.length < 1 || reference.length > 100)
    throw invalid('reference', 'The authority’s number of the filing, in 1 to 100 characters.')
  const days = periodAround(Object.keys(filing.deadlines)[0] as VatPeriod, dayOfPeriod(told.period))
  if (periodName(days) !== told.period.toUpperCase())
    throw invalid('period', `${filing.name} is filed for periods such as ${periodName(days)}.`)
  const filedOn = told.filedOn ?? today
  if (!isIsoDate(filedOn) || filedOn > today || filedOn < days.from)
    throw invalid('filedOn', `A day between ${days.from} and today, written YYYY-MM-DD.`)
  const company = (await legalEntities(trx, officeId)).find(
    ({ entityNo }) => entityNo === (told.entityNo ?? 1),
  )
  if (!company) throw notFound('such company in this office')

  await lockDeclarations(trx, officeId)
  const earlier = (await filedDeclarations(trx, officeId, days.to)).filter(
    (one) =>
      one.legalEntityId === company.legalEntityId && one.filing === filing.code && one.from === days.from,
  )
  const same = earlier.find((one) => one.reference === reference)
  if (same) return same
  const last = earlier.at(-1)
  const what = `${filing.name} of ${periodName(days)}`
  if (last && !told.correction)
    throw conflict(`${what} is filed already, under ${last.reference}: say that this corrects it.`)
  if (!last && told.correction) throw conflict(`${what} is not filed yet: there is nothing to correct.`)
  const filed: FiledDeclaration = {
    declarationId: context.id(),
    legalEntityId: company.legalEntityId,
    filing: filing.code,
    ...days,
    filedOn,
    reference,
    fileName: told.file?.name ?? null,
    fileSha256: told.file?.sha256 ?? null,
    corrects: last?.declarationId ?? null,
    recordedBy: by,
  }
  await insertDeclaration(trx, officeId, { ...filed, recordedAt: now })
  return filed
}

function knownFiling({ plugin }: OfficeContext, code: string): Filing {
  const filings = plugin.filings ?? []
  const filing = filings.find((one) => one.code === code)
  if (!filing)
    throw invalid(
      'filing',
      filings.length === 0
        ? `${plugin.name} names no declarations yet.`
        : `One of ${filings.map((one) => one.code).join(', ')}.`,
    )
  if (filing.form)
    throw refused(`${filing.name} is filed with its figures: record it with the VAT return or sales list.`)
  return filing
}
