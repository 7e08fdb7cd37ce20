import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { activitiesQuery } from '../../api/bookkeeping.ts'
import { ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'

/** One of the office's activities, with what each may spend; many are found by their name. */
export function ActivityChoice({
  value,
  onChange,
}: {
  value: string | null
  onChange: (id: string) => void
}) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug, currency } = useOffice()
  const [search, setSearch] = useState('')
  const activities = useQuery(activitiesQuery(slug, search.trim()))
  return (
    <>
      <TextInput label={t('equipment.searchActivity')} type="search" value={search} onChange={setSearch} />
      {activities.error && <ProblemNotice error={activities.error} onRetry={() => activities.refetch()} />}
      <ChoiceInput
        label={t('equipment.activity')}
        value={value}
        onChange={onChange}
        choices={(activities.data?.items ?? []).map(({ activityId, name, budget }) => ({
          id: activityId,
          label: name,
          detail: format.money(budget, currency),
        }))}
        isRequired
      />
    </>
  )
}
