import type { Quote } from '@samen/api/client'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currenciesQuery } from '../../api/quotes.ts'
import { ChoiceInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'

interface CurrencyChoiceProps {
  office: string
  /** The office's own currency, that an empty choice stands for. */
  own: string
  chosen: string
  onChoose: (currency: string) => void
  wrong: ReactNode
}

/** What the client pays in; nothing where the office has no rate of any other currency. */
export function CurrencyChoice({ office, own, chosen, onChoose, wrong }: CurrencyChoiceProps) {
  const { t } = useTranslation('quotes')
  const { data = [] } = useQuery(currenciesQuery(office))
  const others = data.map(({ currency }) => currency)
  const all = [own, ...others, ...(chosen && !others.includes(chosen) ? [chosen] : [])]
  if (all.length === 1) return null
  return (
    <ChoiceInput
      label={t('currency.label')}
      value={chosen || own}
      onChange={(currency) => onChoose(currency === own ? '' : currency)}
      choices={all.map((id) => ({ id, label: id }))}
      wrong={wrong}
    />
  )
}

/** At which rate a price in another currency becomes the budget, and that it stays so. */
export function ConversionNote({
  of: { conversion, currency, fee },
}: {
  of: Pick<Quote, 'conversion' | 'currency' | 'fee'>
}) {
  const { t } = useTranslation('quotes')
  const format = useFormats()
  if (!conversion) return null
  return (
    <p className="notice">
      {t('currency.fixed', {
        price: conversion.currency,
        rate: format.decimal(conversion.rate),
        own: currency,
        source: conversion.rateSource.toUpperCase(),
        day: format.day(conversion.rateOn),
        fee: format.money(fee, currency),
      })}
    </p>
  )
}
