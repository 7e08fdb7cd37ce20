import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseMail, mailChoiceQuery } from '../../api/mail.ts'
import { changePassword, type OfficeRight, portals, sessionQuery } from '../../api/session.ts'
import { Button } from '../../design/button.tsx'
import { CheckInput } from '../../design/check.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { Gate } from '../../shell/gate.tsx'

/** What belongs to the person and to no office: the password, and which news they want. */
export function AccountPage() {
  const { t } = useTranslation(['mail', 'shell'])
  const { data: me } = useSuspenseQuery(sessionQuery)
  const memberIn = me ? portals(me).member : []
  return (
    <Gate title={t('account.title')} alone>
      <div className="gate-form card stack">
        <h1>{t('account.title')}</h1>
        <p className="soft">
          {me?.user.name}, {me?.user.email}
        </p>
        <PasswordForm />
        {memberIn.length > 0 && (
          <section className="stack" aria-labelledby="news-title">
            <h2 id="news-title">{t('account.news')}</h2>
            {memberIn.map((office) => (
              <NewsChoice key={office.slug} office={office} />
            ))}
          </section>
        )}
        <Link to="/">{t('shell:home')}</Link>
      </div>
    </Gate>
  )
}

function PasswordForm() {
  const { t } = useTranslation('mail')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const changing = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      setCurrent('')
      setNext('')
    },
  })
  return (
    <form
      className="stack"
      aria-labelledby="password-title"
      onSubmit={(event) => {
        event.preventDefault()
        changing.mutate()
      }}
    >
      <h2 id="password-title">{t('account.change')}</h2>
      <TextInput
        label={t('account.current')}
        type="password"
        name="current-password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        isRequired
      />
      <TextInput
        label={t('choose.password')}
        type="password"
        name="new-password"
        autoComplete="new-password"
        help={t('choose.help')}
        value={next}
        onChange={setNext}
        isRequired
        wrong={faultOf(changing.error, 'newPassword')}
      />
      {changing.error && <ProblemNotice error={changing.error} />}
      {changing.isSuccess && (
        <p role="status" className="notice good">
          {t('account.changed')}
        </p>
      )}
      <div>
        <Button type="submit" isPending={changing.isPending}>
          {t('choose.save')}
        </Button>
      </div>
    </form>
  )
}

function NewsChoice({ office: { slug, name } }: { office: OfficeRight }) {
  const { t } = useTranslation('mail')
  const client = useQueryClient()
  const choice = useQuery(mailChoiceQuery(slug))
  const choosing = useMutation({
    mutationFn: (wanted: boolean) => chooseMail(slug, wanted),
    onSuccess: (answer) => client.setQueryData(mailChoiceQuery(slug).queryKey, answer),
  })
  return (
    <>
      <CheckInput
        isChecked={choice.data?.wagePaid ?? true}
        isDisabled={!choice.data || choosing.isPending}
        onChange={(wanted) => choosing.mutate(wanted)}
      >
        {t('account.wagePaid', { office: name })}
      </CheckInput>
      {choosing.error && <ProblemNotice error={choosing.error} />}
    </>
  )
}
