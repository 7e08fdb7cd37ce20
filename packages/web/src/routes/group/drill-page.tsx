import type { DrillDown } from '@samen/api/client'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { consolidationQuery, drillDownQuery } from '../../api/group.ts'
import { portals, sessionQuery } from '../../api/session.ts'
import { Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { previousPeriod } from '../../shell/period.ts'

/** What stands behind one figure of the group: the office's own accounts, in its own currency, and never a person. */
export function DrillPage() {
  const { t } = useTranslation('group')
  const format = useFormats()
  const { account = '', office = '' } = useParams({ strict: false })
  const search = useSearch({ strict: false }) as { period?: string }
  const period = search.period ?? previousPeriod(today().slice(0, 7))
  const drill = useQuery(drillDownQuery(period, account, office))
  const figures = useQuery(consolidationQuery(period))
  const named = figures.data?.offices.find(({ slug }) => slug === office)
  const { data } = drill
  return (
    <Page
      title={t(`accounts.${account}`, { defaultValue: data?.name ?? account })}
      intro={t('drill.intro', { office: named?.name ?? data?.office ?? office, month: format.month(period) })}
      actions={
        <Link className="button quiet" to="/group" search={{ period }}>
          {t('drill.back')}
        </Link>
      }
    >
      {drill.error && <ProblemNotice error={drill.error} onRetry={() => drill.refetch()} />}
      {drill.isPending && !drill.error && <Loading heights={[300]} />}
      {data && <Accounts data={data} />}
      {data && (data.homeCurrency !== data.currency || data.method !== 'full') && <Parts data={data} />}
    </Page>
  )
}

function Accounts({ data }: { data: DrillDown }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  const isForeign = data.homeCurrency !== data.currency
  return (
    <DataTable
      caption={t('drill.accounts')}
      rows={data.accounts}
      rowKey={({ account }) => account}
      columns={[
        {
          id: 'number',
          head: t('figures.account'),
          cell: (account) => <AccountName of={account} in={data} />,
        },
        ...(isForeign
          ? [
              {
                id: 'home',
                head: t('drill.home', { currency: data.homeCurrency }),
                end: true,
                cell: ({ home }: Account) => format.money(home, data.homeCurrency),
              },
            ]
          : []),
        {
          id: 'movement',
          head: t('drill.movement'),
          end: true,
          cell: ({ movement }) => format.money(movement, data.currency),
        },
        {
          id: 'amount',
          head: t('drill.amount'),
          end: true,
          cell: ({ amount }) => format.money(amount, data.currency),
        },
      ]}
      foot={
        <tr>
          <th scope="row" colSpan={isForeign ? 3 : 2}>
            {t('figures.total')}
          </th>
          <td className="end" data-label={t('drill.amount')}>
            {format.money(data.total, data.currency)}
          </td>
        </tr>
      }
    />
  )
}

/** The products each amount is the sum of: home amount, rate, amount. */
function Parts({ data }: { data: DrillDown }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  return data.accounts
    .filter(({ parts }) => parts.length > 0)
    .map((account) => (
      <DataTable
        key={account.account}
        caption={t('drill.parts', { account: nameOf(account, t) })}
        rows={account.parts}
        rowKey={({ basis, day, home, amount }) => `${basis} ${day} ${home} ${amount}`}
        columns={[
          {
            id: 'basis',
            head: t('drill.basis'),
            cell: ({ basis, day }) =>
              t(`drill.bases.${basis}`, { date: format.day(day), month: format.month(day.slice(0, 7)) }),
          },
          {
            id: 'home',
            head: t('drill.home', { currency: data.homeCurrency }),
            end: true,
            cell: ({ home }) => format.money(home, data.homeCurrency),
          },
          ...(account.parts.some(({ share }) => share !== '1')
            ? [{ id: 'share', head: t('consolidation.share'), cell: ({ share }: { share: string }) => share }]
            : []),
          {
            id: 'rate',
            head: t('drill.rate'),
            cell: ({ rate }) =>
              rate &&
              `${t('drill.perUnit', { rate: format.decimal(rate.perUnit), home: data.homeCurrency, currency: data.currency })} (${t(`rateSource.${rate.source}`)})`,
          },
          {
            id: 'amount',
            head: t('drill.home', { currency: data.currency }),
            end: true,
            cell: ({ amount }) => format.money(amount, data.currency),
          },
        ]}
      />
    ))
}

type Account = DrillDown['accounts'][number]

/** Rounding is no account of the office's: the server names it in English, the reader's language says it here. */
const nameOf = ({ account, number, name }: Account, t: TFunction<'group'>) =>
  account === 'rounding' ? t('drill.bases.rounding') : `${number} ${name}`

/** Leads to the entries where the office is on this server and the reader may see its books. */
function AccountName({ of, in: { office, period } }: { of: Account; in: DrillDown }) {
  const { t } = useTranslation('group')
  const { data: me } = useSuspenseQuery(sessionQuery)
  const mayRead = me && portals(me).office.some(({ slug }) => slug === office)
  // What came about by translating stands under a number of the group chart, and in no office's books.
  const isOwn = of.account !== 'rounding' && !of.number.startsWith('G')
  if (!mayRead || !isOwn) return nameOf(of, t)
  return (
    <Link
      to="/office/$office/trial-balance/$account"
      params={{ office, account: of.account }}
      search={{ period }}
    >
      {nameOf(of, t)}
    </Link>
  )
}
