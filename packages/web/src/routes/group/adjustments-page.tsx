import type { GroupAdjustment, GroupTerms } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adjustmentsQuery, decideAdjustment, termsQuery } from '../../api/group.ts'
import { Button } from '../../design/button.tsx'
import { Badge, Empty, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { AdjustmentDialog } from './adjustment-dialog.tsx'

const MOODS = { proposed: 'warn', approved: 'good', withdrawn: 'plain' } as const

/** What the group itself writes down: its own entries, proposed by one and approved by another, and how offices are held. */
export function AdjustmentsPage() {
  const { t } = useTranslation('group')
  const adjustments = useQuery(adjustmentsQuery)
  const terms = useQuery(termsQuery)
  const [proposing, setProposing] = useState(false)
  const error = adjustments.error ?? terms.error
  const { data } = adjustments
  return (
    <Page
      title={t('consolidation.adjustments.title')}
      intro={t('consolidation.adjustments.intro')}
      actions={
        terms.data && (
          <Button onPress={() => setProposing(true)}>{t('consolidation.adjustments.propose')}</Button>
        )
      }
    >
      {error && (
        <ProblemNotice error={error} onRetry={() => Promise.all([adjustments.refetch(), terms.refetch()])} />
      )}
      {!error && !(data && terms.data) && <Loading heights={[240, 160]} />}
      {data?.items.length === 0 && (
        <Empty title={t('consolidation.adjustments.none')}>
          <p>{t('consolidation.adjustments.noneNext')}</p>
        </Empty>
      )}
      {data && data.items.length > 0 && terms.data && <Entries items={data.items} terms={terms.data} />}
      {terms.data && terms.data.holdings.length > 0 && <Holdings terms={terms.data} />}
      {proposing && terms.data && <AdjustmentDialog terms={terms.data} onClose={() => setProposing(false)} />}
    </Page>
  )
}

function Entries({ items, terms }: { items: readonly GroupAdjustment[]; terms: GroupTerms }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  const client = useQueryClient()
  const names = new Map(terms.accounts.map(({ group, name }) => [group, name]))
  const deciding = useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: 'approval' | 'withdrawal' }) =>
      decideAdjustment(id, decision),
    onSuccess: async ({ state }) => {
      say(t(`consolidation.adjustments.said.${state}`))
      await client.invalidateQueries({ queryKey: ['group'] })
    },
  })
  return (
    <>
      {deciding.error && <ProblemNotice error={deciding.error} />}
      <DataTable
        caption={t('consolidation.adjustments.entries')}
        rows={items}
        rowKey={({ groupAdjustmentId }) => groupAdjustmentId}
        columns={[
          {
            id: 'title',
            head: t('consolidation.adjustments.entry'),
            cell: ({ title, reason }) => (
              <>
                {title}
                <br />
                <span className="small soft">{reason}</span>
              </>
            ),
          },
          {
            id: 'month',
            head: t('packs.month'),
            cell: ({ period, reversedIn }) => (
              <>
                {format.month(period)}
                {reversedIn && (
                  <span className="small soft">
                    <br />
                    {t('consolidation.adjustments.reversedIn', { month: format.month(reversedIn) })}
                  </span>
                )}
              </>
            ),
          },
          {
            id: 'lines',
            head: t('consolidation.adjustments.lines'),
            end: true,
            cell: ({ lines }) =>
              lines.map(({ group, amount }) => (
                <div key={`${group} ${amount}`}>
                  <span className="soft">
                    {t(`accounts.${group}`, { defaultValue: names.get(group) ?? group })}
                  </span>{' '}
                  {format.money(amount, terms.currency)}
                </div>
              )),
          },
          {
            id: 'state',
            head: t('consolidation.differences.state'),
            cell: ({ state, proposedBy, decidedBy }) => (
              <>
                <Badge mood={MOODS[state]}>{t(`consolidation.adjustments.states.${state}`)}</Badge>
                <br />
                <span className="small soft">{[proposedBy, decidedBy].filter(Boolean).join(' → ')}</span>
              </>
            ),
          },
          {
            id: 'decide',
            head: <span className="unseen">{t('consolidation.adjustments.decide')}</span>,
            label: '',
            end: true,
            cell: ({ groupAdjustmentId: id, title, state, mayApprove }) =>
              state === 'proposed' && (
                <span className="row">
                  {mayApprove && (
                    <Button
                      small
                      aria-label={t('consolidation.adjustments.approveOf', { title })}
                      isPending={deciding.isPending && deciding.variables.id === id}
                      onPress={() => deciding.mutate({ id, decision: 'approval' })}
                    >
                      {t('consolidation.adjustments.approve')}
                    </Button>
                  )}
                  <Button
                    small
                    look="quiet"
                    aria-label={t('consolidation.adjustments.withdrawOf', { title })}
                    onPress={() => deciding.mutate({ id, decision: 'withdrawal' })}
                  >
                    {t('consolidation.adjustments.withdraw')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
    </>
  )
}

function Holdings({ terms }: { terms: GroupTerms }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  return (
    <DataTable
      caption={t('consolidation.holdings')}
      rows={terms.holdings}
      rowKey={({ office, from }) => `${office} ${from}`}
      columns={[
        { id: 'office', head: t('figures.office'), cell: ({ office }) => office.toUpperCase() },
        { id: 'from', head: t('consolidation.from'), cell: ({ from }) => format.month(from) },
        {
          id: 'method',
          head: t('consolidation.method'),
          cell: ({ method }) => t(`consolidation.methods.${method}`),
        },
        { id: 'share', head: t('consolidation.share'), end: true, cell: ({ share }) => share },
      ]}
    />
  )
}
