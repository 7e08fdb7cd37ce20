import type { FundRules, FundsOverview } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { previewRule, type RuleDraft, writeRule } from '../../api/funds.ts'
import { isZero, typedAmount } from '../../api/money.ts'
import { HUNDRED, percentText, typedPercent } from '../../api/percent.ts'
import { FundSplit } from '../../charts/fund-split.tsx'
import { AmountInput } from '../../design/amount-input.tsx'
import { Button } from '../../design/button.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { type Fund, inForce, useFundName } from './fund-names.ts'
import { useOffice } from './office-portal.tsx'

type Texts = Readonly<Record<string, string>>

/** A rule typed fund by fund, tried on the levies of the last year, and written for a day to come. */
export function FundRuleForm({ funds, rules }: { funds: FundsOverview; rules: FundRules }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const fundName = useFundName()
  const office = useOffice()
  const client = useQueryClient()
  const [shares, setShares] = useState<Texts>(() =>
    Object.fromEntries((inForce(rules.rules)?.shares ?? []).map(({ fundId, percent }) => [fundId, percent])),
  )
  const [floors, setFloors] = useState<Texts>(() => boundsToday(rules, 'floor'))
  const [caps, setCaps] = useState<Texts>(() => boundsToday(rules, 'cap'))
  const [from, setFrom] = useState('')
  const typed = funds.funds.map(({ fundId }) => ({ fundId, millionths: typedPercent(shares[fundId] || '0') }))
  const total = typed.reduce((sum, { millionths }) => sum + (millionths ?? 0n), 0n)
  const complete =
    total === HUNDRED &&
    typed.every(({ millionths }) => millionths !== undefined) &&
    [...Object.values(floors), ...Object.values(caps)].every(isAmountOrNone)
  const bounds = boundsOf(funds.funds, floors, caps)
  const draft: RuleDraft = {
    shares: typed.flatMap(({ fundId, millionths }) =>
      millionths ? [{ fundId, percent: percentText(millionths) }] : [],
    ),
    ...(bounds.length > 0 && { bounds }),
  }
  const trying = useMutation({ mutationFn: () => previewRule(office.slug, draft) })
  const writing = useMutation({
    mutationFn: () => writeRule(office.slug, { from, ...draft }),
    onSuccess: async () => {
      say(t('funds.written'))
      await client.invalidateQueries({ queryKey: ['office', office.slug] })
    },
  })
  // What is written is what was tried: another figure is another trial.
  const retyped = (set: (texts: Texts) => void) => (texts: Texts) => {
    set(texts)
    trying.reset()
    writing.reset()
  }
  const boundFault = (fundId: string, bound: 'floor' | 'cap') => {
    const at = bounds.findIndex((one) => one.fundId === fundId)
    return faultOf(trying.error ?? writing.error, `bounds[${at}].${bound}`)
  }
  const nameOf = (fundId: string) => {
    const fund = funds.funds.find((one) => one.fundId === fundId)
    return fund ? fundName(fund) : ''
  }
  const data = trying.data
  return (
    <section className="card stack" aria-labelledby="rule-title">
      <h2 id="rule-title">{t('funds.try')}</h2>
      <p className="soft">{t('funds.tryHelp')}</p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (complete && !trying.isPending) trying.mutate()
        }}
      >
        <div className="filters">
          {funds.funds.map((fund) => (
            <TextInput
              key={fund.fundId}
              label={t('funds.percentOf', { name: fundName(fund) })}
              inputMode="decimal"
              value={shares[fund.fundId] ?? ''}
              onChange={(text) => retyped(setShares)({ ...shares, [fund.fundId]: text })}
              wrong={
                typedPercent(shares[fund.fundId] || '0') === undefined ? t('funds.typePercent') : undefined
              }
            />
          ))}
        </div>
        <p aria-live="polite">
          {t('funds.sum', { sum: format.decimal(percentText(total)) })}
          {total !== HUNDRED && <span className="soft"> – {t('funds.notHundred')}</span>}
        </p>
        <details>
          <summary>{t('funds.bounds')}</summary>
          <div className="stack">
            <p className="small soft">{t('funds.boundsHelp')}</p>
            {funds.funds.map((fund) => (
              <div key={fund.fundId} className="filters">
                <AmountInput
                  label={t('funds.floorOf', { name: fundName(fund) })}
                  value={floors[fund.fundId] ?? ''}
                  onChange={(text) => retyped(setFloors)({ ...floors, [fund.fundId]: text })}
                  wrong={boundFault(fund.fundId, 'floor')}
                  currency={office.currency}
                />
                <AmountInput
                  label={t('funds.capOf', { name: fundName(fund) })}
                  value={caps[fund.fundId] ?? ''}
                  onChange={(text) => retyped(setCaps)({ ...caps, [fund.fundId]: text })}
                  wrong={boundFault(fund.fundId, 'cap')}
                  currency={office.currency}
                />
              </div>
            ))}
          </div>
        </details>
        {trying.error && <ProblemNotice error={trying.error} />}
        <div>
          <Button type="submit" look="quiet" isDisabled={!complete} isPending={trying.isPending}>
            {t('funds.preview')}
          </Button>
        </div>
      </Form>
      {data && (
        <div className="stack">
          <h3>{t('funds.result', { from: format.day(data.from), to: format.day(data.to) })}</h3>
          <p className="soft">
            {t('funds.levies', { count: data.levies, total: format.money(data.total, data.currency) })}
          </p>
          <FundSplit data={data} nameOf={nameOf} />
          {data.moves.length > 0 && (
            <>
              <h3>{t('funds.moves')}</h3>
              <ul>
                {data.moves.map(({ fromFundId, toFundId, amount }) => (
                  <li key={fromFundId + toFundId}>
                    {t('funds.move', {
                      amount: format.money(amount, data.currency),
                      from: nameOf(fromFundId),
                      to: nameOf(toFundId),
                    })}
                  </li>
                ))}
              </ul>
            </>
          )}
          {office.may('finance') && (
            <div className="next-step">
              <TextInput
                label={t('funds.writeFrom')}
                type="date"
                value={from}
                onChange={setFrom}
                wrong={faultOf(writing.error, 'from')}
              />
              <Button
                isDisabled={from === '' || !complete}
                isPending={writing.isPending}
                onPress={() => writing.mutate()}
              >
                {t('funds.write')}
              </Button>
              {writing.error && <ProblemNotice error={writing.error} />}
            </div>
          )}
        </div>
      )}
    </section>
  )
}

const isAmountOrNone = (text: string): boolean => text.trim() === '' || typedAmount(text) !== undefined

/** Floors or caps in force; a floor of nothing is none. */
const boundsToday = (rules: FundRules, bound: 'floor' | 'cap'): Texts =>
  Object.fromEntries(
    (inForce(rules.bounds)?.bounds ?? []).flatMap((one) => {
      const amount = one[bound]
      return amount === null || isZero(amount) ? [] : [[one.fundId, amount]]
    }),
  )

/** What was typed as floors and caps; whose fund stands higher in the list has its turn first. */
function boundsOf(funds: readonly Fund[], floors: Texts, caps: Texts) {
  return funds.flatMap(({ fundId }, at) => {
    const floor = typedAmount(floors[fundId] ?? '')
    const cap = typedAmount(caps[fundId] ?? '')
    return floor || cap ? [{ fundId, floor: floor ?? '0.00', cap: cap ?? null, priority: at + 1 }] : []
  })
}
