import { digitsModulo } from '@samen/core/country'
import { ibanOf, luhnDigit, pad, weightedSum } from '../numbers.ts'
import type { CountryProfile } from './profile.ts'

export const spain: CountryProfile = {
  country: 'ES',
  slug: 'es',
  officeName: 'Samen Iberia',
  workers: 2_400,
  turnover: 1_600_000_000n,
  prices: { unit: 1_000n, oneDay: [13, 32], aDay: [11, 22], month: [210, 340] },
  share: 6_000n,
  entity: {
    name: 'Samen Ibérica S. Coop. And.',
    employerNumber: null,
    street: 'Calle de la Hermandad 18',
    postCode: '29012',
    town: 'Málaga',
    timeZone: 'Europe/Madrid',
  },
  staff: {
    member: { givenName: 'Macarena', familyName: 'Lunallena', language: 'es' },
    staff: { givenName: 'Evaristo', familyName: 'Campoverde', language: 'es' },
    approver: { givenName: 'Azucena', familyName: 'Riosereno', language: 'es' },
    finance: { givenName: 'Leandro', familyName: 'Quitapenas', language: 'es' },
  },
  regions: [
    {
      code: 'AN',
      weight: 40,
      language: () => 'es',
      towns: [
        ['29012', 'Málaga'],
        ['41003', 'Sevilla'],
        ['18009', 'Granada'],
        ['11004', 'Cádiz'],
      ],
    },
    {
      code: 'MD',
      weight: 30,
      language: () => 'es',
      towns: [
        ['28012', 'Madrid'],
        ['28901', 'Getafe'],
      ],
    },
    {
      code: 'VC',
      weight: 15,
      language: () => 'es',
      towns: [
        ['46003', 'Valencia'],
        ['03002', 'Alicante'],
      ],
    },
    {
      code: 'CT',
      weight: 15,
      language: () => 'es',
      towns: [
        ['08012', 'Barcelona'],
        ['17004', 'Girona'],
      ],
    },
  ],
  // Identity numbers from 99 000 000 on, which are not reached.
  persons: () => {
    let made = 0
    return () => {
      const digits = `99${pad((made++ * 7_919) % 1_000_000, 6)}`
      return `${digits}${'TRWAGMYFPDXBNJZSQVHLCKE'[digitsModulo(digits, 23)]}`
    }
  },
  // Companies of the province 00, which there is not: F is a cooperative, B a limited company.
  company: (serial) => {
    const body = `00${pad(serial, 5)}`
    return `${serial < 100 ? 'F' : 'B'}${body}${luhnDigit(body)}`
  },
  vat: (company) => `ES${company}`,
  // Accounts of bank and branch 9999, which there are not.
  iban: (serial) => {
    const account = pad(serial, 10)
    return ibanOf('ES', `99999999${accountControl('0099999999')}${accountControl(account)}${account}`)
  },
  workerFacts: (dice) =>
    dice.chance(35)
      ? {
          children: Array.from({ length: dice.chance(60) ? 1 : 2 }, () => ({
            birthYear: dice.integer(2008, 2024),
          })),
        }
      : {},
  terms: (dice, { sector, kind }) =>
    sector === 'artistic'
      ? { status: 'artist', endIndemnity: 'set-aside' }
      : sector === 'cultural-industry' && kind !== 'monthly'
        ? { status: 'artist', group: 7, endIndemnity: 'set-aside' }
        : { contract: 'production', group: dice.pick([2, 5, 7]), endIndemnity: 'set-aside' },
  hiringDays: [1, 20],
}

function accountControl(ten: string): number {
  const rest = 11 - (weightedSum(ten, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11)
  return rest === 11 ? 0 : rest === 10 ? 1 : rest
}
