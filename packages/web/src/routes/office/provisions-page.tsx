import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AccrualForm, accrualsQuery, provisionsQuery, recordAccrual } from '../../api/bookkeeping.ts'
import { typedAmount } from '../../api/money.ts'
import { AmountInput } from '../../design/amount-input.tsx'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { PeriodChoice } from '../../shell/period-choice.tsx'
import { useOffice } from './office-portal.tsx'

/** What payslips set aside, and what belongs to a month before its paper comes. */
export function ProvisionsPage() {
  const { t } = useTranslation('office')
  const { slug, may } = useOffice()
  const search = useSearch({ strict: false }) as { period?: string }
  const period = search.period ?? today().slice(0, 7)
  const [recording, setRecording] = useState(false)
  const provisions = useQuery(provisionsQuery(slug, period))
  return (
    <Page
      title={t('provisions.title')}
      intro={t('provisions.intro')}
      actions={
        <>
          <PeriodChoice period={period} />
          {may('finance') && <Button onPress={() => setRecording(true)}>{t('provisions.record')}</Button>}
        </>
      }
    >
      {provisions.error && <ProblemNotice error={provisions.error} onRetry={() => provisions.refetch()} />}
      {provisions.isPending && !provisions.error && <Loading heights={[200, 320]} />}
      {provisions.data && <Figures data={provisions.data} />}
      <Accruals period={period} />
      {recording && <RecordDialog period={period} onClose={() => setRecording(false)} />}
    </Page>
  )
}

type Provisions = Awaited<ReturnType<NonNullable<ReturnType<typeof provisionsQuery>['queryFn']>>>

function Figures({ data }: { data: Provisions }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const money = (amount: string) => format.money(amount, data.currency)
  const names = new Map(data.provisions.map(({ code, name }) => [code, name]))
  const figures = ['opening', 'setAside', 'used', 'closing'] as const
  if (data.provisions.length === 0) return <p className="soft">{t('provisions.noneHere')}</p>
  return (
    <>
      <DataTable
        caption={t('provisions.caption', { from: format.day(data.from), to: format.day(data.to) })}
        rows={data.provisions}
        rowKey={({ code }) => code}
        columns={[
          { id: 'name', head: t('provisions.provision'), cell: ({ number, name }) => `${number} ${name}` },
          ...figures.map((figure) => ({
            id: figure,
            head: t(`provisions.${figure}`),
            end: true,
            cell: (row: Provisions['provisions'][number]) => money(row[figure]),
          })),
        ]}
      />
      {data.workers.length > 0 && (
        <DataTable
          caption={t('provisions.workers')}
          rows={data.workers}
          rowKey={({ code, memberId, activityId }) => `${code} ${memberId} ${activityId}`}
          columns={[
            { id: 'worker', head: t('provisions.worker'), cell: ({ memberName }) => memberName },
            { id: 'activity', head: t('equipment.activity'), cell: ({ activityName }) => activityName },
            { id: 'provision', head: t('provisions.provision'), cell: ({ code }) => names.get(code) ?? code },
            {
              id: 'setAside',
              head: t('provisions.setAside'),
              end: true,
              cell: ({ setAside }) => money(setAside),
            },
            { id: 'toDate', head: t('provisions.toDate'), end: true, cell: ({ toDate }) => money(toDate) },
          ]}
        />
      )}
      {data.more && <p className="small soft">{t('provisions.more')}</p>}
    </>
  )
}

function Accruals({ period }: { period: string }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const accruals = useQuery(accrualsQuery(slug, period))
  if (accruals.error) return <ProblemNotice error={accruals.error} onRetry={() => accruals.refetch()} />
  if (!accruals.data) return null
  if (accruals.data.items.length === 0)
    return <p className="soft">{t('provisions.noAccruals', { month: format.month(period) })}</p>
  return (
    <DataTable
      caption={t('provisions.accruals', { month: format.month(period) })}
      rows={accruals.data.items}
      rowKey={({ accrualId }) => accrualId}
      columns={[
        { id: 'reason', head: t('provisions.reason'), cell: ({ reason }) => reason },
        {
          id: 'account',
          head: t('provisions.account'),
          cell: ({ account }) => t(`provisions.accounts.${account}`),
        },
        {
          id: 'amount',
          head: t('provisions.amount'),
          end: true,
          cell: ({ amount, currency }) => format.money(amount, currency),
        },
        {
          id: 'reversed',
          head: t('provisions.reversedOn'),
          cell: ({ reversedOn }) => format.day(reversedOn),
        },
      ]}
    />
  )
}

const ACCOUNTS: readonly AccrualForm['account'][] = [
  'purchases',
  'other-expenses',
  'interest-expense',
  'turnover',
  'other-income',
  'interest-income',
]

function RecordDialog({ period, onClose }: { period: string; onClose: () => void }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug, currency } = useOffice()
  const client = useQueryClient()
  const [accrualId] = useState(() => crypto.randomUUID())
  const [account, setAccount] = useState<AccrualForm['account']>('purchases')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const amount = typedAmount(typed)
  const recording = useMutation({
    mutationFn: () =>
      recordAccrual(slug, { accrualId, entityNo: 1, period, account, amount: amount ?? '', reason }),
    onSuccess: async () => {
      say(t('provisions.recorded'))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('provisions.recordTitle', { month: format.month(period) })}>
      <p className="soft">{t('provisions.recordMeaning')}</p>
      <ChoiceInput
        label={t('provisions.account')}
        value={account}
        onChange={(chosen) => setAccount(ACCOUNTS.find((one) => one === chosen) ?? 'purchases')}
        choices={ACCOUNTS.map((id) => ({ id, label: t(`provisions.accounts.${id}`) }))}
      />
      <AmountInput
        label={t('provisions.amount')}
        value={typed}
        onChange={setTyped}
        currency={currency}
        wrong={faultOf(recording.error, 'amount')}
        isRequired
      />
      <TextInput
        label={t('provisions.reason')}
        value={reason}
        onChange={setReason}
        wrong={faultOf(recording.error, 'reason')}
        isRequired
      />
      {recording.error && <ProblemNotice error={recording.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          isDisabled={!amount || reason.trim() === ''}
          isPending={recording.isPending}
          onPress={() => recording.mutate()}
        >
          {t('provisions.recordYes')}
        </Button>
      </div>
    </Dialog>
  )
}
