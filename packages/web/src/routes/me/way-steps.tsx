import type { WayToNet } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { isZero } from '../../api/money.ts'
import { countryTextsQuery } from '../../api/texts.ts'
import { PART } from '../../charts/wage-river.tsx'
import { Badge } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Earnings, Lines } from '../../wages/lines.tsx'

type Step = WayToNet['steps'][number]

/** Step by step from price to net; each opens what it is made of and the law behind it. */
export function WaySteps({
  way,
  open,
  onOpen,
}: {
  way: WayToNet
  open: string | undefined
  onOpen: (code: string | undefined) => void
}) {
  const { t, i18n } = useTranslation('me')
  const { data: texts = {} } = useQuery(countryTextsQuery(way.country, i18n.language))
  const steps = way.steps.filter(({ amount }) => !isZero(amount))
  return (
    <section className="stack" aria-labelledby="way-title">
      <h2 id="way-title">{t('way.title')}</h2>
      <ol className="way">
        {steps.map((step) => (
          <WayStep
            key={step.code}
            step={step}
            way={way}
            texts={texts}
            isOpen={open === step.code}
            onOpen={(isOpen) => onOpen(isOpen ? step.code : undefined)}
          />
        ))}
      </ol>
      {way.unverified.length > 0 && <Unverified unverified={way.unverified} />}
    </section>
  )
}

interface WayStepProps {
  step: Step
  way: WayToNet
  texts: Record<string, string>
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}

function WayStep({ step, way, texts, isOpen, onOpen }: WayStepProps) {
  const { t } = useTranslation('me')
  const format = useFormats()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }, [isOpen])
  const taken = step.amount.startsWith('-')
  const side = step.code === 'employer-contributions' ? 'employer' : 'employee'
  return (
    <li ref={item} className={taken ? 'taken' : 'reached'} data-step={step.code}>
      <Disclosure isExpanded={isOpen} onExpandedChange={onOpen}>
        <Heading level={3}>
          <AriaButton slot="trigger" className="way-step">
            <span className="chip" style={{ background: `var(--part-${PART[step.code] ?? 'price'})` }} />
            <span>{t(`steps.${step.code}`)}</span>
            <span className="soft small share">
              {taken && format.share(Math.abs(Number(step.amount)) / Number(way.fee))}
            </span>
            <b className="number">{format.money(step.amount, way.currency)}</b>
            <svg
              className="turn"
              width="14"
              height="9"
              viewBox="0 0 12 8"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              aria-hidden="true"
            >
              <path d="m1 1.5 5 5 5-5" />
            </svg>
          </AriaButton>
        </Heading>
        <DisclosurePanel className="way-panel">
          <p>{t(`explain.${step.code}`, explainInputs(way, format))}</p>
          {step.earnings.length > 0 && (
            <Earnings earnings={step.earnings} texts={texts} currency={way.currency} />
          )}
          {step.lines.length > 0 && (
            <Lines lines={step.lines} texts={texts} currency={way.currency} side={side} />
          )}
        </DisclosurePanel>
      </Disclosure>
    </li>
  )
}

function explainInputs(way: WayToNet, format: ReturnType<typeof useFormats>) {
  const money = (amount: string) => format.money(amount, way.currency)
  return {
    rate: format.rate(way.levyRate),
    fee: money(way.fee),
    budget: money(way.budget),
    gross: money(way.gross),
    taxable: money(way.taxable),
    net: money(way.net),
    remainder: money(way.remainder),
    payBy: format.day(way.promise.payBy),
    days: way.promise.workingDays,
  }
}

/** Figures of the law nobody has checked in an official source yet: said plainly, not hidden. */
function Unverified({ unverified }: { unverified: WayToNet['unverified'] }) {
  const { t } = useTranslation('me')
  const format = useFormats('en')
  return (
    <details className="disclosure">
      <summary>
        <Badge mood="warn">{t('unverified.badge', { count: unverified.length })}</Badge>
      </summary>
      <p className="small">{t('unverified.meaning')}</p>
      <ul className="small unverified" lang="en">
        {unverified.map(({ parameter, from, reason }) => (
          <li key={`${parameter}${from}`}>
            <b>{parameter}</b> ({format.day(from)}): {reason}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The picture as a table. */
export function StepTable({ steps, currency }: { steps: readonly Step[]; currency: string }) {
  const { t } = useTranslation('me')
  const format = useFormats()
  return (
    <details className="as-table">
      <summary>{t('asTable')}</summary>
      <DataTable
        caption={t('way.title')}
        captionUnseen
        rows={steps}
        rowKey={({ code }) => code}
        columns={[
          { id: 'step', head: t('way.step'), cell: ({ code }) => t(`steps.${code}`) },
          {
            id: 'amount',
            head: t('way.amount'),
            end: true,
            cell: ({ amount }) => format.money(amount, currency),
          },
        ]}
      />
    </details>
  )
}
