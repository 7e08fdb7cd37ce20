import { FieldCheck, isTimeZone, type OfficeContext } from '../context/index.ts'
import type { IsoDate, Minor } from '../country/index.ts'
import { throwFaults } from '../problem/index.ts'

/** The company that signs, invoices and employs. */
export interface LegalEntity {
  readonly legalEntityId: string
  /** 1, 2 … in its office. */
  readonly entityNo: number
  readonly name: string
  readonly companyNumber: string
  readonly vatNumber: string
  /** The number the social-security authority knows the employer by. */
  readonly employerNumber: string | null
  readonly iban: string
  readonly bic: string | null
  readonly street: string
  readonly postCode: string
  readonly town: string
  readonly country: string
  /** IANA name; its days decide whether a hiring declaration came in time. */
  readonly timeZone: string
  /** Its registrations for the one-stop shop and their ends, oldest first. */
  readonly oneStopShop: readonly OneStopShopStep[]
}

/** From a day on, a company declares what it sells to private people elsewhere in the Union in the one-stop shop, or no more. */
export interface OneStopShopStep {
  readonly from: IsoDate
  readonly registered: boolean
}

export const isInOneStopShop = ({ oneStopShop }: Pick<LegalEntity, 'oneStopShop'>, day: IsoDate): boolean =>
  oneStopShop.findLast(({ from }) => from <= day)?.registered ?? false

export type LegalEntityDraft = Omit<
  LegalEntity,
  'legalEntityId' | 'entityNo' | 'timeZone' | 'employerNumber' | 'bic' | 'oneStopShop'
> & {
  readonly legalEntityId?: string
  readonly employerNumber?: string | null
  readonly bic?: string | null
  readonly timeZone?: string
}

/** What an office decided for itself, beside its law. */
export interface OfficeTerms {
  /** Nominal value of a share, minor units of the home currency. */
  readonly shareAmount: Minor
  /** The credit limit of a client for whom none was decided. */
  readonly clientCreditLimit: Minor
}

/** The draft with numbers in stored form. @throws Problem `invalid-field` */
export function checkedLegalEntity(
  { plugin }: OfficeContext,
  draft: LegalEntityDraft,
  defaultTimeZone: string,
): Omit<LegalEntity, 'legalEntityId' | 'entityNo' | 'oneStopShop'> {
  const check = new FieldCheck(plugin)
  const timeZone = draft.timeZone ?? defaultTimeZone
  if (!isTimeZone(timeZone)) check.fault('timeZone', 'Not the name of a time zone, such as Europe/Brussels.')
  const entity = {
    name: check.text('name', draft.name, 200),
    companyNumber: check.number('companyNumber', 'company', draft.companyNumber),
    vatNumber: check.number('vatNumber', 'vat', draft.vatNumber),
    employerNumber: check.optionalText('employerNumber', draft.employerNumber, 40),
    iban: check.number('iban', 'bank', draft.iban),
    bic: check.optionalText('bic', draft.bic, 11),
    street: check.text('street', draft.street, 200),
    postCode: check.text('postCode', draft.postCode, 20),
    town: check.text('town', draft.town, 100),
    country: check.country('country', draft.country),
    timeZone,
  }
  throwFaults(check.faults, 'legalEntity.')
  return entity
}
