import type { ReactNode } from 'react'

interface CheckInputProps {
  children: ReactNode
  isChecked: boolean
  onChange: (isChecked: boolean) => void
  isRequired?: boolean
  isDisabled?: boolean
  lang?: string
}

/** A box to tick, with its sentence. */
export function CheckInput({
  children,
  isChecked,
  onChange,
  isRequired = false,
  isDisabled = false,
  lang,
}: CheckInputProps) {
  return (
    <label className="check" {...(lang && { lang })}>
      <input
        type="checkbox"
        checked={isChecked}
        required={isRequired}
        disabled={isDisabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  )
}
