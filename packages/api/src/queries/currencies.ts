import { formatRate } from '@samen/core/country'
import type { Conversion } from '@samen/core/rates'
import type { z } from 'zod'
import type { conversion } from '../answers/currencies.ts'

export const conversionAnswer = ({ currency, rate, on, source }: Conversion): z.infer<typeof conversion> => ({
  currency,
  rate: formatRate(rate, 6),
  rateOn: on,
  rateSource: source,
})
