import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../api/download.ts'
import { profileQuery } from '../../api/member.ts'
import {
  bringSupplierInvoice,
  mySupplierInvoiceOriginalAddress,
  mySupplierInvoicesQuery,
} from '../../api/supplier-invoices.ts'
import { Button } from '../../design/button.tsx'
import { Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { DropSupplierInvoices } from '../../supplier-invoices/drop-supplier-invoices.tsx'
import { SupplierInvoiceState } from '../../supplier-invoices/supplier-invoice-state.tsx'
import { useMemberOffice } from './member-office.tsx'

/** What a member's activities bought: supplier invoices brought here, and where each stands. */
export function PurchasesPage() {
  const { t } = useTranslation('supplier-invoices')
  const format = useFormats()
  const { office } = useMemberOffice()
  const client = useQueryClient()
  const profile = useQuery(profileQuery(office.slug))
  const supplierInvoices = useInfiniteQuery(mySupplierInvoicesQuery(office.slug))
  const saving = useMutation({ mutationFn: download })
  const [chosen, setChosen] = useState<string | null>(null)
  const activities = profile.data?.activities ?? []
  const activityId = chosen ?? activities[0]?.activityId ?? null
  const items = supplierInvoices.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('mine.title')} intro={t('mine.intro')}>
      {activities.length > 1 && (
        <ChoiceInput
          label={t('activity')}
          value={activityId}
          onChange={setChosen}
          choices={activities.map(({ activityId: id, name }) => ({ id, label: name }))}
        />
      )}
      <DropSupplierInvoices
        isDisabled={activityId === null}
        bring={(file) => bringSupplierInvoice(office.slug, file, activityId ?? undefined)}
        onDone={() => client.invalidateQueries({ queryKey: ['me', office.slug] })}
      />
      {supplierInvoices.error && (
        <ProblemNotice error={supplierInvoices.error} onRetry={() => supplierInvoices.refetch()} />
      )}
      {saving.error && <ProblemNotice error={saving.error} />}
      {supplierInvoices.isPending && !supplierInvoices.error && <Loading heights={[240]} />}
      {supplierInvoices.data && items.length === 0 && (
        <Empty title={t('mine.none')}>
          <p>{t('mine.noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('mine.title')}
          captionUnseen
          rows={items}
          rowKey={({ supplierInvoiceId }) => supplierInvoiceId}
          columns={[
            {
              id: 'supplier',
              head: t('supplier'),
              cell: ({ supplier, number }) => (
                <span>
                  {supplier.name}
                  <br />
                  <span className="soft small">{number}</span>
                </span>
              ),
            },
            { id: 'issued', head: t('issued'), cell: ({ issuedOn }) => format.shortDay(issuedOn) },
            { id: 'activity', head: t('activity'), cell: ({ activity }) => activity?.name ?? '–' },
            {
              id: 'state',
              head: t('state'),
              cell: (supplierInvoice) => (
                <span>
                  <SupplierInvoiceState supplierInvoice={supplierInvoice} />
                  {supplierInvoice.reason !== null && (
                    <>
                      <br />
                      <span className="small">{supplierInvoice.reason}</span>
                    </>
                  )}
                </span>
              ),
            },
            {
              id: 'total',
              head: t('total'),
              end: true,
              cell: ({ total, currency }) => format.money(total, currency),
            },
            {
              id: 'cost',
              head: t('cost'),
              end: true,
              cell: ({ cost, currency }) =>
                cost === null ? <span className="soft">–</span> : <b>{format.money(cost, currency)}</b>,
            },
            {
              id: 'file',
              head: <span className="unseen">{t('original')}</span>,
              label: '',
              end: true,
              cell: ({ supplierInvoiceId, number, supplier, hasOriginal }) =>
                hasOriginal && (
                  <Button
                    small
                    look="plain"
                    aria-label={t('originalOf', { number, supplier: supplier.name })}
                    onPress={() =>
                      saving.mutate(mySupplierInvoiceOriginalAddress(office.slug, supplierInvoiceId))
                    }
                  >
                    {t('original')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {supplierInvoices.hasNextPage && (
        <Button
          look="quiet"
          isPending={supplierInvoices.isFetchingNextPage}
          onPress={() => supplierInvoices.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Page>
  )
}
