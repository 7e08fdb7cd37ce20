import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type DeliveryState,
  deliveriesQuery,
  deliveryFileAddress,
  sendInvoice,
  unsentQuery,
} from '../../api/deliveries.ts'
import { download } from '../../api/download.ts'
import { Button } from '../../design/button.tsx'
import { Badge, Empty, Loading, type Mood, ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { DeliveryRules } from './delivery-rules.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

const MOODS: Record<DeliveryState, Mood> = {
  queued: 'plain',
  sent: 'brand',
  accepted: 'brand',
  delivered: 'good',
  'buyer-accepted': 'good',
  'buyer-rejected': 'bad',
  failed: 'bad',
}
const STATES = Object.keys(MOODS) as DeliveryState[]

/** How invoices leave, how far each is on its way, and what somebody has to do. */
export function DeliveriesPage() {
  const { t } = useTranslation('delivery')
  const format = useFormats()
  const office = useOffice()
  const client = useQueryClient()
  const [state, setState] = useState('all')
  const list = useInfiniteQuery(
    deliveriesQuery(office.slug, state === 'all' ? undefined : (state as DeliveryState)),
  )
  const unsent = useQuery(unsentQuery(office.slug))
  const saving = useMutation({ mutationFn: download })
  const sending = useMutation({
    mutationFn: (invoiceId: string) => sendInvoice(office.slug, invoiceId),
    onSuccess: async () => {
      say(t('sentNow'))
      await client.invalidateQueries({ queryKey: ['office', office.slug, 'deliveries'] })
    },
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const lacking = unsent.data?.items ?? []
  const mayAct = office.may('staff', 'approver', 'finance')
  const again = (invoiceId: string, number: string) =>
    mayAct && (
      <Button
        small
        look="quiet"
        aria-label={t('sendOf', { number })}
        isPending={sending.isPending && sending.variables === invoiceId}
        onPress={() => sending.mutate(invoiceId)}
      >
        {t('send')}
      </Button>
    )
  return (
    <Page title={t('title')} intro={t('intro')}>
      <DeliveryRules />
      {sending.error && <ProblemNotice error={sending.error} />}
      {lacking.length > 0 && (
        <DataTable
          caption={t('unsent')}
          rows={lacking}
          rowKey={({ invoice }) => invoice.invoiceId}
          columns={[
            { id: 'number', head: t('invoice'), cell: ({ invoice }) => invoice.number },
            { id: 'client', head: t('client'), cell: ({ invoice }) => invoice.client },
            { id: 'why', head: t('why'), cell: ({ detail }) => <span lang="en">{detail}</span> },
            {
              id: 'act',
              head: <span className="unseen">{t('send')}</span>,
              label: '',
              end: true,
              cell: ({ invoice }) => again(invoice.invoiceId, invoice.number),
            },
          ]}
        />
      )}
      <search className="filters">
        <ChoiceInput
          label={t('state')}
          value={state}
          onChange={setState}
          choices={[
            { id: 'all', label: t('all') },
            ...STATES.map((id) => ({ id, label: t(`states.${id}`) })),
          ]}
        />
      </search>
      {list.error && <ProblemNotice error={list.error} onRetry={() => list.refetch()} />}
      {saving.error && <ProblemNotice error={saving.error} />}
      {list.isPending && !list.error && <Loading heights={[320]} />}
      {list.data && items.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('title')}
          captionUnseen
          rows={items}
          rowKey={({ invoiceDeliveryId }) => invoiceDeliveryId}
          columns={[
            { id: 'number', head: t('invoice'), cell: ({ invoice }) => invoice.number },
            { id: 'client', head: t('client'), cell: ({ invoice }) => invoice.client },
            { id: 'channel', head: t('channel'), cell: ({ channel }) => t(`channels.${channel}`) },
            {
              id: 'state',
              head: t('state'),
              cell: (delivery) => <Badge mood={MOODS[delivery.state]}>{t(`states.${delivery.state}`)}</Badge>,
            },
            {
              id: 'next',
              head: t('next'),
              cell: ({ next, code, detail }) => (
                <span>
                  {t(`steps.${next}`)}
                  {detail !== null && (
                    <>
                      <br />
                      <span className="soft small" lang="en">
                        {code} {detail}
                      </span>
                    </>
                  )}
                </span>
              ),
            },
            { id: 'changed', head: t('changed'), cell: ({ changedAt }) => format.moment(changedAt) },
            {
              id: 'act',
              head: <span className="unseen">{t('file')}</span>,
              label: '',
              end: true,
              cell: ({ invoiceDeliveryId, invoice, state }) => (
                <span className="row">
                  {state === 'failed' && again(invoice.invoiceId, invoice.number)}
                  <Button
                    small
                    look="plain"
                    aria-label={t('fileOf', { number: invoice.number })}
                    onPress={() => saving.mutate(deliveryFileAddress(office.slug, invoiceDeliveryId))}
                  >
                    {t('file')}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      <More list={list} />
    </Page>
  )
}
