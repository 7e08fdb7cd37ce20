import { type ReactNode, useState } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'isPending'> {
  look?: 'strong' | 'quiet' | 'plain' | 'danger'
  small?: boolean
  /** Its work is under way: it keeps its place and the focus, says so, and cannot be pressed again. */
  isPending?: boolean
  children: ReactNode
}

export function Button({
  look = 'strong',
  small = false,
  isPending = false,
  isDisabled = false,
  children,
  onPress,
  type = 'button',
  ...rest
}: ButtonProps) {
  const { t } = useTranslation()
  const [hasFocus, setFocus] = useState(false)
  return (
    <AriaButton
      className={`button ${look}${small ? ' small' : ''}`}
      {...rest}
      onFocusChange={setFocus}
      // One that was just pressed keeps the focus when there is nothing more to press: the keyboard stays where it was.
      isDisabled={isDisabled && !hasFocus}
      isPending={isDisabled && hasFocus}
      type={isPending ? 'button' : type}
      {...(onPress && !isPending && { onPress })}
    >
      {isPending && <span className="spinner" aria-hidden="true" />}
      {children}
      {isPending && <span className="unseen">{t('working')}</span>}
    </AriaButton>
  )
}
