import type { BankTerms } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bankTermsQuery, setBankTerms } from '../../api/bank.ts'
import { typedAmount } from '../../api/money.ts'
import { AmountInput } from '../../design/amount-input.tsx'
import { Button } from '../../design/button.tsx'
import { CheckInput } from '../../design/check.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { useOffice } from './office-portal.tsx'

/** What was agreed with the bank about payments: how much a batch holds, and whether they go at once. */
export function BankTermsCard() {
  const { slug, currency, may } = useOffice()
  const terms = useQuery(bankTermsQuery(slug))
  if (terms.error) return <ProblemNotice error={terms.error} onRetry={() => terms.refetch()} />
  if (!terms.data || !may('finance')) return null
  return <TermsForm key={JSON.stringify(terms.data)} terms={terms.data} currency={currency} />
}

function TermsForm({ terms, currency }: { terms: BankTerms; currency: string }) {
  const { t } = useTranslation('office')
  const { slug } = useOffice()
  const client = useQueryClient()
  const [transfers, setTransfers] = useState(terms.transfersMax?.toString() ?? '')
  const [amount, setAmount] = useState(terms.amountMax ?? '')
  const [instant, setInstant] = useState(terms.instant)
  const isCount = transfers.trim() === '' || /^\d{1,6}$/.test(transfers.trim())
  const isAmount = amount.trim() === '' || typedAmount(amount) !== undefined
  const saving = useMutation({
    mutationFn: () =>
      setBankTerms(slug, {
        transfersMax: transfers.trim() === '' ? null : Number(transfers),
        amountMax: typedAmount(amount) ?? null,
        instant,
      }),
    onSuccess: async () => {
      say(t('bankTerms.saved'))
      await client.invalidateQueries({ queryKey: ['office', slug, 'bank-terms'] })
    },
  })
  return (
    <details className="card">
      <summary>
        <h2>{t('bankTerms.title')}</h2>
      </summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <p className="soft">{t('bankTerms.meaning')}</p>
        <div className="filters">
          <TextInput
            label={t('bankTerms.transfersMax')}
            help={t('bankTerms.empty')}
            value={transfers}
            onChange={setTransfers}
            inputMode="numeric"
            wrong={isCount ? faultOf(saving.error, 'transfersMax') : t('bankTerms.notACount')}
          />
          <AmountInput
            label={t('bankTerms.amountMax')}
            help={t('bankTerms.empty')}
            value={amount}
            onChange={setAmount}
            currency={currency}
            wrong={faultOf(saving.error, 'amountMax')}
          />
        </div>
        {currency === 'EUR' && (
          <CheckInput isChecked={instant} onChange={setInstant}>
            {t('bankTerms.instant')}
          </CheckInput>
        )}
        {saving.error && <ProblemNotice error={saving.error} />}
        <div>
          <Button type="submit" look="quiet" isDisabled={!isCount || !isAmount} isPending={saving.isPending}>
            {t('bankTerms.save')}
          </Button>
        </div>
      </form>
    </details>
  )
}
