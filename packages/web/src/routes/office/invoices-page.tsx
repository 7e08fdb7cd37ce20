import type { Invoice } from '@samen/api/client'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../api/download.ts'
import { isZero } from '../../api/money.ts'
import { eInvoiceAddress, type InvoiceState, invoiceListQuery, invoicePdfAddress } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { Badge, Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { INVOICE_MOOD } from './invoice-mood.ts'
import { MailInvoice } from './mail-invoice.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

const STATES = Object.keys(INVOICE_MOOD) as InvoiceState[]

/** Every invoice and credit note, with the files that go to the client and the bookkeeper. */
export function InvoicesPage() {
  const { t } = useTranslation(['office', 'quotes'])
  const format = useFormats()
  const { slug } = useOffice()
  const [state, setState] = useState('all')
  const invoices = useInfiniteQuery(
    invoiceListQuery(slug, state === 'all' ? undefined : (state as InvoiceState)),
  )
  const items = invoices.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('invoices.title')} intro={t('invoices.intro')}>
      <search className="filters">
        <ChoiceInput
          label={t('invoices.state')}
          value={state}
          onChange={setState}
          choices={[
            { id: 'all', label: t('invoices.all') },
            ...STATES.map((id) => ({ id, label: t(`invoices.states.${id}`) })),
          ]}
        />
      </search>
      {invoices.error && <ProblemNotice error={invoices.error} onRetry={() => invoices.refetch()} />}
      {invoices.isPending && !invoices.error && <Loading heights={[420]} />}
      {invoices.data && items.length === 0 && (
        <Empty title={t('invoices.none')}>
          <p>{t('invoices.noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('invoices.title')}
          captionUnseen
          rows={items}
          rowKey={({ invoiceId }) => invoiceId}
          columns={[
            {
              id: 'number',
              head: t('invoices.number'),
              cell: ({ number, contractId, kind }) => (
                <span>
                  <Link to="/office/$office/contracts/$id" params={{ office: slug, id: contractId }}>
                    {number}
                  </Link>
                  {kind !== 'invoice' && (
                    <>
                      <br />
                      <span className="soft small">
                        {t(kind === 'deposit' ? 'quotes:deposit.invoice' : 'invoices.creditNote')}
                      </span>
                    </>
                  )}
                </span>
              ),
            },
            { id: 'client', head: t('invoices.client'), cell: ({ client }) => client.name },
            { id: 'issued', head: t('invoices.issued'), cell: ({ issuedOn }) => format.shortDay(issuedOn) },
            { id: 'due', head: t('invoices.due'), cell: ({ dueOn }) => format.shortDay(dueOn) },
            {
              id: 'state',
              head: t('invoices.state'),
              cell: (invoice) => (
                <Badge mood={INVOICE_MOOD[invoice.state]}>{t(`invoices.states.${invoice.state}`)}</Badge>
              ),
            },
            {
              id: 'total',
              head: t('invoices.total'),
              end: true,
              cell: ({ total, currency }) => format.money(total, currency),
            },
            {
              id: 'open',
              head: t('invoices.open'),
              end: true,
              cell: ({ open, currency }) =>
                isZero(open) ? <span className="soft">–</span> : <b>{format.money(open, currency)}</b>,
            },
            {
              id: 'files',
              head: t('invoices.files'),
              cell: (invoice) => <Files invoice={invoice} office={slug} />,
            },
          ]}
        />
      )}
      <More list={invoices} />
    </Page>
  )
}

/** A refusal (an e-invoice that would be sent back) stands beside the invoice it is about. */
function Files({ invoice, office }: { invoice: Invoice; office: string }) {
  const { t } = useTranslation('office')
  const { invoiceId, number } = invoice
  const saving = useMutation({ mutationFn: download })
  const files = {
    PDF: invoicePdfAddress(office, invoiceId),
    UBL: eInvoiceAddress(office, invoiceId, 'peppol-ubl'),
    CII: eInvoiceAddress(office, invoiceId, 'peppol-cii'),
  }
  return (
    <>
      <span className="row">
        {Object.entries(files).map(([kind, address]) => (
          <Button
            key={kind}
            small
            look="plain"
            isPending={saving.isPending && saving.variables === address}
            onPress={() => saving.mutate(address)}
            aria-label={t('invoices.fileOf', { number, format: kind })}
          >
            {kind}
          </Button>
        ))}
        <MailInvoice invoice={invoice} office={office} />
      </span>
      {saving.error && <ProblemNotice error={saving.error} />}
    </>
  )
}
