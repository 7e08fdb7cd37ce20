/**
 * The figures of one year's programme flow plan (Programmablaufplan, PAP). Whole euros as the plan prints them, but where
 * the name says otherwise. The names in brackets are the plan's.
 */
export interface Plan {
  readonly year: number
  /** Basic allowance (GFB), and the upper ends of the tariff's second, third and fourth zone. */
  readonly basicAllowance: bigint
  readonly zone2End: bigint
  readonly zone3End: bigint
  readonly zone4End: bigint
  /** Coefficients of the tariff in hundredths (EStG § 32a (1)). */
  readonly zone2Square: bigint
  readonly zone3Square: bigint
  readonly zone3Constant: bigint
  readonly zone4Constant: bigint
  readonly zone5Constant: bigint
  /** Bounds of classes V and VI (W1STKL5, W2STKL5, W3STKL5). */
  readonly class5Bounds: readonly [bigint, bigint, bigint]
  /** Whether the two halves of classes V and VI are cut to whole euros (from 2026) or to cents. */
  readonly class5WholeEuros: boolean
  /** Exemption limit of the solidarity surcharge (SOLZFREI). */
  readonly solidarityLimit: bigint
  /** Child allowance of a full child (KFB). */
  readonly childAllowance: bigint
  /** Ceilings a year of pension and unemployment (BBGRV, BBGRVALV) and of health and care (BBGKVPV). */
  readonly pensionCeiling: bigint
  readonly healthCeiling: bigint
  /** Worker's rates in hundred-thousandths. */
  readonly pensionRate: bigint
  readonly unemploymentRate: bigint
  readonly healthRate: bigint
  readonly careRate: bigint
  readonly careRateSaxony: bigint
  readonly careChildless: bigint
  readonly carePerChild: bigint
  /** Employer's rates in hundred-thousandths, which 2025 takes off private premiums: health with average supplement, care. */
  readonly healthRateEmployer: bigint
  readonly careRateEmployer: bigint
  readonly careRateEmployerSaxony: bigint
  /** Social deduction: the minimum of 12 % (until 2025), or unemployment within a maximum (from 2026). */
  readonly deduction: 'twelve-percent' | 'unemployment'
  readonly deductionMaximum: bigint
  readonly deductionMaximumClass3: bigint
  readonly workCosts: bigint
  readonly pensionCosts: bigint
  readonly specialCosts: bigint
  readonly singleParent: bigint
}

/**
 * Reliefs that fade with the year of birth or of the first pension (EStG § 19 (2), § 24a); index 1 is 2005 and earlier, 54
 * is 2058 and later. Rates in thousandths, caps in euros.
 */
export interface Fading {
  /** TAB1 and TAB4. */
  readonly rate: readonly bigint[]
  /** TAB2: cap of the pension relief. */
  readonly pensionCap: readonly bigint[]
  /** TAB3: supplement to the pension relief. */
  readonly pensionSupplement: readonly bigint[]
  /** TAB5: cap of the age relief. */
  readonly ageCap: readonly bigint[]
}

/** The four tables from their first values: 40 steps to 2040 were shortened by the Act of 2024 to 54 steps to 2058. */
export const FADING: Fading = Object.freeze({
  rate: fading(400n, 16n, 4n),
  pensionCap: fading(3000n, 120n, 30n),
  pensionSupplement: fading(900n, 36n, 9n),
  ageCap: fading(1900n, 76n, 19n),
})

/** Sixteen values down by `step` to 2020, two by half of it, then down by a quarter until nothing is left. */
function fading(first: bigint, step: bigint, last: bigint): readonly bigint[] {
  const values = [0n, first]
  for (let index = 2; index <= 16; index++) values.push((values[index - 1] as bigint) - step)
  for (let index = 17; index <= 18; index++) values.push((values[index - 1] as bigint) - step / 2n)
  for (let index = 19; index <= 54; index++) values.push((values[index - 1] as bigint) - last)
  return Object.freeze(values)
}

/** Row of the fading tables for a year. */
export const fadingRow = (year: number): number => (year < 2006 ? 1 : year < 2058 ? year - 2004 : 54)
