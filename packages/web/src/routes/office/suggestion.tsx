import type { Suggestion } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { Badge, type Mood } from '../../design/feedback.tsx'
import { useFormats } from '../../i18n/format.ts'

/** From these on we say so by colour; the figure stands beside it. */
const LIKELY_FROM = 80
const PERHAPS_FROM = 50

const moodOf = (confidence: number): Mood =>
  confidence >= LIKELY_FROM ? 'good' : confidence >= PERHAPS_FROM ? 'warn' : 'plain'

/** Which invoices a receipt may have been for, how sure we are, and every reason with its weight. */
export function SuggestionCell({ suggestion, currency }: { suggestion: Suggestion; currency: string }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { client, parts, confidence, facts } = suggestion
  return (
    <div className="suggestion">
      <span>
        {client.name}{' '}
        <Badge mood={moodOf(confidence)}>
          {t('bankList.confidence', { share: format.share(confidence / 100) })}
        </Badge>
      </span>
      <span className="soft small">
        {parts
          .map(({ number, amount }) =>
            parts.length > 1 ? `${number} ${format.money(amount, currency)}` : number,
          )
          .join(' + ')}
      </span>
      <details className="small">
        <summary>{t('bankList.why')}</summary>
        <ul>
          {facts.map(({ kind, weight, seen }) => (
            <li key={`${kind} ${seen}`}>
              {t(`bankList.facts.${kind}`, { seen })} ({format.share(weight / 100)})
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
