import type { FundsOverview } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { today } from '../../shell/hooks.ts'

export type Fund = FundsOverview['funds'][number]

/** A fund's name in the reader's language; an office's own fund is called as the office called it. */
export function useFundName(): (fund: Pick<Fund, 'code' | 'name'>) => string {
  const { t } = useTranslation()
  return ({ code, name }) => (code === 'custom' ? name : t(`fundNames.${code}`, { defaultValue: name }))
}

/** Of dated rules, the one in force today. */
export const inForce = <Rule extends { from: string }>(rules: readonly Rule[]): Rule | undefined =>
  [...rules].sort((a, b) => a.from.localeCompare(b.from)).findLast(({ from }) => from <= today())
