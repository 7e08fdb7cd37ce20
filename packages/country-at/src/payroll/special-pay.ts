import type { Minor, PayslipLine } from '@samen/core/country'
import type { FixedBand } from '../parameters/special-pay.ts'
import { least, notNegative, part } from './arithmetic.ts'
import type { Law } from './law.ts'
import type { Prepared } from './prepare.ts'
import type { AustrianSituation, YearTotals } from './situation.ts'

/** How a special payment is taxed. */
export interface SpecialTax {
  /** One sixth of the year's current pay so far, projected to the year. */
  readonly sixth: Minor
  /** Gross within the sixth. */
  readonly favoured: Minor
  /** The same after contributions, up to the end of the fixed rates. */
  readonly net: Minor
  readonly tax: Minor
  /** The sixth is so small that nothing is due. */
  readonly exempt: boolean
  /** After contributions, taxed by the tariff together with the month's current pay. */
  readonly excess: Minor
}

/** Splits a special payment by the sixth of the year and taxes what lies within it (EStG § 67 (1), (2)). */
export function specialTax(
  situation: AustrianSituation,
  law: Law,
  p: Prepared,
  currentOfYear: Minor,
  daysOfYear: number,
  special: Minor,
  contributions: Minor,
): SpecialTax {
  const { year } = p
  const sixth = sixthOf(situation, currentOfYear, daysOfYear, special)
  const favoured = least(special, notNegative(sixth - year.special))
  const borne = favoured === special ? contributions : part(contributions, favoured, special)
  const within = favoured - borne
  const bands = law.tax.fixedBands
  const end = (bands[bands.length - 1] as FixedBand).upTo
  const net = least(within, notNegative(end - year.specialNet))
  const exempt = sixth <= law.tax.exemptSixth
  return {
    sixth,
    favoured,
    net,
    tax: exempt ? 0n : fixedTax(year.specialNet, net, bands),
    exempt,
    excess: special - contributions - net,
  }
}

/**
 * Current pay of the year so far, projected to the year by its days (a month has thirty), divided by six. Where nothing
 * was paid yet, the usual monthly wage; where that is not known, a payment of one month's wage.
 */
function sixthOf({ engagement }: AustrianSituation, current: Minor, days: number, special: Minor): Minor {
  if (days > 0) return part(current, 60n, BigInt(days))
  return 2n * (engagement.monthlyWage ?? special)
}

/** Tax of the bands on the slice from `before` to `before + net`, half up to the cent. */
export function fixedTax(before: Minor, net: Minor, bands: readonly FixedBand[]): Minor {
  let exact = 0n
  let floor = 0n
  const end = before + net
  for (const { upTo, rate } of bands) {
    const from = before > floor ? before : floor
    const to = end < upTo ? end : upTo
    if (to > from) exact += (to - from) * rate
    floor = upTo
  }
  return (exact + 5_000n) / 10_000n
}

/** The line of fixed tax on special pay within the sixth. */
export const specialTaxLine = (taxed: SpecialTax, year: YearTotals, law: Law): PayslipLine => ({
  code: 'wage-tax-special',
  kind: 'wage-tax',
  base: taxed.net,
  employee: taxed.tax,
  employer: 0n,
  authority: 'tax-office',
  why: taxed.exempt
    ? {
        rule: 'wage-tax-special-exempt',
        source: 'EStG § 67 (1)',
        inputs: { sixth: taxed.sixth, limit: law.tax.exemptSixth },
      }
    : {
        rule: 'wage-tax-special',
        source: 'EStG § 67 (1), (2)',
        inputs: {
          sixth: taxed.sixth,
          favoured: taxed.favoured,
          net: taxed.net,
          before: year.specialNet,
          tax: taxed.tax,
        },
      },
})
