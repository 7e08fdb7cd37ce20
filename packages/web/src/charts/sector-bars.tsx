import type { Consolidation } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { size } from '../api/money.ts'
import { DataTable } from '../design/table.tsx'
import { useFormats } from '../i18n/format.ts'
import './sector-bars.css'

const SECTORS = ['artistic', 'cultural-industry', 'other'] as const

/** Wages of each country by sector: length is money, so countries compare at a glance. */
export function SectorBars({ data }: { data: Consolidation }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  const parts = data.statistics.filter(({ sector }) => sector !== 'all')
  const rows = data.offices.map((office) => {
    const sectors = SECTORS.map((sector) =>
      parts.find((part) => part.office === office.slug && part.sector === sector),
    )
    const stated = sectors.reduce((sum, part) => sum + size(part?.wages ?? '0'), 0)
    const whole = data.statistics.find((part) => part.office === office.slug && part.sector === 'all')
    // A sector with fewer than five people is not told apart; its wages are what the whole leaves over.
    const total = Math.max(stated, size(whole?.wages ?? '0'))
    return { office, sectors, total, untold: total - stated }
  })
  const someUntold = rows.some(({ untold }) => untold > 0.005)
  const longest = Math.max(1, ...rows.map(({ total }) => total))
  return (
    <figure className="sector-bars" aria-label={t('figures.bySector')}>
      <ul className="legend" aria-hidden="true">
        {SECTORS.map((sector) => (
          <li key={sector} className={`sector-${sector}`}>
            {t(`sector.${sector}`)}
          </li>
        ))}
        {someUntold && <li className="sector-untold">{t('sector.untold')}</li>}
      </ul>
      <div className="bars" aria-hidden="true">
        {rows.map(({ office, sectors, total, untold }) => (
          <div key={office.slug} className="bar-row">
            <b>{office.name}</b>
            <div className="bar" style={{ width: `${(total / longest) * 100}%` }}>
              {SECTORS.map((sector, index) => {
                const share = total > 0 ? size(sectors[index]?.wages ?? '0') / total : 0
                return (
                  <span key={sector} className={`sector-${sector}`} style={{ flexGrow: share }}>
                    {share > 0.12 && total / longest > 0.3 && format.share(share)}
                  </span>
                )
              })}
              {untold > 0.005 && <span className="sector-untold" style={{ flexGrow: untold / total }} />}
            </div>
            <span className="number soft">{format.compactMoney(total.toFixed(2), data.currency)}</span>
          </div>
        ))}
      </div>
      <details className="as-table">
        <summary>{t('asTable')}</summary>
        <DataTable
          caption={t('figures.bySector')}
          captionUnseen
          rows={parts}
          rowKey={({ office, sector }) => office + sector}
          columns={[
            {
              id: 'place',
              head: t('figures.office'),
              cell: ({ office, sector }) =>
                `${data.offices.find(({ slug }) => slug === office)?.name ?? office}, ${t(`sector.${sector}`)}`,
            },
            {
              id: 'turnover',
              head: t('figures.turnover'),
              end: true,
              cell: ({ turnover }) => format.wholeMoney(turnover, data.currency),
            },
            {
              id: 'wages',
              head: t('figures.wages'),
              end: true,
              cell: ({ wages }) =>
                wages === null ? (
                  <span className="soft">{t('figures.fewerThanFive')}</span>
                ) : (
                  format.wholeMoney(wages, data.currency)
                ),
            },
            {
              id: 'workers',
              head: t('figures.workers'),
              end: true,
              cell: ({ activeWorkers }) =>
                activeWorkers === null ? (
                  <span className="soft">{t('figures.fewerThanFive')}</span>
                ) : (
                  format.number(activeWorkers)
                ),
            },
          ]}
        />
      </details>
    </figure>
  )
}
