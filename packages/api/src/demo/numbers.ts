import { digitsModulo } from '@samen/core/country'

/*
 * Numbers that pass every check and belong to nobody: serials, banks, communes and register ranges that are not given
 * out. Which digits are check digits is what the country packages say too; they judge every number made here.
 */

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0')

/** IBAN of a country from its account part (digits only). */
function ibanOf(country: string, account: string): string {
  const letters = [...country].map((letter) => letter.charCodeAt(0) - 55).join('')
  return `${country}${pad(98 - digitsModulo(`${account}${letters}00`, 97), 2)}${account}`
}

/** NISS: day of birth, a serial from 900 on (odd for men), and 97 less the remainder. */
export function belgianPerson(birthDate: string, sex: 'f' | 'm', nth: number): string {
  const serial = 901 + 2 * (nth % 48) - (sex === 'f' ? 1 : 0)
  const body = birthDate.slice(2).replaceAll('-', '') + pad(serial, 3)
  const check = 97 - digitsModulo(birthDate >= '2000' ? `2${body}` : body, 97)
  return body + pad(check, 2)
}

/** Enterprise numbers of the range 0999, which is not reached yet. */
export function belgianCompany(serial: number): string {
  const body = `0999${pad(serial, 4)}`
  return body + pad(97 - digitsModulo(body, 97), 2)
}

/** Accounts of the bank 999, which there is not. */
export function belgianIban(serial: number): string {
  const body = `999${pad(serial, 7)}`
  return ibanOf('BE', body + pad(digitsModulo(body, 97) || 97, 2))
}

/** NIR: sex, year, month, Paris, commune 999, which there is not, a serial and the key. */
export function frenchPerson(birthDate: string, sex: 'f' | 'm', nth: number): string {
  const body = `${sex === 'm' ? 1 : 2}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}75999${pad(1 + (nth % 999), 3)}`
  return body + pad(97 - digitsModulo(body, 97), 2)
}

/** SIREN beginning with 999, check digit by Luhn. */
export function frenchCompany(serial: number): string {
  const body = `999${pad(serial, 5)}`
  let sum = 0
  for (const [index, digit] of [...body].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return `${body}${(10 - (sum % 10)) % 10}`
}

export const frenchVat = (siren: string): string =>
  `FR${pad((12 + 3 * digitsModulo(siren, 97)) % 97, 2)}${siren}`

/** Accounts of bank and branch 99999, with the key of the RIB. */
export function frenchIban(serial: number): string {
  const account = `9999999999${pad(serial, 11)}`
  return ibanOf('FR', account + pad(97 - digitsModulo(`${account}00`, 97), 2))
}
