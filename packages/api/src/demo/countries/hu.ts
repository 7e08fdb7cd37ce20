import { dayNumber } from '@samen/core/country'
import { firstFit, ibanOf, pad, weightedSum } from '../numbers.ts'
import { type CountryProfile, someChildren } from './profile.ts'

const GIRO = [9, 7, 3, 1] as const

export const hungary: CountryProfile = {
  country: 'HU',
  slug: 'hu',
  officeName: 'Samen Magyarország',
  workers: 400,
  turnover: 48_000_000_000n,
  // Whole forints: 60 000 to 150 000 a day.
  prices: { unit: 100_000n, oneDay: [60, 150], aDay: [50, 95], month: [720, 1_250] },
  share: 1_000_000n,
  entity: {
    name: 'Samen Szövetkezet',
    employerNumber: null,
    bic: 'DEMOHUHH',
    street: 'Kaláka utca 5.',
    postCode: '1084',
    town: 'Budapest',
    timeZone: 'Europe/Budapest',
  },
  staff: {
    member: { givenName: 'Boglárka', familyName: 'Csillaghegyi', language: 'hu' },
    staff: { givenName: 'Botond', familyName: 'Rozmaringos', language: 'hu' },
    approver: { givenName: 'Emese', familyName: 'Napsugári', language: 'hu' },
    finance: { givenName: 'Tihamér', familyName: 'Messzelátó', language: 'hu' },
  },
  regions: [
    {
      code: null,
      weight: 1,
      language: () => 'hu',
      towns: [
        ['1084', 'Budapest'],
        ['1117', 'Budapest'],
        ['6720', 'Szeged'],
        ['7621', 'Pécs'],
        ['4024', 'Debrecen'],
        ['9400', 'Sopron'],
      ],
    },
  ],
  // Serials from 999 down, which the births of a day do not reach.
  persons: () => {
    const next = new Map<string, number>()
    return ({ birthDate }) => {
      const [used, number] = firstFit(next.get(birthDate) ?? 0, (serial) => taxIdOf(birthDate, 999 - serial))
      next.set(birthDate, used + 1)
      return number
    }
  },
  // Taxpayers from 9 900 000 on, which are not reached; liable to VAT, seat in Budapest.
  company: (serial) => {
    const body = `99${pad(serial, 5)}`
    return `${body}${giroDigit(body)}242`
  },
  vat: (company) => `HU${company.slice(0, 8)}`,
  // Accounts of bank and branch 9999999, which there are not.
  iban: (serial) => {
    const account = pad(serial, 15)
    return ibanOf('HU', `9999999${giroDigit('9999999')}${account}${giroDigit(account)}`)
  },
  workerFacts: (dice) => ({
    ...(dice.chance(35) && { family: { dependants: someChildren(dice) } }),
    ...(dice.chance(4) && { personalAllowance: true }),
  }),
  terms: (dice, { sector, kind, days }) => {
    const contract = kind === 'monthly' ? 'monthly' : days === 1 ? 'one-day' : 'several-day'
    if (sector === 'artistic' && kind !== 'monthly' && dice.chance(40))
      return { contract, ekho: true, ekhoBasis: 'elsewhere' }
    if (sector === 'cultural-industry' && days <= 3 && dice.chance(40)) return { status: 'casual', contract }
    if (sector === 'other' && kind !== 'monthly' && dice.chance(40)) return { status: 'mandate', contract }
    return { status: 'employee', contract }
  },
  hiringDays: [1, 10],
}

/** Brings the sum of a number's digits, weighted 9, 7, 3, 1, to a multiple of ten. */
function giroDigit(body: string): number {
  const weight = GIRO[body.length % 4] as number
  const rest = (10 - (weightedSum(body, GIRO) % 10)) % 10
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) => (digit * weight) % 10 === rest) as number
}

/** 8, the days since 1867, a serial, and the sum of place times digit; a remainder of ten is not given out. */
function taxIdOf(birthDate: string, serial: number): string | undefined {
  const body = `8${pad(dayNumber(birthDate) - dayNumber('1867-01-01'), 5)}${serial}`
  const check = weightedSum(body, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11
  return check === 10 ? undefined : `${body}${check}`
}
