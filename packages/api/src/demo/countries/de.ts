import { ibanOf, pad } from '../numbers.ts'
import { type CountryProfile, someChildren } from './profile.ts'

export const germany: CountryProfile = {
  country: 'DE',
  slug: 'de',
  officeName: 'Samen Deutschland',
  workers: 1_000,
  turnover: 850_000_000n,
  prices: { unit: 1_000n, oneDay: [18, 44], aDay: [16, 30], month: [290, 470] },
  share: 5_000n,
  entity: {
    name: 'Samen eG',
    employerNumber: null,
    street: 'Allmendestraße 3',
    postCode: '12059',
    town: 'Berlin',
    timeZone: 'Europe/Berlin',
  },
  staff: {
    member: { givenName: 'Ottilie', familyName: 'Himmelreuther', language: 'de' },
    staff: { givenName: 'Hinnerk', familyName: 'Uhlenhorst', language: 'de' },
    approver: { givenName: 'Swantje', familyName: 'Weidenbaum', language: 'de' },
    finance: { givenName: 'Balthasar', familyName: 'Morgenrot', language: 'de' },
  },
  regions: [
    {
      code: 'BE',
      weight: 50,
      language: () => 'de',
      towns: [
        ['10245', 'Berlin'],
        ['10999', 'Berlin'],
        ['12047', 'Berlin'],
        ['13353', 'Berlin'],
      ],
    },
    {
      code: 'HH',
      weight: 15,
      language: () => 'de',
      towns: [
        ['20357', 'Hamburg'],
        ['22765', 'Hamburg'],
      ],
    },
    {
      code: 'NW',
      weight: 15,
      language: () => 'de',
      towns: [
        ['50823', 'Köln'],
        ['42103', 'Wuppertal'],
      ],
    },
    {
      code: 'SN',
      weight: 10,
      language: () => 'de',
      towns: [
        ['04277', 'Leipzig'],
        ['01099', 'Dresden'],
      ],
    },
    {
      code: 'BY',
      weight: 10,
      language: () => 'de',
      towns: [
        ['80469', 'München'],
        ['90429', 'Nürnberg'],
      ],
    },
  ],
  persons: () => {
    let made = 0
    return () => taxIdOf(made++)
  },
  // The federal form of a tax number in Berlin's office 99, which there is not.
  company: (serial) => `11990${pad(serial, 8)}`,
  vat: (company) => {
    const body = `999${company.slice(-5)}`
    return `DE${body}${mod1110(body)}`
  },
  // Accounts of the bank 99999999, which there is not.
  iban: (serial) => ibanOf('DE', `99999999${pad(serial, 10)}`),
  workerFacts: (dice) => {
    const children = dice.chance(35) ? someChildren(dice) : 0
    return {
      taxClass: dice.weighted([
        [1, 60],
        [4, 25],
        [3, 8],
        [5, 7],
      ]),
      church: dice.weighted([
        ['none', 65],
        ['ev', 20],
        ['rk', 15],
      ]),
      ...(children > 0 && { children, childAllowances: String(children / 2) }),
    }
  },
  terms: (dice, { sector, kind, days, region }) => ({
    land: region.code,
    ...(kind === 'monthly'
      ? { status: 'employee', contract: 'monthly' }
      : {
          // A job on the side, or one of many that are the worker's living.
          status: sector === 'other' && dice.chance(30) ? 'short-term' : 'unsteady',
          contract: days === 1 ? 'one-day' : 'several-day',
        }),
  }),
  hiringDays: [1, 10],
}

/** Check digit of ISO 7064, MOD 11,10. */
function mod1110(body: string): number {
  let product = 10
  for (const digit of body) product = (2 * ((Number(digit) + product) % 10 || 10)) % 11
  return (11 - product) % 10
}

/** Eleven digits that begin with 99, then each of the others once in the order of the n-th permutation, and the check digit. */
function taxIdOf(nth: number): string {
  const left = [...'012345678']
  // A stride without a common divisor with 9! spreads neighbours apart and still meets every permutation once.
  let rest = (nth * 104_729) % 362_880
  let body = '99'
  for (let count = 9; count > 1; count--) {
    body += left.splice(rest % count, 1)[0]
    rest = Math.floor(rest / count)
  }
  return `${body}${mod1110(body)}`
}
