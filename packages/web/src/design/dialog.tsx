import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** `alertdialog`: something that cannot be undone is being asked. */
  role?: 'dialog' | 'alertdialog'
  wide?: boolean
}

/** Keeps the focus inside, closes on Escape, and gives the focus back to whoever opened it. */
export function Dialog({ isOpen, onClose, title, children, role = 'dialog', wide = false }: DialogProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
    >
      <Modal className={`dialog${wide ? ' wide' : ''}`}>
        <AriaDialog role={role}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
