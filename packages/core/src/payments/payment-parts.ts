import { branch, leaf } from '../xml/index.ts'
import { sepaText } from './sepa-text.ts'

export interface PostalAddress {
  readonly street: string
  readonly postCode: string
  readonly town: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

/** Who hands the file to the bank, by name and company number. */
export const initiatingParty = ({ name, companyNumber }: { name: string; companyNumber?: string | null }) =>
  branch(
    'InitgPty',
    leaf('Nm', sepaText(name, 70)),
    branch('Id', branch('OrgId', branch('Othr', leaf('Id', companyNumber?.slice(0, 35))))),
  )

/** A bank by its BIC, or that none is told: within the European Economic Area the IBAN suffices. */
export const agent = (tag: string, bic: string | null | undefined): string =>
  branch(tag, branch('FinInstnId', leaf('BICFI', bic) || branch('Othr', leaf('Id', 'NOTPROVIDED'))))

export function address(address: PostalAddress | undefined): string {
  // Town and country are what banks demand; a street alone would be refused.
  const town = address && sepaText(address.town, 35)
  if (!address || !town) return ''
  return branch(
    'PstlAdr',
    leaf('StrtNm', sepaText(address.street, 70)),
    leaf('PstCd', sepaText(address.postCode, 16)),
    leaf('TwnNm', town),
    leaf('Ctry', address.country),
  )
}

/** What every bank accepts as an identification. */
export const IDENTIFICATION = /^[A-Za-z0-9?:().,'+-]{1,35}$/

export function checkIdentification(id: string): void {
  if (!IDENTIFICATION.test(id))
    throw new RangeError(`"${id}" is not an identification of 1 to 35 characters that every bank accepts`)
}
