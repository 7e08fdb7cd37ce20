import type { MonthReview as Review } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  askReopening,
  confirmReopening,
  lockMonth,
  monthQuery,
  unlockMonth,
  withdrawReopening,
} from '../../api/bookkeeping.ts'
import { Button } from '../../design/button.tsx'
import { Badge, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

type Step = 'lock' | 'unlock' | 'ask'

/** A month before it is closed: what stands open, what each authority is owed, and whether it may still be posted to. */
export function MonthReview({ period, isOver }: { period: string; isOver: boolean }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const [step, setStep] = useState<Step>()
  const month = useQuery(monthQuery(office.slug, period))
  const { data } = month
  if (month.error) return <ProblemNotice error={month.error} onRetry={() => month.refetch()} />
  if (!data) return <Loading heights={[160]} />
  const isLocked = data.state === 'soft'
  return (
    <section className="stack" aria-label={t('months.review', { month: format.month(period) })}>
      <div className="row">
        <h2>{t('months.review', { month: format.month(period) })}</h2>
        <Badge mood={isLocked ? 'warn' : 'plain'}>{t(`months.state.${data.state}`)}</Badge>
        {isOver && office.may('finance') && (
          <Button look="quiet" small onPress={() => setStep(isLocked ? 'unlock' : 'lock')}>
            {t(isLocked ? 'months.unlock' : 'months.lock')}
          </Button>
        )}
      </div>
      {data.checklist.length === 0 ? (
        <p className="soft">{t('months.nothingOpen')}</p>
      ) : (
        <ul lang="en">
          {data.checklist.map(({ code, blocks, detail }) => (
            <li key={code}>
              {blocks && <Badge mood="bad">{t('months.first')}</Badge>} {detail}
            </li>
          ))}
        </ul>
      )}
      <Authorities review={data} />
      {step && <StepDialog period={period} step={step} onClose={() => setStep(undefined)} />}
    </section>
  )
}

function Authorities({ review }: { review: Review }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const money = (amount: string) => format.money(amount, review.currency)
  const figures = ['opening', 'payslips', 'other', 'closing'] as const
  return (
    <DataTable
      caption={t('months.authorities')}
      rows={review.authorities}
      rowKey={({ code }) => code}
      columns={[
        {
          id: 'authority',
          head: t('months.authority'),
          cell: ({ name, payslips, booked }) => (
            <>
              {name} {payslips !== booked && <Badge mood="bad">{t('months.differs')}</Badge>}
            </>
          ),
        },
        ...figures.map((figure) => ({
          id: figure,
          head: t(`months.${figure}`),
          end: true,
          cell: (row: Review['authorities'][number]) => money(row[figure]),
        })),
      ]}
    />
  )
}

/** The latest closed month, which two people together may open again. */
export function Reopening({ period }: { period: string }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const office = useOffice()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const month = useQuery(monthQuery(office.slug, period))
  const answer = useMutation({
    mutationFn: (isConfirmed: boolean) =>
      (isConfirmed ? confirmReopening : withdrawReopening)(office.slug, period),
    onSuccess: async (_, isConfirmed) => {
      say(t(isConfirmed ? 'months.reopened' : 'months.leftClosed', { month: format.month(period) }))
      await client.invalidateQueries({ queryKey: ['office', office.slug] })
    },
  })
  const asked = month.data?.asked
  if (!month.data || (!asked && !office.may('finance'))) return null
  if (!asked)
    return (
      <div className="row">
        <Button look="quiet" small onPress={() => setIsAsking(true)}>
          {t('months.ask', { month: format.month(period) })}
        </Button>
        {isAsking && <StepDialog period={period} step="ask" onClose={() => setIsAsking(false)} />}
      </div>
    )
  return (
    <div className="notice warn">
      <strong>{t('months.asked', { month: format.month(period), moment: format.moment(asked.at) })}</strong>
      <p>{asked.reason}</p>
      <p className="small">{t('months.secondPerson')}</p>
      {answer.error && <ProblemNotice error={answer.error} />}
      {office.may('approver', 'finance') && (
        <div className="row">
          {asked.mayConfirm && (
            <Button small isPending={answer.isPending} onPress={() => answer.mutate(true)}>
              {t('months.confirm', { month: format.month(period) })}
            </Button>
          )}
          <Button look="quiet" small isDisabled={answer.isPending} onPress={() => answer.mutate(false)}>
            {t('months.withdraw')}
          </Button>
        </div>
      )}
    </div>
  )
}

const STEPS = { lock: lockMonth, unlock: unlockMonth, ask: askReopening }

function StepDialog({ period, step, onClose }: { period: string; step: Step; onClose: () => void }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const month = format.month(period)
  return (
    <ReasonDialog
      title={t(`months.${step}Title`, { month })}
      meaning={t(`months.${step}Meaning`)}
      confirm={t(`months.${step}Yes`, { month })}
      done={t(`months.${step}Done`, { month })}
      onConfirm={(reason) => STEPS[step](slug, period, reason)}
      onClose={onClose}
    />
  )
}
