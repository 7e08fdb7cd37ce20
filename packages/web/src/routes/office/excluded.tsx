import type { PayRunPreview } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../design/table.tsx'

/** Wages that cannot go out with the run, each with its reason. */
export function Excluded({ excluded }: { excluded: PayRunPreview['excluded'] }) {
  const { t } = useTranslation('office')
  return (
    <div className="notice warn">
      <strong>{t('excluded.title', { count: excluded.length })}</strong>
      <p className="small">{t('excluded.meaning')}</p>
      <DataTable
        caption={t('excluded.title', { count: excluded.length })}
        captionUnseen
        rows={excluded}
        rowKey={({ engagementId }) => engagementId}
        columns={[
          { id: 'job', head: t('excluded.job'), cell: ({ contractReference }) => contractReference },
          {
            id: 'reason',
            head: t('excluded.reason'),
            cell: ({ reason }) => t(`excluded.reasons.${reason}`, { defaultValue: reason }),
          },
          { id: 'detail', head: t('excluded.detail'), cell: ({ detail }) => <span lang="en">{detail}</span> },
        ]}
      />
    </div>
  )
}
