import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { drillDownQuery } from '../../api/group.ts'
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
  const { data } = drill
  return (
    <Page
      title={t(`accounts.${account}`, { defaultValue: data?.name ?? account })}
      intro={t('drill.intro', { office: data?.office ?? office, month: format.month(period) })}
      actions={
        <Link className="button quiet" to="/group" search={{ period }}>
          {t('drill.back')}
        </Link>
      }
    >
      {drill.error && <ProblemNotice error={drill.error} onRetry={() => drill.refetch()} />}
      {drill.isPending && !drill.error && <Loading heights={[300]} />}
      {data && (
        <DataTable
          caption={t('drill.accounts')}
          rows={data.accounts}
          rowKey={({ account: key }) => key}
          columns={[
            { id: 'number', head: t('figures.account'), cell: ({ number, name }) => `${number} ${name}` },
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
              <th scope="row" colSpan={2}>
                {t('figures.total')}
              </th>
              <td className="end" data-label={t('drill.amount')}>
                {format.money(data.total, data.currency)}
              </td>
            </tr>
          }
        />
      )}
    </Page>
  )
}
