import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findActivities, type Portal } from '../api/internal-orders.ts'
import { ProblemNotice } from '../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../design/field.tsx'

/** One of the office's activities, found by a part of its name. */
export function ActivitySearch({
  portal,
  slug,
  side,
  value,
  onChange,
  wrong,
}: {
  portal: Portal
  slug: string
  side: 'seller' | 'buyer'
  value: string | null
  onChange: (activityId: string) => void
  wrong?: ReactNode
}) {
  const { t } = useTranslation('internal-orders')
  const [typed, setTyped] = useState('')
  const search = typed.trim()
  const found = useQuery({
    queryKey: [portal, slug, 'internal-orders', 'activities', search],
    queryFn: () => findActivities(portal, slug, search),
    enabled: search.length >= 2,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <TextInput
        label={t(`find.${side}`)}
        help={t('find.help')}
        type="search"
        value={typed}
        onChange={setTyped}
      />
      {found.error && <ProblemNotice error={found.error} onRetry={() => found.refetch()} />}
      <ChoiceInput
        label={t(side)}
        value={value}
        onChange={onChange}
        choices={(found.data?.items ?? []).map(({ activityId, name }) => ({ id: activityId, label: name }))}
        isRequired
        wrong={wrong}
      />
    </>
  )
}
