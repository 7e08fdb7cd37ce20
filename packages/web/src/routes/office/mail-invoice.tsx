import type { Invoice } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mailInvoice } from '../../api/mail.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'

/** Sends an invoice by e-mail, to the client's address or another. */
export function MailInvoice({
  invoice: { invoiceId, number },
  office,
}: {
  invoice: Pick<Invoice, 'invoiceId' | 'number'>
  office: string
}) {
  const { t } = useTranslation('mail')
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [recipient, setRecipient] = useState('')
  const sending = useMutation({
    mutationFn: () => mailInvoice(office, invoiceId, recipient),
    onSuccess: async () => {
      setOpen(false)
      say(t('onItsWay'))
      await client.invalidateQueries({ queryKey: ['office', office, 'mail'] })
      await client.invalidateQueries({ queryKey: ['office', office, 'deliveries'] })
    },
  })
  return (
    <>
      <Button small look="plain" aria-label={t('invoice.of', { number })} onPress={() => setOpen(true)}>
        {t('invoice.button')}
      </Button>
      {isOpen && (
        <Dialog isOpen onClose={() => setOpen(false)} title={t('invoice.of', { number })}>
          <p>{t('invoice.meaning')}</p>
          <TextInput
            label={t('recipient')}
            help={t('recipientHelp')}
            type="email"
            value={recipient}
            onChange={setRecipient}
            wrong={faultOf(sending.error, 'recipient')}
          />
          {sending.error && <ProblemNotice error={sending.error} />}
          <div className="actions">
            <Button look="quiet" onPress={() => setOpen(false)}>
              {t('cancel')}
            </Button>
            <Button isPending={sending.isPending} onPress={() => sending.mutate()}>
              {t('send')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
