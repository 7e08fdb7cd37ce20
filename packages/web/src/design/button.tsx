import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  look?: 'strong' | 'quiet' | 'plain' | 'danger'
  small?: boolean
  children: ReactNode
}

/** One button. While `isPending` it keeps its place, says so to a screen reader, and cannot be pressed twice. */
export function Button({ look = 'strong', small = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton className={`button ${look}${small ? ' small' : ''}`} {...rest}>
      {rest.isPending && <span className="spinner" aria-hidden="true" />}
      {children}
    </AriaButton>
  )
}
