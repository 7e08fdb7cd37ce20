import type { FundRules, FundsOverview } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { today } from '../../shell/hooks.ts'

export type Fund = FundsOverview['funds'][number]

/** A fund's name in the reader's language; an office's own fund is called as the office called it. */
export function useFundName(): (fund: Pick<Fund, 'code' | 'name'>) => string {
  const { t } = useTranslation()
  return ({ code, name }) => (code === 'custom' ? name : t(`fundNames.${code}`, { defaultValue: name }))
}

/** The rule in force today. */
export const ruleToday = ({ rules }: FundRules) =>
  [...rules].sort((a, b) => a.from.localeCompare(b.from)).findLast(({ from }) => from <= today())
