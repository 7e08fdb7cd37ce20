import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askForPassword } from '../../api/session.ts'
import { Button } from '../../design/button.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { Gate } from '../../shell/gate.tsx'

/** Asks for a link; what is answered is the same for every address. */
export function ForgottenPage() {
  const { t } = useTranslation('mail')
  const [email, setEmail] = useState('')
  const asking = useMutation({ mutationFn: () => askForPassword(email) })
  return (
    <Gate title={t('forgotten.title')} alone>
      <div className="gate-form card stack">
        <h1>{t('forgotten.title')}</h1>
        {asking.isSuccess ? (
          <p role="status" className="notice good">
            {t('forgotten.sent')}
          </p>
        ) : (
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault()
              asking.mutate()
            }}
          >
            <p>{t('forgotten.how')}</p>
            <TextInput
              label={t('recipient')}
              type="email"
              name="email"
              autoComplete="username"
              value={email}
              onChange={setEmail}
              isRequired
              wrong={faultOf(asking.error, 'email')}
            />
            {asking.error && <ProblemNotice error={asking.error} />}
            <Button type="submit" isPending={asking.isPending}>
              {t('forgotten.send')}
            </Button>
          </form>
        )}
        <Link to="/sign-in">{t('forgotten.back')}</Link>
      </div>
    </Gate>
  )
}
