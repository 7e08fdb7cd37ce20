import { firstFit, ibanOf, pad, weightedSum } from '../numbers.ts'
import { type CountryProfile, EURO_PRICES } from './profile.ts'

export const netherlands: CountryProfile = {
  country: 'NL',
  slug: 'nl',
  officeName: 'Samen Nederland',
  workers: 500,
  turnover: 440_000_000n,
  prices: { ...EURO_PRICES, month: [300, 470] },
  share: 5_000n,
  entity: {
    name: 'Samen Coöperatie U.A.',
    employerNumber: null,
    street: 'Onderlingestraat 11',
    postCode: '3531 GD',
    town: 'Utrecht',
    timeZone: 'Europe/Amsterdam',
  },
  staff: {
    member: { givenName: 'Renske', familyName: 'Wolkenaer', language: 'nl' },
    staff: { givenName: 'Jelle', familyName: 'Veldmuys', language: 'nl' },
    approver: { givenName: 'Marijke', familyName: 'Sterrebosch', language: 'nl' },
    finance: { givenName: 'Rutger', familyName: 'Zandloopers', language: 'nl' },
  },
  regions: [
    {
      code: null,
      weight: 1,
      language: () => 'nl',
      towns: [
        ['3531 GD', 'Utrecht'],
        ['1013 AP', 'Amsterdam'],
        ['3012 KL', 'Rotterdam'],
        ['9711 CE', 'Groningen'],
        ['6511 DK', 'Nijmegen'],
        ['5611 EM', 'Eindhoven'],
      ],
    },
  ],
  // Numbers beginning with 9999, which are kept for tests.
  persons: () => {
    let next = 0
    return () => {
      const [used, number] = firstFit(next, (serial) => withElevenProof(`9999${pad(serial, 4)}`))
      next = used + 1
      return number
    }
  },
  // Legal entities from 990 000 000 on; the eighth digit makes room for a check digit.
  company: (serial) => firstFit(0, (digit) => withElevenProof(`99${pad(serial, 5)}${digit}`))[1],
  vat: (company) => `NL${company}B01`,
  // Accounts of the bank DEMO, which there is not.
  iban: (serial) => ibanOf('NL', `DEMO${pad(serial, 10)}`),
  workerFacts: (dice) => (dice.chance(15) ? { taxCredit: false } : {}),
  terms: (_, { sector, kind, days }) =>
    kind === 'monthly'
      ? { status: 'employee', contract: 'monthly', hoursPerWeek: 36 }
      : sector === 'artistic'
        ? {
            status: 'artist',
            contract: days === 1 ? 'one-day' : 'several-day',
            performances: Math.min(days, 31),
          }
        : { status: 'employee', contract: days === 1 ? 'one-day' : 'several-day', hours: days * 8 },
}

/** The ninth digit that makes the weighted sum a multiple of eleven; some numbers have none. */
function withElevenProof(eight: string): string | undefined {
  const check = weightedSum(eight, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
  return check === 10 ? undefined : `${eight}${check}`
}
