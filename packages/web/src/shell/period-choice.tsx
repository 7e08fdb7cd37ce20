import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../design/field.tsx'
import { useFormats } from '../i18n/format.ts'
import { today } from './hooks.ts'
import { periodsUpTo } from './period.ts'

/** Chooses the month a page is about; it stands in the address, so that a link leads to the same figures. */
export function PeriodChoice({ period }: { period: string }) {
  const { t } = useTranslation()
  const format = useFormats()
  const navigate = useNavigate()
  const periods = periodsUpTo(today().slice(0, 7), 24)
  if (!periods.includes(period)) periods.push(period)
  return (
    <ChoiceInput
      className="period"
      label={t('month')}
      value={period}
      onChange={(chosen) => navigate({ to: '.', search: { period: chosen } })}
      choices={periods.map((id) => ({ id, label: format.month(id) }))}
    />
  )
}
