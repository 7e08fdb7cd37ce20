import { firstFit, ibanOf, luhnDigit, pad, weightedSum } from '../numbers.ts'
import { type CountryProfile, someChildren } from './profile.ts'

export const austria: CountryProfile = {
  country: 'AT',
  slug: 'at',
  officeName: 'Samen Österreich',
  workers: 800,
  turnover: 720_000_000n,
  prices: { unit: 1_000n, oneDay: [18, 42], aDay: [16, 30], month: [290, 460] },
  share: 5_000n,
  entity: {
    name: 'Samen Arbeitsgenossenschaft eGen',
    employerNumber: null,
    street: 'Gassenhauergasse 7',
    postCode: '1070',
    town: 'Wien',
    timeZone: 'Europe/Vienna',
  },
  staff: {
    member: { givenName: 'Rosalie', familyName: 'Mondschein', language: 'de' },
    staff: { givenName: 'Korbinian', familyName: 'Apfelthaler', language: 'de' },
    approver: { givenName: 'Zita', familyName: 'Hollerbusch', language: 'de' },
    finance: { givenName: 'Severin', familyName: 'Rauchenbichl', language: 'de' },
  },
  regions: [
    {
      code: 'vienna',
      weight: 55,
      language: () => 'de',
      towns: [
        ['1020', 'Wien'],
        ['1050', 'Wien'],
        ['1070', 'Wien'],
        ['1160', 'Wien'],
      ],
    },
    {
      code: 'styria',
      weight: 20,
      language: () => 'de',
      towns: [
        ['8010', 'Graz'],
        ['8600', 'Bruck an der Mur'],
      ],
    },
    {
      code: 'upper-austria',
      weight: 15,
      language: () => 'de',
      towns: [
        ['4020', 'Linz'],
        ['4400', 'Steyr'],
      ],
    },
    {
      code: 'tyrol',
      weight: 10,
      language: () => 'de',
      towns: [
        ['6020', 'Innsbruck'],
        ['6060', 'Hall in Tirol'],
      ],
    },
  ],
  // Serials from 999 down, which the few births of a day do not reach.
  persons: () => {
    const next = new Map<string, number>()
    return ({ birthDate }) => {
      const born = birthDate.slice(8) + birthDate.slice(5, 7) + birthDate.slice(2, 4)
      const [used, number] = firstFit(next.get(born) ?? 0, (serial) => svNumberOf(999 - serial, born))
      next.set(born, used + 1)
      return number
    }
  },
  // Numbers of the companies register from 970 000 on, which it has not reached.
  company: (serial) => {
    const digits = String(970_000 + serial)
    return `${digits}${'abdfghikmpstvwxyz'[weightedSum(digits, [6, 4, 14, 15, 10, 1]) % 17]}`
  },
  vat: (company) => {
    const body = `9${company.slice(0, 6)}`
    // The tax office's rule is Luhn's with four more.
    return `ATU${body}${(luhnDigit(`${body}0`) + 6) % 10}`
  },
  // Accounts of the bank 99999, which there is not.
  iban: (serial) => ibanOf('AT', `99999${pad(serial, 11)}`),
  workerFacts: (dice) => ({
    ...(dice.chance(40) && { familyBonus: { minorsHalf: someChildren(dice) } }),
    ...(dice.chance(15) && { commuting: { allowance: 'large', kilometres: dice.integer(12, 55) } }),
  }),
  terms: (dice, { sector, kind, days, region }) => ({
    land: region.code,
    ...(kind === 'monthly'
      ? { contract: 'continuous', specialPay: 'set-aside', leave: 'set-aside' }
      : sector === 'other' && dice.chance(25)
        ? { status: 'free-contract', contract: 'short' }
        : { contract: days === 1 ? 'casual' : 'short', specialPay: 'included' }),
  }),
  hiringDays: [1, 10],
}

/** Serial, check digit, day, month and year; a remainder of ten is not given out. */
function svNumberOf(serial: number, born: string): string | undefined {
  const check = weightedSum(`${serial}0${born}`, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11
  return check === 10 ? undefined : `${serial}${check}${born}`
}
