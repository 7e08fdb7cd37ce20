import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { profileQuery } from '../../api/member.ts'
import { poolQuery } from '../../api/office.ts'
import { FundMonths, FundPosition } from '../../charts/fund-months.tsx'
import { Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { useMemberOffice } from './member-office.tsx'

/** The fund that carries everybody's risk, as a co-owner sees it. */
export function PoolPage() {
  const { t } = useTranslation('me')
  const format = useFormats()
  const { office } = useMemberOffice()
  const funds = useQuery(poolQuery(office.slug))
  const profile = useQuery(profileQuery(office.slug))
  const data = funds.data
  const guarantee = data && (data.funds.find(({ code }) => code.includes('guarantee')) ?? data.funds[0])
  const nameOf = (id: string) => {
    const fund = data?.funds.find(({ fundId }) => fundId === id)
    return fund ? t(`fundNames.${fund.code}`, { defaultValue: fund.name }) : ''
  }
  return (
    <Page title={t('pool.title')} intro={t('pool.intro')}>
      {funds.error && <ProblemNotice error={funds.error} onRetry={() => funds.refetch()} />}
      {funds.isPending && !funds.error && <Loading heights={[160, 340]} />}
      {data && guarantee && (
        <>
          <section className="card stack" aria-label={guarantee.name}>
            <h2>{t(`fundNames.${guarantee.code}`, { defaultValue: guarantee.name })}</h2>
            <FundPosition
              available={guarantee.available}
              advanced={guarantee.advanced}
              currency={data.currency}
            />
            <p className="soft">{t('pool.meaning')}</p>
          </section>
          <section className="card stack">
            <h2>{t('pool.months')}</h2>
            <FundMonths
              title={t('pool.months')}
              currency={data.currency}
              months={data.months.filter(({ code }) => code === guarantee.code)}
            />
          </section>
          <p className="small soft">{t('pool.withheld')}</p>
          <DataTable
            caption={t('pool.all')}
            rows={data.funds}
            rowKey={({ fundId }) => fundId}
            columns={[
              {
                id: 'name',
                head: t('pool.fund'),
                cell: ({ code, name }) => t(`fundNames.${code}`, { defaultValue: name }),
              },
              {
                id: 'contributed',
                head: t('fund.contributed'),
                end: true,
                cell: ({ contributed }) => format.money(contributed, data.currency),
              },
              {
                id: 'available',
                head: t('fund.available'),
                end: true,
                cell: ({ available }) => format.money(available, data.currency),
              },
              {
                id: 'advanced',
                head: t('fund.advancedNow'),
                end: true,
                cell: ({ advanced }) => format.money(advanced, data.currency),
              },
              {
                id: 'lost',
                head: t('fund.lost'),
                end: true,
                cell: ({ lost }) => format.money(lost, data.currency),
              },
            ]}
          />
          {data.transfers.length > 0 && (
            <DataTable
              caption={t('pool.transfers')}
              rows={data.transfers}
              rowKey={({ fundTransferId }) => fundTransferId}
              columns={[
                { id: 'on', head: t('pool.decided'), cell: ({ decidedOn }) => format.day(decidedOn) },
                { id: 'from', head: t('pool.from'), cell: ({ fromFundId }) => nameOf(fromFundId) },
                { id: 'to', head: t('pool.to'), cell: ({ toFundId }) => nameOf(toFundId) },
                { id: 'minutes', head: t('pool.minutes'), cell: ({ minutes }) => minutes },
                {
                  id: 'amount',
                  head: t('pool.amount'),
                  end: true,
                  cell: ({ amount }) => format.money(amount, data.currency),
                },
              ]}
            />
          )}
        </>
      )}
      {profile.data && (
        <div className="halves">
          <DataTable
            caption={t('pool.activities')}
            rows={profile.data.activities}
            rowKey={({ activityId }) => activityId}
            columns={[
              { id: 'name', head: t('pool.activity'), cell: ({ name }) => name },
              {
                id: 'budget',
                head: t('pool.budget'),
                end: true,
                cell: ({ budget }) => format.money(budget, profile.data.currency),
              },
            ]}
          />
          <DataTable
            caption={t('pool.shares')}
            rows={profile.data.shares}
            rowKey={({ number }) => number}
            columns={[
              { id: 'number', head: t('pool.share'), cell: ({ number }) => number },
              { id: 'since', head: t('pool.since'), cell: ({ acquiredOn }) => format.day(acquiredOn) },
              {
                id: 'amount',
                head: t('pool.amount'),
                end: true,
                cell: ({ amount, currency }) => format.money(amount, currency),
              },
            ]}
          />
        </div>
      )}
    </Page>
  )
}
