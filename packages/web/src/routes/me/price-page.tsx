import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type WayToNetInput, wayToNetQuery } from '../../api/member.ts'
import { typedAmount } from '../../api/money.ts'
import { WageRiver } from '../../charts/wage-river.tsx'
import { Button } from '../../design/button.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Loading, ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today, useDraft, useRested } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { useMemberOffice } from './member-office.tsx'
import './price.css'
import { QuoteDialog } from './quote-dialog.tsx'
import { StepTable, WaySteps } from './way-steps.tsx'

const SUPPLIES = [
  'service',
  'performance',
  'copyright',
  'event-admission',
  'training',
  'electronic-service',
] as const
const PLACES = ['domestic', 'union-business', 'union-consumer', 'outside-union'] as const

export interface PriceDraft {
  price: string
  supply: (typeof SUPPLIES)[number]
  clientPlace: (typeof PLACES)[number]
  startsOn: string
  endsOn: string
}

/** What stands there before a member names a price: some days of work, in each currency. */
const FIRST_PRICES: Readonly<Record<string, string>> = { EUR: '1000', HUF: '250000', SEK: '10000' }

/** The member names a price and sees at once the way to the wage. */
export function PricePage() {
  const { t } = useTranslation('me')
  const format = useFormats()
  const { office } = useMemberOffice()
  const [draft, change] = useDraft<PriceDraft>(`price.${office.currency}`, {
    price: FIRST_PRICES[office.currency] ?? '1000',
    supply: 'service',
    clientPlace: 'domestic',
    startsOn: today(),
    endsOn: today(),
  })
  const [step, setStep] = useState<string>()
  const [quoting, setQuoting] = useState(false)

  const sign = format.currencySign(office.currency)
  const fee = typedAmount(draft.price)
  const input = useRested(fee && JSON.stringify(inputOf(draft, fee)), 180)
  const asked = input ? (JSON.parse(input) as WayToNetInput) : undefined
  const way = useQuery(wayToNetQuery(office.slug, asked))
  const answer = way.data

  return (
    <Page title={t('price.title')} intro={t('price.intro')}>
      <section className="price-desk" aria-label={t('price.title')}>
        <div className="price-form">
          <TextInput
            className={`price-input${sign.length + draft.price.length > 5 ? ' long' : ''}`}
            sign={sign}
            label={t('price.fee')}
            help={t('price.feeHelp')}
            value={draft.price}
            onChange={(price) => change({ price })}
            inputMode="decimal"
            autoComplete="off"
            wrong={
              draft.price.trim() !== '' && fee === undefined
                ? t('price.notAnAmount')
                : faultOf(way.error, 'fee')
            }
          />
          <div className="price-rest">
            <TextInput
              label={t('price.from')}
              type="date"
              value={draft.startsOn}
              onChange={(startsOn) =>
                change({ startsOn, ...(startsOn > draft.endsOn && { endsOn: startsOn }) })
              }
              wrong={faultOf(way.error, 'startsOn')}
            />
            <TextInput
              label={t('price.to')}
              type="date"
              min={draft.startsOn}
              value={draft.endsOn}
              onChange={(endsOn) => change({ endsOn })}
              wrong={draft.endsOn < draft.startsOn ? t('price.endsEarly') : faultOf(way.error, 'endsOn')}
            />
            <ChoiceInput
              label={t('price.supply')}
              value={draft.supply}
              onChange={(supply) => change({ supply: supply as PriceDraft['supply'] })}
              choices={SUPPLIES.map((id) => ({ id, label: t(`supply.${id}`) }))}
            />
            <ChoiceInput
              label={t('price.place')}
              value={draft.clientPlace}
              onChange={(place) => change({ clientPlace: place as PriceDraft['clientPlace'] })}
              choices={PLACES.map((id) => ({ id, label: t(`place.${id}`) }))}
            />
          </div>
        </div>
        {way.error && <ProblemNotice error={way.error} onRetry={() => way.refetch()} />}
        {answer && (
          <>
            <div aria-busy={way.isFetching} className={way.isPlaceholderData ? 'renewing' : ''}>
              <WageRiver steps={answer.steps} currency={answer.currency} chosen={step} onChoose={setStep} />
            </div>
            <p className="unseen" role="status">
              {!way.isFetching &&
                t('price.spoken', {
                  fee: format.money(answer.fee, answer.currency),
                  net: format.money(answer.net, answer.currency),
                })}
            </p>
            <div className="price-foot">
              <p>
                {t('price.client', {
                  total: format.money(answer.vat.total, answer.currency),
                  vat: format.money(answer.vat.amount, answer.currency),
                  rate: format.rate(answer.vat.rate),
                })}{' '}
                {t('price.payBy', { day: format.weekday(answer.promise.payBy) })}
              </p>
              <Button onPress={() => setQuoting(true)}>{t('price.quote')}</Button>
            </div>
            <StepTable steps={answer.steps} currency={answer.currency} />
          </>
        )}
        {!answer &&
          !way.error &&
          (input ? <Loading heights={[300]} /> : <p className="soft">{t('price.waiting')}</p>)}
      </section>
      {answer && <WaySteps way={answer} open={step} onOpen={setStep} />}
      {answer && fee && (
        <QuoteDialog
          isOpen={quoting}
          onClose={() => setQuoting(false)}
          draft={draft}
          fee={fee}
          way={answer}
        />
      )}
    </Page>
  )
}

function inputOf(draft: PriceDraft, fee: string): WayToNetInput {
  const { supply, clientPlace, startsOn, endsOn } = draft
  return { fee, supply, clientPlace, startsOn, endsOn: endsOn < startsOn ? startsOn : endsOn }
}
