import type { CorrectedLine } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { isZero, sum } from '../api/money.ts'
import { useFormats } from '../i18n/format.ts'
import { type RuleInputs, ruleText } from './rule-text.ts'
import './lines.css'

type Texts = Record<string, string>
type Side = 'employee' | 'employer' | 'both'
interface Earning {
  readonly code: string
  readonly amount: string
  readonly why: { readonly rule: string; readonly source: string; readonly inputs?: RuleInputs | undefined }
}

/**
 * Lines of a payslip, each with its figures, the rule in the reader's language, and the law it comes from; of a
 * correction, with what it was and is.
 */
export function Lines({
  lines,
  texts,
  currency,
  side,
}: {
  lines: readonly (CorrectedLine & { readonly period?: string })[]
  texts: Texts
  currency: string
  side: Side
}) {
  const { t } = useTranslation()
  const format = useFormats()
  return (
    <ul className="lines">
      {lines.map((line) => {
        const sides = (['employee', 'employer'] as const).filter(
          (who) => (side === 'both' || side === who) && (side === who || !isZero(line[who])),
        )
        return (
          <li key={`${line.code}${line.period ?? ''}`} className="line">
            <div className="line-head">
              <strong lang={texts.language}>{texts[`lines.${line.code}`] ?? line.code}</strong>
              {line.period && <span className="soft small">{format.month(line.period)}</span>}
            </div>
            {sides.map((who) => {
              const rate = who === 'employee' ? line.employeeRate : line.employerRate
              return (
                <p key={who} className="sum">
                  {side === 'both' && <span className="soft">{t(`lines.${who}`)}</span>}
                  {line.before && (
                    <span className="number soft">
                      {t('lines.changed', {
                        before: format.money(line.before[who], currency),
                        now: format.money(sum([line.before[who], line[who]]), currency),
                      })}
                    </span>
                  )}
                  {rate && !line.before && (
                    <span className="number soft">
                      {format.money(line.base, currency)} × {format.rate(rate)}
                    </span>
                  )}
                  <b className="number">
                    {line.before ? format.change(line[who], currency) : format.money(line[who], currency)}
                  </b>
                </p>
              )
            })}
            <Why why={line.why} texts={texts} currency={currency} />
          </li>
        )
      })}
    </ul>
  )
}

/** The parts gross is made of. */
export function Earnings({
  earnings,
  texts,
  currency,
}: {
  earnings: readonly (Earning & { readonly period?: string })[]
  texts: Texts
  currency: string
}) {
  const format = useFormats()
  return (
    <ul className="lines">
      {earnings.map((earning) => (
        <li key={`${earning.code}${earning.period ?? ''}`} className="line">
          <div className="line-head">
            <strong lang={texts.language}>{texts[`earnings.${earning.code}`] ?? earning.code}</strong>
            {earning.period && <span className="soft small">{format.month(earning.period)}</span>}
          </div>
          <p className="sum">
            <b className="number">{format.money(earning.amount, currency)}</b>
          </p>
          <Why why={earning.why} texts={texts} currency={currency} />
        </li>
      ))}
    </ul>
  )
}

function Why({ why, texts, currency }: { why: Earning['why']; texts: Texts; currency: string }) {
  const { t } = useTranslation()
  const format = useFormats(texts.language)
  const template = texts[`rules.${why.rule}`]
  return (
    <div className="why">
      {template && <p lang={texts.language}>{ruleText(template, why.inputs, format, currency)}</p>}
      <p className="source">
        {t('lines.source')} <cite>{why.source}</cite>
      </p>
    </div>
  )
}
