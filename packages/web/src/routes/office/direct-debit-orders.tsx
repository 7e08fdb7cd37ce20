import type { DirectDebitOrder } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  directDebitFileAddress,
  directDebitsQuery,
  discardDirectDebits,
  refuseDirectDebits,
  releaseDirectDebits,
} from '../../api/direct-debits.ts'
import { Button } from '../../design/button.tsx'
import { Badge, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

/** Collections that were put together, and what became of them. */
export function DirectDebitOrders() {
  const { t } = useTranslation('direct-debits')
  const format = useFormats()
  const { slug, currency, may } = useOffice()
  const client = useQueryClient()
  const orders = useQuery(directDebitsQuery(slug))
  const [refused, setRefused] = useState<DirectDebitOrder>()
  const acting = useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; said: string }) => run(),
    onSuccess: async (_done, { said }) => {
      say(said)
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const shown = (orders.data?.items ?? []).filter(({ state }) => state !== 'discarded')
  if (shown.length === 0)
    return orders.error && <ProblemNotice error={orders.error} onRetry={() => orders.refetch()} />
  const mayRefuse = ({ state, debits, collected, failed }: DirectDebitOrder) =>
    state === 'released' && collected + failed < debits && may('staff', 'approver', 'finance')
  return (
    <div className="stack">
      {acting.error && <ProblemNotice error={acting.error} />}
      <DataTable
        caption={t('orders')}
        rows={shown}
        rowKey={({ directDebitOrderId }) => directDebitOrderId}
        columns={[
          { id: 'on', head: t('collectOn'), cell: ({ collectOn }) => format.day(collectOn) },
          {
            id: 'state',
            head: t('state'),
            cell: ({ state, collected, failed, debits }) => (
              <span className="row">
                <Badge mood={state === 'released' ? 'good' : 'warn'}>{t(`orderStates.${state}`)}</Badge>
                {state === 'released' && (
                  <span className="small">{t('became', { collected, failed, debits })}</span>
                )}
              </span>
            ),
          },
          { id: 'by', head: t('preparedBy'), cell: ({ preparedBy }) => preparedBy },
          { id: 'released', head: t('releasedBy'), cell: ({ releasedBy }) => releasedBy ?? '–' },
          {
            id: 'total',
            head: t('amount'),
            end: true,
            cell: ({ total }) => <b>{format.money(total, currency)}</b>,
          },
          {
            id: 'act',
            head: <span className="unseen">{t('action')}</span>,
            label: '',
            end: true,
            cell: (order) => (
              <span className="row">
                {order.mayRelease && (
                  <Button
                    small
                    isPending={acting.isPending}
                    onPress={() =>
                      acting.mutate({
                        run: () => releaseDirectDebits(slug, order.directDebitOrderId),
                        said: t('releasedNow'),
                      })
                    }
                  >
                    {t('release')}
                  </Button>
                )}
                {order.state === 'prepared' && may('staff', 'approver', 'finance') && (
                  <Button
                    small
                    look="quiet"
                    onPress={() =>
                      acting.mutate({
                        run: () => discardDirectDebits(slug, order.directDebitOrderId),
                        said: t('discardedNow'),
                      })
                    }
                  >
                    {t('discard')}
                  </Button>
                )}
                {order.state === 'released' && may('staff', 'approver', 'finance') && (
                  <a
                    className="button quiet small"
                    href={directDebitFileAddress(slug, order.directDebitOrderId)}
                    download
                  >
                    {t('file')}
                  </a>
                )}
                {mayRefuse(order) && (
                  <Button small look="quiet" onPress={() => setRefused(order)}>
                    {t('refuse')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {refused && (
        <ReasonDialog
          title={t('refuse')}
          meaning={t('refuseMeaning')}
          confirm={t('refuse')}
          done={t('refusedNow')}
          onConfirm={(reason) => refuseDirectDebits(slug, refused.directDebitOrderId, reason)}
          onClose={() => setRefused(undefined)}
        />
      )}
    </div>
  )
}
