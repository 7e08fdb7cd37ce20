import type { Consolidation } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'

const MOODS = { agrees: 'good', tolerated: 'plain', differs: 'bad', alone: 'warn' } as const

/** What two offices say of each other and do not agree about: the work list of the close. Nothing where all agree. */
export function Differences({ data }: { data: Consolidation }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  if (data.differences.length === 0) return null
  const name = (slug: string) =>
    data.offices.find((office) => office.slug === slug)?.name ?? slug.toUpperCase()
  const money = (amount: string) => format.money(amount, data.currency)
  return (
    <section className="stack">
      <DataTable
        caption={t('consolidation.differences.title')}
        rows={data.differences}
        rowKey={({ kind, first, second }) => `${kind} ${first} ${second}`}
        columns={[
          {
            id: 'pair',
            head: t('consolidation.differences.between'),
            cell: ({ kind, first, second }) =>
              t(`consolidation.pairs.${kind}`, { first: name(first), second: name(second) }),
          },
          {
            id: 'first',
            head: t('consolidation.differences.firstSays'),
            end: true,
            cell: ({ firstSays }) => money(firstSays),
          },
          {
            id: 'second',
            head: t('consolidation.differences.secondSays'),
            end: true,
            cell: ({ secondSays }) => money(secondSays),
          },
          {
            id: 'difference',
            head: t('consolidation.differences.difference'),
            end: true,
            cell: ({ difference }) => <b>{money(difference)}</b>,
          },
          {
            id: 'since',
            head: t('consolidation.differences.since'),
            cell: ({ since }) => (since ? format.month(since) : ''),
          },
          {
            id: 'state',
            head: t('consolidation.differences.state'),
            cell: ({ state }) => <Badge mood={MOODS[state]}>{t(`consolidation.states.${state}`)}</Badge>,
          },
        ]}
      />
      <p className="soft">{t('consolidation.differences.meaning')}</p>
    </section>
  )
}
