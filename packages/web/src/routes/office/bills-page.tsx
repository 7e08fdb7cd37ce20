import type { SupplierInvoice } from '@samen/api/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { billOriginalAddress, billsQuery, bringBill, type BillState as State } from '../../api/bills.ts'
import { download } from '../../api/download.ts'
import { BillState } from '../../bills/bill-state.tsx'
import { DropBills } from '../../bills/drop-bills.tsx'
import { Button } from '../../design/button.tsx'
import { Badge, Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { BillDialog } from './bill-dialog.tsx'
import { BillPayments } from './bill-payments.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

const STATES: readonly State[] = ['received', 'assigned', 'approved', 'refused']

/** What suppliers sent: taken in, given to an activity, approved or refused, and paid. */
export function BillsPage() {
  const { t } = useTranslation('bills')
  const format = useFormats()
  const office = useOffice()
  const client = useQueryClient()
  const [state, setState] = useState('all')
  const [open, setOpen] = useState<SupplierInvoice>()
  const bills = useInfiniteQuery(billsQuery(office.slug, state === 'all' ? undefined : (state as State)))
  const saving = useMutation({ mutationFn: download })
  const items = bills.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('title')} intro={t('intro')}>
      <DropBills
        bring={(file) => bringBill(office.slug, file)}
        onDone={() => client.invalidateQueries({ queryKey: ['office', office.slug] })}
      />
      <BillPayments />
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
      {bills.error && <ProblemNotice error={bills.error} onRetry={() => bills.refetch()} />}
      {saving.error && <ProblemNotice error={saving.error} />}
      {bills.isPending && !bills.error && <Loading heights={[320]} />}
      {bills.data && items.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('title')}
          captionUnseen
          rows={items}
          rowKey={({ supplierInvoiceId }) => supplierInvoiceId}
          columns={[
            {
              id: 'supplier',
              head: t('supplier'),
              cell: ({ supplier, number, kind }) => (
                <span>
                  {supplier.name}
                  <br />
                  <span className="soft small">
                    {number}
                    {kind === 'credit-note' && ` · ${t('creditNote')}`}
                  </span>
                </span>
              ),
            },
            { id: 'issued', head: t('issued'), cell: ({ issuedOn }) => format.shortDay(issuedOn) },
            {
              id: 'due',
              head: t('due'),
              cell: ({ dueOn }) => (dueOn === null ? '–' : format.shortDay(dueOn)),
            },
            {
              id: 'activity',
              head: t('activity'),
              cell: ({ activity }) => activity?.name ?? <span className="soft">–</span>,
            },
            {
              id: 'state',
              head: t('state'),
              cell: (bill) => (
                <span className="row">
                  <BillState bill={bill} />
                  {bill.newAccount && bill.state !== 'refused' && <Badge mood="bad">{t('newAccount')}</Badge>}
                  {bill.breaksRules && bill.state !== 'refused' && (
                    <Badge mood="warn">{t('breaksRules')}</Badge>
                  )}
                </span>
              ),
            },
            {
              id: 'total',
              head: t('total'),
              end: true,
              cell: ({ total, currency }) => <b>{format.money(total, currency)}</b>,
            },
            {
              id: 'act',
              head: <span className="unseen">{t('open')}</span>,
              label: '',
              end: true,
              cell: (bill) => (
                <span className="row">
                  <Button
                    small
                    look="quiet"
                    aria-label={t('openOf', { number: bill.number, supplier: bill.supplier.name })}
                    onPress={() => setOpen(bill)}
                  >
                    {t('open')}
                  </Button>
                  <Button
                    small
                    look="plain"
                    aria-label={t('originalOf', { number: bill.number, supplier: bill.supplier.name })}
                    onPress={() => saving.mutate(billOriginalAddress(office.slug, bill.supplierInvoiceId))}
                  >
                    {t('original')}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      <More list={bills} />
      {open && <BillDialog bill={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
