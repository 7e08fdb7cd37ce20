import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { typedAmount, typedSigned } from '../api/money.ts'
import { useFormats } from '../i18n/format.ts'
import { TextInput } from './field.tsx'

interface AmountInputProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** In which currency, where the page does not say it elsewhere. */
  currency?: string
  /** A minus takes back what was written before. */
  isSigned?: boolean
  help?: ReactNode
  /** What the server says is wrong with the amount. */
  wrong?: ReactNode
  isRequired?: boolean
}

/** An amount as people write it: what cannot be read as one is said at once, beside it. */
export function AmountInput({ currency, isSigned = false, wrong, ...field }: AmountInputProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const isRead = (isSigned ? typedSigned : typedAmount)(field.value) !== undefined
  return (
    <TextInput
      {...field}
      inputMode="decimal"
      {...(currency && { sign: format.currencySign(currency) })}
      wrong={field.value.trim() !== '' && !isRead ? t('notAnAmount') : wrong}
    />
  )
}
