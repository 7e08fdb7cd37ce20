import type { BankTransaction } from '@samen/api/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { receiptsQuery } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { MatchDialog } from './match-dialog.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

/** Money that came in and that no reference explains: a person says which invoice it was for. */
export function ReceiptsPage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const receipts = useInfiniteQuery(receiptsQuery(office.slug))
  const [matching, setMatching] = useState<BankTransaction>()
  const items = receipts.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('receipts.title')} intro={t('receipts.intro')}>
      {receipts.error && <ProblemNotice error={receipts.error} onRetry={() => receipts.refetch()} />}
      {receipts.isPending && !receipts.error && <Loading heights={[320]} />}
      {receipts.data && items.length === 0 && (
        <Empty title={t('receipts.none')}>
          <p>{t('receipts.noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('receipts.title')}
          captionUnseen
          rows={items}
          rowKey={({ bankTransactionId }) => bankTransactionId}
          columns={[
            {
              id: 'payer',
              head: t('receipts.payer'),
              cell: (one) => one.counterpartyName ?? one.counterpartyIban ?? t('receipts.unknown'),
            },
            { id: 'day', head: t('receipts.day'), cell: ({ bookedOn }) => format.day(bookedOn) },
            {
              id: 'text',
              head: t('receipts.text'),
              cell: ({ remittance, paymentReference }) => paymentReference ?? remittance,
            },
            {
              id: 'waiting',
              head: t('receipts.waiting'),
              end: true,
              cell: ({ waiting, currency }) => <b>{format.money(waiting, currency)}</b>,
            },
            {
              id: 'match',
              head: <span className="unseen">{t('receipts.action')}</span>,
              label: '',
              end: true,
              cell: (one) =>
                office.may('staff', 'approver', 'finance') && (
                  <Button
                    small
                    look="quiet"
                    onPress={() => setMatching(one)}
                    aria-label={t('receipts.matchOf', {
                      payer: one.counterpartyName ?? '',
                      amount: format.money(one.waiting, one.currency),
                    })}
                  >
                    {t('receipts.match')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <More list={receipts} />
      {matching && <MatchDialog receipt={matching} onClose={() => setMatching(undefined)} />}
    </Page>
  )
}
