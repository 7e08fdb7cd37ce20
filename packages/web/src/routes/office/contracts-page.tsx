import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ContractState, contractsQuery } from '../../api/office.ts'
import { Badge, Empty, Loading, ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useRested } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { CONTRACT_MOOD } from '../../wages/contract-mood.ts'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

const STATES = ['quote', 'order', 'split', 'started', 'done', 'invoiced', 'closed', 'cancelled'] as const

export function ContractsPage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const [search, setSearch] = useState('')
  const [state, setState] = useState('all')
  const words = useRested(search.trim(), 250)
  const contracts = useInfiniteQuery(
    contractsQuery(slug, {
      ...(words && { search: words }),
      ...(state !== 'all' && { state: state as ContractState }),
    }),
  )
  const items = contracts.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('contracts.title')} intro={t('contracts.intro')}>
      <search className="filters">
        <TextInput label={t('contracts.search')} type="search" value={search} onChange={setSearch} />
        <ChoiceInput
          label={t('contracts.state')}
          value={state}
          onChange={setState}
          choices={[
            { id: 'all', label: t('contracts.all') },
            ...STATES.map((id) => ({ id, label: t(`state.${id}`) })),
          ]}
        />
      </search>
      {contracts.error && <ProblemNotice error={contracts.error} onRetry={() => contracts.refetch()} />}
      {contracts.isPending && !contracts.error && <Loading heights={[420]} />}
      {contracts.data && items.length === 0 && (
        <Empty title={t('contracts.none')}>
          <p>{t('contracts.noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('contracts.title')}
          captionUnseen
          rows={items}
          rowKey={({ contractId }) => contractId}
          columns={[
            {
              id: 'job',
              head: t('contracts.job'),
              cell: ({ contractId, title, reference }) => (
                <span>
                  <Link to="/office/$office/contracts/$id" params={{ office: slug, id: contractId }}>
                    {title}
                  </Link>
                  <br />
                  <span className="soft small">{reference}</span>
                </span>
              ),
            },
            { id: 'client', head: t('clients.client'), cell: ({ client }) => client.name },
            {
              id: 'days',
              head: t('contracts.days'),
              cell: ({ startsOn, endsOn }) => format.days(startsOn, endsOn),
            },
            {
              id: 'state',
              head: t('contracts.state'),
              cell: ({ state: at }) => <Badge mood={CONTRACT_MOOD[at]}>{t(`state.${at}`)}</Badge>,
            },
            {
              id: 'payBy',
              head: t('contracts.payBy'),
              cell: ({ payBy, net }) =>
                net.paidOn
                  ? t('contracts.paidOn', { day: format.shortDay(net.paidOn) })
                  : format.shortDay(payBy),
            },
            {
              id: 'fee',
              head: t('contracts.fee'),
              end: true,
              cell: ({ fee, currency }) => format.money(fee, currency),
            },
          ]}
        />
      )}
      <More list={contracts} />
    </Page>
  )
}
