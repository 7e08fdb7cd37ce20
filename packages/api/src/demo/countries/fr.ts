import { digitsModulo } from '@samen/core/country'
import { counter, ibanOf, luhnDigit, pad } from '../numbers.ts'
import { type CountryProfile, EURO_PRICES, type Sex } from './profile.ts'

export const france: CountryProfile = {
  country: 'FR',
  slug: 'fr',
  officeName: 'Samen France',
  workers: 2_000,
  turnover: 1_700_000_000n,
  prices: EURO_PRICES,
  share: 3_000n,
  entity: {
    name: 'Samen Ensemble SCIC',
    employerNumber: null,
    street: 'Rue du Faubourg Invente 12',
    postCode: '59000',
    town: 'Lille',
    timeZone: 'Europe/Paris',
  },
  staff: {
    member: { givenName: 'Ondine', familyName: 'Vauclaire', language: 'fr' },
    staff: { givenName: 'Lazare', familyName: 'Tournebride', language: 'fr' },
    approver: { givenName: 'Salomé', familyName: 'Chantepie', language: 'fr' },
    finance: { givenName: 'Isaure', familyName: 'Belleroche', language: 'fr' },
  },
  regions: [
    {
      code: null,
      weight: 1,
      language: () => 'fr',
      towns: [
        ['59000', 'Lille'],
        ['75011', 'Paris'],
        ['34000', 'Montpellier'],
        ['69001', 'Lyon'],
        ['13001', 'Marseille'],
        ['35000', 'Rennes'],
      ],
    },
  ],
  persons: () => {
    const nth = counter()
    return ({ birthDate, sex }) => nirOf(birthDate, sex, nth(`${birthDate.slice(0, 7)} ${sex}`))
  },
  // SIREN beginning with 999.
  company: (serial) => {
    const body = `999${pad(serial, 5)}`
    return `${body}${luhnDigit(body)}`
  },
  vat: (siren) => `FR${pad((12 + 3 * digitsModulo(siren, 97)) % 97, 2)}${siren}`,
  // Accounts of bank and branch 99999, with the key of the RIB.
  iban: (serial) => {
    const account = `9999999999${pad(serial, 11)}`
    return ibanOf('FR', account + pad(97 - digitsModulo(`${account}00`, 97), 2))
  },
  workerFacts: (dice) =>
    dice.chance(55) ? { taxRate: dice.pick(['0', '1.9', '3.4', '5.2', '7.1', '9.8']) } : {},
  terms: (dice, { sector, kind, days }) =>
    sector === 'artistic'
      ? { status: 'artist', fees: Math.min(days, 28) }
      : sector === 'cultural-industry'
        ? { status: 'technician', hours: days * 8 }
        : kind === 'monthly'
          ? { status: dice.chance(50) ? 'cesa' : 'employee' }
          : { status: 'employee', contract: 'fixed-term', hours: days * 7 },
  // The DPAE is taken at most eight days before the start.
  hiringDays: [1, 6],
}

/** Sex, year, month, Paris, commune 999, which there is not, a serial and the key. */
function nirOf(birthDate: string, sex: Sex, nth: number): string {
  const body = `${sex === 'm' ? 1 : 2}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}75999${pad(1 + (nth % 999), 3)}`
  return body + pad(97 - digitsModulo(body, 97), 2)
}
