import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import {
  Button as AriaButton,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
  TextField,
} from 'react-aria-components'

interface CommonProps {
  label: string
  help?: ReactNode
  /** What is wrong with the value, for the person who typed it. */
  wrong?: ReactNode
  name?: string
  isRequired?: boolean
}

interface TextInputProps extends CommonProps {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'email' | 'password' | 'date' | 'search' | 'datetime-local'
  inputMode?: 'decimal' | 'numeric'
  autoComplete?: HTMLInputAutoCompleteAttribute
  min?: string
  max?: string
  className?: string
  /** Shown beside the input; not part of the value. */
  sign?: string
}

export function TextInput({
  label,
  help,
  wrong,
  className,
  min,
  max,
  inputMode,
  sign,
  ...field
}: TextInputProps) {
  return (
    <TextField
      {...field}
      className={`field ${className ?? ''}`}
      isInvalid={wrong !== undefined}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <div className="input-box">
        {sign && (
          <span className="sign" aria-hidden="true">
            {sign}
          </span>
        )}
        <Input
          className="input"
          {...(min && { min })}
          {...(max && { max })}
          {...(inputMode && { inputMode })}
        />
      </div>
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="wrong">{wrong}</FieldError>
    </TextField>
  )
}

export interface Choice {
  id: string
  label: string
  detail?: string
}

interface ChoiceInputProps extends CommonProps {
  value: string | null
  onChange: (value: string) => void
  choices: readonly Choice[]
  placeholder?: string
  className?: string
}

/** One of a list, in a listbox that speaks the reader's language. */
export function ChoiceInput({
  label,
  help,
  wrong,
  value,
  onChange,
  choices,
  placeholder,
  className,
  isRequired,
}: ChoiceInputProps) {
  return (
    <Select
      className={`field ${className ?? ''}`}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isInvalid={wrong !== undefined}
      {...(isRequired !== undefined && { isRequired })}
      validationBehavior="aria"
      {...(placeholder && { placeholder })}
    >
      <Label>{label}</Label>
      <AriaButton className="select-button">
        <SelectValue />
        <svg
          width="12"
          height="8"
          viewBox="0 0 12 8"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          aria-hidden="true"
        >
          <path d="m1 1.5 5 5 5-5" />
        </svg>
      </AriaButton>
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="wrong">{wrong}</FieldError>
      <Popover className="popover">
        <ListBox items={choices} className="options">
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className="option">
              <span>{choice.label}</span>
              {choice.detail && <span className="soft">{choice.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
