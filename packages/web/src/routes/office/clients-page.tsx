import type { Client } from '@samen/api/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isZero } from '../../api/money.ts'
import { clientsQuery, writeOffClient } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Badge, Empty, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today, useRested } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { LimitBar } from './limit-bar.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

/** Who buys work, what they owe, and what the fund has lent for them. */
export function ClientsPage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const [search, setSearch] = useState('')
  const [failing, setFailing] = useState<Client>()
  const clients = useInfiniteQuery(clientsQuery(office.slug, useRested(search.trim(), 250)))
  const items = clients.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('clients.title')} intro={t('clients.intro')}>
      <search className="filters">
        <TextInput label={t('clients.search')} type="search" value={search} onChange={setSearch} />
      </search>
      {clients.error && <ProblemNotice error={clients.error} onRetry={() => clients.refetch()} />}
      {clients.isPending && !clients.error && <Loading heights={[420]} />}
      {clients.data && items.length === 0 && (
        <Empty title={t('clients.none')}>
          <p>{t('clients.noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('clients.title')}
          captionUnseen
          rows={items}
          rowKey={({ clientId }) => clientId}
          columns={[
            {
              id: 'name',
              head: t('clients.client'),
              cell: ({ clientId, name, bankruptOn }) => (
                <span className="row">
                  <Link to="/office/$office/clients/$id/risk" params={{ office: office.slug, id: clientId }}>
                    {name}
                  </Link>{' '}
                  {bankruptOn && <Badge mood="bad">{t('clients.bankrupt')}</Badge>}
                </span>
              ),
            },
            {
              id: 'open',
              head: t('clients.open'),
              end: true,
              cell: ({ open, currency }) => format.money(open, currency),
            },
            {
              id: 'overdue',
              head: t('clients.overdue'),
              end: true,
              cell: ({ overdue, currency }) =>
                isZero(overdue) ? <span className="soft">–</span> : <b>{format.money(overdue, currency)}</b>,
            },
            {
              id: 'exposure',
              head: t('clients.exposure'),
              end: true,
              cell: ({ exposure, currency }) => format.money(exposure, currency),
            },
            {
              id: 'limit',
              head: t('fund.ofLimit'),
              cell: ({ exposure, creditLimit }) => <LimitBar used={exposure} limit={creditLimit} />,
            },
            {
              id: 'act',
              head: <span className="unseen">{t('receipts.action')}</span>,
              label: '',
              end: true,
              cell: (client) =>
                office.may('approver', 'finance') &&
                !client.bankruptOn &&
                !isZero(client.open) && (
                  <Button
                    small
                    look="plain"
                    onPress={() => setFailing(client)}
                    aria-label={t('clients.failOf', { name: client.name })}
                  >
                    {t('clients.fail')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <More list={clients} />
      {failing && <WriteOffDialog client={failing} onClose={() => setFailing(undefined)} />}
    </Page>
  )
}

function WriteOffDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const queries = useQueryClient()
  const [bankruptOn, setBankruptOn] = useState(today())
  const [reason, setReason] = useState('')
  const writing = useMutation({
    mutationFn: () => writeOffClient(slug, client.clientId, { bankruptOn, reason }),
    onSuccess: async (done) => {
      say(t('writeOff.done', { count: done.invoices.length, name: client.name }))
      onClose()
      await queries.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} role="alertdialog" title={t('writeOff.title', { name: client.name })}>
      <p>{t('writeOff.meaning', { open: format.money(client.open, client.currency) })}</p>
      <TextInput
        label={t('writeOff.day')}
        type="date"
        max={today()}
        value={bankruptOn}
        onChange={setBankruptOn}
        wrong={faultOf(writing.error, 'bankruptOn')}
      />
      <TextInput
        label={t('writeOff.reason')}
        help={t('writeOff.reasonHelp')}
        value={reason}
        onChange={setReason}
        isRequired
        wrong={faultOf(writing.error, 'reason')}
      />
      {writing.error && <ProblemNotice error={writing.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          look="danger"
          isDisabled={reason.trim() === ''}
          isPending={writing.isPending}
          onPress={() => writing.mutate()}
        >
          {t('writeOff.confirm')}
        </Button>
      </div>
    </Dialog>
  )
}
