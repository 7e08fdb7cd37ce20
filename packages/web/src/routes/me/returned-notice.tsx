import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { myReturnedPaymentsQuery } from '../../api/bank.ts'
import { useFormats } from '../../i18n/format.ts'

/** Tells a member that a wage came back from the bank, and what to do; nothing where none did. */
export function ReturnedNotice({ slug }: { slug: string }) {
  const { t } = useTranslation('me')
  const format = useFormats()
  const returned = useQuery(myReturnedPaymentsQuery(slug))
  if (!returned.data || returned.data.length === 0) return null
  return (
    <div className="notice warn" role="status">
      {returned.data.map(({ payslipId, amount, currency, returnedOn }) => (
        <strong key={payslipId}>
          {t('returned.cameBack', { amount: format.money(amount, currency), day: format.day(returnedOn) })}
        </strong>
      ))}
      <p>{t('returned.next')}</p>
    </div>
  )
}
