import type { BankBooking } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bookingsQuery, undoBooking } from '../../api/bank.ts'
import { Button } from '../../design/button.tsx'
import { ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

/** Money that was booked by hand, so that a wrong booking can be taken back. */
export function BookedLately() {
  const { t } = useTranslation('office')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="bank-memory" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('book.lately')}</summary>
      {isOpen && <Bookings />}
    </details>
  )
}

function Bookings() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug, may } = useOffice()
  const list = useQuery(bookingsQuery(slug))
  const [undoing, setUndoing] = useState<BankBooking>()
  const mayUndo = may('staff', 'approver', 'finance')
  const names = ({ amount, currency, account }: BankBooking) => ({
    amount: format.money(amount, currency),
    account: account.name,
  })
  return (
    <>
      {list.error && <ProblemNotice error={list.error} onRetry={() => list.refetch()} />}
      {list.data?.length === 0 && <p className="soft">{t('book.none')}</p>}
      {list.data && list.data.length > 0 && (
        <DataTable
          caption={t('book.lately')}
          captionUnseen
          rows={list.data}
          rowKey={({ bankMatchId }) => bankMatchId}
          columns={[
            { id: 'day', head: t('receipts.day'), cell: ({ bookedOn }) => format.day(bookedOn) },
            { id: 'words', head: t('book.words'), cell: ({ words }) => words },
            {
              id: 'account',
              head: t('book.account'),
              cell: ({ account: { number, name } }) => `${number} ${name}`,
            },
            { id: 'by', head: t('matched.by'), cell: ({ decidedBy }) => decidedBy },
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
                    aria-label={t('book.undoOf', names(one))}
                  >
                    {t('matched.undo')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {undoing && (
        <ReasonDialog
          title={t('book.undoTitle')}
          meaning={t('book.meaning', names(undoing))}
          confirm={t('matched.undo')}
          done={t('matched.undone', names(undoing))}
          onConfirm={(reason) => undoBooking(slug, undoing.bankMatchId, reason)}
          onClose={() => setUndoing(undefined)}
        />
      )}
    </>
  )
}
