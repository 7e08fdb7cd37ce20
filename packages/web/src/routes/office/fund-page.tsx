import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { size } from '../../api/money.ts'
import { exposureQuery, fundsQuery } from '../../api/office.ts'
import { FundMonths, FundPosition } from '../../charts/fund-months.tsx'
import { Button } from '../../design/button.tsx'
import { Badge, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { FundCockpit } from './fund-cockpit.tsx'
import { FundStress } from './fund-stress.tsx'
import { LimitBar } from './limit-bar.tsx'
import { useOffice } from './office-portal.tsx'

/** The guarantee fund: what is there, what is lent and to whose unpaid invoices, what came back and what is lost. */
export function FundPage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const funds = useQuery(fundsQuery(slug))
  const exposure = useQuery(exposureQuery(slug))
  const data = funds.data
  const guarantee = data && (data.funds.find(({ code }) => code.includes('guarantee')) ?? data.funds[0])
  const [shown, setShown] = useState(10)
  const clients = [...(exposure.data?.clients ?? [])].sort((a, b) => size(b.advanced) - size(a.advanced))
  return (
    <Page title={t('fund.title')} intro={t('fund.intro')}>
      {funds.error && <ProblemNotice error={funds.error} onRetry={() => funds.refetch()} />}
      {funds.isPending && !funds.error && <Loading heights={[220, 340]} />}
      {data && guarantee && (
        <>
          <section className="card stack due" aria-labelledby="position-title">
            <h2 id="position-title">{t(`fundNames.${guarantee.code}`, { defaultValue: guarantee.name })}</h2>
            <FundPosition
              available={guarantee.available}
              advanced={guarantee.advanced}
              currency={data.currency}
            />
            <dl className="facts">
              {(['contributed', 'recovered', 'lost', 'spent'] as const).map((name) => (
                <div key={name}>
                  <dt>{t(`fund.ever.${name}`)}</dt>
                  <dd className="number">{format.money(guarantee[name], data.currency)}</dd>
                </div>
              ))}
            </dl>
            <p className="small soft">{t('fund.identity')}</p>
          </section>
          <section className="card stack" aria-labelledby="months-title">
            <h2 id="months-title">{t('fund.months')}</h2>
            <FundMonths
              title={t('fund.months')}
              currency={data.currency}
              months={data.months.filter(({ code }) => code === guarantee.code)}
            />
          </section>
        </>
      )}
      <FundCockpit />
      <FundStress />
      {exposure.error && <ProblemNotice error={exposure.error} onRetry={() => exposure.refetch()} />}
      {exposure.data && (
        <DataTable
          caption={t('fund.exposure')}
          rows={clients.slice(0, shown)}
          rowKey={({ clientId }) => clientId}
          columns={[
            {
              id: 'client',
              head: t('clients.client'),
              cell: ({ name, bankrupt }) => (
                <span className="row">
                  {name} {bankrupt && <Badge mood="bad">{t('clients.bankrupt')}</Badge>}
                </span>
              ),
            },
            {
              id: 'bar',
              head: t('fund.ofLimit'),
              cell: ({ advanced, creditLimit }) => <LimitBar used={advanced} limit={creditLimit} />,
            },
            {
              id: 'advanced',
              head: t('fund.advancedNow'),
              end: true,
              cell: ({ advanced }) => format.money(advanced, exposure.data.currency),
            },
            {
              id: 'limit',
              head: t('clients.limit'),
              end: true,
              cell: ({ creditLimit }) => format.money(creditLimit, exposure.data.currency),
            },
          ]}
        />
      )}
      {clients.length > shown && (
        <div>
          <Button look="quiet" onPress={() => setShown(clients.length)}>
            {t('fund.allClients', { count: clients.length })}
          </Button>
        </div>
      )}
      {data && data.funds.length > 1 && (
        <DataTable
          caption={t('fund.others')}
          rows={data.funds}
          rowKey={({ fundId }) => fundId}
          columns={[
            {
              id: 'name',
              head: t('fund.fund'),
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
              id: 'spent',
              head: t('fund.spent'),
              end: true,
              cell: ({ spent }) => format.money(spent, data.currency),
            },
          ]}
        />
      )}
    </Page>
  )
}
