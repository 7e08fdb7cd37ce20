import type { Quote } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mailQuote } from '../../api/mail.ts'
import { Button } from '../../design/button.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'

/** Sends the link and the offer on paper to the client. */
export function MailQuote({ quote: { contractId }, office }: { quote: Quote; office: string }) {
  const { t } = useTranslation('mail')
  const client = useQueryClient()
  const [recipient, setRecipient] = useState('')
  const sending = useMutation({
    mutationFn: () => mailQuote(office, contractId, recipient),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me', office, 'quotes', contractId] }),
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        sending.mutate()
      }}
    >
      <h3>{t('quote.button')}</h3>
      <p className="soft">{t('quote.meaning')}</p>
      <TextInput
        label={t('recipient')}
        help={t('recipientHelp')}
        type="email"
        value={recipient}
        onChange={setRecipient}
        wrong={faultOf(sending.error, 'recipient')}
      />
      {sending.error && <ProblemNotice error={sending.error} />}
      {sending.data && (
        <p role="status" className={sending.data.isSending ? 'notice good' : 'notice'}>
          {t(sending.data.isSending ? 'quote.sent' : 'quote.waits', { recipient: sending.data.recipient })}
        </p>
      )}
      <div>
        <Button type="submit" look="quiet" isPending={sending.isPending}>
          {t('quote.button')}
        </Button>
      </div>
    </form>
  )
}
