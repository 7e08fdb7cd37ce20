import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { choosePassword } from '../../api/session.ts'
import { Button } from '../../design/button.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { Gate } from '../../shell/gate.tsx'

/** Behind a link that works once: an invitation, or a forgotten password. */
export function ChoosePage() {
  const { t } = useTranslation('mail')
  const client = useQueryClient()
  const { token = '' } = useParams({ strict: false })
  const [password, setPassword] = useState('')
  const choosing = useMutation({
    mutationFn: () => choosePassword(token, password),
    // Whoever was signed in here is so no longer.
    onSuccess: () => client.clear(),
  })
  return (
    <Gate title={t('choose.title')} alone>
      <div className="gate-form card stack">
        <h1>{t('choose.title')}</h1>
        {choosing.isSuccess ? (
          <>
            <p role="status" className="notice good">
              {t('choose.done')}
            </p>
            <Link to="/sign-in">{t('forgotten.back')}</Link>
          </>
        ) : (
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault()
              choosing.mutate()
            }}
          >
            <TextInput
              label={t('choose.password')}
              type="password"
              name="new-password"
              autoComplete="new-password"
              help={t('choose.help')}
              value={password}
              onChange={setPassword}
              isRequired
              wrong={faultOf(choosing.error, 'newPassword')}
            />
            {choosing.error && <ProblemNotice error={choosing.error} />}
            <Button type="submit" isPending={choosing.isPending}>
              {t('choose.save')}
            </Button>
            {choosing.error && <Link to="/forgotten-password">{t('forgotten.link')}</Link>}
          </form>
        )}
      </div>
    </Gate>
  )
}
