import type { Cession, Reinsurance } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { type Amount, minor, negated, sum } from '../../api/money.ts'
import { Button } from '../../design/button.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'

/** The months accounted for between the funds; a statement can be saved for the other office. */
export function ReinsuranceMonths({ accounts }: Pick<Reinsurance, 'accounts'>) {
  const { t } = useTranslation('reinsurance')
  const format = useFormats()
  if (accounts.length === 0) return null
  const money = (amount: Amount, { currency }: Cession) => format.money(amount, currency)
  return (
    <DataTable
      caption={t('accounts')}
      rows={accounts}
      rowKey={({ counterparty, direction, period }) => `${counterparty} ${direction} ${period}`}
      columns={[
        { id: 'month', head: t('month'), cell: ({ period }) => format.month(period) },
        {
          id: 'what',
          head: t('treaty'),
          cell: ({ counterparty, direction }) =>
            t(`directions.${direction}`, { office: counterparty.toUpperCase() }),
        },
        {
          id: 'losses',
          head: t('lossesPaid'),
          end: true,
          cell: ({ statement }) => money(changes(statement, 1), statement),
        },
        {
          id: 'back',
          head: t('cameBack'),
          end: true,
          cell: ({ statement }) => money(negated(changes(statement, -1)), statement),
        },
        {
          id: 'premium',
          head: t('premium'),
          end: true,
          cell: ({ statement }) => money(statement.premium, statement),
        },
        { id: 'by', head: t('bookedBy'), cell: ({ bookedBy }) => bookedBy },
        {
          id: 'save',
          head: <span className="unseen">{t('save')}</span>,
          label: '',
          end: true,
          cell: ({ statement, direction, period }) =>
            direction === 'ceded' && (
              <Button
                small
                look="quiet"
                aria-label={`${t('save')}: ${format.month(period)}, ${statement.to.toUpperCase()}`}
                onPress={() => saveStatement(statement)}
              >
                {t('save')}
              </Button>
            ),
        },
      ]}
    />
  )
}

/** What was ceded in the month, or what came back, over all years of loss. */
const changes = ({ lines }: Cession, sign: 1 | -1): Amount =>
  sum(lines.map(({ change }) => change).filter((change) => minor(change) * BigInt(sign) > 0n))

function saveStatement(statement: Cession): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(statement, null, 2)], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = `cession-${statement.from}-${statement.to}-${statement.period}.json`
  link.click()
  URL.revokeObjectURL(url)
}
