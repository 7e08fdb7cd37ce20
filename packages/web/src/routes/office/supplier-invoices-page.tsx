import type { SupplierInvoice } from '@samen/api/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../api/download.ts'
import {
  bringSupplierInvoice,
  type SupplierInvoiceState as State,
  supplierInvoiceOriginalAddress,
  supplierInvoicesQuery,
} from '../../api/supplier-invoices.ts'
import { Button } from '../../design/button.tsx'
import { Badge, Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { DropSupplierInvoices } from '../../supplier-invoices/drop-supplier-invoices.tsx'
import { SupplierInvoiceState } from '../../supplier-invoices/supplier-invoice-state.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'
import { PaperInvoiceDialog } from './paper-invoice-dialog.tsx'
import { SupplierInvoiceDialog } from './supplier-invoice-dialog.tsx'
import { SupplierPayments } from './supplier-payments.tsx'

const STATES: readonly State[] = ['received', 'assigned', 'approved', 'refused']

/** What suppliers sent: taken in, given to an activity, approved or refused, and paid. */
export function SupplierInvoicesPage() {
  const { t } = useTranslation('supplier-invoices')
  const format = useFormats()
  const office = useOffice()
  const client = useQueryClient()
  const [state, setState] = useState('all')
  const [onPaper, setOnPaper] = useState(false)
  const [open, setOpen] = useState<SupplierInvoice>()
  const supplierInvoices = useInfiniteQuery(
    supplierInvoicesQuery(office.slug, state === 'all' ? undefined : (state as State)),
  )
  const saving = useMutation({ mutationFn: download })
  const items = supplierInvoices.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        office.may('staff', 'approver', 'finance') && (
          <Button look="quiet" onPress={() => setOnPaper(true)}>
            {t('paper.open')}
          </Button>
        )
      }
    >
      <DropSupplierInvoices
        bring={(file) => bringSupplierInvoice(office.slug, file)}
        onDone={() => client.invalidateQueries({ queryKey: ['office', office.slug] })}
      />
      <SupplierPayments />
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
      {supplierInvoices.error && (
        <ProblemNotice error={supplierInvoices.error} onRetry={() => supplierInvoices.refetch()} />
      )}
      {saving.error && <ProblemNotice error={saving.error} />}
      {supplierInvoices.isPending && !supplierInvoices.error && <Loading heights={[320]} />}
      {supplierInvoices.data && items.length === 0 && (
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
              cell: (supplierInvoice) => (
                <span className="row">
                  <SupplierInvoiceState supplierInvoice={supplierInvoice} />
                  {supplierInvoice.newAccount && supplierInvoice.state !== 'refused' && (
                    <Badge mood="bad">{t('newAccount')}</Badge>
                  )}
                  {supplierInvoice.breaksRules && supplierInvoice.state !== 'refused' && (
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
              cell: (supplierInvoice) => (
                <span className="row">
                  <Button
                    small
                    look="quiet"
                    aria-label={t('openOf', {
                      number: supplierInvoice.number,
                      supplier: supplierInvoice.supplier.name,
                    })}
                    onPress={() => setOpen(supplierInvoice)}
                  >
                    {t('open')}
                  </Button>
                  {supplierInvoice.hasOriginal && (
                    <Button
                      small
                      look="plain"
                      aria-label={t('originalOf', {
                        number: supplierInvoice.number,
                        supplier: supplierInvoice.supplier.name,
                      })}
                      onPress={() =>
                        saving.mutate(
                          supplierInvoiceOriginalAddress(office.slug, supplierInvoice.supplierInvoiceId),
                        )
                      }
                    >
                      {t('original')}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      <More list={supplierInvoices} />
      {onPaper && <PaperInvoiceDialog onClose={() => setOnPaper(false)} />}
      {open && <SupplierInvoiceDialog supplierInvoice={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
