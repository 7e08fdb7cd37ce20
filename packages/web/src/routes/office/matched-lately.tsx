import type { ReceiptMatched } from '@samen/api/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { matchesQuery, undoMatch } from '../../api/bank.ts'
import { Button } from '../../design/button.tsx'
import { ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

/** Receipts that were given to invoices, so that a wrong one can be taken back. */
export function MatchedLately() {
  const { t } = useTranslation('office')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="bank-memory" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('matched.title')}</summary>
      {isOpen && (
        <div className="stack">
          <p className="soft">{t('matched.intro')}</p>
          <Matches />
        </div>
      )}
    </details>
  )
}

function Matches() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug, may } = useOffice()
  const list = useInfiniteQuery(matchesQuery(slug))
  const [undoing, setUndoing] = useState<ReceiptMatched>()
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const mayUndo = may('staff', 'approver', 'finance')
  const names = ({ amount, currency, number, client }: ReceiptMatched) => ({
    amount: format.money(amount, currency),
    number,
    client: client.name,
  })
  return (
    <>
      {list.error && <ProblemNotice error={list.error} onRetry={() => list.refetch()} />}
      {list.data && items.length === 0 && <p className="soft">{t('matched.none')}</p>}
      {items.length > 0 && (
        <DataTable
          caption={t('matched.title')}
          captionUnseen
          rows={items}
          rowKey={({ bankMatchId }) => bankMatchId}
          columns={[
            {
              id: 'payer',
              head: t('receipts.payer'),
              cell: (one) => one.counterpartyName ?? one.counterpartyIban ?? t('receipts.unknown'),
            },
            { id: 'day', head: t('receipts.day'), cell: ({ bookedOn }) => format.day(bookedOn) },
            {
              id: 'invoice',
              head: t('matched.invoice'),
              cell: ({ number, client, isLatePayment }) =>
                `${number} ${client.name}${isLatePayment ? ` (${t('matched.latePayment')})` : ''}`,
            },
            {
              id: 'by',
              head: t('matched.by'),
              cell: ({ matchedBy, decidedBy }) =>
                matchedBy === 'manual' ? decidedBy : t('matched.byReference'),
            },
            { id: 'amount', head: t('matched.amount'), end: true, cell: (one) => names(one).amount },
            {
              id: 'undo',
              head: <span className="unseen">{t('receipts.action')}</span>,
              label: '',
              end: true,
              cell: (one) =>
                mayUndo && (
                  <Button
                    small
                    look="quiet"
                    onPress={() => setUndoing(one)}
                    aria-label={t('matched.undoOf', names(one))}
                  >
                    {t('matched.undo')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <More list={list} />
      {undoing && (
        <ReasonDialog
          title={t('matched.undoTitle')}
          meaning={t('matched.meaning', names(undoing))}
          confirm={t('matched.undo')}
          done={t('matched.undone', names(undoing))}
          onConfirm={(reason) => undoMatch(slug, undoing.bankMatchId, reason)}
          onClose={() => setUndoing(undefined)}
        />
      )}
    </>
  )
}
