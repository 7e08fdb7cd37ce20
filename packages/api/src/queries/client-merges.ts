import type { ClientMerge, MergePreview, MergeSide } from '@samen/core/client-merges'
import { formatAmount } from '@samen/core/country'
import type { z } from 'zod'
import type { clientMerge, mergePreview } from '../answers/client-merges.ts'

type Preview = z.infer<typeof mergePreview>

export const mergeAnswer = (merge: ClientMerge): z.infer<typeof clientMerge> => ({ ...merge })

export const previewAnswer = (
  { merged, into, takes, numbersDiffer }: MergePreview,
  currency: string,
): Preview => ({
  currency,
  merged: sideAnswer(merged),
  into: sideAnswer(into),
  takes: [...takes],
  numbersDiffer,
})

const sideAnswer = ({ owed, exposure, creditLimit, ...side }: MergeSide): Preview['into'] => ({
  ...side,
  owed: formatAmount(owed),
  exposure: formatAmount(exposure),
  creditLimit: formatAmount(creditLimit),
})
