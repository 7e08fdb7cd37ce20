import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { entriesQuery, trialBalanceQuery } from '../../api/office.ts'
import { Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

/** The entries behind one account of the trial balance. */
export function AccountPage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const { account = '' } = useParams({ strict: false })
  const search = useSearch({ strict: false }) as { period?: string }
  const period = search.period ?? today().slice(0, 7)
  const entries = useInfiniteQuery(entriesQuery(slug, account, period))
  const balance = useQuery(trialBalanceQuery(slug, period))
  const named = balance.data?.accounts.find((one) => one.account === account)
  const items = entries.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page
      title={named ? `${named.number} ${named.name}` : account}
      intro={format.month(period)}
      actions={
        <Link
          className="button quiet"
          to="/office/$office/trial-balance"
          params={{ office: slug }}
          search={{ period }}
        >
          {t('trial.back')}
        </Link>
      }
    >
      {entries.error && <ProblemNotice error={entries.error} onRetry={() => entries.refetch()} />}
      {entries.isPending && !entries.error && <Loading heights={[420]} />}
      {entries.data && items.length === 0 && <Empty title={t('trial.noEntries')} />}
      {items.length > 0 && (
        <DataTable
          caption={t('trial.entries')}
          rows={items}
          rowKey={({ transactionId, entryNo }) => `${transactionId}${entryNo}`}
          columns={[
            {
              id: 'what',
              head: t('trial.what'),
              cell: ({ description, kind }) => description || t(`kind.${kind}`, { defaultValue: kind }),
            },
            {
              id: 'kind',
              head: t('trial.kind'),
              cell: ({ kind }) => t(`kind.${kind}`, { defaultValue: kind }),
            },
            { id: 'day', head: t('trial.day'), cell: ({ effectiveOn }) => format.day(effectiveOn) },
            {
              id: 'amount',
              head: t('trial.amount'),
              end: true,
              cell: ({ amount, currency }) => <b>{format.money(amount, currency)}</b>,
            },
          ]}
        />
      )}
      <More list={entries} />
    </Page>
  )
}
