import type { GroupReopening } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { decideGroupReopening } from '../../api/group.ts'
import { Button } from '../../design/button.tsx'
import { Badge, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'

const MOODS = { asked: 'warn', confirmed: 'good', withdrawn: 'plain' } as const

/** Closed months somebody wanted open again: another person confirms. */
export function Reopenings({ items }: { items: readonly GroupReopening[] }) {
  const { t } = useTranslation('group-months')
  const format = useFormats()
  const client = useQueryClient()
  const deciding = useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: 'confirmed' | 'withdrawn' }) =>
      decideGroupReopening(id, decision),
    onSuccess: async ({ state }) => {
      say(t(`said.${state}`))
      await client.invalidateQueries({ queryKey: ['group'] })
    },
  })
  return (
    <>
      {deciding.error && <ProblemNotice error={deciding.error} />}
      <DataTable
        caption={t('reopenings')}
        rows={items}
        rowKey={({ groupReopeningId }) => groupReopeningId}
        columns={[
          { id: 'month', head: t('fromMonth'), cell: ({ period }) => format.month(period) },
          { id: 'reason', head: t('reason'), cell: ({ reason }) => reason },
          {
            id: 'state',
            head: t('state'),
            cell: ({ state, askedBy, decidedBy }) => (
              <>
                <Badge mood={MOODS[state]}>{t(`states.${state}`)}</Badge>
                <div className="small soft">{[askedBy, decidedBy].filter(Boolean).join(' → ')}</div>
              </>
            ),
          },
          {
            id: 'through',
            head: t('closedThrough'),
            cell: ({ closedThrough }) => (closedThrough ? format.month(closedThrough) : '–'),
          },
          {
            id: 'act',
            head: <span className="unseen">{t('act')}</span>,
            label: '',
            end: true,
            cell: ({ groupReopeningId: id, state, period, mayConfirm }) =>
              state === 'asked' && (
                <span className="row">
                  {mayConfirm && (
                    <Button
                      small
                      aria-label={`${t('confirm')}: ${format.month(period)}`}
                      isPending={deciding.isPending && deciding.variables.decision === 'confirmed'}
                      onPress={() => deciding.mutate({ id, decision: 'confirmed' })}
                    >
                      {t('confirm')}
                    </Button>
                  )}
                  <Button
                    small
                    look="plain"
                    aria-label={`${t('withdraw')}: ${format.month(period)}`}
                    isDisabled={deciding.isPending}
                    onPress={() => deciding.mutate({ id, decision: 'withdrawn' })}
                  >
                    {t('withdraw')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
    </>
  )
}
