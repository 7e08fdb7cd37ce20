import type { GroupMonth } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askGroupReopening, closeGroupMonth, groupMonthsQuery, reopeningsQuery } from '../../api/group.ts'
import { Button } from '../../design/button.tsx'
import { Badge, Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { periodsUpTo, previousPeriod } from '../../shell/period.ts'
import { MonthDialog } from './month-dialog.tsx'
import { Reopenings } from './reopenings.tsx'

/** The months of the group: closed, opened again by two people, restated by packs that came since. */
export function MonthsPage() {
  const { t } = useTranslation('group-months')
  const [asked, setAsked] = useState<'close' | 'reopen'>()
  const months = useQuery(groupMonthsQuery)
  const reopenings = useQuery(reopeningsQuery)
  const failed = [months, reopenings].find(({ error }) => error)
  const close = () => setAsked(undefined)
  const closed = months.data?.filter(({ isOpen }) => !isOpen).map(({ period }) => period) ?? []
  const isAsked = reopenings.data?.some(({ state }) => state === 'asked')
  const over = periodsUpTo(previousPeriod(today().slice(0, 7)), 14)
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        months.data && (
          <>
            <Button onPress={() => setAsked('close')}>{t('close')}</Button>
            {closed.length > 0 && !isAsked && (
              <Button look="quiet" onPress={() => setAsked('reopen')}>
                {t('reopen')}
              </Button>
            )}
          </>
        )
      }
    >
      {failed?.error && <ProblemNotice error={failed.error} onRetry={() => failed.refetch()} />}
      {!(months.data && reopenings.data) && !failed && <Loading heights={[120, 320]} />}
      {reopenings.data && reopenings.data.length > 0 && <Reopenings items={reopenings.data} />}
      {months.data?.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneNext')}</p>
        </Empty>
      )}
      {months.data && months.data.length > 0 && <ClosedMonths months={months.data} />}
      {asked === 'close' && (
        <MonthDialog
          title={t('close')}
          meaning={t('closeMeaning')}
          confirm={t('closeYes')}
          done={t('closed')}
          periods={over.filter((period) => !closed.includes(period))}
          onConfirm={({ period }) => closeGroupMonth(period)}
          onClose={close}
        />
      )}
      {asked === 'reopen' && (
        <MonthDialog
          title={t('reopen')}
          meaning={t('reopenMeaning')}
          confirm={t('reopenYes')}
          done={t('said.asked')}
          periods={closed}
          needsReason
          onConfirm={askGroupReopening}
          onClose={close}
        />
      )}
    </Page>
  )
}

function ClosedMonths({ months }: { months: readonly GroupMonth[] }) {
  const { t } = useTranslation('group-months')
  const format = useFormats()
  return (
    <DataTable
      caption={t('list')}
      rows={months}
      rowKey={({ period }) => period}
      columns={[
        {
          id: 'month',
          head: t('month'),
          cell: ({ period }) => (
            <Link to="/group" search={{ period }}>
              {format.month(period)}
            </Link>
          ),
        },
        {
          id: 'state',
          head: t('state'),
          cell: ({ isOpen }) => (
            <Badge mood={isOpen ? 'warn' : 'good'}>{t(isOpen ? 'states.open' : 'states.closed')}</Badge>
          ),
        },
        {
          id: 'restated',
          head: t('restated'),
          cell: ({ period, restatedBy }) =>
            restatedBy.length === 0 ? (
              '–'
            ) : (
              <Link to="/group/comparison" search={{ period }}>
                {restatedBy.map((slug) => slug.toUpperCase()).join(', ')}
              </Link>
            ),
        },
        { id: 'by', head: t('closedBy'), cell: ({ closedBy }) => closedBy },
        { id: 'at', head: t('closedAt'), cell: ({ closedAt }) => format.moment(closedAt) },
      ]}
    />
  )
}
