import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { intercompanyQuery } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { IntercompanyDialog } from './intercompany-dialog.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

/** What this office booked about others of the group. */
export function IntercompanyPage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const items = useInfiniteQuery(intercompanyQuery(office.slug))
  const [booking, setBooking] = useState(false)
  const rows = items.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page
      title={t('intercompany.title')}
      intro={t('intercompany.intro')}
      actions={
        office.may('finance') && <Button onPress={() => setBooking(true)}>{t('intercompany.book')}</Button>
      }
    >
      {items.error && <ProblemNotice error={items.error} onRetry={() => items.refetch()} />}
      {items.isPending && !items.error && <Loading heights={[240]} />}
      {items.data && rows.length === 0 && (
        <Empty title={t('intercompany.none')}>
          <p>{t('intercompany.noneNext')}</p>
        </Empty>
      )}
      {rows.length > 0 && (
        <DataTable
          caption={t('intercompany.items')}
          rows={rows}
          rowKey={({ intercompanyItemId }) => intercompanyItemId}
          columns={[
            {
              id: 'reference',
              head: t('intercompany.reference'),
              cell: ({ reference, description }) => (
                <>
                  {reference}
                  {description && (
                    <span className="small soft">
                      <br />
                      {description}
                    </span>
                  )}
                </>
              ),
            },
            {
              id: 'office',
              head: t('intercompany.counterparty'),
              cell: ({ counterparty }) => counterparty.toUpperCase(),
            },
            {
              id: 'kind',
              head: t('intercompany.kind'),
              cell: ({ kind, direction }) =>
                `${t(`intercompany.kinds.${kind}`)}, ${t(`intercompany.directions.${direction}`)}`,
            },
            { id: 'day', head: t('intercompany.day'), cell: ({ effectiveOn }) => format.day(effectiveOn) },
            {
              id: 'amount',
              head: t('intercompany.amount'),
              end: true,
              cell: ({ amount, currency }) => <b>{format.money(amount, currency)}</b>,
            },
          ]}
        />
      )}
      <More list={items} />
      {booking && <IntercompanyDialog onClose={() => setBooking(false)} />}
    </Page>
  )
}
