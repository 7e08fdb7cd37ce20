import type { OfferDeposit, OfferTotals as Totals } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { isZero, negated } from '../api/money.ts'
import { useFormats } from '../i18n/format.ts'

interface OfferTotalsProps {
  totals: Totals
  currency: string
  /** Asked for once the offer is accepted. */
  deposit?: OfferDeposit | null | undefined
}

/** What the client pays, by VAT rate. */
export function OfferTotals({ totals, currency, deposit }: OfferTotalsProps) {
  const { t } = useTranslation('quotes')
  const format = useFormats()
  const money = (amount: string) => format.money(amount, currency)
  return (
    <dl className="quote-totals">
      {!isZero(totals.discount) && (
        <>
          <div>
            <dt>{t('totals.sum')}</dt>
            <dd className="number">{money(totals.sum)}</dd>
          </div>
          <div>
            <dt>{t('totals.discount')}</dt>
            <dd className="number">{money(negated(totals.discount))}</dd>
          </div>
        </>
      )}
      <div>
        <dt>{t('totals.net')}</dt>
        <dd className="number">{money(totals.net)}</dd>
      </div>
      {totals.vat.map(({ code, category, rate, amount }) => (
        <div key={code}>
          <dt>{category === 'S' ? t('totals.vat', { rate: format.rate(`${rate}%`) }) : t('totals.noVat')}</dt>
          <dd className="number">{money(amount)}</dd>
        </div>
      ))}
      <div className="whole">
        <dt>{t('totals.gross')}</dt>
        <dd className="number">{money(totals.gross)}</dd>
      </div>
      {deposit && (
        <div>
          <dt>{t('deposit.onAcceptance')}</dt>
          <dd className="number">{money(deposit.gross)}</dd>
        </div>
      )}
    </dl>
  )
}
