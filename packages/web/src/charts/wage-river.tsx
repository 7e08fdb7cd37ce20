import { useTranslation } from 'react-i18next'
import { type Amount, isZero, size } from '../api/money.ts'
import { useFormats } from '../i18n/format.ts'
import { type River, type RiverShape, river } from './river.ts'
import './wage-river.css'

export interface RiverStep {
  code: string
  /** Positive: a total reached. Negative: what was taken off to reach it. */
  amount: Amount
}

interface WageRiverProps {
  steps: readonly RiverStep[]
  currency: string
  /** The step whose explanation is open. */
  chosen: string | undefined
  onChoose: (code: string) => void
}

const DESK: RiverShape = { length: 1000, thickness: 250, reach: 330, bend: 26, head: 150, direction: 'right' }
const PHONE: RiverShape = { length: 560, thickness: 190, reach: 228, bend: 14, head: 76, direction: 'down' }

/** The price as a river: each part leaves it in turn, and what reaches the end is the wage. Every part opens its step. */
export function WageRiver({ steps, currency, chosen, onChoose }: WageRiverProps) {
  const { t } = useTranslation('me')
  const format = useFormats()
  const leaving = steps.filter(({ amount }) => amount.startsWith('-') && !isZero(amount))
  const net = steps.find(({ code }) => code === 'net')?.amount ?? '0.00'
  const fee = steps.find(({ code }) => code === 'fee')?.amount ?? '0.00'
  const gross = steps.find(({ code }) => code === 'gross')?.amount ?? '0.00'
  const parts = leaving.map(({ code, amount }) => ({ code, size: size(amount) }))
  const grossAfter = leaving.findLastIndex(
    ({ code }) => code !== 'employee-contributions' && code !== 'wage-tax',
  )

  const draw = (shape: RiverShape) => {
    const picture: River = river(size(net), parts, shape)
    const down = shape.direction === 'down'
    const width = down ? 350 : shape.length
    const height = down ? shape.length : shape.reach + 4
    const percent = (value: number, whole: number) => `${(value / whole) * 100}%`
    const grossAt = picture.after[grossAfter]
    return (
      <div
        className={`river ${down ? 'down' : 'right'}`}
        style={{ aspectRatio: `${width} / ${height + (down ? 62 : 74)}` }}
      >
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <defs>
            <linearGradient id={`net-${shape.direction}`} {...(down && { x2: '0', y2: '1' })}>
              <stop offset="0" stopColor="var(--part-net-deep)" />
              <stop offset="1" stopColor="var(--part-net)" />
            </linearGradient>
          </defs>
          <path className="band staying" d={picture.staying.path} fill={`url(#net-${shape.direction})`} />
          {picture.bands.map((band) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the label of the band is the button; this is its larger target for a pointer
            <path
              key={band.code}
              className={`band${chosen === band.code ? ' chosen' : ''}`}
              d={band.path}
              fill={`var(--part-${PART[band.code] ?? 'levy'})`}
              onClick={() => onChoose(band.code)}
            />
          ))}
          {grossAt !== undefined && (
            <path
              className="mark"
              d={down ? `M0 ${grossAt}H${shape.thickness + 8}` : `M${grossAt} 0V${shape.thickness * 0.86}`}
            />
          )}
        </svg>
        <span className="spot price">
          <span>{t('steps.fee')}</span>
          <b className="number">{format.money(fee, currency)}</b>
        </span>
        {grossAt !== undefined && (
          <button
            type="button"
            className="spot gross"
            style={down ? { top: percent(grossAt, height + 62) } : { left: percent(grossAt, width) }}
            aria-pressed={chosen === 'gross'}
            onClick={() => onChoose('gross')}
          >
            <span>{t('steps.gross')}</span>
            <b className="number">{format.money(gross, currency)}</b>
          </button>
        )}
        <button
          type="button"
          className="spot net"
          style={
            down
              ? { top: percent(height, height + 62) }
              : { top: 0, height: percent(Math.max(picture.staying.thickness, 60), height + 74) }
          }
          aria-pressed={chosen === 'net'}
          onClick={() => onChoose('net')}
        >
          <span>{t('steps.net')}</span>
          <b className="number">{format.money(net, currency)}</b>
        </button>
        {picture.bands.map((band) => {
          const step = leaving.find(({ code }) => code === band.code)
          return (
            <button
              type="button"
              key={band.code}
              className="spot part"
              style={{
                left: percent(band.mouth.x, width),
                top: percent(band.mouth.y, height + (down ? 62 : 74)),
              }}
              aria-pressed={chosen === band.code}
              onClick={() => onChoose(band.code)}
            >
              <span>{t(`steps.${band.code}`)}</span>
              <b className="number">{format.money(step?.amount ?? '0', currency)}</b>
            </button>
          )
        })}
      </div>
    )
  }

  return (
    <figure
      className="wage-river"
      aria-label={t('river.label', { fee: format.money(fee, currency), net: format.money(net, currency) })}
    >
      {draw(DESK)}
      {draw(PHONE)}
    </figure>
  )
}

/** The colour of each step, the same in every picture. */
export const PART: Record<string, string> = {
  fee: 'price',
  levy: 'levy',
  expenses: 'price',
  'employer-contributions': 'employer',
  gross: 'price',
  'employee-contributions': 'employee',
  'wage-tax': 'tax',
  net: 'net',
}
