import type { PayRun } from '@samen/api/client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { isZero } from '../../api/money.ts'
import {
  approvePayRun,
  correctionQuery,
  paymentFileAddress,
  payRunPayslipsQuery,
  payRunQuery,
  postPayRun,
} from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { StoredDifferences } from './correction-differences.tsx'
import { Excluded } from './excluded.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

/** One pay run on its way: computed, approved by a second person, posted, sent to the bank. */
export function PayRunPage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const { id = '' } = useParams({ strict: false })
  const run = useQuery(payRunQuery(office.slug, id))
  if (run.error) {
    return (
      <Page title={t('run.one')}>
        <ProblemNotice error={run.error} onRetry={() => run.refetch()} />
      </Page>
    )
  }
  if (!run.data) return <Loading heights={[60, 200, 400]} />
  const { data } = run
  const money = (amount: string) => format.money(amount, data.currency)
  return (
    <Page
      title={t(data.kind === 'correction' ? 'run.correctionTitle' : 'run.title', {
        day: format.day(data.dueOn),
      })}
      intro={t('run.prepared', { name: data.preparedBy, moment: format.moment(data.preparedAt) })}
    >
      <Stations run={data} />
      <section className="card stack" aria-label={t(data.kind === 'wages' ? 'run.totals' : 'run.correction')}>
        {data.kind === 'wages' && (
          <dl className="facts">
            <div>
              <dt>{t('payDay.payslips')}</dt>
              <dd className="number">{format.number(data.payslips)}</dd>
            </div>
            <div>
              <dt>{t('payDay.net')}</dt>
              <dd className="number">{money(data.net)}</dd>
            </div>
            <div>
              <dt>{t('payDay.cost')}</dt>
              <dd className="number">{money(data.employerCost)}</dd>
            </div>
            <div>
              <dt>{t('payDay.advance')}</dt>
              <dd className="number">{money(data.advance)}</dd>
            </div>
            <div>
              <dt>{t('payDay.paidOn')}</dt>
              <dd className="number">{format.shortDay(data.paidOn)}</dd>
            </div>
          </dl>
        )}
        {data.late > 0 && <p className="notice bad">{t('payDay.late', { count: data.late })}</p>}
        <NextStep run={data} />
      </section>
      {data.excluded.length > 0 && data.state !== 'discarded' && <Excluded excluded={data.excluded} />}
      {data.kind === 'correction' ? <StoredDifferences id={id} /> : <Payslips id={id} />}
    </Page>
  )
}

const STATIONS = ['computed', 'approved', 'posted'] as const

function Stations({ run }: { run: PayRun }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const at = STATIONS.indexOf(run.state as (typeof STATIONS)[number])
  const notes = {
    computed: run.preparedBy,
    approved: run.approvedBy ?? '',
    posted: run.postedAt ? format.moment(run.postedAt) : '',
  }
  if (run.state === 'discarded') return <p className="notice">{t('run.discarded')}</p>
  return (
    <ol className="stations" aria-label={t('run.stations')}>
      {STATIONS.map((station, index) => (
        <li
          key={station}
          className={index <= at ? 'reached' : ''}
          {...(index === at && { 'aria-current': 'step' as const })}
        >
          <b>{t(`run.${station}`)}</b>
          <span className="small soft">{index <= at ? notes[station] : t(`run.next.${station}`)}</span>
        </li>
      ))}
    </ol>
  )
}

/** What can be done now, by the reader, and if not, who can. */
function NextStep({ run }: { run: PayRun }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const isCorrection = run.kind === 'correction'
  const correction = useQuery({ ...correctionQuery(office.slug, run.payRunId), enabled: isCorrection })
  const money = (amount: string) => format.money(amount, run.currency)
  // A correction pays nobody where all that differs is owed to authorities, or by workers.
  const hasFile = !isCorrection || correction.data === undefined || !isZero(correction.data.toWorkers)
  const settled = async (said: string) => {
    say(said)
    await client.invalidateQueries({ queryKey: ['office', office.slug] })
  }
  const approving = useMutation({
    mutationFn: () => approvePayRun(office.slug, run.payRunId),
    onSuccess: () => {
      setAsking(false)
      return settled(t('run.approvedNow'))
    },
  })
  const posting = useMutation({
    mutationFn: () => postPayRun(office.slug, run.payRunId),
    onSuccess: () => settled(t('run.postedNow', { count: run.payslips })),
  })
  if (run.state === 'discarded') return null
  return (
    <div className="next-step">
      {run.state === 'computed' &&
        (run.mayApprove ? (
          <>
            <p>{t(isCorrection ? 'run.correctionYouMayApprove' : 'run.youMayApprove')}</p>
            <Button onPress={() => setAsking(true)}>{t('run.approve')}</Button>
          </>
        ) : (
          <p>{t('run.secondPerson', { name: run.preparedBy })}</p>
        ))}
      {run.state === 'approved' && (
        <>
          <p>{t(isCorrection ? 'run.correctionReadyToPost' : 'run.readyToPost')}</p>
          {office.may('staff', 'approver') && (
            <Button onPress={() => posting.mutate()} isPending={posting.isPending}>
              {t('run.post')}
            </Button>
          )}
        </>
      )}
      {run.state === 'posted' && (
        <>
          <p>{t(hasFile ? 'run.done' : 'run.correctionDoneUnpaid')}</p>
          {hasFile && office.may('approver', 'finance') && (
            <a className="button" href={paymentFileAddress(office.slug, run.payRunId)} download>
              {t('run.download')}
            </a>
          )}
        </>
      )}
      {posting.isPending && (
        <ProgressBar
          isIndeterminate
          aria-label={t('run.posting', { count: run.payslips })}
          className="progress"
        >
          <span className="progress-bar" />
          <span className="small">{t('run.posting', { count: run.payslips })}</span>
        </ProgressBar>
      )}
      {posting.error && <ProblemNotice error={posting.error} />}
      <Dialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        role="alertdialog"
        title={t(isCorrection ? 'run.correctionAskTitle' : 'run.askTitle')}
      >
        <p>
          {isCorrection
            ? t('run.correctionAsk', {
                count: run.payslips,
                paid: money(correction.data?.toWorkers ?? '0.00'),
                claims: money(correction.data?.claims ?? '0.00'),
              })
            : t('run.ask', { count: run.payslips, net: money(run.net), day: format.day(run.dueOn) })}
        </p>
        <p className="soft small">{t('run.askMeaning')}</p>
        {approving.error && <ProblemNotice error={approving.error} />}
        <div className="actions">
          <Button look="quiet" onPress={() => setAsking(false)}>
            {t('actions.cancel')}
          </Button>
          <Button autoFocus onPress={() => approving.mutate()} isPending={approving.isPending}>
            {t('run.askYes')}
          </Button>
        </div>
      </Dialog>
    </div>
  )
}

function Payslips({ id }: { id: string }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const payslips = useInfiniteQuery(payRunPayslipsQuery(slug, id))
  if (payslips.error) return <ProblemNotice error={payslips.error} onRetry={() => payslips.refetch()} />
  if (!payslips.data) return <Loading heights={[400]} />
  return (
    <>
      <DataTable
        caption={t('run.payslips')}
        rows={payslips.data.pages.flatMap(({ items }) => items)}
        rowKey={({ payslipId }) => payslipId}
        columns={[
          {
            id: 'member',
            head: t('run.member'),
            cell: ({ payslipId, member }) => (
              <Link to="/office/$office/payslips/$id" params={{ office: slug, id: payslipId }}>
                {member.name}
              </Link>
            ),
          },
          { id: 'job', head: t('run.job'), cell: ({ contract }) => contract.title },
          {
            id: 'gross',
            head: t('payDay.gross'),
            end: true,
            cell: ({ gross, currency }) => format.money(gross, currency),
          },
          {
            id: 'advance',
            head: t('run.advance'),
            end: true,
            cell: ({ advance, currency }) =>
              isZero(advance) ? (
                <span className="soft">–</span>
              ) : (
                <span className="lent">{format.money(advance, currency)}</span>
              ),
          },
          {
            id: 'net',
            head: t('payDay.net'),
            end: true,
            cell: ({ net, currency }) => <b>{format.money(net, currency)}</b>,
          },
        ]}
      />
      <More list={payslips} />
    </>
  )
}
