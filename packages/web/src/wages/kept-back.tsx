import type { PayslipDetail } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { negated } from '../api/money.ts'
import { useFormats } from '../i18n/format.ts'

/** What a payslip keeps back of its net for what was paid too much, by which law, and what is left; nothing where it keeps nothing. */
export function KeptBack({ payslip }: { payslip: PayslipDetail }) {
  const { t } = useTranslation('claims')
  const format = useFormats()
  const [first] = payslip.setOffs
  if (!first) return null
  const money = (amount: string) => format.money(amount, payslip.currency)
  return (
    <section className="card stack">
      <dl className="facts">
        {payslip.setOffs.map(({ workerClaimId, aroseOn, amount }) => (
          <div key={workerClaimId}>
            <dt>{t('sheet.kept', { day: format.day(aroseOn) })}</dt>
            <dd className="number">{money(negated(amount))}</dd>
          </div>
        ))}
        <div>
          <dt>{t('sheet.paidOut')}</dt>
          <dd className="number">{money(payslip.paidOut)}</dd>
        </div>
      </dl>
      <p className="soft small">{t('sheet.law', { share: first.share, source: first.source })}</p>
    </section>
  )
}
