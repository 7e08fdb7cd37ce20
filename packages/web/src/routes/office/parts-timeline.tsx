import type { ContractDetail, PlannedPart } from '@samen/api/client'
import { useFormats } from '../../i18n/format.ts'
import './parts-timeline.css'

/** A part of an order as it is planned. */
export interface Milestone {
  readonly label: string
  readonly percent: string
  readonly startsOn: string
  readonly endsOn: string
}

const DAY = 86_400_000
const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / DAY

interface PartsTimelineProps {
  contract: Pick<ContractDetail, 'startsOn' | 'endsOn' | 'currency'>
  parts: readonly PlannedPart[]
}

/** When each part of an order is worked and what it brings: a bar over its days. */
export function PartsTimeline({ contract: { startsOn, endsOn, currency }, parts }: PartsTimelineProps) {
  const format = useFormats()
  const first = dayOf(startsOn)
  const days = dayOf(endsOn) - first + 1
  return (
    <ol className="parts-timeline">
      {parts.map((part) => {
        const from = dayOf(part.startsOn) - first
        const length = dayOf(part.endsOn) - dayOf(part.startsOn) + 1
        return (
          <li key={`${part.startsOn} ${part.label}`}>
            <span className="row">
              <b>{part.label}</b>
              <span className="soft">{format.days(part.startsOn, part.endsOn)}</span>
              <b className="number">{format.money(part.fee, currency)}</b>
            </span>
            <span className="track" aria-hidden="true">
              <span
                className="bar"
                style={{
                  insetInlineStart: `${(100 * from) / days}%`,
                  inlineSize: `${(100 * length) / days}%`,
                }}
              />
            </span>
          </li>
        )
      })}
    </ol>
  )
}
