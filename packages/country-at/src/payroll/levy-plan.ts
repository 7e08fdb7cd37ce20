import type { Rate, Why } from '@samen/core/country'
import type { Land } from '../parameters/levies.ts'
import { hundredths } from './arithmetic.ts'
import type { SocialLaw } from './law.ts'

/** One duty of the employer on all wages, without ceiling. */
export interface Levy {
  readonly code: string
  readonly rate: Rate
  readonly hundredths: bigint
  readonly authority: string
  /** Whether the allowance of a small payroll applies. */
  readonly allowance: boolean
  readonly why: Why
}

export interface LevyPlan {
  readonly levies: readonly Levy[]
  /** Sum of the rates in hundredths of a percent. */
  readonly total: bigint
}

export interface LevyProfile {
  readonly severanceFund: boolean
  /** Above the age of family fund and surcharge. */
  readonly noFamilyFund: boolean
  readonly disabled: boolean
  readonly chamberMember: boolean
  readonly land: Land
}

export const levyKey = (p: LevyProfile, landIndex: number): number =>
  (p.severanceFund ? 1 : 0) |
  (p.noFamilyFund ? 2 : 0) |
  (p.disabled ? 4 : 0) |
  (p.chamberMember ? 8 : 0) |
  (landIndex << 4)

export function levyPlan(p: LevyProfile, law: SocialLaw): LevyPlan {
  const levies: Levy[] = []
  if (p.severanceFund)
    levies.push(levy('severance-fund', law.severanceFund, 'severance-fund', 'BMSVG § 6 (1)', false))
  if (!p.disabled && !p.noFamilyFund) {
    levies.push(levy('family-fund', law.familyFund, 'tax-office', 'FLAG § 41', true))
    if (p.chamberMember)
      levies.push(
        levy('chamber-surcharge', law.chamberSurcharge[p.land], 'tax-office', 'WKG § 122 (7), (8)', true),
      )
  }
  if (!p.disabled)
    levies.push(levy('municipal-tax', law.municipalTax, 'municipality', 'KommStG 1993 §§ 5, 9', true))
  return Object.freeze({
    levies: Object.freeze(levies),
    total: levies.reduce((sum, one) => sum + one.hundredths, 0n),
  })
}

const levy = (code: string, rate: Rate, authority: string, source: string, allowance: boolean): Levy =>
  Object.freeze({
    code,
    rate,
    hundredths: hundredths(rate),
    authority,
    allowance,
    why: Object.freeze({ rule: code, source }),
  })
