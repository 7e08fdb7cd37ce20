import { digitsModulo } from '@samen/core/country'
import { counter, ibanOf, pad } from '../numbers.ts'
import { type CountryProfile, EURO_PRICES, type Sex, someChildren } from './profile.ts'

export const belgium: CountryProfile = {
  country: 'BE',
  slug: 'be',
  officeName: 'Samen België – Belgique',
  workers: 20_000,
  turnover: 17_000_000_000n,
  prices: EURO_PRICES,
  share: 3_000n,
  entity: {
    name: 'Samen Productions SC',
    employerNumber: null,
    street: 'Rue de la Mutualité 1',
    postCode: '1060',
    town: 'Bruxelles',
    timeZone: 'Europe/Brussels',
  },
  staff: {
    member: { givenName: 'Garance', familyName: 'Rivebelle', language: 'fr' },
    staff: { givenName: 'Veerle', familyName: 'Korenaert', language: 'nl' },
    approver: { givenName: 'Basile', familyName: 'Fontbrune', language: 'fr' },
    finance: { givenName: 'Hadewych', familyName: 'Zonnebeke', language: 'nl' },
  },
  regions: [
    {
      code: 'brussels',
      weight: 40,
      language: (dice) => (dice.chance(80) ? 'fr' : 'nl'),
      towns: [
        ['1000', 'Bruxelles'],
        ['1050', 'Ixelles'],
        ['1060', 'Saint-Gilles'],
        ['1030', 'Schaerbeek'],
        ['1080', 'Molenbeek-Saint-Jean'],
      ],
    },
    {
      code: 'wallonia',
      weight: 35,
      language: () => 'fr',
      towns: [
        ['4000', 'Liège'],
        ['5000', 'Namur'],
        ['6000', 'Charleroi'],
        ['7000', 'Mons'],
        ['7500', 'Tournai'],
      ],
    },
    {
      code: 'flanders',
      weight: 25,
      language: () => 'nl',
      towns: [
        ['2000', 'Antwerpen'],
        ['9000', 'Gent'],
        ['3000', 'Leuven'],
        ['8000', 'Brugge'],
        ['2800', 'Mechelen'],
      ],
    },
  ],
  persons: () => {
    const nth = counter()
    return ({ birthDate, sex }) => nissOf(birthDate, sex, nth(`${birthDate} ${sex}`))
  },
  // Enterprise numbers of the range 0997 to 0999, which is not given out.
  company: (serial) => {
    const body = `0${9_970_000 + serial}`
    return body + pad(97 - digitsModulo(body, 97), 2)
  },
  vat: (company) => `BE${company}`,
  // Accounts of the bank 999, which there is not.
  iban: (serial) => {
    const body = `999${pad(serial, 7)}`
    return ibanOf('BE', body + pad(digitsModulo(body, 97) || 97, 2))
  },
  workerFacts: (dice) => ({
    ...(dice.chance(45) && { children: someChildren(dice) }),
    ...(dice.chance(40) && {
      spouse: {
        income: dice.weighted([
          ['work', 80],
          ['none', 20],
        ]),
      },
    }),
  }),
  terms: (dice, { sector, kind, days }) => ({
    status:
      sector === 'artistic'
        ? 'artist'
        : sector === 'cultural-industry' && dice.chance(60)
          ? 'worker'
          : 'employee',
    contract: kind === 'monthly' ? 'monthly' : days === 1 ? 'one-day' : 'several-day',
    ...(kind !== 'monthly' && { days }),
  }),
  hiringDays: [1, 20],
}

/** Day of birth, a serial from 900 on (odd for men), and 97 less the remainder. */
function nissOf(birthDate: string, sex: Sex, nth: number): string {
  const serial = 901 + 2 * (nth % 48) - (sex === 'f' ? 1 : 0)
  const body = birthDate.slice(2).replaceAll('-', '') + pad(serial, 3)
  const check = 97 - digitsModulo(birthDate >= '2000' ? `2${body}` : body, 97)
  return body + pad(check, 2)
}
