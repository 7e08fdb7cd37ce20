import { amount } from '@samen/core/country'
import { z } from 'zod'
import { count } from './quantities.ts'

/** What the law asks about a student's engagement. */
export const student = z.strictObject({
  hours: count(744).optional().meta({
    description:
      'Whole hours worked for this pay, as in Dimona: a begun hour counts, paid holidays and sickness do not. When absent: the hours of the days paid, rounded up',
  }),
  hoursElsewhere: count(8784).default(0).meta({
    description:
      'Hours of the year’s quota used or reserved at other employers, as the student’s Student@work certificate says',
  }),
})

/** What the law asks about a flexi-job. */
export const flexi = z.strictObject({
  pensioner: z.boolean().default(false).meta({
    description:
      'Draws a pension in the sense of the flexi-job act: no tax-free ceiling and no main job needed',
  }),
  hourlyScale: amount.optional().meta({
    description:
      'Gross wage per hour of the sector’s scale for the function; the national minimum per hour when absent',
  }),
})

/** What the law asks about an amateur-arts allowance. */
export const amateur = z.strictObject({
  travel: amount.prefault('0').meta({ description: 'Part of this pay that refunds proven travel' }),
  daysElsewhere: count(366).default(0).meta({
    description:
      'Days of the year already paid by allowance by other principals, as Working in the Arts shows them',
  }),
  principalTotal: amount.optional().meta({
    description:
      'Allowances this principal granted in the calendar year so far, to all artists, without travel and without this pay; taken to lie above the threshold of the contribution when absent',
  }),
})
