import type { WaitingTransaction } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bookableAccountsQuery, bookByHand } from '../../api/bank.ts'
import { typedAmount } from '../../api/money.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'

/** What was this money, that is no client's, worker's or supplier's? Contributions, VAT, charges, interest, a share. */
export function BookDialog({ movement, onClose }: { movement: WaitingTransaction; onClose: () => void }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const client = useQueryClient()
  const accounts = useQuery(bookableAccountsQuery(slug))
  const [account, setAccount] = useState('')
  const [words, setWords] = useState(movement.remittance ?? '')
  const [part, setPart] = useState('')
  const amount = part.trim() === '' ? undefined : typedAmount(part)
  const booking = useMutation({
    mutationFn: () =>
      bookByHand(slug, movement.bankTransactionId, {
        account,
        words: words.trim(),
        ...(amount && { amount }),
      }),
    onSuccess: async (done) => {
      say(t('book.done', { amount: format.money(done.amount, movement.currency) }))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('book.title')}>
      <div>
        <p className="amount-in number">{format.money(movement.waiting, movement.currency)}</p>
        <p className="soft">
          {t(movement.amount.startsWith('-') ? 'book.left' : 'book.came', {
            name: movement.counterpartyName ?? t('book.nobody'),
            day: format.day(movement.bookedOn),
          })}
        </p>
      </div>
      {accounts.error && <ProblemNotice error={accounts.error} onRetry={() => accounts.refetch()} />}
      {accounts.isPending && !accounts.error && <Loading heights={[60]} />}
      {accounts.data && (
        <ChoiceInput
          label={t('book.account')}
          value={account}
          onChange={setAccount}
          wrong={faultOf(booking.error, 'account')}
          choices={accounts.data.map(({ account: id, number, name }) => ({ id, label: `${number} ${name}` }))}
        />
      )}
      <TextInput
        label={t('book.words')}
        help={t('book.wordsHelp')}
        value={words}
        onChange={setWords}
        wrong={faultOf(booking.error, 'words')}
      />
      <TextInput
        label={t('match.part')}
        help={t('match.partHelp')}
        value={part}
        onChange={setPart}
        inputMode="decimal"
        wrong={part.trim() !== '' && !amount ? t('match.notAnAmount') : faultOf(booking.error, 'amount')}
      />
      {booking.error && <ProblemNotice error={booking.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          isDisabled={account === '' || words.trim() === '' || (part.trim() !== '' && !amount)}
          isPending={booking.isPending}
          onPress={() => booking.mutate()}
        >
          {t('book.confirm')}
        </Button>
      </div>
    </Dialog>
  )
}
