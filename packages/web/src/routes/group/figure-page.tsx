import type { OpenedFigure } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { figureQuery } from '../../api/group.ts'
import { Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { previousPeriod } from '../../shell/period.ts'

/** What one figure of the group is the sum of. */
export function FigurePage() {
  const { t } = useTranslation('group')
  const format = useFormats()
  const { account = '' } = useParams({ strict: false })
  const search = useSearch({ strict: false }) as { period?: string }
  const period = search.period ?? previousPeriod(today().slice(0, 7))
  const figure = useQuery(figureQuery(period, account))
  const { data } = figure
  return (
    <Page
      title={t(`accounts.${account}`, { defaultValue: data?.name ?? account })}
      intro={t('consolidation.figure.intro', { month: format.month(period) })}
      actions={
        <Link className="button quiet" to="/group" search={{ period }}>
          {t('drill.back')}
        </Link>
      }
    >
      {figure.error && <ProblemNotice error={figure.error} onRetry={() => figure.refetch()} />}
      {figure.isPending && !figure.error && <Loading heights={[300]} />}
      {data && <Parts data={data} />}
    </Page>
  )
}

interface Part {
  key: string
  what: ReactNode
  amount: string
}

function Parts({ data }: { data: OpenedFigure }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  const rows: Part[] = [
    ...data.offices.map(({ office, method, share, amount }) => ({
      key: `office ${office}`,
      what: (
        <>
          <Link
            to="/group/accounts/$account/$office"
            params={{ account: data.group, office }}
            search={{ period: data.period }}
          >
            {t('consolidation.figure.office', { office: office.toUpperCase() })}
          </Link>{' '}
          <span className="soft">
            {t(`consolidation.methods.${method}`)}
            {share !== '1' && `, ${share}`}
          </span>
        </>
      ),
      amount,
    })),
    ...data.minority.map(({ office, amount }) => ({
      key: `minority ${office}`,
      what: t('consolidation.figure.minority', { office: office.toUpperCase() }),
      amount,
    })),
    ...data.eliminations.map(({ kind, offices: [first = '', second = ''], amount }) => ({
      key: `elimination ${kind} ${first} ${second}`,
      what: t('consolidation.figure.elimination', {
        what: t(`consolidation.pairs.${kind}`, { first: first.toUpperCase(), second: second.toUpperCase() }),
      }),
      amount,
    })),
    ...data.adjustments.map(({ groupAdjustmentId, period, title, amount }) => ({
      key: groupAdjustmentId,
      what: t('consolidation.figure.adjustment', { title, month: format.month(period) }),
      amount,
    })),
  ]
  return (
    <DataTable
      caption={t('consolidation.figure.caption', { account: data.group })}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { id: 'what', head: t('consolidation.figure.part'), cell: ({ what }) => what },
        {
          id: 'amount',
          head: t('drill.amount'),
          end: true,
          cell: ({ amount }) => format.money(amount, data.currency),
        },
      ]}
      foot={
        <tr>
          <th scope="row">{t('figures.total')}</th>
          <td className="end" data-label={t('drill.amount')}>
            {format.money(data.total, data.currency)}
          </td>
        </tr>
      }
    />
  )
}
