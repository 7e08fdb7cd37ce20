import { useTranslation } from 'react-i18next'
import { type Amount, size } from '../api/money.ts'
import { DataTable } from '../design/table.tsx'
import { useFormats } from '../i18n/format.ts'
import './fund-months.css'

/** Null: withheld, because too few people stand behind the figure. */
export interface FundMonth {
  readonly period: string
  readonly contributed: Amount | null
  readonly advanced: Amount | null
  readonly repaid: Amount | null
  readonly recovered: Amount | null
  readonly lost: Amount | null
  readonly spent: Amount | null
}

const height = (amount: Amount | null): number => (amount === null ? 0 : size(amount))

const IN = ['contributed', 'repaid', 'recovered'] as const
const OUT = ['advanced', 'lost', 'spent'] as const
const WIDTH = 720
const HEIGHT = 270

/** What went into a fund and out of it, month by month: in stands up, out hangs down. */
export function FundMonths({
  months,
  currency,
  title,
}: {
  months: readonly FundMonth[]
  currency: string
  title: string
}) {
  const { t } = useTranslation()
  const format = useFormats()
  const shown = [...months].sort((a, b) => a.period.localeCompare(b.period)).slice(-12)
  const total = (month: FundMonth, names: readonly (typeof IN | typeof OUT)[number][]) =>
    names.reduce((sum, name) => sum + height(month[name]), 0)
  const up = Math.max(1, ...shown.map((month) => total(month, IN)))
  const down = Math.max(0, ...shown.map((month) => total(month, OUT)))
  const scale = (HEIGHT - 12) / (up + down)
  const zero = 6 + up * scale
  const step = WIDTH / Math.max(shown.length, 1)
  const bar = Math.min(step * 0.56, 44)
  const used = [...IN, ...OUT].filter((name) => shown.some((month) => height(month[name]) > 0))
  return (
    <figure className="fund-months" aria-label={title}>
      <ul className="legend" aria-hidden="true">
        {used.map((name) => (
          <li key={name} className={`of-${name}`}>
            {t(`fund.${name}`)}
          </li>
        ))}
      </ul>
      <div className="chart-box">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {shown.map((month, index) => {
            const x = index * step + (step - bar) / 2
            let top = zero
            let bottom = zero
            return (
              <g key={month.period}>
                {IN.map((name) => {
                  const tall = height(month[name]) * scale
                  top -= tall
                  return (
                    tall > 0 && (
                      <rect
                        key={name}
                        className={`of-${name}`}
                        x={x}
                        y={top}
                        width={bar}
                        height={Math.max(tall - 1, 1)}
                        rx="3"
                      />
                    )
                  )
                })}
                {OUT.map((name) => {
                  const tall = height(month[name]) * scale
                  const y = bottom
                  bottom += tall
                  return (
                    tall > 0 && (
                      <rect
                        key={name}
                        className={`of-${name}`}
                        x={x}
                        y={y + 1}
                        width={bar}
                        height={Math.max(tall - 1, 1)}
                        rx="3"
                      />
                    )
                  )
                })}
              </g>
            )
          })}
          <path d={`M0 ${zero}H${WIDTH}`} className="zero" />
        </svg>
        <ol aria-hidden="true">
          {shown.map(({ period }) => (
            <li key={period}>{format.shortMonth(period)}</li>
          ))}
        </ol>
      </div>
      <details className="as-table">
        <summary>{t('asTable')}</summary>
        <DataTable
          caption={title}
          captionUnseen
          wide
          rows={shown}
          rowKey={({ period }) => period}
          columns={[
            { id: 'month', head: t('fund.month'), cell: ({ period }) => format.month(period) },
            ...[...IN, ...OUT].map((name) => ({
              id: name,
              head: t(`fund.${name}`),
              end: true,
              cell: (month: FundMonth) => {
                const amount = month[name]
                return amount === null ? (
                  <span className="soft">{t('fund.withheld')}</span>
                ) : (
                  format.money(amount, currency)
                )
              },
            })),
          ]}
        />
      </details>
    </figure>
  )
}

/** Where a fund's money stands now: available here, advanced out there. */
export function FundPosition({
  available,
  advanced,
  currency,
}: {
  available: Amount
  advanced: Amount
  currency: string
}) {
  const { t } = useTranslation()
  const format = useFormats()
  const whole = size(available) + size(advanced)
  const share = whole > 0 ? size(available) / whole : 1
  return (
    <div className="fund-position">
      <div className="fund-bar" aria-hidden="true">
        <span className="of-available" style={{ flexGrow: Math.max(share, 0.004) }} />
        <span className="of-advanced" style={{ flexGrow: Math.max(1 - share, 0.004) }} />
      </div>
      <dl>
        <div className="of-available">
          <dt>{t('fund.available')}</dt>
          <dd className="number">{format.money(available, currency)}</dd>
        </div>
        <div className="of-advanced">
          <dt>{t('fund.advancedNow')}</dt>
          <dd className="number">{format.money(advanced, currency)}</dd>
        </div>
      </dl>
    </div>
  )
}
