import { FieldCheck, type OfficeContext } from '../context/index.ts'
import { addDays, type IsoDate, mod97Valid } from '../country/index.ts'
import { type DebitScheme, IDENTIFICATION, isIban } from '../payments/index.ts'
import { throwFaults } from '../problem/index.ts'

/** A client's signed consent that a company collects from its account. */
export interface Mandate {
  readonly mandateId: string
  readonly legalEntityId: string
  readonly clientId: string
  readonly clientName: string
  readonly scheme: DebitScheme
  /** Unique within the company, capital letters or small; 1 to 35 characters of the SEPA set. */
  readonly reference: string
  readonly signedOn: IsoDate
  readonly debtorName: string
  readonly iban: string
  /** For all that falls due; otherwise for one collection. */
  readonly recurring: boolean
  /** Days between telling the client and collecting. */
  readonly noticeDays: number
  /** The signed paper is on file. */
  readonly hasPaper: boolean
  readonly endedOn: IsoDate | null
  readonly endReason: string | null
  /** The day of its latest collection, whatever became of it. */
  readonly lastCollectOn: IsoDate | null
  /** Collections that the bank took, or that wait for release. */
  readonly uses: number
}

export type MandateDraft = Pick<
  Mandate,
  'clientId' | 'scheme' | 'reference' | 'signedOn' | 'debtorName' | 'iban' | 'recurring'
> & {
  /** 14 unless a shorter time was agreed. */
  readonly noticeDays?: number | undefined
}

/** Days between pre-notification and collection unless agreed otherwise (EPC016-06, 4.3.4). */
export const NOTICE_DAYS = 14

/** Why nothing can be collected under a mandate. */
export type MandateFault = 'ended' | 'lapsed' | 'used' | 'no-paper'

/**
 * Why nothing can be collected under a mandate on a day, or null. A mandate lapses when nothing was presented under it for 36
 * months (EPC016-06, 4.1); a one-off one is used up by its collection; without the signed paper an office could not answer a
 * client that denies having signed. Pure.
 */
export function mandateFault(mandate: Mandate, collectOn: IsoDate): MandateFault | null {
  const { signedOn, lastCollectOn, endedOn } = mandate
  if (endedOn !== null) return 'ended'
  const since = lastCollectOn ?? signedOn
  if (collectOn > `${Number(since.slice(0, 4)) + 3}${since.slice(4)}`) return 'lapsed'
  if (!mandate.recurring && mandate.uses > 0) return 'used'
  return mandate.hasPaper ? null : 'no-paper'
}

/** The first day on which a client told on a day can be collected from. */
export const noticeEnds = ({ noticeDays }: Pick<Mandate, 'noticeDays'>, notifiedOn: IsoDate): IsoDate =>
  addDays(notifiedOn, noticeDays)

/**
 * Whether a text is a SEPA creditor identifier: country, check digits over country and national part (ISO 7064 mod 97-10,
 * EPC262-08), a business code of three characters that the digits leave out, the national part.
 */
export const isCreditorIdentifier = (text: string): boolean =>
  /^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/.test(text) && mod97Valid(text.slice(0, 4) + text.slice(7))

/** The draft in stored form. @throws Problem `invalid-field` */
export function checkedMandate({ plugin, today }: OfficeContext, draft: MandateDraft) {
  const check = new FieldCheck(plugin)
  const { noticeDays = NOTICE_DAYS, recurring, clientId } = draft
  const mandate = {
    clientId,
    recurring,
    noticeDays,
    scheme: check.oneOf<DebitScheme>('scheme', draft.scheme, ['CORE', 'B2B']),
    reference: draft.reference.trim(),
    signedOn: check.day('signedOn', draft.signedOn),
    debtorName: check.text('debtorName', draft.debtorName, 70),
    iban: draft.iban.replace(/\s/g, '').toUpperCase(),
  }
  if (!IDENTIFICATION.test(mandate.reference))
    check.fault('reference', "1 to 35 letters without accents, digits or ? : ( ) . , ' + - and no space.")
  if (mandate.signedOn > today) check.fault('signedOn', 'A mandate is signed today or was before.')
  if (!isIban(mandate.iban)) check.fault('iban', 'Not an IBAN: look at its length and check digits.')
  if (!Number.isInteger(noticeDays) || noticeDays < 1 || noticeDays > NOTICE_DAYS)
    check.fault('noticeDays', `A whole number of days from 1 to ${NOTICE_DAYS}.`)
  throwFaults(check.faults)
  return mandate
}
