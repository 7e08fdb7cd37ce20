import type { ReactNode } from 'react'
import { TextArea as AriaTextArea, FieldError, Label, TextField } from 'react-aria-components'

interface TextAreaProps {
  label: string
  value: string
  onChange: (value: string) => void
  wrong?: ReactNode
  rows?: number
}

/** Some lines of text. */
export function TextArea({ label, value, onChange, wrong, rows = 3 }: TextAreaProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={wrong !== undefined}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <AriaTextArea className="input" rows={rows} />
      <FieldError className="wrong">{wrong}</FieldError>
    </TextField>
  )
}
