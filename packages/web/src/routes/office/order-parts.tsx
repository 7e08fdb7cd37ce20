import type { ContractDetail } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orderPartsQuery, splitOrder } from '../../api/orders.ts'
import { Button } from '../../design/button.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { MilestonesDialog } from './milestones-dialog.tsx'
import { useOffice } from './office-portal.tsx'

/** An order that is worked and billed in parts: how to split it, or what it was split into. */
export function OrderParts({ contract }: { contract: ContractDetail }) {
  if (contract.state === 'split') return <Parts contract={contract} />
  return contract.state === 'order' && contract.startsOn < contract.endsOn ? (
    <Split contract={contract} />
  ) : null
}

function Split({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation('quotes')
  const { slug, may } = useOffice()
  const client = useQueryClient()
  const [planning, setPlanning] = useState(false)
  const isLong = contract.startsOn.slice(0, 7) !== contract.endsOn.slice(0, 7)
  const splitting = useMutation({
    mutationFn: (every: 'month' | 'quarter') => splitOrder(slug, contract.contractId, { every }),
    onSuccess: async ({ items }) => {
      say(t('parts.done', { count: items.length }))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  if (!may('staff', 'approver')) return null
  return (
    <section className="card stack" aria-labelledby="parts-title">
      <h2 id="parts-title">{t('parts.title')}</h2>
      <p className="soft">{t('parts.meaning')}</p>
      <div className="row">
        {(isLong ? (['month', 'quarter'] as const) : []).map((every) => (
          <Button
            key={every}
            look="quiet"
            isPending={splitting.isPending && splitting.variables === every}
            onPress={() => splitting.mutate(every)}
          >
            {t(`parts.${every}`)}
          </Button>
        ))}
        <Button look="quiet" onPress={() => setPlanning(true)}>
          {t('parts.milestones')}
        </Button>
      </div>
      {planning && <MilestonesDialog contract={contract} onClose={() => setPlanning(false)} />}
      {splitting.error && <ProblemNotice error={splitting.error} />}
    </section>
  )
}

function Parts({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation(['quotes', 'office'])
  const format = useFormats()
  const { slug } = useOffice()
  const parts = useQuery(orderPartsQuery(slug, contract.contractId))
  if (parts.error) return <ProblemNotice error={parts.error} onRetry={() => parts.refetch()} />
  return (
    <DataTable
      caption={t('parts.title')}
      rows={parts.data?.items ?? []}
      rowKey={({ contractId }) => contractId}
      columns={[
        {
          id: 'part',
          head: t('parts.part'),
          cell: ({ contractId, label, reference }) => (
            <>
              <Link to="/office/$office/contracts/$id" params={{ office: slug, id: contractId }}>
                {label}
              </Link>{' '}
              <span className="soft small">{reference}</span>
            </>
          ),
        },
        { id: 'days', head: t('parts.days'), cell: ({ startsOn, endsOn }) => format.days(startsOn, endsOn) },
        {
          id: 'fee',
          head: t('totals.net'),
          end: true,
          cell: ({ fee }) => format.money(fee, contract.currency),
        },
        { id: 'state', head: t('parts.state'), cell: ({ state }) => t(`office:state.${state}`) },
      ]}
    />
  )
}
