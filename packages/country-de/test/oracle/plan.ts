import { readFileSync } from 'node:fs'
import { parseAmount } from '@samen/core/country'
import { WAGE_TAX } from '../../src/parameters/wage-tax.ts'
import { lessShareBenefit, oneOffTax, papOf, periodTax } from '../../src/payroll/pap/index.ts'
import type { Facts, Period } from '../../src/payroll/pap/input.ts'

/** Inputs and answers of the official plan, by the plan's own names. */
export interface Row {
  readonly [name: string]: string
}

/** Rows of a data file in which each case is one text of values in the order of `columns`. */
export function rowsOf(file: URL): Row[] {
  const { columns, rows } = JSON.parse(readFileSync(file, 'utf8')) as { columns: string; rows: string[] }
  const names = columns.split(' ')
  return rows.map((row) => {
    const values = row.split(' ')
    return Object.fromEntries(names.map((name, index) => [name, values[index] as string]))
  })
}

const PAPS = new Map(WAGE_TAX.plan.series.map(({ value }) => [value.year, papOf(value)] as const))

/** Our answers to a row, by the plan's names. Inputs that the row leaves out are zero, as the plan has them. */
export function answered(year: number, row: Row): Record<string, string> {
  const cents = (name: string) => BigInt(row[name] ?? '0')
  const is = (name: string) => (row[name] ?? '0') !== '0'
  const pap = PAPS.get(year)
  if (!pap) throw new RangeError(`no plan of ${year}`)
  const facts: Facts = {
    taxClass: Number(row.STKL ?? '1'),
    factor: row.af === '0' ? 1000n : parseAmount(row.f ?? '1', 3),
    childAllowances: parseAmount(row.ZKF ?? '0', 1),
    church: is('R'),
    noPension: is('KRV'),
    noUnemployment: is('ALV'),
    supplement: parseAmount(row.KVZ ?? '0', 3),
    saxony: is('PVS'),
    childless: is('PVZ'),
    careChildren: cents('PVA'),
    private: Number(row.PKV ?? '0') as 0 | 1 | 2,
    privatePremium: cents('PKPV'),
    privateSubsidy: cents('PKPVAGZ'),
    allowance: cents('LZZFREIB'),
    addition: cents('LZZHINZU'),
    yearAllowance: cents('JFREIB'),
    yearAddition: cents('JHINZU'),
    ageYear: is('ALTER1') ? Number(row.AJAHR) : 0,
    pension: {
      pay: cents('VBEZ'),
      firstMonth: cents('VBEZM'),
      specials: cents('VBEZS'),
      since: Number(row.VJAHR ?? '0'),
      months: cents('ZMVB'),
      yearPay: cents('JVBEZ'),
      oneOff: cents('VBS'),
      deathGrant: cents('STERBE'),
    },
  }
  let ordinary: { tax: bigint; solidarity: bigint; churchBase: bigint } = periodTax(
    pap,
    facts,
    Number(row.LZZ ?? '1') as Period,
    cents('RE4'),
  )
  let oneOff = { tax: 0n, solidarity: 0n, churchBase: 0n }
  if (is('SONSTB') || is('MBV')) {
    const computed = oneOffTax(pap, facts, {
      pay: cents('SONSTB'),
      yearPay: cents('JRE4'),
      compensation: cents('SONSTENT'),
      yearCompensation: cents('JRE4ENT'),
      shareBenefit: cents('MBV'),
    })
    oneOff = computed
    if (computed.difference < 0n && is('MBV'))
      ordinary = lessShareBenefit(ordinary, computed.difference, facts.church)
  }
  return {
    LSTLZZ: `${ordinary.tax}`,
    SOLZLZZ: `${ordinary.solidarity}`,
    BK: `${ordinary.churchBase}`,
    STS: `${oneOff.tax}`,
    SOLZS: `${oneOff.solidarity}`,
    BKS: `${oneOff.churchBase}`,
  }
}
