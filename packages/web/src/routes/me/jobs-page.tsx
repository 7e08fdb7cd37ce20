import type { MemberContract } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { jobsQuery, moveJob } from '../../api/member.ts'
import { countryTextsQuery } from '../../api/texts.ts'
import { PromiseClock } from '../../charts/promise-clock.tsx'
import { Button } from '../../design/button.tsx'
import { Badge, Empty, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { CONTRACT_MOOD } from '../../wages/contract-mood.ts'
import { useMemberOffice } from './member-office.tsx'
import './jobs.css'

/** The member's jobs; those whose wage is still to come first, each with its promise clock. */
export function JobsPage() {
  const { t, i18n } = useTranslation(['me', 'quotes'])
  const { office } = useMemberOffice()
  const jobs = useQuery(jobsQuery(office.slug))
  const { data: texts = {} } = useQuery(countryTextsQuery(office.country, i18n.language))
  const items = jobs.data?.items ?? []
  const running = items.filter(
    (job) => !['cancelled', 'closed', 'split'].includes(job.state) && !job.net.paidOn,
  )
  const past = items.filter((job) => !running.includes(job))
  return (
    <Page
      title={t('jobs.title')}
      intro={t('jobs.intro')}
      actions={
        <>
          <Link to="/me/quotes/new" className="button quiet">
            {t('quotes:edit.title')}
          </Link>
          <Link to="/me" className="button">
            {t('jobs.new')}
          </Link>
        </>
      }
    >
      {jobs.error && <ProblemNotice error={jobs.error} onRetry={() => jobs.refetch()} />}
      {jobs.isPending && !jobs.error && <Loading heights={[190, 190]} />}
      {jobs.data && items.length === 0 && (
        <Empty title={t('jobs.none')}>
          <p>{t('jobs.noneNext')}</p>
        </Empty>
      )}
      {running.length > 0 && (
        <JobList jobs={running} texts={texts} office={office.slug} title={t('jobs.running')} />
      )}
      {past.length > 0 && <JobList jobs={past} texts={texts} office={office.slug} title={t('jobs.past')} />}
    </Page>
  )
}

function JobList({
  jobs,
  texts,
  office,
  title,
}: {
  jobs: readonly MemberContract[]
  texts: Record<string, string>
  office: string
  title: string
}) {
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      <ul className="jobs">
        {jobs.map((job) => (
          <Job key={job.contractId} job={job} texts={texts} office={office} />
        ))}
      </ul>
    </section>
  )
}

function Job({ job, texts, office }: { job: MemberContract; texts: Record<string, string>; office: string }) {
  const { t } = useTranslation(['me', 'quotes'])
  const format = useFormats()
  const client = useQueryClient()
  const moving = useMutation({
    mutationFn: (state: MemberContract['state']) => moveJob(office, job.contractId, state),
    onSuccess: async (_, state) => {
      say(t('jobs.moved', { job: job.title, state: t(`state.${state}`) }))
      await client.invalidateQueries({ queryKey: ['me', office, 'jobs'] })
    },
  })
  const net = job.net.paidOn ? job.net.paid : job.net.expected
  const clockRuns = !['cancelled', 'quote', 'split'].includes(job.state)
  return (
    <li className="card job">
      <div className="job-head">
        <div>
          <h3>{job.title}</h3>
          <p className="soft small job-facts">
            <span>{job.client.name}</span> <span>{format.days(job.startsOn, job.endsOn)}</span>{' '}
            <span>{job.reference}</span>
          </p>
        </div>
        <Badge mood={CONTRACT_MOOD[job.state]}>{t(`state.${job.state}`)}</Badge>
      </div>
      {clockRuns && (
        <PromiseClock promise={job.promise} today={today()} paidOn={job.net.paidOn} texts={texts} />
      )}
      <div className="job-foot">
        <dl className="job-money">
          <div>
            <dt>{t('jobs.fee')}</dt>
            <dd className="number">{format.money(job.fee, job.currency)}</dd>
          </div>
          {net !== null && (
            <div>
              <dt>{job.net.paidOn ? t('jobs.netPaid') : t('jobs.netExpected')}</dt>
              <dd className="number net">{format.money(net, job.currency)}</dd>
            </div>
          )}
          {job.invoice && (
            <div>
              <dt>{t('jobs.invoice', { number: job.invoice.number })}</dt>
              <dd>{t(`invoice.${job.invoice.state}`)}</dd>
            </div>
          )}
        </dl>
        <div className="row">
          {job.state === 'quote' && (
            <Link to="/me/quotes/$id" params={{ id: job.contractId }} className="button quiet small">
              {t('quotes:jobs.open')}
              <span className="unseen">: {job.title}</span>
            </Link>
          )}
          {job.nextStates.map((state) => (
            <Button
              key={state}
              small
              look={state === 'cancelled' ? 'plain' : 'quiet'}
              isPending={moving.isPending && moving.variables === state}
              onPress={() => moving.mutate(state)}
              aria-label={`${t(`move.${state}`)}: ${job.title}`}
            >
              {t(`move.${state}`)}
            </Button>
          ))}
        </div>
      </div>
      {job.client.bankrupt && !job.net.paidOn && <p className="notice small">{t('jobs.bankrupt')}</p>}
      {moving.error && <ProblemNotice error={moving.error} />}
    </li>
  )
}
