import type { WindUp } from '@samen/api/client'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'

/** The pages on which something is settled, and what the office's menu calls them. */
const PLACES = {
  payDay: { to: '/office/$office', name: 'office:nav.payDay' },
  contracts: { to: '/office/$office/contracts', name: 'office:nav.contracts' },
  receipts: { to: '/office/$office/receipts', name: 'office:nav.receipts' },
  declarations: { to: '/office/$office/declarations', name: 'declarations:nav' },
  close: { to: '/office/$office/close', name: 'office:nav.close' },
  equipment: { to: '/office/$office/equipment', name: 'office:nav.equipment' },
  late: { to: '/office/$office/late', name: 'office:nav.late' },
  funds: { to: '/office/$office/funds', name: 'office:nav.funds' },
  returned: { to: '/office/$office/returned-payments', name: 'office:nav.returned' },
  suppliers: { to: '/office/$office/supplier-invoices', name: 'supplier-invoices:nav' },
  provisions: { to: '/office/$office/provisions', name: 'office:nav.provisions' },
  intercompany: { to: '/office/$office/intercompany', name: 'office:intercompany.title' },
  vat: { to: '/office/$office/vat', name: 'office:nav.vat' },
  trialBalance: { to: '/office/$office/trial-balance', name: 'office:nav.trialBalance' },
} as const
type Place = keyof typeof PLACES

const CHECKS: Readonly<Record<string, Place>> = {
  'run-not-posted': 'payDay',
  'wages-overdue': 'payDay',
  'jobs-not-invoiced': 'contracts',
  'receipts-waiting': 'receipts',
  'debits-waiting': 'receipts',
  'bank-differs': 'receipts',
  'hirings-undeclared': 'contracts',
  'declarations-due': 'declarations',
  'authorities-differ': 'close',
  'depreciation-due': 'equipment',
  'instalments-due': 'equipment',
}

/** Beginnings of the names of accounts; the first that fits. */
const ACCOUNTS: readonly (readonly [string, Place])[] = [
  ['client-deposits', 'contracts'],
  ['client-', 'late'],
  ['fund-', 'funds'],
  ['activity-budget', 'contracts'],
  ['activity-loan', 'equipment'],
  ['fixed-assets', 'equipment'],
  ['accumulated-depreciation', 'equipment'],
  ['net-payable', 'returned'],
  ['worker-claim', 'returned'],
  ['supplier-', 'suppliers'],
  ['vat-', 'vat'],
  ['authority-', 'receipts'],
  ['unmatched-', 'receipts'],
  ['bank', 'receipts'],
  ['wage-provisions', 'provisions'],
  ['accrued-', 'provisions'],
  ['intercompany', 'intercompany'],
  ['participation', 'intercompany'],
]

interface Left {
  readonly id: string
  readonly place: Place
  /** How many jobs, months, packs, clients … it is about; null where it is one fact. */
  readonly count: number | null
  readonly balance?: WindUp['unsettled']['balances'][number]
}

/** What is left, in the order in which it is settled: what is in work, then what is owned and owed, then the closing. */
export function leftOf({ unsettled }: WindUp): Left[] {
  const { checks, openJobs, openMonths, waitingPacks, lastPackMissing, balances } = unsettled
  const all: readonly Left[] = [
    { id: 'open-jobs', place: 'contracts', count: openJobs },
    ...checks.map(({ code, count }): Left => ({ id: code, place: CHECKS[code] ?? 'close', count })),
    ...balances.map(
      (balance): Left => ({
        id: `${balance.account} ${balance.currency}`,
        place: ACCOUNTS.find(([begin]) => balance.account.startsWith(begin))?.[1] ?? 'trialBalance',
        count: balance.subjects,
        balance,
      }),
    ),
    { id: 'open-months', place: 'close', count: openMonths.count },
    { id: 'last-pack-missing', place: 'close', count: lastPackMissing ? null : 0 },
    { id: 'waiting-packs', place: 'close', count: waitingPacks },
  ]
  return all.filter(({ count }) => count !== 0)
}

/** What has to be settled, and where. */
export function WindUpLeft({ data }: { data: WindUp }) {
  const { t } = useTranslation(['wind-up', 'office', 'declarations', 'supplier-invoices'])
  const format = useFormats()
  const { slug } = useOffice()
  const { first } = data.unsettled.openMonths
  const left = leftOf(data)
  if (left.length === 0) return <p className="notice good">{t('allSettled')}</p>
  return (
    <>
      <DataTable
        caption={t('table.caption')}
        rows={left}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'what',
            head: t('table.what'),
            cell: ({ id, balance }) =>
              balance
                ? `${balance.number} ${balance.name}`
                : t(`items.${id}`, { month: first ? format.month(first) : '' }),
          },
          {
            id: 'count',
            head: t('table.count'),
            end: true,
            cell: ({ count }) => (count === null ? '' : format.number(count)),
          },
          {
            id: 'amount',
            head: t('table.amount'),
            end: true,
            cell: ({ balance }) => (balance ? format.money(balance.amount, balance.currency) : ''),
          },
          {
            id: 'where',
            head: t('table.where'),
            cell: ({ place }) => (
              <Link to={PLACES[place].to} params={{ office: slug }}>
                {t(PLACES[place].name)}
              </Link>
            ),
          },
        ]}
      />
      <p className="small soft">{t('table.note')}</p>
    </>
  )
}
