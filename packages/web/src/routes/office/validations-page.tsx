import type { WaitingValidation } from '@samen/api/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { decideValidation, validationsQuery } from '../../api/validations.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Empty, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { Ceilings } from './ceilings.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

/** Quotes above what their member agrees alone, and how much that is. */
export function ValidationsPage() {
  const { t } = useTranslation('quotes')
  const format = useFormats()
  const office = useOffice()
  const [deciding, setDeciding] = useState<WaitingValidation>()
  const waiting = useInfiniteQuery(validationsQuery(office.slug))
  const items = waiting.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('queue.title')} intro={t('queue.intro')}>
      {waiting.error && <ProblemNotice error={waiting.error} onRetry={() => waiting.refetch()} />}
      {waiting.isPending && !waiting.error && <Loading heights={[220]} />}
      {waiting.data && items.length === 0 && (
        <Empty title={t('queue.none')}>
          <p>{t('queue.noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('queue.title')}
          captionUnseen
          rows={items}
          rowKey={({ contractId }) => contractId}
          columns={[
            {
              id: 'job',
              head: t('queue.job'),
              cell: ({ contractId, title, client, reference }) => (
                <>
                  <Link to="/office/$office/contracts/$id" params={{ office: office.slug, id: contractId }}>
                    {title}
                  </Link>
                  <span className="soft small">
                    {' '}
                    {client}, {reference}
                  </span>
                </>
              ),
            },
            { id: 'member', head: t('queue.member'), cell: ({ member }) => member.name },
            {
              id: 'worth',
              head: t('queue.worth'),
              end: true,
              cell: ({ worth, currency }) => format.money(worth, currency),
            },
            {
              id: 'why',
              head: t('queue.why'),
              cell: ({ why, ceiling, currency }) =>
                t(why === 'per-contract' ? 'queue.perContract' : 'queue.perMonth', {
                  amount: format.money(ceiling, currency),
                }),
            },
            {
              id: 'act',
              head: <span className="unseen">{t('queue.decide')}</span>,
              label: '',
              end: true,
              cell: (item) =>
                office.may('staff', 'approver') && (
                  <Button
                    small
                    look="quiet"
                    onPress={() => setDeciding(item)}
                    aria-label={t('queue.decideOn', { job: item.title })}
                  >
                    {t('queue.decide')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <More list={waiting} />
      <Ceilings />
      {deciding && <DecisionDialog item={deciding} onClose={() => setDeciding(undefined)} />}
    </Page>
  )
}

function DecisionDialog({ item, onClose }: { item: WaitingValidation; onClose: () => void }) {
  const { t } = useTranslation('quotes')
  const format = useFormats()
  const { slug } = useOffice()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const deciding = useMutation({
    mutationFn: (decision: 'approved' | 'rejected') =>
      decideValidation(slug, item.contractId, { decision, ...(reason.trim() && { reason }) }),
    onSuccess: async (_, decision) => {
      say(t(`queue.${decision}`, { job: item.title }))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug, 'validations'] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('queue.decideOn', { job: item.title })}>
      <p>
        {item.member.name}, {item.client}, {format.money(item.worth, item.currency)}
      </p>
      <TextInput
        label={t('queue.reason')}
        help={t('queue.reasonHelp')}
        value={reason}
        onChange={setReason}
        wrong={faultOf(deciding.error, 'reason')}
      />
      {deciding.error && <ProblemNotice error={deciding.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('shell:actions.cancel')}
        </Button>
        <Button
          look="danger"
          isDisabled={reason.trim() === ''}
          isPending={deciding.isPending && deciding.variables === 'rejected'}
          onPress={() => deciding.mutate('rejected')}
        >
          {t('queue.reject')}
        </Button>
        <Button
          isPending={deciding.isPending && deciding.variables === 'approved'}
          onPress={() => deciding.mutate('approved')}
        >
          {t('queue.approve')}
        </Button>
      </div>
    </Dialog>
  )
}
