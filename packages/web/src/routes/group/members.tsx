import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { membersQuery } from '../../api/group.ts'
import { ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'

/** The offices of the group, where they run and by which key they sign. */
export function Members() {
  const { t } = useTranslation('group')
  const format = useFormats()
  const members = useQuery(membersQuery)
  if (members.error) return <ProblemNotice error={members.error} onRetry={() => members.refetch()} />
  if (!members.data || members.data.length === 0) return null
  return (
    <DataTable
      caption={t('members.title')}
      rows={members.data}
      rowKey={({ slug }) => slug}
      columns={[
        { id: 'office', head: t('figures.office'), cell: ({ name }) => name },
        { id: 'currency', head: t('members.currency'), cell: ({ currency }) => currency },
        {
          id: 'server',
          head: t('members.server'),
          cell: ({ hosted }) => (hosted ? t('members.here') : t('members.own')),
        },
        {
          id: 'key',
          head: t('members.key'),
          cell: ({ keyNo, fingerprint }) => (
            <>
              {format.number(keyNo)} <code title={fingerprint}>{fingerprint.slice(0, 9)}</code>
            </>
          ),
        },
        {
          id: 'since',
          head: t('members.since'),
          cell: ({ pairedAt, leftAt, lastPeriod }) => {
            if (leftAt) return t('members.left', { date: format.day(leftAt.slice(0, 10)) })
            if (lastPeriod) return t('members.woundUp', { month: format.month(lastPeriod) })
            return format.day(pairedAt.slice(0, 10))
          },
        },
      ]}
    />
  )
}
