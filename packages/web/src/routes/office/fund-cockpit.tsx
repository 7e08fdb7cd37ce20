import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { cockpitQuery } from '../../api/office.ts'
import { DayLines } from '../../charts/day-lines.tsx'
import { Loading, ProblemNotice } from '../../design/feedback.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'

/** What a board steers by: how long money is out, how much is lost, on how few clients it hangs, and the cash to come. */
export function FundCockpit() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const cockpit = useQuery(cockpitQuery(slug))
  const data = cockpit.data
  if (cockpit.error) return <ProblemNotice error={cockpit.error} onRetry={() => cockpit.refetch()} />
  if (!data) return <Loading heights={[160, 260]} />
  const { concentration, currency } = data
  const lowest = data.forecast.reduce((low, day) => (Number(day.cash) < Number(low.cash) ? day : low))
  return (
    <>
      <section className="card stack" aria-labelledby="risk-title">
        <h2 id="risk-title">{t('cockpit.risk')}</h2>
        <dl className="sum-up">
          <div>
            <dt>{t('cockpit.daysOut')}</dt>
            <dd className="number">
              {data.daysOut === null ? '–' : t('cockpit.days', { count: Math.round(data.daysOut) })}
            </dd>
          </div>
          <div>
            <dt>{t('cockpit.lossRatio')}</dt>
            <dd className="number">{data.lossRatio === null ? '–' : format.share(data.lossRatio)}</dd>
          </div>
          <div>
            <dt>{t('cockpit.expectedLoss')}</dt>
            <dd className="number">{format.money(data.expectedLoss, currency)}</dd>
          </div>
          <div>
            <dt>{t('cockpit.largest')}</dt>
            <dd className="number">{concentration ? format.share(concentration.largest) : '–'}</dd>
          </div>
        </dl>
        {concentration && (
          <p className="soft">
            {t('cockpit.concentration', {
              clients: format.number(concentration.clients),
              five: format.share(concentration.five),
              count: Math.max(1, Math.round(concentration.alike)),
            })}
          </p>
        )}
      </section>
      <section className="card stack" aria-labelledby="history-title">
        <h2 id="history-title">{t('cockpit.history')}</h2>
        <DayLines
          title={t('cockpit.history')}
          currency={currency}
          rows={data.history}
          lines={[
            {
              id: 'available',
              label: t('fund.available'),
              look: 'of-available',
              value: (day) => day.available,
            },
            {
              id: 'advanced',
              label: t('fund.advancedNow'),
              look: 'of-advanced',
              value: (day) => day.advanced,
            },
          ]}
        />
      </section>
      <section className="card stack" aria-labelledby="forecast-title">
        <h2 id="forecast-title">{t('cockpit.forecast')}</h2>
        <p className="soft">
          {t('cockpit.lowest', { amount: format.money(lowest.cash, currency), day: format.day(lowest.on) })}{' '}
          {t(data.delaysSeen ? 'cockpit.delaysSeen' : 'cockpit.delaysAssumed', {
            days: format.number(Math.round(data.delayMean)),
          })}
        </p>
        <DayLines
          title={t('cockpit.forecast')}
          currency={currency}
          rows={data.forecast}
          lines={[
            { id: 'cash', label: t('cockpit.cash'), look: 'of-contributed', value: (day) => day.cash },
            ...(['receipts', 'wages', 'taxes'] as const).map((name) => ({
              id: name,
              label: t(`cockpit.${name}`),
              look: '',
              value: (day: (typeof data.forecast)[number]) => day[name],
              tableOnly: true,
            })),
          ]}
        />
        <p className="small soft">{t('cockpit.taxDay')}</p>
      </section>
    </>
  )
}
