import type { StressRun } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { size } from '../../api/money.ts'
import { cancelStress, startStress, stressQuery } from '../../api/office.ts'
import { DayLines } from '../../charts/day-lines.tsx'
import { Button } from '../../design/button.tsx'
import { Badge, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'

/** The fund's future played ten thousand times: how likely a late wage is, what capital it takes, what helps most. */
export function FundStress() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const client = useQueryClient()
  const latest = useQuery(stressQuery(slug))
  const again = () => client.invalidateQueries({ queryKey: ['office', slug, 'stress'] })
  const starting = useMutation({ mutationFn: () => startStress(slug), onSettled: again })
  const cancelling = useMutation({ mutationFn: (id: string) => cancelStress(slug, id), onSettled: again })
  const run = latest.data?.run
  const running = run?.state === 'running'
  return (
    <section className="card stack" aria-labelledby="stress-title">
      <h2 id="stress-title">{t('stress.title')}</h2>
      <p className="soft">{t('stress.intro')}</p>
      {latest.error && <ProblemNotice error={latest.error} onRetry={() => latest.refetch()} />}
      {starting.error && <ProblemNotice error={starting.error} />}
      <div className="row">
        <Button isDisabled={running} isPending={starting.isPending} onPress={() => starting.mutate()}>
          {t(run?.report ? 'stress.again' : 'stress.start')}
        </Button>
        {running && (
          <>
            <Button look="quiet" onPress={() => cancelling.mutate(run.runId)}>
              {t('actions.cancel')}
            </Button>
            <progress value={run.done} max={1} aria-label={t('stress.running')} />
            <span className="number soft">{format.share(Math.round(run.done * 100) / 100)}</span>
          </>
        )}
      </div>
      {run?.state === 'failed' && <p className="notice warn">{t('stress.failed')}</p>}
      {run?.state === 'cancelled' && <p className="soft">{t('stress.cancelled')}</p>}
      {run?.report && <Result run={run} report={run.report} />}
    </section>
  )
}

function Result({ run, report }: { run: StressRun; report: NonNullable<StressRun['report']> }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { currency } = run
  const money = (amount: string) => format.wholeMoney(amount, currency)
  const [asIs] = report.scenarios
  if (!asIs) return null
  const holds = size(asIs.capital.value) <= size(report.available)
  return (
    <>
      <dl className="sum-up">
        <div>
          <dt>{t('stress.late', { days: run.days })}</dt>
          <dd className="number">{format.rate(`${asIs.late.value * 100}%`)}</dd>
          <dd className="aside">
            {t('stress.range', {
              low: format.share(asIs.late.low),
              high: format.rate(`${(asIs.late.high * 100).toFixed(2)}%`),
            })}
          </dd>
        </div>
        <div>
          <dt>{t('stress.capital', { oneIn: format.number(report.oneIn) })}</dt>
          <dd className="number">{money(asIs.capital.value)}</dd>
          <dd className="aside">
            {t('stress.range', { low: money(asIs.capital.low), high: money(asIs.capital.high) })}
          </dd>
        </div>
        <div>
          <dt>{t('stress.best')}</dt>
          <dd>{report.best ? t(`stress.lever.${report.best}`) : t('stress.none')}</dd>
          <dd className="aside">
            <Badge mood={holds ? 'good' : 'warn'}>{t(holds ? 'stress.holds' : 'stress.short')}</Badge>{' '}
            {t('stress.has', { amount: money(report.available) })}
          </dd>
        </div>
      </dl>
      <DayLines
        title={t('stress.bands')}
        currency={currency}
        rows={report.bands}
        band={{ low: (day) => day.low, high: (day) => day.high }}
        lines={[
          { id: 'high', label: t('stress.good'), look: 'of-recovered', value: (day) => day.high },
          { id: 'middle', label: t('stress.middle'), look: 'of-contributed', value: (day) => day.middle },
          { id: 'low', label: t('stress.bad'), look: 'of-lost', value: (day) => day.low },
        ]}
      />
      <DataTable
        caption={t('stress.scenarios')}
        rows={report.scenarios}
        rowKey={({ code }) => code}
        columns={[
          {
            id: 'what',
            head: t('stress.what'),
            cell: ({ code, hit }) => (
              <>
                {t(`stress.scenario.${code}`)} {hit && <span className="soft">({hit})</span>}
              </>
            ),
          },
          {
            id: 'late',
            head: t('stress.lateWage'),
            end: true,
            cell: ({ late }) => format.rate(`${(late.value * 100).toFixed(2)}%`),
          },
          {
            id: 'capital',
            head: t('stress.needs', { oneIn: format.number(report.oneIn) }),
            end: true,
            cell: ({ capital }) => money(capital.value),
          },
          {
            id: 'range',
            head: t('stress.between'),
            end: true,
            cell: ({ capital }) => t('stress.range', { low: money(capital.low), high: money(capital.high) }),
          },
          { id: 'lost', head: t('stress.lost'), end: true, cell: ({ lost }) => money(lost.value) },
        ]}
      />
      <DataTable
        caption={t('stress.levers')}
        rows={report.levers}
        rowKey={({ code }) => code}
        columns={[
          {
            id: 'what',
            head: t('stress.leverHead'),
            cell: ({ code }) => (
              <>
                {t(`stress.lever.${code}`)}{' '}
                {code === report.best && <Badge mood="good">{t('stress.top')}</Badge>}
              </>
            ),
          },
          {
            id: 'late',
            head: t('stress.lateWage'),
            end: true,
            cell: ({ late }) => format.rate(`${(late.value * 100).toFixed(2)}%`),
          },
          {
            id: 'saves',
            head: t('stress.saves'),
            end: true,
            cell: ({ saves }) =>
              `${format.rate(`${(saves.value * 100).toFixed(2)}%`)} ± ${format.rate(`${(saves.error * 100).toFixed(2)}%`)}`,
          },
          { id: 'relief', head: t('stress.relief'), end: true, cell: ({ relief }) => money(relief) },
        ]}
      />
      <details className="as-table">
        <summary>{t('stress.restsOn')}</summary>
        <ul>
          {run.assumptions.map(({ code, basis, observations, value }) => (
            <li key={code}>
              {t(`stress.rests.${code}`, {
                value: value === null ? '' : format.number(Math.round(value * 1000) / 1000),
                seen: format.number(observations),
              })}{' '}
              <Badge mood={basis === 'seen' ? 'good' : 'warn'}>{t(`stress.basis.${basis}`)}</Badge>
            </li>
          ))}
        </ul>
        <p className="small soft">
          {t('stress.seed', {
            paths: format.number(run.paths),
            seed: String(run.seed),
            day: format.day(run.today),
          })}
        </p>
      </details>
    </>
  )
}
