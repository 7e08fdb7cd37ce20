import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '../api/problem.ts'
import { demoQuery, homeOf, sessionQuery, signIn } from '../api/session.ts'
import { Button } from '../design/button.tsx'
import { ProblemNotice } from '../design/feedback.tsx'
import { TextInput } from '../design/field.tsx'
import { Gate } from '../shell/gate.tsx'
import { useDraft } from '../shell/hooks.ts'
import { DemoPeople } from './demo-people.tsx'

export function SignInPage() {
  const { t } = useTranslation(['shell', 'mail'])
  const router = useRouter()
  const client = useQueryClient()
  const { next } = useSearch({ strict: false }) as { next?: string }
  const [{ email }, change] = useDraft('sign-in', { email: '' })
  const [password, setPassword] = useState('')
  const { data: demo } = useQuery(demoQuery)

  const signing = useMutation({
    mutationFn: async (who: { email: string; password: string }) => {
      await signIn(who.email, who.password)
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      return client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    },
    onSuccess: (me) => {
      // Only a path of this app: an address of another site would carry the visitor away.
      const wanted = next?.startsWith('/') && !next.startsWith('//') ? next : undefined
      if (me) router.history.push(wanted ?? homeOf(me))
    },
  })

  return (
    <Gate title={t('signIn.title')}>
      <div className="gate-words">
        <h1>{t('signIn.promise')}</h1>
        <p>{t('signIn.how')}</p>
        <Stems />
      </div>
      <div className="gate-form card stack">
        <h2>{t('signIn.title')}</h2>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            signing.mutate({ email, password })
          }}
        >
          <TextInput
            label={t('signIn.email')}
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={(value) => change({ email: value })}
            isRequired
          />
          <TextInput
            label={t('signIn.password')}
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            isRequired
          />
          {signing.error && (
            <ProblemNotice
              error={signing.error}
              {...(asProblem(signing.error).status >= 500 && {
                onRetry: () => signing.mutate({ email, password }),
              })}
            />
          )}
          <Button type="submit" isPending={signing.isPending}>
            {t('signIn.button')}
          </Button>
          <Link to="/forgotten-password">{t('mail:forgotten.link')}</Link>
        </form>
        {demo && demo.signIns.length > 0 && (
          <DemoPeople signIns={demo.signIns} disabled={signing.isPending} onChoose={signing.mutate} />
        )}
      </div>
    </Gate>
  )
}

/** Many circles, each sharing a stem with the next: the wordmark's idea, at the size of a cooperative. */
function Stems() {
  const places = Array.from({ length: 12 }, (_, index) => index)
  return (
    <svg
      className="stems"
      viewBox="0 0 620 132"
      fill="none"
      strokeWidth="9"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {places.map((index) => (
        <circle key={index} cx={34 + index * 50} cy="72" r="20.5" className={`c${(index * 5) % 4}`} />
      ))}
      {places.slice(1).map((index) => (
        <path
          key={index}
          d={`M${9 + index * 50} ${index % 3 === 0 ? 20 : 44}V${index % 4 === 1 ? 118 : 92}`}
        />
      ))}
    </svg>
  )
}
