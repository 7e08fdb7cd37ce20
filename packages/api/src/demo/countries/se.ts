import { counter, ibanOf, luhnDigit, pad } from '../numbers.ts'
import type { CountryProfile } from './profile.ts'

export const sweden: CountryProfile = {
  country: 'SE',
  slug: 'se',
  officeName: 'Samen Sverige',
  workers: 700,
  turnover: 6_300_000_000n,
  // 2 000 to 4 800 kronor a day.
  prices: { unit: 10_000n, oneDay: [20, 48], aDay: [17, 33], month: [330, 540] },
  share: 30_000n,
  entity: {
    name: 'Samen ekonomisk förening',
    employerNumber: null,
    bic: 'DEMOSESS',
    street: 'Gemenskapsgatan 4',
    postCode: '211 45',
    town: 'Malmö',
    timeZone: 'Europe/Stockholm',
  },
  staff: {
    member: { givenName: 'Saga', familyName: 'Stjärnfall', language: 'sv' },
    staff: { givenName: 'Sixten', familyName: 'Klöverfält', language: 'sv' },
    approver: { givenName: 'Hillevi', familyName: 'Snöklock', language: 'sv' },
    finance: { givenName: 'Ossian', familyName: 'Vågbrus', language: 'sv' },
  },
  regions: [
    {
      code: null,
      weight: 1,
      language: () => 'sv',
      towns: [
        ['211 45', 'Malmö'],
        ['118 26', 'Stockholm'],
        ['413 01', 'Göteborg'],
        ['753 20', 'Uppsala'],
        ['903 25', 'Umeå'],
        ['602 32', 'Norrköping'],
      ],
    },
  ],
  // Serials from 980 to 999, which the tax agency keeps for tests.
  persons: () => {
    const nth = counter()
    return ({ birthDate, sex }) => {
      const day = birthDate.replaceAll('-', '')
      const serial = 980 + ((2 * nth(`${day} ${sex}`)) % 20) + (sex === 'm' ? 1 : 0)
      return `${day}${serial}${luhnDigit(`${day.slice(2)}${serial}`)}`
    }
  },
  // Numbers of the group 799, which is not given out.
  company: (serial) => {
    const body = `799${pad(serial, 6)}`
    return `${body}${luhnDigit(body)}`
  },
  vat: (company) => `SE${company}01`,
  // Accounts of the bank 999, which there is not.
  iban: (serial) => ibanOf('SE', `999${pad(serial, 17)}`),
  workerFacts: (dice) => ({
    taxTable: dice.weighted([
      [31, 20],
      [32, 40],
      [33, 25],
      [34, 15],
    ]),
    ...(dice.chance(30) && { withholding: 'side' }),
  }),
  terms: (_, { sector, kind, days }) => ({
    status: sector === 'artistic' ? 'artist' : sector === 'cultural-industry' ? 'technician' : 'employee',
    contract: kind === 'monthly' ? 'monthly' : days === 1 ? 'one-day' : 'several-day',
  }),
}
