import { counter, ibanOf, luhnDigit, pad } from '../numbers.ts'
import type { CountryProfile, Person } from './profile.ts'

/** Where each town of the demo pays its regional surtax. */
const SURTAX_REGIONS: Readonly<Record<string, string>> = {
  F205: 'lombardia',
  H501: 'lazio',
  L219: 'piemonte',
  A944: 'emilia-romagna',
  F839: 'campania',
}

export const italy: CountryProfile = {
  country: 'IT',
  slug: 'it',
  officeName: 'Samen Italia',
  workers: 1_600,
  turnover: 1_150_000_000n,
  prices: { unit: 1_000n, oneDay: [14, 34], aDay: [12, 24], month: [220, 360] },
  share: 5_000n,
  entity: {
    name: 'Samen Società Cooperativa',
    employerNumber: null,
    street: 'Via del Mutuo Soccorso 9',
    postCode: '20159',
    town: 'Milano',
    timeZone: 'Europe/Rome',
  },
  staff: {
    member: { givenName: 'Fiamma', familyName: 'Rondinella', language: 'it' },
    staff: { givenName: 'Folco', familyName: 'Bellosguardo', language: 'it' },
    approver: { givenName: 'Isotta', familyName: 'Arcobaleno', language: 'it' },
    finance: { givenName: 'Ruggero', familyName: 'Mezzaluna', language: 'it' },
  },
  // The plugin's regions are towns, since each keeps its patron saint's day.
  regions: [
    { code: 'F205', weight: 40, language: () => 'it', towns: [['20159', 'Milano']] },
    { code: 'H501', weight: 25, language: () => 'it', towns: [['00154', 'Roma']] },
    { code: 'L219', weight: 15, language: () => 'it', towns: [['10152', 'Torino']] },
    { code: 'A944', weight: 10, language: () => 'it', towns: [['40127', 'Bologna']] },
    { code: 'F839', weight: 10, language: () => 'it', towns: [['80134', 'Napoli']] },
  ],
  persons: () => {
    const nth = counter()
    return (person) => {
      const code = fiscalBody(person)
      return withCheckLetter(replacedDigits(code, nth(code)))
    }
  },
  // Numbers beginning with 99, of the office 999 for those established abroad.
  company: (serial) => {
    const body = `99${pad(serial, 5)}999`
    return `${body}${luhnDigit(body)}`
  },
  vat: (company) => `IT${company}`,
  // Accounts of bank and branch 99999, which there are not.
  iban: (serial) => {
    const account = `9999999999${pad(serial, 12)}`
    return ibanOf('IT', `${checkLetter(account)}${account}`)
  },
  workerFacts: (dice, { code }) => ({
    region: SURTAX_REGIONS[code as string],
    municipality: code,
    ...(dice.chance(12) && { spouse: true }),
    ...(dice.chance(8) && { children: 1, childrenShare: 'half' }),
  }),
  terms: (_, { sector, kind }) => ({
    fund: sector === 'other' ? 'fpld' : 'fpls',
    contract: kind === 'monthly' ? 'fixed-term' : 'intermittent',
    thirteenth: 'set-aside',
  }),
  hiringDays: [1, 14],
}

const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

/** Odd places by table and even ones by value, modulo 26. */
function checkLetter(text: string): string {
  let sum = 0
  for (const [at, sign] of [...text].entries()) {
    const value = sign <= '9' ? Number(sign) : sign.charCodeAt(0) - 65
    sum += at % 2 === 0 ? (ODD[value] as number) : value
  }
  return String.fromCharCode(65 + (sum % 26))
}

const withCheckLetter = (body: string): string => body + checkLetter(body)

/** Names, day of birth (40 more for women), and the place Z999, which there is not. */
function fiscalBody({ givenName, familyName, birthDate, sex }: Person): string {
  const day = Number(birthDate.slice(8)) + (sex === 'f' ? 40 : 0)
  const month = 'ABCDEHLMPRST'[Number(birthDate.slice(5, 7)) - 1]
  return `${familyLetters(familyName)}${givenLetters(givenName)}${birthDate.slice(2, 4)}${month}${pad(day, 2)}Z999`
}

const lettersOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase()

/** Consonants, then vowels, then X: three in all. A given name of four consonants leaves out the second. */
const familyLetters = (name: string): string => {
  const letters = lettersOf(name)
  return `${letters.replace(/[AEIOU]/g, '')}${letters.replace(/[^AEIOU]/g, '')}XXX`.slice(0, 3)
}
const givenLetters = (name: string): string => {
  const consonants = lettersOf(name).replace(/[AEIOU]/g, '')
  return consonants.length > 3 ? `${consonants[0]}${consonants[2]}${consonants[3]}` : familyLetters(name)
}

const DIGIT_PLACES = [14, 13, 12, 10, 9, 7, 6]

/** Two people of the same code: letters stand for digits, each of the seven or not, as the bits of `nth` say. */
function replacedDigits(code: string, nth: number): string {
  const signs = [...code]
  for (const [bit, at] of DIGIT_PLACES.entries())
    if ((nth >> bit) & 1) signs[at] = 'LMNPQRSTUV'[Number(signs[at])] as string
  return signs.join('')
}
