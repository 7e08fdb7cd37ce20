import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trialBalanceQuery } from '../../api/office.ts'
import { Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { PeriodChoice } from '../../shell/period-choice.tsx'
import { useOffice } from './office-portal.tsx'
import { YearDownloads } from './year-downloads.tsx'

/** The office's accounts of a month: debit positive, credit negative, the sum zero. */
export function TrialBalancePage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const search = useSearch({ strict: false }) as { period?: string }
  const period = search.period ?? today().slice(0, 7)
  const balance = useQuery(trialBalanceQuery(slug, period))
  const { data } = balance
  const money = (amount: string) => format.money(amount, data?.currency ?? 'EUR')
  return (
    <Page title={t('trial.title')} intro={t('trial.intro')} actions={<PeriodChoice period={period} />}>
      {balance.error && <ProblemNotice error={balance.error} onRetry={() => balance.refetch()} />}
      {balance.isPending && !balance.error && <Loading heights={[520]} />}
      {data && data.accounts.length === 0 && (
        <Empty title={t('trial.none')}>
          <p>{t('trial.noneNext')}</p>
        </Empty>
      )}
      {data && data.accounts.length > 0 && (
        <DataTable
          caption={format.month(period)}
          rows={data.accounts}
          rowKey={({ account }) => account}
          wide
          columns={[
            {
              id: 'account',
              head: t('trial.account'),
              cell: ({ account, number, name }) => (
                <Link
                  to="/office/$office/trial-balance/$account"
                  params={{ office: slug, account }}
                  search={{ period }}
                >
                  {number} {name}
                </Link>
              ),
            },
            {
              id: 'group',
              head: t('trial.group'),
              cell: ({ group, groupName }) => <span title={groupName}>{group}</span>,
            },
            { id: 'opening', head: t('trial.opening'), end: true, cell: ({ opening }) => money(opening) },
            { id: 'debit', head: t('trial.debit'), end: true, cell: ({ debit }) => money(debit) },
            { id: 'credit', head: t('trial.credit'), end: true, cell: ({ credit }) => money(credit) },
            {
              id: 'closing',
              head: t('trial.closing'),
              end: true,
              cell: ({ closing }) => <b>{money(closing)}</b>,
            },
          ]}
          foot={
            <tr>
              <th scope="row" colSpan={3}>
                {t('trial.total')}
              </th>
              <td className="end">{money(data.debit)}</td>
              <td className="end">{money(data.credit)}</td>
              <td />
            </tr>
          }
        />
      )}
      <YearDownloads year={period.slice(0, 4)} />
    </Page>
  )
}
