import type { Comparison } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { comparisonQuery, packsQuery } from '../../api/group.ts'
import { isZero, negated } from '../../api/money.ts'
import { Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { previousPeriod } from '../../shell/period.ts'
import { PeriodChoice } from '../../shell/period-choice.tsx'

/** A month of the group beside the month before, the same month a year before, and the plan. */
export function ComparisonPage() {
  const { t } = useTranslation('group')
  const search = useSearch({ strict: false }) as { period?: string }
  const packs = useQuery(packsQuery)
  const newest = packs.data?.items
    .map((pack) => pack.period)
    .sort()
    .at(-1)
  const period =
    search.period ?? newest ?? (packs.isPending ? undefined : previousPeriod(today().slice(0, 7)))
  return (
    <Page
      title={t('consolidation.comparison.title')}
      intro={t('consolidation.comparison.intro')}
      actions={period && <PeriodChoice period={period} />}
    >
      {period ? <Compared period={period} /> : <Loading heights={[320]} />}
    </Page>
  )
}

function Compared({ period }: { period: string }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  const comparison = useQuery(comparisonQuery(period))
  if (comparison.error) return <ProblemNotice error={comparison.error} onRetry={() => comparison.refetch()} />
  if (!comparison.data) return <Loading heights={[320, 200]} />
  const { data } = comparison
  if (data.accounts.length === 0)
    return (
      <Empty title={t('figures.none', { month: format.month(period) })}>
        <p>{t('figures.noneNext')}</p>
      </Empty>
    )
  return (
    <>
      <Accounts data={data} part="month" />
      <Accounts data={data} part="end" />
      {data.budgets.length > 0 && <Budgets data={data} />}
    </>
  )
}

type Account = Comparison['accounts'][number]
type Part = 'month' | 'end'

/** Books count debit positive; a reader expects income, debts and equity positive. */
const shown = (type: Account['type'], amount: string) =>
  type === 'asset' || type === 'expense' ? amount : negated(amount)

/** `month`: what income and expense the month added. `end`: what stands at its end, and the year so far. */
function Accounts({ data, part }: { data: Comparison; part: Part }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  const isFlow = ({ type }: Account) => type === 'income' || type === 'expense'
  const rows = part === 'month' ? data.accounts.filter(isFlow) : data.accounts
  const column = (
    id: string,
    head: string,
    of: (account: Account) => { end: string; month: string } | null,
  ) => ({
    id,
    head,
    end: true,
    cell: (account: Account) => {
      const figure = of(account)
      return figure ? format.wholeMoney(shown(account.type, figure[part]), data.currency) : ''
    },
  })
  return (
    <DataTable
      caption={t(`consolidation.comparison.${part}`, { month: format.month(data.period) })}
      rows={rows}
      rowKey={({ group }) => group}
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
        column('now', format.month(data.period), ({ now }) => now),
        ...(data.previousMonth
          ? [column('before', format.month(data.previousMonth), ({ previousMonth }) => previousMonth)]
          : []),
        ...(data.previousYear
          ? [column('year', format.month(data.previousYear), ({ previousYear }) => previousYear)]
          : []),
        ...(data.budgets.length > 0
          ? [column('budget', t('consolidation.comparison.planned'), ({ budget }) => budget)]
          : []),
      ]}
    />
  )
}

function Budgets({ data }: { data: Comparison }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  const typeOf = new Map(data.accounts.map(({ group, type }) => [group, type]))
  const money = (group: string, amount: string) =>
    isZero(amount) ? '–' : format.wholeMoney(shown(typeOf.get(group) ?? 'expense', amount), data.currency)
  return (
    <DataTable
      caption={t('consolidation.comparison.budget', { month: format.month(data.period) })}
      rows={data.budgets}
      rowKey={({ office, group }) => `${group} ${office}`}
      columns={[
        {
          id: 'account',
          head: t('figures.account'),
          cell: ({ group, name, office }) =>
            `${t(`accounts.${group}`, { defaultValue: name })}, ${office.toUpperCase()}`,
        },
        {
          id: 'planned',
          head: t('consolidation.comparison.planned'),
          end: true,
          cell: ({ group, planned }) => money(group, planned.month),
        },
        {
          id: 'actual',
          head: t('consolidation.comparison.actual'),
          end: true,
          cell: ({ group, actual }) => money(group, actual.month),
        },
        {
          id: 'deviation',
          head: t('consolidation.comparison.deviation'),
          end: true,
          cell: ({ group, deviation }) => <b>{money(group, deviation.month)}</b>,
        },
        {
          id: 'year',
          head: t('consolidation.comparison.deviationYear'),
          end: true,
          cell: ({ group, deviation }) => money(group, deviation.end),
        },
      ]}
    />
  )
}
