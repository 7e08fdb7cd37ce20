import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { monthsQuery } from '../../api/bookkeeping.ts'
import { closePeriod, closesQuery } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Badge, Empty, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { nextPeriod, previousPeriod } from '../../shell/period.ts'
import { MonthReview, Reopening } from './month-review.tsx'
import { useOffice } from './office-portal.tsx'

/** Months close in order; each closed month is a sealed pack the group receives. */
export function ClosePage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const closes = useQuery(closesQuery(office.slug))
  const months = useQuery(monthsQuery(office.slug))
  const items = closes.data?.items ?? []
  // A correction comes last, but may be of any month.
  const lastPack = items
    .map(({ period }) => period)
    .sort()
    .at(-1)
  const refused = items.find(({ refusal }) => refusal !== null)
  // A month that was opened again has its pack already, and is the next to close.
  const reopened = months.data?.items.findLast(
    ({ period, state }) => state !== 'closed' && items.some((pack) => pack.period === period),
  )?.period
  const lastClosed = months.data?.items.find(({ state }) => state === 'closed')?.period
  const due = reopened ?? (lastPack ? nextPeriod(lastPack) : previousPeriod(today().slice(0, 7)))
  const isOver = due < today().slice(0, 7)
  const closing = useMutation({
    mutationFn: () => closePeriod(office.slug, due),
    onSuccess: async () => {
      setAsking(false)
      say(t('close.done', { month: format.month(due) }))
      await client.invalidateQueries({ queryKey: ['office', office.slug] })
    },
  })
  return (
    <Page title={t('close.title')} intro={t('close.intro')}>
      {closes.error && <ProblemNotice error={closes.error} onRetry={() => closes.refetch()} />}
      {closes.isPending && !closes.error && <Loading heights={[120, 320]} />}
      {closes.data && (
        <section className="card waiting-run" aria-label={t('close.next')}>
          <div>
            <h2>{format.month(due)}</h2>
            <p className="soft">{isOver ? t('close.ready') : t('close.running')}</p>
          </div>
          {office.may('finance') ? (
            <Button isDisabled={!isOver} onPress={() => setAsking(true)}>
              {t('close.button', { month: format.month(due) })}
            </Button>
          ) : (
            <p className="small soft">{t('close.finance')}</p>
          )}
        </section>
      )}
      {closes.data && <MonthReview period={due} isOver={isOver} />}
      {lastClosed && <Reopening period={lastClosed} />}
      {closes.data && items.length === 0 && (
        <Empty title={t('close.none')}>
          <p>{t('close.noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('close.closed')}
          rows={items}
          rowKey={({ packNo }) => String(packNo)}
          columns={[
            { id: 'month', head: t('close.month'), cell: ({ period }) => format.month(period) },
            { id: 'pack', head: t('close.pack'), cell: ({ packNo }) => format.number(packNo) },
            { id: 'sealed', head: t('close.sealed'), cell: ({ sealedAt }) => format.moment(sealedAt) },
            {
              id: 'hash',
              head: t('close.hash'),
              cell: ({ hash }) => <code title={hash}>{hash.slice(0, 12)}</code>,
            },
            {
              id: 'delivered',
              head: t('close.delivered'),
              cell: ({ deliveredAt, receivedAt, refusal }) => {
                if (receivedAt) return t('close.received', { moment: format.moment(receivedAt) })
                if (deliveredAt) return format.moment(deliveredAt)
                return <Badge mood="warn">{t(refusal ? 'close.refused' : 'close.underWay')}</Badge>
              },
            },
          ]}
        />
      )}
      {refused && (
        <div className="notice bad">
          <strong>{t('close.refusedNotice', { month: format.month(refused.period) })}</strong>
          <p className="small" lang="en">
            {refused.refusal}
          </p>
        </div>
      )}
      {items[0] && items[0].warnings.length > 0 && (
        <div className="notice warn">
          <strong>{t('close.warnings', { month: format.month(items[0].period) })}</strong>
          <ul className="small" lang="en">
            {items[0].warnings.map(({ code, detail }) => (
              <li key={code}>{detail}</li>
            ))}
          </ul>
        </div>
      )}
      <Dialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        role="alertdialog"
        title={t('close.askTitle', { month: format.month(due) })}
      >
        <p>{t('close.ask')}</p>
        {closing.error && <ProblemNotice error={closing.error} />}
        <div className="actions">
          <Button look="quiet" onPress={() => setAsking(false)}>
            {t('actions.cancel')}
          </Button>
          <Button isPending={closing.isPending} onPress={() => closing.mutate()}>
            {t('close.button', { month: format.month(due) })}
          </Button>
        </div>
      </Dialog>
    </Page>
  )
}
