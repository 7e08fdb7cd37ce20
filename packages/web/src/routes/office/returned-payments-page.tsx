import type { ReturnedPayment } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { proposeRepeat, releaseRepeat, repeatFileAddress, returnedPaymentsQuery } from '../../api/bank.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Badge, Empty, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { useOffice } from './office-portal.tsx'

/** Wages that the bank could not deliver: one person says where they go, another releases them. */
export function ReturnedPaymentsPage() {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug, may } = useOffice()
  const returned = useQuery(returnedPaymentsQuery(slug))
  const [proposing, setProposing] = useState<ReturnedPayment>()
  const client = useQueryClient()
  const releasing = useMutation({
    mutationFn: (payment: ReturnedPayment) => releaseRepeat(slug, payment),
    onSuccess: async () => {
      say(t('returned.released'))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const nameAndAmount = (payment: ReturnedPayment) => ({
    name: payment.memberName,
    amount: format.money(payment.amount, payment.currency),
  })
  return (
    <Page title={t('returned.title')} intro={t('returned.intro')}>
      {returned.error && <ProblemNotice error={returned.error} onRetry={() => returned.refetch()} />}
      {releasing.error && <ProblemNotice error={releasing.error} />}
      {returned.isPending && !returned.error && <Loading heights={[240]} />}
      {returned.data?.length === 0 && (
        <Empty title={t('returned.none')}>
          <p>{t('returned.noneNext')}</p>
        </Empty>
      )}
      {returned.data && returned.data.length > 0 && (
        <DataTable
          caption={t('returned.title')}
          captionUnseen
          rows={returned.data}
          rowKey={({ payslipId, attempt }) => `${payslipId} ${attempt}`}
          columns={[
            { id: 'worker', head: t('returned.worker'), cell: ({ memberName }) => memberName },
            { id: 'day', head: t('returned.day'), cell: ({ returnedOn }) => format.day(returnedOn) },
            {
              id: 'reason',
              head: t('returned.reason'),
              cell: ({ reason }) =>
                reason &&
                t(`returned.reasons.${reason}`, { defaultValue: t('returned.otherReason', { reason }) }),
            },
            {
              id: 'amount',
              head: t('returned.amount'),
              end: true,
              cell: (payment) => <b>{nameAndAmount(payment).amount}</b>,
            },
            { id: 'state', head: t('returned.state'), cell: (payment) => <State payment={payment} /> },
            {
              id: 'act',
              head: <span className="unseen">{t('receipts.action')}</span>,
              label: '',
              end: true,
              cell: (payment) => (
                <span className="suggestion-actions">
                  {payment.mayRelease && (
                    <Button
                      small
                      isPending={releasing.isPending && releasing.variables === payment}
                      onPress={() => releasing.mutate(payment)}
                      aria-label={t('returned.releaseOf', nameAndAmount(payment))}
                    >
                      {t('returned.release')}
                    </Button>
                  )}
                  {payment.repeat?.state !== 'released' && may('staff', 'approver') && (
                    <Button
                      small
                      look="quiet"
                      onPress={() => setProposing(payment)}
                      aria-label={t('returned.proposeOf', nameAndAmount(payment))}
                    >
                      {t('returned.propose')}
                    </Button>
                  )}
                  {payment.repeat?.state === 'released' && may('approver', 'finance') && (
                    <a className="button quiet small" href={repeatFileAddress(slug, payment)} download>
                      {t('returned.file')}
                    </a>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      {proposing && (
        <ProposeDialog
          payment={proposing}
          title={t('returned.proposeTitle', nameAndAmount(proposing))}
          onClose={() => setProposing(undefined)}
        />
      )}
    </Page>
  )
}

function State({ payment: { repeat } }: { payment: ReturnedPayment }) {
  const { t } = useTranslation('office')
  if (!repeat) return <Badge mood="warn">{t('returned.waits')}</Badge>
  const by = { iban: repeat.iban, proposedBy: repeat.proposedBy, releasedBy: repeat.releasedBy ?? '' }
  return repeat.state === 'proposed' ? (
    <>
      <Badge mood="brand">{t('returned.proposed')}</Badge> {t('returned.proposedTo', by)}
    </>
  ) : (
    <>
      <Badge mood="good">{t('returned.again')}</Badge> {t('returned.againTo', by)}
    </>
  )
}

function ProposeDialog({
  payment,
  title,
  onClose,
}: {
  payment: ReturnedPayment
  title: string
  onClose: () => void
}) {
  const { t } = useTranslation('office')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [iban, setIban] = useState('')
  const proposing = useMutation({
    mutationFn: () => proposeRepeat(slug, payment, iban),
    onSuccess: async () => {
      onClose()
      say(t('returned.proposedDone'))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <p>{t('returned.notReached', { iban: payment.iban })}</p>
      <TextInput
        label={t('returned.iban')}
        help={t('returned.ibanHelp')}
        value={iban}
        onChange={setIban}
        isRequired
        wrong={faultOf(proposing.error, 'iban')}
      />
      {proposing.error && <ProblemNotice error={proposing.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          isDisabled={iban.trim() === ''}
          isPending={proposing.isPending}
          onPress={() => proposing.mutate()}
        >
          {t('returned.proposeYes')}
        </Button>
      </div>
    </Dialog>
  )
}
