import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { packsQuery } from '../../api/group.ts'
import { Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { Members } from './members.tsx'
import { Refusals } from './refusals.tsx'

/** What the offices have sent, each pack naming the one before it. */
export function PacksPage() {
  const { t } = useTranslation('group')
  const format = useFormats()
  const packs = useQuery(packsQuery)
  const items = packs.data?.items ?? []
  return (
    <Page title={t('packs.title')} intro={t('packs.intro')}>
      {packs.error && <ProblemNotice error={packs.error} onRetry={() => packs.refetch()} />}
      {packs.isPending && !packs.error && <Loading heights={[360]} />}
      {packs.data && items.length === 0 && (
        <Empty title={t('packs.none')}>
          <p>{t('packs.noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('packs.title')}
          captionUnseen
          rows={items}
          rowKey={({ office, packNo }) => office + packNo}
          columns={[
            { id: 'office', head: t('figures.office'), cell: ({ office }) => office.toUpperCase() },
            {
              id: 'month',
              head: t('packs.month'),
              cell: ({ period }) => (
                <Link to="/group" search={{ period }}>
                  {format.month(period)}
                </Link>
              ),
            },
            { id: 'number', head: t('packs.number'), cell: ({ packNo }) => format.number(packNo) },
            {
              id: 'corrects',
              head: t('packs.corrects'),
              cell: ({ supersedes }) =>
                supersedes === null ? '' : t('packs.correctsPack', { number: format.number(supersedes) }),
            },
            {
              id: 'received',
              head: t('packs.received'),
              cell: ({ receivedAt }) => format.moment(receivedAt),
            },
            {
              id: 'hash',
              head: t('packs.hash'),
              cell: ({ hash }) => <code title={hash}>{hash.slice(0, 12)}</code>,
            },
            {
              id: 'previous',
              head: t('packs.previous'),
              cell: ({ previousHash }) =>
                previousHash ? (
                  <code title={previousHash}>{previousHash.slice(0, 12)}</code>
                ) : (
                  t('packs.first')
                ),
            },
          ]}
        />
      )}
      <Refusals />
      <Members />
    </Page>
  )
}
