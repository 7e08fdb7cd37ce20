import type { Ageing } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { size } from '../api/money.ts'
import { DataTable } from '../design/table.tsx'
import { useFormats } from '../i18n/format.ts'
import './sector-bars.css'
import './ageing-bars.css'

/** What clients owe by how late it is: length is money, in one bar; every figure in the table below it. */
export function AgeingBars({ data }: { data: Ageing }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const whole = Math.max(size(data.total), 0.01)
  const rows = data.buckets.map((bucket, at) => ({ ...bucket, at, share: size(bucket.amount) / whole }))
  return (
    <figure className="sector-bars" aria-label={t('late.byAge')}>
      <ul className="legend" aria-hidden="true">
        {rows.map(({ at }) => (
          <li key={at} className={`age-${at}`}>
            {t(`late.bucket.${at}`)}
          </li>
        ))}
      </ul>
      <div className="bar" aria-hidden="true">
        {rows.map(({ at, share }) => (
          <span key={at} className={`age-${at}`} style={{ flexGrow: share }}>
            {share > 0.14 && format.share(share)}
          </span>
        ))}
      </div>
      <details className="as-table">
        <summary>{t('asTable')}</summary>
        <DataTable
          caption={t('late.byAge')}
          captionUnseen
          rows={rows}
          rowKey={({ at }) => String(at)}
          columns={[
            { id: 'age', head: t('late.age'), cell: ({ at }) => t(`late.bucket.${at}`) },
            {
              id: 'invoices',
              head: t('late.invoices'),
              end: true,
              cell: ({ invoices }) => format.number(invoices),
            },
            {
              id: 'amount',
              head: t('late.amount'),
              end: true,
              cell: ({ amount }) => format.money(amount, data.currency),
            },
          ]}
        />
      </details>
    </figure>
  )
}
