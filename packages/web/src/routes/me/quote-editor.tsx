import type { Quote } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { profileQuery, wayToNetQuery } from '../../api/member.ts'
import { makeQuoteOfLines, type PreviewInput, quotePreviewQuery, reviseQuote } from '../../api/quotes.ts'
import { WageRiver } from '../../charts/wage-river.tsx'
import { Button } from '../../design/button.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { TextArea } from '../../design/text-area.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today, useDraft, useRested } from '../../shell/hooks.ts'
import { OfferTotals } from '../../wages/offer-totals.tsx'
import { ClientChoice } from './client-choice.tsx'
import { ConversionNote, CurrencyChoice } from './currency-choice.tsx'
import { useMemberOffice } from './member-office.tsx'
import { draftOf, newLine, pricedInput, type QuoteFormDraft, typedShare } from './quote-draft.ts'
import { QuoteLines } from './quote-lines.tsx'
import { StepTable } from './way-steps.tsx'
import './quotes.css'

interface QuoteEditorProps {
  /** The quote that is revised; a new one is made without. */
  quote?: Quote
  onDone: (contractId: string) => void
  onCancel: () => void
}

/** A quote in lines: what the client would pay and what the member would get stand beside it while it is typed. */
export function QuoteEditor({ quote, onDone, onCancel }: QuoteEditorProps) {
  const { t } = useTranslation(['quotes', 'me'])
  const format = useFormats()
  const client = useQueryClient()
  const { office } = useMemberOffice()
  const { data: profile } = useQuery(profileQuery(office.slug))
  const first: QuoteFormDraft = quote
    ? draftOf(quote)
    : {
        title: '',
        activityId: '',
        clientId: '',
        name: '',
        country: office.country,
        vatNumber: '',
        email: '',
        supply: 'service',
        startsOn: today(),
        endsOn: today(),
        validUntil: '',
        conditions: '',
        currency: '',
        discountKind: 'percent',
        discount: '',
        depositKind: 'percent',
        deposit: '',
        ownExpenses: '',
        lines: [newLine(1, 'service')],
      }
  const [draft, change, forget] = useDraft<QuoteFormDraft>(
    quote ? `quote.${quote.contractId}.${quote.version}` : `quote.new.${office.slug}`,
    first,
  )
  const [step, setStep] = useState<string>()
  const activityId = draft.activityId || profile?.activities[0]?.activityId || ''
  const country = (draft.country || office.country).toUpperCase()

  const priced = pricedInput(draft)
  const asked = useRested(
    priced &&
      JSON.stringify({
        ...priced,
        supply: draft.supply,
        client: draft.clientId
          ? { clientId: draft.clientId }
          : { country, ...(draft.vatNumber && { vatNumber: draft.vatNumber }) },
      }),
    250,
  )
  const preview = useQuery(
    quotePreviewQuery(office.slug, asked ? (JSON.parse(asked) as PreviewInput) : undefined),
  )
  const price = preview.data
  const way = useQuery(
    wayToNetQuery(
      office.slug,
      price && draft.endsOn >= draft.startsOn
        ? {
            fee: price.fee,
            expenses: price.expenses,
            supply: draft.supply,
            startsOn: draft.startsOn,
            endsOn: draft.endsOn,
          }
        : undefined,
    ),
  )

  const saving = useMutation({
    mutationFn: async () => {
      if (!priced) throw new TypeError('the lines are not complete')
      const deposit = draft.currency ? undefined : typedShare(draft.depositKind, draft.deposit)
      const said = {
        ...priced,
        ...(deposit && { deposit }),
        ...(draft.conditions.trim() && { conditions: draft.conditions }),
        ...(draft.validUntil && { validUntil: draft.validUntil }),
      }
      const { title, name, email, vatNumber, supply, startsOn, endsOn } = draft
      const buyer = draft.clientId
        ? { clientId: draft.clientId }
        : { name, country, ...(email && { email }), ...(vatNumber && { vatNumber }) }
      if (quote) {
        const hasOtherDays = startsOn !== quote.startsOn || endsOn !== quote.endsOn
        return reviseQuote(office.slug, quote.contractId, {
          ...said,
          client: buyer,
          title,
          startsOn,
          endsOn,
          ...(hasOtherDays && way.data && { terms: way.data.terms }),
        })
      }
      return makeQuoteOfLines(office.slug, {
        ...said,
        activityId,
        client: buyer,
        title,
        supply,
        startsOn,
        endsOn,
        ...(way.data && { terms: way.data.terms }),
      })
    },
    onSuccess: async ({ contractId }) => {
      forget()
      await client.invalidateQueries({ queryKey: ['me', office.slug] })
      onDone(contractId)
    },
  })
  const error = saving.error ?? preview.error
  const wrong = (...paths: string[]) => faultOf(error, ...paths)

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <section className="card stack" aria-label={t('edit.job')}>
        {!quote && profile && profile.activities.length > 1 && (
          <ChoiceInput
            label={t('me:quote.activity')}
            value={activityId}
            onChange={(id) => change({ activityId: id })}
            choices={profile.activities.map(({ activityId: id, name }) => ({ id, label: name }))}
          />
        )}
        <TextInput
          label={t('me:quote.job')}
          value={draft.title}
          onChange={(title) => change({ title })}
          isRequired
          wrong={wrong('title')}
        />
        <div className="filters">
          <TextInput
            label={t('me:quote.client')}
            value={draft.name}
            onChange={(name) => change({ name, clientId: '', country: draft.country || office.country })}
            autoComplete="organization"
            isRequired
            wrong={wrong('client.name', 'client', 'name')}
          />
          {(!quote || draft.clientId === '') && (
            <>
              <TextInput
                label={t('me:quote.country')}
                value={draft.country}
                onChange={(code) => change({ country: code.slice(0, 2) })}
                autoComplete="country"
                isRequired
                wrong={wrong('client.country')}
              />
              <TextInput
                label={t('me:quote.vatNumber')}
                value={draft.vatNumber}
                onChange={(vatNumber) => change({ vatNumber })}
                autoComplete="off"
                wrong={wrong('client.vatNumber', 'vatNumber')}
              />
              <TextInput
                label={t('me:quote.email')}
                type="email"
                value={draft.email}
                onChange={(email) => change({ email })}
                autoComplete="off"
                wrong={wrong('client.email', 'email')}
              />
            </>
          )}
        </div>
        <ClientChoice
          office={office.slug}
          name={draft.name}
          email={draft.email}
          chosen={draft.clientId}
          onChoose={(clientId, name) => change({ clientId, name })}
        />
        <div className="filters">
          <TextInput
            label={t('me:price.from')}
            type="date"
            value={draft.startsOn}
            onChange={(startsOn) =>
              change({ startsOn, ...(startsOn > draft.endsOn && { endsOn: startsOn }) })
            }
            wrong={wrong('startsOn')}
          />
          <TextInput
            label={t('me:price.to')}
            type="date"
            min={draft.startsOn}
            value={draft.endsOn}
            onChange={(endsOn) => change({ endsOn })}
            wrong={wrong('endsOn')}
          />
        </div>
      </section>
      <section className="card stack">
        <CurrencyChoice
          office={office.slug}
          own={office.currency}
          chosen={draft.currency}
          onChoose={(currency) => change({ currency })}
          wrong={wrong('currency')}
        />
        <QuoteLines draft={draft} onChange={(lines) => change({ lines })} wrong={wrong} />
        <div className="filters">
          <TextInput
            label={t('edit.discount')}
            value={draft.discount}
            onChange={(discount) => change({ discount })}
            inputMode="decimal"
            wrong={wrong('discount', 'discount.percent', 'discount.amount')}
          />
          <ChoiceInput
            label={t('edit.discountKind')}
            value={draft.discountKind}
            onChange={(kind) => change({ discountKind: kind as QuoteFormDraft['discountKind'] })}
            choices={(['percent', 'amount'] as const).map((id) => ({ id, label: t(`edit.${id}`) }))}
          />
          {!draft.currency && (
            <>
              <TextInput
                label={t('deposit.label')}
                help={t('deposit.help')}
                value={draft.deposit}
                onChange={(deposit) => change({ deposit })}
                inputMode="decimal"
                wrong={wrong('deposit', 'deposit.percent', 'deposit.amount')}
              />
              <ChoiceInput
                label={t('deposit.kind')}
                value={draft.depositKind}
                onChange={(kind) => change({ depositKind: kind as QuoteFormDraft['depositKind'] })}
                choices={(['percent', 'amount'] as const).map((id) => ({ id, label: t(`edit.${id}`) }))}
              />
            </>
          )}
          <TextInput
            label={t('edit.validUntil')}
            help={t(draft.currency ? 'currency.validUntilHelp' : 'edit.validUntilHelp')}
            type="date"
            min={today()}
            value={draft.validUntil}
            onChange={(validUntil) => change({ validUntil })}
            wrong={wrong('validUntil')}
          />
        </div>
        <TextInput
          label={t('edit.ownExpenses')}
          help={t('edit.ownExpensesHelp')}
          value={draft.ownExpenses}
          onChange={(ownExpenses) => change({ ownExpenses })}
          inputMode="decimal"
          wrong={wrong('ownExpenses')}
        />
        <TextArea
          label={t('edit.conditions')}
          value={draft.conditions}
          onChange={(conditions) => change({ conditions })}
          wrong={wrong('conditions')}
        />
        {price && <OfferTotals totals={price.totals} currency={price.priceCurrency} />}
      </section>
      {way.data && price && (
        <section className="card stack" aria-label={t('edit.yours')}>
          <h2>{t('edit.yours')}</h2>
          <ConversionNote of={price} />
          <p>
            {t('edit.yoursIs', {
              fee: format.money(price.fee, price.currency),
              net: format.money(way.data.net, price.currency),
            })}
          </p>
          <WageRiver steps={way.data.steps} currency={way.data.currency} chosen={step} onChoose={setStep} />
          <StepTable steps={way.data.steps} currency={way.data.currency} />
        </section>
      )}
      {error && <ProblemNotice error={error} />}
      {!error && way.error && <ProblemNotice error={way.error} />}
      <div className="actions row">
        <Button look="quiet" onPress={onCancel}>
          {t('shell:actions.cancel')}
        </Button>
        <Button type="submit" isPending={saving.isPending} isDisabled={!priced}>
          {quote ? t('edit.revise') : t('edit.make')}
        </Button>
      </div>
    </form>
  )
}
