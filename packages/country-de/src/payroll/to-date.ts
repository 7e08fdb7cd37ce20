import type { Minor } from '@samen/core/country'
import type { Charged } from './charge.ts'
import type { Prepared } from './prepare.ts'
import type { GermanSituation, ToDate } from './situation.ts'
import type { Withheld } from './wage-tax.ts'

/** The running totals after this payslip, as the worker's next situation states them. */
export function toDateOf(
  { period, toDate }: GermanSituation,
  p: Prepared,
  gross: Minor,
  charged: Charged,
  withheld: Withheld | undefined,
): ToDate {
  const ofMonth = p.sameMonth ? toDate : undefined
  const ofYear = p.sameYear ? toDate : undefined
  const newDays = p.oneOff ? 0 : p.monthDays - (ofMonth?.monthDays ?? 0)
  const whole = withheld?.wholeMonth === true
  const monthly = p.oneOff ? 0n : (ofMonth?.monthPay ?? 0n) + gross
  const totals: ToDate = {
    month: period.from.slice(0, 7),
    monthPay: (ofMonth?.monthPay ?? 0n) + gross,
    monthDays: p.oneOff ? (ofMonth?.monthDays ?? 0) : p.monthDays,
    monthHealth: (ofMonth?.monthHealth ?? 0n) + (p.oneOff ? 0n : charged.health),
    monthPension: (ofMonth?.monthPension ?? 0n) + (p.oneOff ? 0n : charged.pension),
    monthTaxable: (ofMonth?.monthTaxable ?? 0n) + (whole ? gross : 0n),
    monthTax: (ofMonth?.monthTax ?? 0n) + (whole ? withheld.tax : 0n),
    monthSolidarity: (ofMonth?.monthSolidarity ?? 0n) + (whole ? withheld.solidarity : 0n),
    monthChurch: (ofMonth?.monthChurch ?? 0n) + (whole ? withheld.church : 0n),
    lastPay: p.oneOff ? (toDate?.lastPay ?? 0n) : monthly,
    days: (ofYear?.days ?? 0) + newDays,
    health: (ofYear?.health ?? 0n) + charged.health,
    pension: (ofYear?.pension ?? 0n) + charged.pension,
    taxable: (ofYear?.taxable ?? 0n) + (withheld ? gross : 0n),
    tax: (ofYear?.tax ?? 0n) + (withheld?.tax ?? 0n),
    solidarity: (ofYear?.solidarity ?? 0n) + (withheld?.solidarity ?? 0n),
    church: (ofYear?.church ?? 0n) + (withheld?.church ?? 0n),
  }
  return p.previousYear ? { ...totals, previousYear: p.previousYear } : totals
}
