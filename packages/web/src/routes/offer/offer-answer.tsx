import type { OpenOffer } from '@samen/api/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerInput } from '../../api/quotes.ts'
import { Button } from '../../design/button.tsx'
import { CheckInput } from '../../design/check.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { TextArea } from '../../design/text-area.tsx'
import { useFormats } from '../../i18n/format.ts'

interface OfferAnswerProps {
  offer: OpenOffer
  isPending: boolean
  error: unknown
  onAnswer: (answer: Omit<AnswerInput, 'options'>) => void
}

/** Where the client signs: a name, a sentence to tick, and a button; or a no. */
export function OfferAnswer({ offer, isPending, error, onAnswer }: OfferAnswerProps) {
  const { t } = useTranslation('quotes')
  const format = useFormats()
  const [name, setName] = useState('')
  const [consent, setConsent] = useState(false)
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const nameInput = (
    <TextInput
      label={t('sign.name')}
      value={name}
      onChange={setName}
      autoComplete="name"
      isRequired
      wrong={faultOf(error, 'name')}
    />
  )
  return (
    <section className="card stack" aria-labelledby="sign-title">
      <h2 id="sign-title">{t('sign.title')}</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          onAnswer({ decision: 'accepted', name, consent })
        }}
      >
        {nameInput}
        <CheckInput isChecked={consent} onChange={setConsent} isRequired lang={offer.language}>
          {offer.consent}
        </CheckInput>
        <p className="soft small">{t('sign.kept')}</p>
        {error !== null && <ProblemNotice error={error} />}
        <div className="row">
          <Button type="submit" isPending={isPending} isDisabled={!consent || name.trim() === ''}>
            {t('sign.accept', { amount: format.money(offer.totals.gross, offer.currency) })}
          </Button>
          <Button look="plain" onPress={() => setDeclining(true)}>
            {t('sign.decline')}
          </Button>
        </div>
      </form>
      <Dialog isOpen={declining} onClose={() => setDeclining(false)} title={t('sign.declineTitle')}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            setDeclining(false)
            onAnswer({ decision: 'declined', name, ...(reason.trim() && { reason }) })
          }}
        >
          {nameInput}
          <TextArea label={t('sign.reason')} value={reason} onChange={setReason} />
          <div className="actions">
            <Button look="quiet" onPress={() => setDeclining(false)}>
              {t('shell:actions.cancel')}
            </Button>
            <Button type="submit" isDisabled={name.trim() === ''}>
              {t('sign.decline')}
            </Button>
          </div>
        </form>
      </Dialog>
    </section>
  )
}
