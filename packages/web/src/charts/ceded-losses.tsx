import type { Reinsurance } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { type Amount, major, minor, size } from '../api/money.ts'
import { DataTable } from '../design/table.tsx'
import { useFormats } from '../i18n/format.ts'
import './ceded-losses.css'
import './sector-bars.css'

type Account = Reinsurance['accounts'][number]

interface CededLossesProps {
  /** Months accounted for of one direction, the latest first. */
  accounts: readonly Account[]
  title: string
}

/** Each year's losses as one bar: what stays with the fund that lost, and what the other fund takes. */
export function CededLosses({ accounts, title }: CededLossesProps) {
  const { t } = useTranslation('reinsurance')
  const format = useFormats()
  const years = lossYears(accounts)
  if (years.length === 0) return null
  const longest = Math.max(1, ...years.map(({ gross }) => size(gross)))
  return (
    <figure className="sector-bars" aria-label={title}>
      <ul className="legend" aria-hidden="true">
        <li className="loss-kept">{t('kept')}</li>
        <li className="loss-ceded">{t('ceded')}</li>
      </ul>
      <div className="bars" aria-hidden="true">
        {years.map(({ key, name, gross, kept, ceded, currency }) => (
          <div key={key} className="bar-row">
            <b>{name}</b>
            <div className="bar" style={{ width: `${(size(gross) / longest) * 100}%` }}>
              <span className="loss-kept" style={{ flexGrow: size(kept) }} />
              <span className="loss-ceded" style={{ flexGrow: size(ceded) }} />
            </div>
            <span className="number soft">{format.compactMoney(gross, currency)}</span>
          </div>
        ))}
      </div>
      <DataTable
        caption={title}
        captionUnseen
        rows={years}
        rowKey={({ key }) => key}
        columns={[
          { id: 'year', head: t('lossYear'), cell: ({ name }) => name },
          {
            id: 'gross',
            head: t('gross'),
            end: true,
            cell: ({ gross, currency }) => format.money(gross, currency),
          },
          {
            id: 'kept',
            head: t('kept'),
            end: true,
            cell: ({ kept, currency }) => format.money(kept, currency),
          },
          {
            id: 'ceded',
            head: t('ceded'),
            end: true,
            cell: ({ ceded, currency }) => format.money(ceded, currency),
          },
          { id: 'asOf', head: t('asOf'), cell: ({ period }) => format.month(period) },
        ]}
      />
    </figure>
  )
}

interface LossYear {
  key: string
  name: string
  gross: Amount
  kept: Amount
  ceded: Amount
  currency: string
  period: string
}

/** The latest word on each year's losses with each office: a month in which nothing changed says nothing. */
function lossYears(accounts: readonly Account[]): LossYear[] {
  const found = new Map<string, LossYear>()
  for (const { counterparty, period, statement } of accounts)
    for (const { lossYear, gross, ceded } of statement.lines) {
      const key = `${lossYear} ${counterparty}`
      if (found.has(key)) continue
      const kept = major(minor(gross) - minor(ceded))
      const name = `${lossYear}, ${counterparty.toUpperCase()}`
      found.set(key, { key, name, gross, kept, ceded, currency: statement.currency, period })
    }
  return [...found.values()].sort((one, other) => other.key.localeCompare(one.key))
}
