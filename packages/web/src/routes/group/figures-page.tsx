import type { Consolidation } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { consolidationQuery, packsQuery, statementAddress, statementPaperAddress } from '../../api/group.ts'
import { type Amount, isZero, negated, sum } from '../../api/money.ts'
import { SectorBars } from '../../charts/sector-bars.tsx'
import { Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { previousPeriod } from '../../shell/period.ts'
import { PeriodChoice } from '../../shell/period-choice.tsx'
import { Differences } from './differences.tsx'
import { Rates } from './rates.tsx'

/** The whole federation in one month: by country, by sector, by group account; each figure leads to its office's account. */
export function FiguresPage() {
  const { t } = useTranslation('group')
  const search = useSearch({ strict: false }) as { period?: string }
  const packs = useQuery(packsQuery)
  // Without a month in the address: the newest a pack has come for.
  const newest = packs.data?.items
    .map((pack) => pack.period)
    .sort()
    .at(-1)
  const period =
    search.period ?? newest ?? (packs.isPending ? undefined : previousPeriod(today().slice(0, 7)))
  return (
    <Page
      title={t('figures.title')}
      intro={t('figures.intro')}
      actions={period && <PeriodChoice period={period} />}
    >
      {period ? <Figures period={period} /> : <Loading heights={[120, 320]} />}
    </Page>
  )
}

function Figures({ period }: { period: string }) {
  const { t, i18n } = useTranslation('group')
  const format = useFormats()
  const figures = useQuery(consolidationQuery(period))
  if (figures.error) return <ProblemNotice error={figures.error} onRetry={() => figures.refetch()} />
  if (!figures.data) return <Loading heights={[120, 320, 400]} />
  const { data } = figures
  if (data.offices.length === 0) {
    return (
      <Empty title={t('figures.none', { month: format.month(period) })}>
        <p>{t('figures.noneNext')}</p>
      </Empty>
    )
  }
  const whole = data.statistics.filter(({ sector }) => sector === 'all')
  const workers = whole.reduce((count, { activeWorkers }) => count + (activeWorkers ?? 0), 0)
  return (
    <>
      {data.missing.length > 0 && (
        <p className="notice warn">
          {t('figures.missing', { offices: data.missing.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <section className="card stack" aria-label={t('figures.title')}>
        <dl className="facts">
          <div>
            <dt>{t('figures.turnover')}</dt>
            <dd className="number">
              {format.wholeMoney(sum(whole.map(({ turnover }) => turnover)), data.currency)}
            </dd>
          </div>
          <div>
            <dt>{t('figures.wages')}</dt>
            <dd className="number">
              {format.wholeMoney(sum(whole.flatMap(({ wages }) => wages ?? [])), data.currency)}
            </dd>
          </div>
          <div>
            <dt>{t('figures.workers')}</dt>
            <dd className="number">{format.number(workers)}</dd>
          </div>
          <div>
            <dt>{t('figures.fundAvailable')}</dt>
            <dd className="number">
              {format.wholeMoney(sum(data.funds.map(({ available }) => available)), data.currency)}
            </dd>
          </div>
        </dl>
      </section>
      <section className="card stack due" aria-labelledby="sectors-title">
        <h2 id="sectors-title">{t('figures.bySector')}</h2>
        <SectorBars data={data} />
      </section>
      {!isZero(data.difference) && (
        <p className="notice bad">
          {t('figures.difference', { amount: format.money(data.difference, data.currency) })}
        </p>
      )}
      {data.restated.length > 0 && (
        <p className="notice warn">
          {t('consolidation.restated', {
            offices: data.restated.map(({ office }) => nameOf(data, office)).join(', '),
            date: format.moment(data.closedAt ?? ''),
          })}
        </p>
      )}
      <Differences data={data} />
      <Statement data={data} part="result" />
      <Statement data={data} part="assets" />
      <Statement data={data} part="liabilities" />
      <div className="row">
        <a className="button" href={statementPaperAddress(period, i18n.language)} download>
          {t('consolidation.download.pdf')}
        </a>
        {(['xlsx', 'csv'] as const).map((kind) => (
          <a key={kind} className="button quiet" href={statementAddress(period, kind)} download>
            {t(`consolidation.download.${kind}`)}
          </a>
        ))}
      </div>
      <Rates data={data} />
      <DataTable
        caption={t('figures.funds')}
        rows={data.funds}
        rowKey={({ office, code }) => office + code}
        columns={[
          {
            id: 'fund',
            head: t('figures.fund'),
            cell: ({ code }) => t(`fundNames.${code}`, { defaultValue: code }),
          },
          { id: 'office', head: t('figures.office'), cell: ({ office }) => nameOf(data, office) },
          {
            id: 'available',
            head: t('fund.available'),
            end: true,
            cell: ({ available }) => format.wholeMoney(available, data.currency),
          },
          {
            id: 'advanced',
            head: t('fund.advancedNow'),
            end: true,
            cell: ({ advanced }) => format.wholeMoney(advanced, data.currency),
          },
          {
            id: 'lost',
            head: t('fund.lost'),
            end: true,
            cell: ({ lost }) => format.wholeMoney(lost, data.currency),
          },
        ]}
      />
    </>
  )
}

type Account = Consolidation['accounts'][number]

const nameOf = (data: Consolidation, slug: string) =>
  data.offices.find((office) => office.slug === slug)?.name ?? slug

type Part = 'result' | 'assets' | 'liabilities'

const PART_OF: Record<Account['type'], Part> = {
  income: 'result',
  expense: 'result',
  asset: 'assets',
  liability: 'liabilities',
  equity: 'liabilities',
}

/** Books count debit positive; a reader expects income, debts and funds positive and costs negative. */
const shown = (amount: Amount, part: Part): Amount => (part === 'assets' ? amount : negated(amount))

/** Income and expenses as the month's movement, the rest as it stands at its end; the whole first, then a column an office. */
function Statement({ data, part }: { data: Consolidation; part: Part }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  const rows = data.accounts.filter(({ type }) => PART_OF[type] === part)
  const amountOf = (account: Account, office: string): Amount =>
    shown((part === 'result' ? account.movementByOffice : account.byOffice)[office] ?? '0.00', part)
  const totalOf = (account: Account): Amount =>
    shown(part === 'result' ? account.movement : account.total, part)
  const money = (amount: Amount) => format.wholeMoney(amount, data.currency)
  return (
    <DataTable
      caption={t(`figures.${part}`, { month: format.month(data.period) })}
      rows={rows}
      rowKey={({ group }) => group}
      wide
      columns={[
        {
          id: 'account',
          head: t('figures.account'),
          cell: ({ group, name }) => (
            <>
              <span className="soft account-number">{group}</span>{' '}
              {t(`accounts.${group}`, { defaultValue: name })}
            </>
          ),
        },
        {
          id: 'total',
          head: t('figures.total'),
          end: true,
          cell: (account: Account) => (
            <Link
              to="/group/accounts/$account"
              params={{ account: account.group }}
              search={{ period: data.period }}
              aria-label={`${t(`accounts.${account.group}`, { defaultValue: account.name })}: ${money(totalOf(account))}`}
            >
              <b>{money(totalOf(account))}</b>
            </Link>
          ),
        },
        ...data.offices.map(({ slug, name, country }) => ({
          id: slug,
          head: format.country(country),
          end: true,
          cell: (account: Account) => {
            const amount = amountOf(account, slug)
            if (isZero(amount)) return <span className="soft">–</span>
            return (
              <Link
                to="/group/accounts/$account/$office"
                params={{ account: account.group, office: slug }}
                search={{ period: data.period }}
                aria-label={`${t(`accounts.${account.group}`, { defaultValue: account.name })}, ${name}: ${money(amount)}`}
              >
                {money(amount)}
              </Link>
            )
          },
        })),
      ]}
      foot={
        <tr>
          <th scope="row">{t(`figures.totals.${part}`)}</th>
          <td className="end">{money(sum(rows.map(totalOf)))}</td>
          {data.offices.map(({ slug }) => (
            <td key={slug} className="end">
              {money(sum(rows.map((account) => amountOf(account, slug))))}
            </td>
          ))}
        </tr>
      }
    />
  )
}
