import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { refusalsQuery } from '../../api/group.ts'
import { ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'

/** What the group did not take; the server's own sentence, with the account or pack it means, stands below the reason. */
export function Refusals() {
  const { t } = useTranslation('group')
  const format = useFormats()
  const refusals = useQuery(refusalsQuery)
  if (refusals.error) return <ProblemNotice error={refusals.error} onRetry={() => refusals.refetch()} />
  if (!refusals.data || refusals.data.length === 0) return null
  return (
    <section className="stack">
      <DataTable
        caption={t('refusals.title')}
        rows={refusals.data}
        rowKey={({ office, packNo, hash, problem }) => `${office} ${packNo} ${hash} ${problem}`}
        columns={[
          { id: 'office', head: t('refusals.office'), cell: ({ office }) => office.toUpperCase() },
          { id: 'month', head: t('packs.month'), cell: ({ period }) => format.month(period) },
          { id: 'pack', head: t('refusals.pack'), cell: ({ packNo }) => format.number(packNo) },
          {
            id: 'why',
            head: t('refusals.why'),
            cell: ({ problem, detail }) => (
              <>
                {t(`refusals.problems.${problem}`, { defaultValue: problem })}
                <br />
                <span className="small soft" lang="en">
                  {detail}
                </span>
              </>
            ),
          },
          {
            id: 'refused',
            head: t('refusals.refused'),
            cell: ({ refusedAt }) => format.moment(refusedAt),
          },
        ]}
      />
      <p className="soft">{t('refusals.intro')}</p>
    </section>
  )
}
