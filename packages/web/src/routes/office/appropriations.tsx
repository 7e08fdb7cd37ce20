import type { Appropriation, FiscalYears } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { minor, negated } from '../../api/money.ts'
import { approveAppropriation, withdrawAppropriation } from '../../api/years.ts'
import { Button } from '../../design/button.tsx'
import { Badge, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'

const MOODS = { proposed: 'warn', approved: 'good', withdrawn: 'plain' } as const

interface AppropriationsProps {
  items: readonly Appropriation[]
  companies: FiscalYears['companies']
}

/** What assemblies decided on results: one person writes it down, another approves. */
export function Appropriations({ items, companies }: AppropriationsProps) {
  const { t } = useTranslation('years')
  const format = useFormats()
  const office = useOffice()
  const client = useQueryClient()
  const deciding = useMutation({
    mutationFn: ({ id, approves }: { id: string; approves: boolean }) =>
      (approves ? approveAppropriation : withdrawAppropriation)(office.slug, id),
    onSuccess: async ({ state }) => {
      say(t(`said.${state}`))
      await client.invalidateQueries({ queryKey: ['office', office.slug] })
    },
  })
  const nameOf = (no: number) => companies.find(({ entityNo }) => entityNo === no)?.name ?? String(no)
  const what = ({ toReserves, currency }: Appropriation) =>
    minor(toReserves) > 0n
      ? t('setAside', { amount: format.money(toReserves, currency) })
      : t('covered', { amount: format.money(negated(toReserves), currency) })
  if (items.length === 0) return <p className="soft">{t('none')}</p>
  return (
    <>
      {deciding.error && <ProblemNotice error={deciding.error} />}
      <DataTable
        caption={t('decisions')}
        rows={items}
        rowKey={({ appropriationId }) => appropriationId}
        columns={[
          { id: 'what', head: t('decision'), cell: what },
          {
            id: 'year',
            head: t('year'),
            cell: ({ entityNo, yearFrom, yearTo }) => (
              <>
                {format.day(yearFrom)} – {format.day(yearTo)}
                {companies.length > 1 && <div className="small soft">{nameOf(entityNo)}</div>}
              </>
            ),
          },
          { id: 'day', head: t('decidedOn'), cell: ({ decidedOn }) => format.day(decidedOn) },
          { id: 'minutes', head: t('minutes'), cell: ({ minutes }) => minutes },
          {
            id: 'state',
            head: t('state'),
            cell: ({ state, proposedBy, approvedBy }) => (
              <>
                <Badge mood={MOODS[state]}>{t(`decided.${state}`)}</Badge>
                <div className="small soft">{[proposedBy, approvedBy].filter(Boolean).join(' → ')}</div>
              </>
            ),
          },
          {
            id: 'act',
            head: <span className="unseen">{t('act')}</span>,
            label: '',
            end: true,
            cell: (one) =>
              one.state === 'proposed' &&
              office.may('approver', 'finance') && (
                <span className="row">
                  {one.mayApprove && (
                    <Button
                      small
                      aria-label={`${t('approve')}: ${what(one)}`}
                      isPending={deciding.isPending && deciding.variables.id === one.appropriationId}
                      onPress={() => deciding.mutate({ id: one.appropriationId, approves: true })}
                    >
                      {t('approve')}
                    </Button>
                  )}
                  <Button
                    small
                    look="plain"
                    aria-label={`${t('withdraw')}: ${what(one)}`}
                    isDisabled={deciding.isPending}
                    onPress={() => deciding.mutate({ id: one.appropriationId, approves: false })}
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
