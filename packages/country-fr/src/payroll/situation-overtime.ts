import { amount, type Minor, percentage, type Rate } from '@samen/core/country'
import { z } from 'zod'

/** Hours with at most two decimals, as a payslip prints them. */
export const hours = (most: number) =>
  z
    .number()
    .min(0)
    .max(most)
    .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, {
      message: 'hours have at most two decimals',
    })

const premium = percentage
  .refine((rate) => rate.numerator * 10n >= rate.denominator, {
    message: 'an agreement’s premium is at least 10 % (Code du travail L3121-33, L3123-21)',
  })
  .optional()

/** Hours beyond the legal week, or of a part-time worker beyond the contract's. */
export const overtime = z
  .strictObject({
    hours: hours(99).default(0).meta({
      description:
        'The 36th to 43rd hour of each week; for part time, complementary hours within a tenth of the contract’s',
    }),
    moreHours: hours(99).default(0).meta({
      description: 'From the 44th hour of a week; for part time, complementary hours beyond that tenth',
    }),
    premium: premium.meta({
      description: 'Premium of `hours` in percent by agreement; 25 when absent, 10 for part time',
    }),
    morePremium: premium.meta({
      description: 'Premium of `moreHours` in percent by agreement; 50 when absent, 25 for part time',
    }),
    pay: amount.optional().meta({
      description:
        'Pay of all these hours with their premiums, contained in the gross; the gross is shared by hours when absent',
    }),
  })
  .refine((value) => value.hours + value.moreHours > 0, {
    path: ['hours'],
    message: 'state the hours worked beyond, or leave overtime out',
  })

export type OvertimeHours = z.infer<typeof overtime>

interface WithOvertime {
  readonly status: string
  readonly fees?: number | undefined
  readonly weeklyHours: number
  readonly overtime?: OvertimeHours | undefined
}

/** Why an engagement cannot have the overtime it states; the field is named below `engagement`. */
export function overtimeProblem(
  engagement: WithOvertime,
): { readonly path: string[]; readonly message: string } | undefined {
  const { status, fees, weeklyHours } = engagement
  const extra = engagement.overtime
  if (!extra) return undefined
  if (status === 'cesa' || status === 'cape')
    return { path: ['overtime'], message: 'a CESA or CAPE has no working time, so no overtime' }
  if (fees !== undefined)
    return { path: ['overtime'], message: 'a fee (cachet) is not paid by the hour, so it has no overtime' }
  if (weeklyHours === 35) return undefined
  const month = (weeklyHours * 52) / 12
  if (extra.hours * 10 > month + 0.1)
    return {
      path: ['overtime', 'hours'],
      message: 'complementary hours beyond a tenth of the contract’s belong in moreHours',
    }
  if (extra.hours + extra.moreHours >= ((35 - weeklyHours) * 52) / 12)
    return {
      path: ['overtime', 'moreHours'],
      message: 'complementary hours must stay below the legal 35 hours a week (Code du travail L3123-9)',
    }
  return undefined
}

interface Payment {
  readonly pay: string
  readonly period: { readonly from: string; readonly to: string }
  readonly gross?: Minor | undefined
  readonly engagement: WithOvertime
}

/** Why a payment cannot contain the overtime it states; the field is named below `engagement`. */
export function overtimePaymentProblem(
  payment: Payment,
): { readonly path: string[]; readonly message: string } | undefined {
  const { pay, period, gross, engagement } = payment
  const extra = engagement.overtime
  if (!extra) return undefined
  if (pay !== 'ordinary' && pay !== 'part')
    return { path: ['overtime'], message: 'overtime is paid with ordinary pay, not beside it' }
  if (gross !== undefined && extra.pay !== undefined && extra.pay > gross)
    return { path: ['overtime', 'pay'], message: 'overtime pay is a part of the gross and cannot exceed it' }
  if (engagement.weeklyHours !== 35) return undefined
  // A pay period meets at most this many calendar weeks.
  const days = Number(period.to.slice(8)) - Number(period.from.slice(8)) + 1
  const weeks = Math.floor((days + 12) / 7)
  if (extra.hours > 8 * weeks)
    return { path: ['overtime', 'hours'], message: 'a week has eight hours from the 36th to the 43rd' }
  if (extra.hours + extra.moreHours > 13 * weeks)
    return {
      path: ['overtime', 'moreHours'],
      message: 'a week has at most 48 hours of work (Code du travail L3121-20)',
    }
  return undefined
}

/** `hours` as a whole number of hundredths. */
export const hundredths = (value: number): bigint => BigInt(Math.round(value * 100))

/** Hundredths of hours with two decimals, as a payslip prints them. */
export const hoursText = (value: bigint): string => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`

/** `1 + premium` as a fraction. */
export const withPremium = ({ numerator, denominator }: Rate): Rate => ({
  numerator: numerator + denominator,
  denominator,
})
