import type { ClientRisk } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { clientRiskQuery, letterAddress } from '../../api/late.ts'
import { Badge, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { type Formats, useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { ClientMandates } from './client-mandates.tsx'
import { LimitForm, StepForm } from './client-risk-forms.tsx'
import { LimitBar } from './limit-bar.tsx'
import { MergeClient, MergedClients } from './merge-client.tsx'
import { useOffice } from './office-portal.tsx'

/** How a client pays, what it owes by law and why, what may be lent on it, and what is to be done. */
export function ClientRiskPage() {
  const { t } = useTranslation('office')
  const { id = '' } = useParams({ strict: false })
  const office = useOffice()
  const risk = useQuery(clientRiskQuery(office.slug, id))
  return (
    <Page
      title={risk.data?.name ?? t('late.title')}
      intro={t('risk.intro')}
      actions={
        <Link to="/office/$office/late" params={{ office: office.slug }}>
          {t('risk.back')}
        </Link>
      }
    >
      {risk.error && <ProblemNotice error={risk.error} onRetry={() => risk.refetch()} />}
      {risk.isPending && !risk.error && <Loading heights={[220, 320]} />}
      {risk.data && (
        <>
          <Standing risk={risk.data} />
          <Overdue risk={risk.data} />
          <StepForm risk={risk.data} />
          {office.may('approver', 'finance') && <LimitForm risk={risk.data} />}
          {office.currency === 'EUR' && <ClientMandates clientId={id} clientName={risk.data.name} />}
          <History risk={risk.data} />
          <MergedClients merged={risk.data.merged} />
          {office.may('approver', 'finance') && <MergeClient risk={risk.data} />}
        </>
      )}
    </Page>
  )
}

const GROUNDS = ['paidInvoices', 'daysLate', 'overdueDays', 'brokenPromises', 'lostInvoices'] as const

function Standing({ risk }: { risk: ClientRisk }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { limit, history, rating, ratedOn, currency } = risk
  const money = (amount: string) => format.money(amount, currency)
  return (
    <section className="card stack due" aria-labelledby="standing-title">
      <h2 id="standing-title" className="row">
        {t(`risk.rated.${rating}`)}
        {ratedOn && <span className="small soft">{t('risk.since', { day: format.day(ratedOn) })}</span>}
        {risk.bankruptOn && <Badge mood="bad">{t('clients.bankrupt')}</Badge>}
        {risk.handedOverOn && <Badge mood="warn">{t('late.handedOver')}</Badge>}
      </h2>
      {risk.consumer && <p className="small">{t('risk.consumer')}</p>}
      {history && (
        <>
          <h3>{t('risk.grounds')}</h3>
          <dl className="facts">
            {GROUNDS.map((name) => (
              <div key={name}>
                <dt>{t(`risk.${name}`)}</dt>
                <dd className="number">{format.number(history[name])}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h3>{t('risk.limit')}</h3>
      <p>
        <b className="number">{money(limit.holds)}</b> – {t(`risk.because.${limit.reason}`)}
      </p>
      <LimitBar used={limit.exposure} limit={limit.holds} />
      <dl className="facts">
        <div>
          <dt>{t('risk.decided')}</dt>
          <dd className="number">{money(limit.decided)}</dd>
        </div>
        {limit.insured && limit.insuredUntil && (
          <div>
            <dt>{t('risk.insuredUntil', { day: format.day(limit.insuredUntil) })}</dt>
            <dd className="number">{money(limit.insured)}</dd>
          </div>
        )}
        <div>
          <dt>{t('risk.exposure')}</dt>
          <dd className="number">{money(limit.exposure)}</dd>
        </div>
      </dl>
      <p className="small soft">{t('risk.newWork')}</p>
    </section>
  )
}

function Overdue({ risk }: { risk: ClientRisk }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  if (risk.overdue.length === 0) return <p className="soft">{t('risk.nothingOverdue')}</p>
  const money = (amount: string) => format.money(amount, risk.currency)
  const reasons = [...new Set(risk.overdue.flatMap(({ without }) => without ?? []))]
  return (
    <section className="stack">
      <DataTable
        caption={t('risk.overdue')}
        rows={risk.overdue}
        rowKey={({ invoiceId }) => invoiceId}
        columns={[
          { id: 'invoice', head: t('risk.invoice'), cell: ({ number }) => number },
          {
            id: 'due',
            head: t('risk.due'),
            cell: ({ dueOn, daysLate }) =>
              `${format.shortDay(dueOn)}, ${t('late.days', { count: daysLate })}`,
          },
          {
            id: 'state',
            head: t('risk.state'),
            cell: (one) => <span className="small">{stateOf(one, t, format)}</span>,
          },
          { id: 'open', head: t('late.open'), end: true, cell: ({ open }) => money(open) },
          { id: 'interest', head: t('late.interest'), end: true, cell: ({ interest }) => money(interest) },
          { id: 'costs', head: t('late.costs'), end: true, cell: ({ costs }) => money(costs) },
        ]}
      />
      {reasons.map((reason) => (
        <p key={reason} className="small soft">
          {t(`risk.without.${reason}`)}
        </p>
      ))}
      {risk.overdue
        .filter(({ parts }) => parts.length > 0)
        .map(({ invoiceId, number, parts }) => (
          <details key={invoiceId} className="as-table">
            <summary>{t('risk.computed', { number })}</summary>
            <ul className="stack">
              {parts.map(({ from, days, balance, percent, source, unverified }) => (
                <li key={from}>
                  {t('risk.part', {
                    count: days,
                    balance: money(balance),
                    percent: format.rate(percent),
                    source,
                  })}
                  {unverified && (
                    <span className="small soft"> {t('risk.unverified', { reason: unverified })}</span>
                  )}
                </li>
              ))}
            </ul>
          </details>
        ))}
    </section>
  )
}

type OverdueInvoice = ClientRisk['overdue'][number]
type Say = ReturnType<typeof useTranslation<'office'>>['t']

function stateOf({ pause, pauseUntil, pauseReason, level }: OverdueInvoice, t: Say, format: Formats): string {
  if (pause === 'promise') return t('risk.pause.promise', { day: format.day(pauseUntil ?? '') })
  if (pause) return [t(`risk.pause.${pause}`), pauseReason].filter(Boolean).join(': ')
  return level === 0 ? t('risk.notReminded') : t('risk.reminded', { level })
}

/** What was said of a client that was merged into this one says of which. */
const withName = (text: string, of: string | null) => (of === null ? text : `${text} (${of})`)

function History({ risk }: { risk: ClientRisk }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const money = (amount: string | null) => (amount === null ? '' : format.money(amount, risk.currency))
  return (
    <>
      {risk.steps.length > 0 && (
        <DataTable
          caption={t('risk.steps')}
          rows={risk.steps}
          rowKey={({ collectionStepId }) => collectionStepId}
          columns={[
            { id: 'kind', head: t('risk.kind'), cell: ({ kind }) => t(`risk.step.${kind}`) },
            { id: 'day', head: t('risk.day'), cell: ({ happenedOn }) => format.day(happenedOn) },
            {
              id: 'until',
              head: t('risk.until'),
              cell: ({ untilOn }) => (untilOn ? format.day(untilOn) : ''),
            },
            { id: 'reason', head: t('risk.reason'), cell: ({ reason }) => reason },
            { id: 'amount', head: t('late.amount'), end: true, cell: ({ amount }) => money(amount) },
          ]}
        />
      )}
      {risk.letters.length > 0 && (
        <DataTable
          caption={t('risk.letters')}
          rows={risk.letters}
          rowKey={({ dunningLetterId }) => dunningLetterId}
          columns={[
            {
              id: 'letter',
              head: t('risk.day'),
              cell: ({ dunningLetterId, sentOn }) => (
                <a href={letterAddress(slug, dunningLetterId)} download>
                  {t('risk.pdf', { day: format.day(sentOn) })}
                </a>
              ),
            },
            {
              id: 'level',
              head: t('late.level'),
              cell: ({ level, levels }) => t('late.levelOf', { level, levels }),
            },
            { id: 'open', head: t('late.open'), end: true, cell: ({ open }) => money(open) },
          ]}
        />
      )}
      {risk.limits.length > 0 && (
        <DataTable
          caption={t('risk.limits')}
          rows={risk.limits.map((limit, at) => ({ ...limit, at }))}
          rowKey={({ at }) => String(at)}
          columns={[
            { id: 'kind', head: t('risk.kind'), cell: ({ kind }) => t(`risk.limitKind.${kind}`) },
            { id: 'day', head: t('risk.day'), cell: ({ decidedOn }) => format.day(decidedOn) },
            { id: 'reason', head: t('risk.reason'), cell: ({ reason, of }) => withName(reason, of) },
            { id: 'amount', head: t('late.amount'), end: true, cell: ({ amount }) => money(amount) },
          ]}
        />
      )}
      {risk.ratings.length > 0 && (
        <DataTable
          caption={t('risk.ratings')}
          rows={risk.ratings.map((rated, at) => ({ ...rated, at }))}
          rowKey={({ at }) => String(at)}
          columns={[
            { id: 'day', head: t('risk.day'), cell: ({ ratedOn }) => format.day(ratedOn) },
            {
              id: 'rating',
              head: t('late.rating'),
              cell: ({ rating, of }) => withName(t(`risk.rated.${rating}`), of),
            },
            {
              id: 'late',
              head: t('risk.daysLate'),
              end: true,
              cell: ({ daysLate }) => format.number(daysLate),
            },
          ]}
        />
      )}
    </>
  )
}
