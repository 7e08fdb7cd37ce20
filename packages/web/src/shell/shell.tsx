import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type OfficeRight, portals, sessionQuery, signOut } from '../api/session.ts'
import { Button } from '../design/button.tsx'
import { Loading, Sayings } from '../design/feedback.tsx'
import { Wordmark } from '../design/wordmark.tsx'
import { ClosedNotice } from './closed-notice.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

interface ShellProps {
  /** Name of the place, under the wordmark: the office, the group. */
  place: string
  /** The links of this portal. */
  nav: ReactNode
  navLabel: string
  /** The office whose pages these are; the group has none. */
  office?: OfficeRight
  children: ReactNode
}

/** The frame of the three portals. The first Tab leads past it. */
export function Shell({ place, nav, navLabel, office, children }: ShellProps) {
  const { t } = useTranslation()
  const rail = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On a phone the links scroll sideways: the one of this page is kept in sight.
  useEffect(() => {
    const active = rail.current?.querySelector<HTMLElement>('[data-status=active]')
    if (active) rail.current?.scrollTo({ left: active.offsetLeft - 24 })
  }, [pathname])
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="top">
        <Link to="/" className="home" aria-label={t('home')}>
          <Wordmark height={30} />
        </Link>
        <Places place={place} />
        <div className="row tools">
          <LanguageSwitch />
          <ThemeSwitch />
          <Leave />
        </div>
      </header>
      <nav ref={rail} className="rail" aria-label={navLabel}>
        {nav}
      </nav>
      <main id="content" tabIndex={-1}>
        {office && <ClosedNotice office={office} />}
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </main>
      <Sayings />
    </div>
  )
}

/** Where the reader is; who has several portals sees them all and changes between them. */
function Places({ place }: { place: string }) {
  const { t } = useTranslation()
  const { data: me } = useSuspenseQuery(sessionQuery)
  if (!me) return null
  const { member, office, group } = portals(me)
  if ((member.length > 0 ? 1 : 0) + office.length + group.length < 2)
    return <span className="place">{place}</span>
  return (
    <nav className="portals" aria-label={t('portals.label')}>
      {member.length > 0 && <Link to="/me">{t('portals.me')}</Link>}
      {office.map(({ slug, name }) => (
        <Link key={slug} to="/office/$office" params={{ office: slug }}>
          {name}
        </Link>
      ))}
      {group.length > 0 && <Link to="/group">{t('portals.group')}</Link>}
    </nav>
  )
}

function Leave() {
  const { t } = useTranslation(['shell', 'mail'])
  const client = useQueryClient()
  const navigate = useNavigate()
  const { data: me } = useSuspenseQuery(sessionQuery)
  return (
    <>
      <Link to="/account" className="who" aria-label={t('mail:account.open', { name: me?.user.name ?? '' })}>
        {me?.user.name}
      </Link>
      <Button
        look="quiet"
        small
        onPress={async () => {
          await signOut()
          client.clear()
          await navigate({ to: '/sign-in' })
        }}
      >
        {t('signOut')}
      </Button>
    </>
  )
}
