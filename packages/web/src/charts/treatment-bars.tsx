import type { VatReturn } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { major, minor, size } from '../api/money.ts'
import { DataTable } from '../design/table.tsx'
import { useFormats } from '../i18n/format.ts'
import './sector-bars.css'
import './treatment-bars.css'

/** Sales of a period by how VAT treats them: length is turnover, so that what carries the tax is seen at a glance. */
export function TreatmentBars({ data }: { data: VatReturn }) {
  const { t } = useTranslation('vat')
  const format = useFormats()
  const rows = salesOf(data)
  if (rows.length === 0) return null
  const longest = Math.max(1, ...rows.map(({ base }) => size(base)))
  const name = ({ category, rate }: Treated) => t(`category.${category}`, { rate: format.rate(rate) })
  return (
    <figure className="treatment-bars" aria-label={t('sales')}>
      <div className="bars" aria-hidden="true">
        {rows.map((row) => (
          <div key={row.category + row.rate} className="bar-row">
            <b>{name(row)}</b>
            <div className="bar" style={{ width: `${(size(row.base) / longest) * 100}%` }}>
              <span className={`vat-${row.category}`} style={{ flexGrow: 1 }} />
            </div>
            <span className="number soft">{format.compactMoney(row.base, data.currency)}</span>
          </div>
        ))}
      </div>
      <DataTable
        caption={t('sales')}
        rows={rows}
        rowKey={({ category, rate }) => category + rate}
        columns={[
          { id: 'name', head: t('treatment'), cell: name },
          {
            id: 'documents',
            head: t('documents'),
            end: true,
            cell: ({ documents }) => format.number(documents),
          },
          { id: 'base', head: t('base'), end: true, cell: ({ base }) => format.money(base, data.currency) },
          { id: 'vat', head: t('tax'), end: true, cell: ({ vat }) => format.money(vat, data.currency) },
          {
            id: 'late',
            head: t('late'),
            end: true,
            cell: ({ late }) => (late === '0.00' ? '–' : format.money(late, data.currency)),
          },
        ]}
      />
    </figure>
  )
}

interface Treated {
  category: VatReturn['treatments'][0]['category']
  rate: string
  base: string
  vat: string
  late: string
  documents: number
}

/** Invoices, credit notes and lost debts of one category and rate together; what was bought is no sale. */
function salesOf({ treatments }: VatReturn): Treated[] {
  const rows = new Map<string, Treated>()
  for (const one of treatments) {
    if (one.document === 'purchase' || one.document === 'purchase-credit') continue
    const key = one.category + one.rate
    const before = rows.get(key)
    rows.set(key, {
      category: one.category,
      rate: one.rate,
      base: major(minor(before?.base ?? '0') + minor(one.base)),
      vat: major(minor(before?.vat ?? '0') + minor(one.vat)),
      late: major(minor(before?.late ?? '0') + minor(one.lateVat)),
      documents: (before?.documents ?? 0) + one.documents,
    })
  }
  return [...rows.values()].sort((one, other) => size(other.base) - size(one.base))
}
