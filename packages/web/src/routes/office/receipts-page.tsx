import type { Suggestion, WaitingTransaction } from '@samen/api/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { splitReceipt, workListQuery } from '../../api/bank.ts'
import { Button } from '../../design/button.tsx'
import { Empty, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { BankMemory } from './bank-memory.tsx'
import { BookDialog } from './book-dialog.tsx'
import { BookedLately } from './booked-lately.tsx'
import { MatchDialog } from './match-dialog.tsx'
import { MatchedLately } from './matched-lately.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'
import { SuggestionCell } from './suggestion.tsx'

/** Money that no reference explains: suggestions with their reasons, and a person who says which invoice it was for. */
export function ReceiptsPage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const list = useInfiniteQuery(workListQuery(office.slug))
  const [matching, setMatching] = useState<{ receipt: WaitingTransaction; first?: string | undefined }>()
  const [booking, setBooking] = useState<WaitingTransaction>()
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const accepting = useAccepting(office.slug, items)
  const mayMatch = office.may('staff', 'approver', 'finance')
  const names = (one: WaitingTransaction) => ({
    payer: one.counterpartyName ?? one.counterpartyIban ?? t('receipts.unknown'),
    amount: format.money(one.waiting, one.currency),
  })
  return (
    <Page title={t('receipts.title')} intro={t('receipts.intro')}>
      {list.error && <ProblemNotice error={list.error} onRetry={() => list.refetch()} />}
      {accepting.error && <ProblemNotice error={accepting.error} />}
      {list.isPending && !list.error && <Loading heights={[320]} />}
      {list.data && items.length === 0 && (
        <Empty title={t('receipts.none')}>
          <p>{t('receipts.noneNext')}</p>
        </Empty>
      )}
      {items.some(({ suggestions }) => suggestions.length > 0) && mayMatch && (
        <p className="soft">{t('bankList.keys')}</p>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('receipts.title')}
          captionUnseen
          rows={items}
          rowKey={({ bankTransactionId }) => bankTransactionId}
          columns={[
            { id: 'payer', head: t('receipts.payer'), cell: (one) => names(one).payer },
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
              cell: (one) => <b>{names(one).amount}</b>,
            },
            {
              id: 'suggestion',
              head: t('bankList.suggestion'),
              cell: ({ suggestions: [best], currency }) =>
                best ? <SuggestionCell suggestion={best} currency={currency} /> : t('bankList.none'),
            },
            {
              id: 'match',
              head: <span className="unseen">{t('receipts.action')}</span>,
              label: '',
              end: true,
              cell: (one) => {
                const [best] = one.suggestions
                if (!mayMatch) return null
                return (
                  <span className="suggestion-actions">
                    {best && (
                      <Button
                        small
                        id={acceptId(one)}
                        isPending={accepting.isPending && accepting.variables?.one === one}
                        onPress={() => {
                          // What is paid in another currency is told in it first.
                          const other = best.parts.find(({ billed }) => billed)
                          if (other) setMatching({ receipt: one, first: other.invoiceId })
                          else accepting.mutate({ one, best })
                        }}
                        aria-label={t('bankList.acceptOf', {
                          ...names(one),
                          invoices: best.parts.map(({ number }) => number).join(', '),
                        })}
                      >
                        {t('bankList.accept')}
                      </Button>
                    )}
                    {!one.amount.startsWith('-') && (
                      <Button
                        small
                        look="quiet"
                        onPress={() => setMatching({ receipt: one })}
                        aria-label={t('receipts.matchOf', names(one))}
                      >
                        {t('receipts.match')}
                      </Button>
                    )}
                    <Button
                      small
                      look="quiet"
                      onPress={() => setBooking(one)}
                      aria-label={t('book.of', names(one))}
                    >
                      {t('book.book')}
                    </Button>
                  </span>
                )
              },
            },
          ]}
        />
      )}
      <More list={list} />
      <MatchedLately />
      <BookedLately />
      <BankMemory />
      {booking && <BookDialog movement={booking} onClose={() => setBooking(undefined)} />}
      {matching && <MatchDialog {...matching} onClose={() => setMatching(undefined)} />}
    </Page>
  )
}

const acceptId = ({ bankTransactionId }: WaitingTransaction) => `accept-${bankTransactionId}`

/** Books a suggestion as a person's decision; the focus then stands on the next one, so that one key goes down the list. */
function useAccepting(slug: string, items: readonly WaitingTransaction[]) {
  const { t } = useTranslation('office')
  const client = useQueryClient()
  const next = useRef<string>(undefined)
  useEffect(() => {
    if (next.current === undefined || items.length === 0) return
    document.getElementById(next.current)?.focus()
    next.current = undefined
  }, [items])
  return useMutation({
    mutationFn: ({ one, best }: { one: WaitingTransaction; best: Suggestion }) =>
      splitReceipt(
        slug,
        one.bankTransactionId,
        best.parts.map(({ invoiceId, amount }) => ({ invoiceId, amount })),
      ),
    onSuccess: async (_, { one, best }) => {
      say(t('bankList.accepted', { client: best.client.name }))
      const at = items.findIndex(({ bankTransactionId }) => bankTransactionId === one.bankTransactionId)
      const after = items.slice(at + 1).find(({ suggestions }) => suggestions.length > 0)
      await client.invalidateQueries({ queryKey: ['office', slug] })
      next.current = after && acceptId(after)
    },
  })
}
