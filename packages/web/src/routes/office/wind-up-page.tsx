import type { WindUp } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmWindUp, windUpQuery, withdrawWindUp } from '../../api/wind-up.ts'
import { WindUpSteps } from '../../charts/wind-up-steps.tsx'
import { Button } from '../../design/button.tsx'
import { Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { useOffice } from './office-portal.tsx'
import { FinishDialog, ProposeDialog } from './wind-up-dialogs.tsx'
import { leftOf, WindUpLeft } from './wind-up-left.tsx'

/** An office ends: what its assembly decided, who confirmed it, and what has to be settled before. */
export function WindUpPage() {
  const { t } = useTranslation('wind-up')
  const { slug, may } = useOffice()
  const [asked, setAsked] = useState<'propose' | 'finish'>()
  const found = useQuery(windUpQuery(slug))
  const { data } = found
  const state = data?.windUp?.state
  const close = () => setAsked(undefined)
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        may('finance') &&
        data && (
          <>
            {!state && <Button onPress={() => setAsked('propose')}>{t('propose')}</Button>}
            {state === 'confirmed' && data.lastDayIsOver && data.isSettled && (
              <Button look="danger" onPress={() => setAsked('finish')}>
                {t('finish')}
              </Button>
            )}
          </>
        )
      }
    >
      {found.error && <ProblemNotice error={found.error} onRetry={() => found.refetch()} />}
      {!data && !found.error && <Loading heights={[160, 320]} />}
      {data?.windUp && <Progress data={data} decision={data.windUp} />}
      {data?.windUp && <Decision decision={data.windUp} />}
      {data && state !== 'finished' && <WindUpLeft data={data} />}
      {asked === 'propose' && <ProposeDialog onClose={close} />}
      {asked === 'finish' && <FinishDialog onClose={close} />}
    </Page>
  )
}

type Decided = NonNullable<WindUp['windUp']>

function Progress({ data, decision }: { data: WindUp; decision: Decided }) {
  const { t } = useTranslation('wind-up')
  const format = useFormats()
  const { state, decidedOn, endsOn, proposedBy, confirmedBy } = decision
  const isConfirmed = state !== 'proposed'
  const isFinished = state === 'finished'
  const left = leftOf(data).length
  return (
    <section className="card stack" aria-label={t('progress')}>
      <WindUpSteps
        label={t('progress')}
        doneLabel={t('done')}
        steps={[
          {
            id: 'decided',
            label: t('steps.decided'),
            detail: `${format.day(decidedOn)}, ${proposedBy}`,
            isDone: true,
          },
          {
            id: 'confirmed',
            label: t('steps.confirmed'),
            detail: confirmedBy ?? t('waits'),
            isDone: isConfirmed,
          },
          {
            id: 'lastDay',
            label: t('steps.lastDay'),
            detail: format.day(endsOn),
            isDone: isConfirmed && data.lastDayIsOver,
          },
          {
            id: 'settled',
            label: t('steps.settled'),
            detail: isFinished || left === 0 ? t('nothingLeft') : t('left', { count: left }),
            isDone: isFinished || (isConfirmed && data.isSettled),
          },
          {
            id: 'finished',
            label: t('steps.finished'),
            detail: isFinished ? t('readOnly') : t('notYet'),
            isDone: isFinished,
          },
        ]}
      />
    </section>
  )
}

/** What was decided, with what a second person may do about it. */
function Decision({ decision }: { decision: Decided }) {
  const { t } = useTranslation('wind-up')
  const format = useFormats()
  const { slug, may } = useOffice()
  const client = useQueryClient()
  const answer = useMutation({
    mutationFn: (isConfirmed: boolean) => (isConfirmed ? confirmWindUp : withdrawWindUp)(slug),
    onSuccess: async (_, isConfirmed) => {
      say(t(isConfirmed ? 'said.confirmed' : 'said.withdrawn'))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const { state, endsOn, minutes } = decision
  return (
    <div className={state === 'finished' ? 'notice' : 'notice warn'}>
      <strong>{t(`states.${state}`, { day: format.day(endsOn) })}</strong>
      <p>{t('standsIn', { minutes })}</p>
      {answer.error && <ProblemNotice error={answer.error} />}
      {state !== 'finished' && may('approver', 'finance') && (
        <div className="row">
          {state === 'proposed' && (
            <Button small isPending={answer.isPending} onPress={() => answer.mutate(true)}>
              {t('confirm')}
            </Button>
          )}
          <Button look="quiet" small isDisabled={answer.isPending} onPress={() => answer.mutate(false)}>
            {t('withdraw')}
          </Button>
        </div>
      )}
    </div>
  )
}
