import type { Invoice, WaitingTransaction } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { minor, typedAmount } from '../../api/money.ts'
import { invoicesQuery, matchReceipt } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'

const OPEN_STATES = ['open', 'overdue', 'partly-paid'] as const

/** Which invoice was this money for? The likeliest stand first: the same amount, then the same name. */
export function MatchDialog({
  receipt,
  first,
  onClose,
}: {
  receipt: WaitingTransaction
  /** The invoice that is chosen at first. */
  first?: string | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const client = useQueryClient()
  const [search, setSearch] = useState('')
  const [invoiceId, setInvoiceId] = useState(first)
  const [part, setPart] = useState('')
  const [typed, setTyped] = useState<string>()
  const open = useQuery(invoicesQuery(slug, { state: 'open', limit: '200' }))
  const overdue = useQuery(invoicesQuery(slug, { state: 'overdue', limit: '200' }))
  const partly = useQuery(invoicesQuery(slug, { state: 'partly-paid', limit: '200' }))
  const lists = [open, overdue, partly]
  const invoices = ranked(
    lists.flatMap(({ data }) => data?.items ?? []),
    receipt,
    search,
  )
  const chosen = invoices.find((invoice) => invoice.invoiceId === invoiceId)
  const amount = part.trim() === '' ? undefined : typedAmount(part)
  const billed = chosen?.billed
  const { instructed } = receipt
  const paid =
    typed ?? (billed && (instructed?.currency === billed.currency ? instructed.amount : billed.open)) ?? ''
  const billedAmount = billed ? typedAmount(paid) : undefined

  const matching = useMutation({
    mutationFn: () =>
      matchReceipt(slug, receipt.bankTransactionId, {
        invoiceId: invoiceId ?? '',
        ...(amount && { amount }),
        ...(billedAmount && { billedAmount }),
      }),
    onSuccess: async () => {
      say(t('match.done', { number: chosen?.number }))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const failed = lists.find(({ error }) => error)
  return (
    <Dialog isOpen onClose={onClose} title={t('match.title')} wide>
      <div>
        <p className="amount-in number">{format.money(receipt.waiting, receipt.currency)}</p>
        <p className="soft">
          {t('match.from', {
            name: receipt.counterpartyName ?? t('receipts.unknown'),
            day: format.day(receipt.bookedOn),
          })}
          {receipt.remittance && <>: “{receipt.remittance}”</>}
        </p>
      </div>
      <TextInput label={t('match.search')} type="search" value={search} onChange={setSearch} />
      {failed?.error && <ProblemNotice error={failed.error} onRetry={() => failed.refetch()} />}
      {lists.some(({ isPending }) => isPending) && !failed && <Loading heights={[200]} />}
      {lists.every(({ data }) => data) && (
        <ListBox
          aria-label={t('match.invoices')}
          className="invoice-choice"
          items={invoices.slice(0, 40)}
          selectionMode="single"
          escapeKeyBehavior="none"
          selectedKeys={invoiceId ? [invoiceId] : []}
          onSelectionChange={(keys) =>
            setInvoiceId(keys === 'all' ? undefined : ([...keys][0] as string | undefined))
          }
          renderEmptyState={() => <p className="soft">{t('match.none')}</p>}
        >
          {(invoice) => (
            <ListBoxItem
              id={invoice.invoiceId}
              textValue={`${invoice.number} ${invoice.client.name}`}
              className="option"
            >
              <span>
                <b>{invoice.number}</b> {invoice.client.name}
                <br />
                <span className="soft small">{t('match.due', { day: format.day(invoice.dueOn) })}</span>
              </span>
              <b className="number">
                {invoice.billed && `${format.money(invoice.billed.open, invoice.billed.currency)} = `}
                {format.money(invoice.open, invoice.currency)}
              </b>
            </ListBoxItem>
          )}
        </ListBox>
      )}
      {billed && (
        <TextInput
          label={t('match.billed', { currency: billed.currency })}
          help={t('match.billedHelp', { open: format.money(billed.open, billed.currency) })}
          value={paid}
          onChange={setTyped}
          inputMode="decimal"
          isRequired
          wrong={billedAmount ? faultOf(matching.error, 'billedAmount') : t('match.notAnAmount')}
        />
      )}
      {chosen && minor(chosen.open) !== minor(receipt.waiting) && (
        <TextInput
          label={t('match.part')}
          help={t('match.partHelp')}
          value={part}
          onChange={setPart}
          inputMode="decimal"
          wrong={part.trim() !== '' && !amount ? t('match.notAnAmount') : faultOf(matching.error, 'amount')}
        />
      )}
      {matching.error && <ProblemNotice error={matching.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          isDisabled={!chosen || (billed !== null && !billedAmount)}
          isPending={matching.isPending}
          onPress={() => matching.mutate()}
        >
          {t('match.confirm')}
        </Button>
      </div>
    </Dialog>
  )
}

function ranked(invoices: readonly Invoice[], receipt: WaitingTransaction, search: string): Invoice[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const payer = receipt.counterpartyName?.toLocaleLowerCase() ?? ''
  const score = (invoice: Invoice) =>
    (minor(invoice.open) === minor(receipt.waiting) ? 2 : 0) +
    (payer.includes(invoice.client.name.toLocaleLowerCase()) ? 1 : 0)
  return invoices
    .filter((invoice) => {
      const text = `${invoice.number} ${invoice.client.name} ${invoice.open}`.toLocaleLowerCase()
      return (
        (OPEN_STATES as readonly string[]).includes(invoice.state) &&
        words.every((word) => text.includes(word))
      )
    })
    .sort((a, b) => score(b) - score(a) || a.dueOn.localeCompare(b.dueOn))
}
