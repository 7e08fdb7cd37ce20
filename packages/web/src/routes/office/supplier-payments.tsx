import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { download } from '../../api/download.ts'
import {
  discardSupplierPayments,
  prepareSupplierPayments,
  releaseSupplierPayments,
  supplierPaymentFileAddress,
  supplierPaymentsQuery,
} from '../../api/supplier-invoices.ts'
import { Button } from '../../design/button.tsx'
import { Badge, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'

/** Orders that pay supplier invoices: put together by one person, released by another. */
export function SupplierPayments() {
  const { t } = useTranslation('supplier-invoices')
  const format = useFormats()
  const office = useOffice()
  const client = useQueryClient()
  const orders = useQuery(supplierPaymentsQuery(office.slug))
  const acting = useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; said?: string }) => run(),
    onSuccess: async (_done, { said }) => {
      if (said) say(said)
      await client.invalidateQueries({ queryKey: ['office', office.slug] })
    },
  })
  const shown = (orders.data?.items ?? []).filter(({ state }) => state !== 'discarded')
  return (
    <div className="stack">
      <div className="row">
        <h2>{t('orders')}</h2>
        {office.may('staff', 'finance') && (
          <Button
            small
            isPending={acting.isPending}
            onPress={() =>
              acting.mutate({ run: () => prepareSupplierPayments(office.slug), said: t('preparedNow') })
            }
          >
            {t('prepare')}
          </Button>
        )}
      </div>
      <p className="small soft">{t('ordersMeaning')}</p>
      {orders.error && <ProblemNotice error={orders.error} onRetry={() => orders.refetch()} />}
      {acting.error && <ProblemNotice error={acting.error} />}
      {shown.length > 0 && (
        <DataTable
          caption={t('orders')}
          captionUnseen
          rows={shown}
          rowKey={({ supplierPaymentOrderId }) => supplierPaymentOrderId}
          columns={[
            { id: 'on', head: t('executeOn'), cell: ({ executeOn }) => format.day(executeOn) },
            {
              id: 'state',
              head: t('state'),
              cell: ({ state }) => (
                <Badge mood={state === 'released' ? 'good' : 'warn'}>{t(`orderStates.${state}`)}</Badge>
              ),
            },
            { id: 'by', head: t('preparedBy'), cell: ({ preparedBy }) => preparedBy },
            { id: 'released', head: t('releasedBy'), cell: ({ releasedBy }) => releasedBy ?? '–' },
            {
              id: 'count',
              head: t('transfers'),
              end: true,
              cell: ({ transfers }) => format.number(transfers),
            },
            {
              id: 'total',
              head: t('total'),
              end: true,
              cell: ({ total, currency }) => <b>{format.money(total, currency)}</b>,
            },
            {
              id: 'act',
              head: <span className="unseen">{t('release')}</span>,
              label: '',
              end: true,
              cell: ({ supplierPaymentOrderId: id, state, mayRelease, paymentFileId }) => (
                <span className="row">
                  {mayRelease && (
                    <Button
                      small
                      onPress={() =>
                        acting.mutate({
                          run: () => releaseSupplierPayments(office.slug, id),
                          said: t('releasedNow'),
                        })
                      }
                    >
                      {t('release')}
                    </Button>
                  )}
                  {state === 'prepared' && (
                    <Button
                      small
                      look="quiet"
                      onPress={() => acting.mutate({ run: () => discardSupplierPayments(office.slug, id) })}
                    >
                      {t('discard')}
                    </Button>
                  )}
                  {paymentFileId && (
                    <Button
                      small
                      look="quiet"
                      onPress={() =>
                        acting.mutate({
                          run: () => download(supplierPaymentFileAddress(office.slug, paymentFileId)),
                        })
                      }
                    >
                      {t('file')}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
    </div>
  )
}
