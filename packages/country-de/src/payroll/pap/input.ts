/**
 * What the programme flow plan asks, under English names with the plan's own in brackets. Amounts in cents. The pay itself
 * (RE4 or SONSTB) is given beside it.
 */
export interface Facts {
  /** Tax class 1 to 6 (STKL). */
  readonly taxClass: number
  /** Factor of class IV in thousandths, 1000n without (f). */
  readonly factor: bigint
  /** Child allowances in tenths (ZKF). */
  readonly childAllowances: bigint
  /** Church member (R > 0). */
  readonly church: boolean
  /** Not in the pension scheme (KRV = 1), not in unemployment insurance (ALV = 1). */
  readonly noPension: boolean
  readonly noUnemployment: boolean
  /** Rate of health supplement, in thousandths of a percent (KVZ). */
  readonly supplement: bigint
  /** Saxony (PVS), surcharge of the childless (PVZ), reductions for children (PVA). */
  readonly saxony: boolean
  readonly childless: boolean
  readonly careChildren: bigint
  /** Private insurance: none, without or with an employer subsidy (PKV 0, 1, 2). */
  readonly private: 0 | 1 | 2
  /** Monthly private premium for basic cover (PKPV) and the employer's monthly subsidy to it (PKPVAGZ). */
  readonly privatePremium: bigint
  readonly privateSubsidy: bigint
  /** Allowance and addition of the pay period (LZZFREIB, LZZHINZU) and of the year (JFREIB, JHINZU). */
  readonly allowance: bigint
  readonly addition: bigint
  readonly yearAllowance: bigint
  readonly yearAddition: bigint
  /** Calendar year after the 64th birthday, 0 where the age relief is not due (ALTER1, AJAHR). */
  readonly ageYear: number
  readonly pension: PensionFacts
}

/** Pensions of former employers (Versorgungsbezüge). */
export interface PensionFacts {
  /** Part of the pay (VBEZ), of the first month (VBEZM), special payments (VBEZS). */
  readonly pay: bigint
  readonly firstMonth: bigint
  readonly specials: bigint
  /** Year of the first pension (VJAHR) and months paid, for a yearly period (ZMVB). */
  readonly since: number
  readonly months: bigint
  /** Part of the year's pay (JVBEZ), of the one-off payment (VBS), and death grant in it (STERBE). */
  readonly yearPay: bigint
  readonly oneOff: bigint
  readonly deathGrant: bigint
}

export const NO_PENSION: PensionFacts = Object.freeze({
  pay: 0n,
  firstMonth: 0n,
  specials: 0n,
  since: 0,
  months: 0n,
  yearPay: 0n,
  oneOff: 0n,
  deathGrant: 0n,
})

/** Pay period (LZZ): year, month, week or day. */
export type Period = 1 | 2 | 3 | 4

/** A one-off payment (sonstiger Bezug) and what the plan asks with it. */
export interface OneOff {
  /** The payment (SONSTB). */
  readonly pay: bigint
  /** Expected pay of the year without it (JRE4). */
  readonly yearPay: bigint
  /** Compensations in the payment (SONSTENT) and in the year's pay (JRE4ENT), which bear no contributions. */
  readonly compensation: bigint
  readonly yearCompensation: bigint
  /** Untaxed benefit of employee shares (MBV). */
  readonly shareBenefit: bigint
}

/** What the plan answers, in cents. */
export interface Tax {
  /** Wage tax (LSTLZZ, STS), solidarity surcharge (SOLZLZZ, SOLZS), base of church tax (BK, BKS). */
  readonly tax: bigint
  readonly solidarity: bigint
  readonly churchBase: bigint
}
