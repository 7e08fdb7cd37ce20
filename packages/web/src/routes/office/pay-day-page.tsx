import type { PayRun, PayRunPreview } from '@samen/api/client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isZero, size } from '../../api/money.ts'
import { computePayRun, payRunPreviewQuery, payRunsQuery } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { Badge, Empty, Loading, type Mood, ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { BankTermsCard } from './bank-terms-card.tsx'
import { Excluded } from './excluded.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

export const RUN_MOOD: Record<PayRun['state'], Mood> = {
  computed: 'warn',
  approved: 'brand',
  posted: 'good',
  discarded: 'plain',
}

/** Today's wages: what would go out, who is left out and why, and the runs that wait for somebody. */
export function PayDayPage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { date?: string }
  const date = search.date ?? today()
  const preview = useQuery(payRunPreviewQuery(office.slug, date))
  const runs = useInfiniteQuery(payRunsQuery(office.slug))
  const all = runs.data?.pages.flatMap(({ items }) => items) ?? []
  const waiting = all.filter(({ state }) => state === 'computed' || state === 'approved')
  return (
    <Page
      title={date === today() ? t('payDay.today') : t('payDay.title')}
      intro={format.weekday(date)}
      actions={
        <TextInput
          label={t('payDay.date')}
          type="date"
          value={date}
          onChange={(value) => value && navigate({ to: '.', search: { date: value }, replace: true })}
        />
      }
    >
      {waiting.length > 0 && (
        <section className="stack" aria-labelledby="waiting-title">
          <h2 id="waiting-title">{t('payDay.waiting')}</h2>
          <ul className="waiting">
            {waiting.map((run) => (
              <WaitingRun key={run.payRunId} run={run} />
            ))}
          </ul>
        </section>
      )}
      {preview.error && <ProblemNotice error={preview.error} onRetry={() => preview.refetch()} />}
      {preview.isPending && !preview.error && <Loading heights={[220]} />}
      {preview.data && <Preview preview={preview.data} />}
      {runs.error && <ProblemNotice error={runs.error} onRetry={() => runs.refetch()} />}
      {all.length > 0 && (
        <DataTable
          caption={t('payDay.runs')}
          rows={all}
          rowKey={({ payRunId }) => payRunId}
          columns={[
            {
              id: 'day',
              head: t('payDay.due'),
              cell: (run) => (
                <Link to="/office/$office/pay-runs/$id" params={{ office: office.slug, id: run.payRunId }}>
                  {run.kind === 'correction'
                    ? t('run.correctionOf', { day: format.day(run.dueOn) })
                    : format.day(run.dueOn)}
                  {run.runNo > 1 && ` (${run.runNo})`}
                </Link>
              ),
            },
            {
              id: 'state',
              head: t('payDay.state'),
              cell: ({ state }) => <Badge mood={RUN_MOOD[state]}>{t(`run.${state}`)}</Badge>,
            },
            {
              id: 'payslips',
              head: t('payDay.payslips'),
              end: true,
              cell: ({ payslips }) => format.number(payslips),
            },
            {
              id: 'advance',
              head: t('payDay.advance'),
              end: true,
              cell: ({ advance, currency }) => format.money(advance, currency),
            },
            {
              id: 'net',
              head: t('payDay.net'),
              end: true,
              cell: ({ net, currency }) => <b>{format.money(net, currency)}</b>,
            },
          ]}
        />
      )}
      <More list={runs} />
      <BankTermsCard />
    </Page>
  )
}

function WaitingRun({ run }: { run: PayRun }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  return (
    <li className="card waiting-run">
      <div>
        <Badge mood={RUN_MOOD[run.state]}>
          {t(run.state === 'computed' ? 'payDay.needsApproval' : 'payDay.needsPosting')}
        </Badge>
        <h3>
          {t(run.kind === 'correction' ? 'run.correctionOf' : 'payDay.runOf', { day: format.day(run.dueOn) })}
        </h3>
        <p className="soft small">
          {t('payDay.summary', {
            count: run.payslips,
            net: format.money(run.net, run.currency),
            name: run.preparedBy,
          })}
        </p>
      </div>
      <Link className="button" to="/office/$office/pay-runs/$id" params={{ office: slug, id: run.payRunId }}>
        {run.mayApprove && run.state === 'computed' ? t('payDay.check') : t('payDay.open')}
      </Link>
    </li>
  )
}

function Preview({ preview }: { preview: PayRunPreview }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const client = useQueryClient()
  const navigate = useNavigate()
  const computing = useMutation({
    mutationFn: () => computePayRun(office.slug, preview.date),
    onSuccess: async (run) => {
      await client.invalidateQueries({ queryKey: ['office', office.slug, 'pay-runs'] })
      say(t('payDay.computed', { count: run.payslips }))
      await navigate({
        to: '/office/$office/pay-runs/$id',
        params: { office: office.slug, id: run.payRunId },
      })
    },
  })
  const money = (amount: string) => format.money(amount, preview.currency)
  if (preview.payslips === 0 && preview.excluded.length === 0) {
    return (
      <Empty title={t('payDay.nothing')}>
        <p>{t('payDay.nothingNext')}</p>
      </Empty>
    )
  }
  return (
    <section className="card stack due" aria-labelledby="due-title">
      <div className="row apart">
        <h2 id="due-title">{t('payDay.wouldPay', { count: preview.payslips })}</h2>
        {office.may('staff', 'approver') && preview.payslips > 0 && (
          <Button onPress={() => computing.mutate()} isPending={computing.isPending}>
            {t('payDay.compute')}
          </Button>
        )}
      </div>
      <dl className="facts">
        <div>
          <dt>{t('payDay.net')}</dt>
          <dd className="number">{money(preview.net)}</dd>
        </div>
        <div>
          <dt>{t('payDay.gross')}</dt>
          <dd className="number">{money(preview.gross)}</dd>
        </div>
        <div>
          <dt>{t('payDay.cost')}</dt>
          <dd className="number">{money(preview.employerCost)}</dd>
        </div>
        <div>
          <dt>{t('payDay.paidOn')}</dt>
          <dd className="number">{format.shortDay(preview.paidOn)}</dd>
        </div>
      </dl>
      {preview.late > 0 && <p className="notice bad">{t('payDay.late', { count: preview.late })}</p>}
      <Share
        part={preview.advance}
        whole={preview.employerCost}
        fundAvailable={preview.fundAvailable}
        money={money}
      />
      {preview.waiting > 0 && <p className="small soft">{t('payDay.later', { count: preview.waiting })}</p>}
      {computing.error && <ProblemNotice error={computing.error} />}
      {preview.excluded.length > 0 && <Excluded excluded={preview.excluded} />}
    </section>
  )
}

/** How much of the wages the clients have already paid, and how much the guarantee fund lends. */
function Share({
  part,
  whole,
  fundAvailable,
  money,
}: {
  part: string
  whole: string
  fundAvailable: string
  money: (amount: string) => string
}) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const share = size(whole) > 0 ? size(part) / size(whole) : 0
  return (
    <div className="share">
      <div className="share-bar" aria-hidden="true">
        <span style={{ flexGrow: 1 - share }} className="of-available" />
        <span style={{ flexGrow: share }} className="of-advanced" />
      </div>
      <p className="small">
        {isZero(part)
          ? t('payDay.allCleared')
          : t('payDay.advanceOf', {
              amount: money(part),
              share: format.share(share),
              available: money(fundAvailable),
            })}
      </p>
    </div>
  )
}
