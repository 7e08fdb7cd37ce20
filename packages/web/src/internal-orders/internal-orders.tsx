import type { InternalOrder } from '@samen/api/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type InternalOrderStep, internalOrdersQuery, type Portal } from '../api/internal-orders.ts'
import { Button } from '../design/button.tsx'
import { Badge, Empty, Loading, type Mood, ProblemNotice } from '../design/feedback.tsx'
import { DataTable } from '../design/table.tsx'
import { useFormats } from '../i18n/format.ts'
import { StepDialog } from './step-dialog.tsx'

const MOODS = {
  offered: 'warn',
  accepted: 'brand',
  declined: 'plain',
  withdrawn: 'plain',
  delivered: 'warn',
  settled: 'good',
  returned: 'plain',
} as const satisfies Record<InternalOrder['state'], Mood>

/** Internal orders, where each stands, and the steps whoever looks may take. */
export function InternalOrders({
  portal,
  slug,
  maySteps,
}: {
  portal: Portal
  slug: string
  maySteps: boolean
}) {
  const { t } = useTranslation('internal-orders')
  const format = useFormats()
  const orders = useInfiniteQuery(internalOrdersQuery(portal, slug))
  const [taking, setTaking] = useState<{ order: InternalOrder; step: InternalOrderStep }>()
  const rows = orders.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      {orders.error && <ProblemNotice error={orders.error} onRetry={() => orders.refetch()} />}
      {orders.isPending && !orders.error && <Loading heights={[240]} />}
      {orders.data && rows.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneNext')}</p>
        </Empty>
      )}
      {rows.length > 0 && (
        <DataTable
          caption={t('title')}
          captionUnseen
          rows={rows}
          rowKey={({ internalOrderId }) => internalOrderId}
          columns={[
            {
              id: 'work',
              head: t('work'),
              cell: ({ title, offeredOn }) => (
                <span>
                  {title}
                  <br />
                  <span className="soft small">{format.shortDay(offeredOn)}</span>
                </span>
              ),
            },
            { id: 'seller', head: t('seller'), cell: ({ seller }) => seller.name },
            { id: 'buyer', head: t('buyer'), cell: ({ buyer }) => buyer.name },
            {
              id: 'state',
              head: t('state'),
              cell: ({ state, steps }) => {
                const why = steps.findLast(({ reason }) => reason !== '')?.reason
                return (
                  <span>
                    <Badge mood={MOODS[state]}>{t(`states.${state}`)}</Badge>
                    {why && (
                      <>
                        <br />
                        <span className="small">{why}</span>
                      </>
                    )}
                  </span>
                )
              },
            },
            {
              id: 'amount',
              head: t('amount'),
              end: true,
              cell: ({ amount, currency }) => <b>{format.money(amount, currency)}</b>,
            },
            {
              id: 'steps',
              head: <span className="unseen">{t('next')}</span>,
              label: '',
              end: true,
              cell: (order) =>
                maySteps &&
                order.next.map((step) => (
                  <Button
                    key={step}
                    small
                    look="quiet"
                    aria-label={t('stepOf', { step: t(`steps.${step}.do`), title: order.title })}
                    onPress={() => setTaking({ order, step })}
                  >
                    {t(`steps.${step}.do`)}
                  </Button>
                )),
            },
          ]}
        />
      )}
      {orders.hasNextPage && (
        <div>
          <Button look="quiet" isPending={orders.isFetchingNextPage} onPress={() => orders.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {taking && <StepDialog portal={portal} slug={slug} {...taking} onClose={() => setTaking(undefined)} />}
    </>
  )
}
