import { type ReactNode, useLayoutEffect, useState } from 'react'
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

/**
 * Keeps the focus inside, closes on Escape, and gives the focus back to what opened it, or to the page's head where that
 * went with the answer.
 */
export function Dialog({ isOpen, onClose, title, children, role = 'dialog', wide = false }: DialogProps) {
  useFocusKept(isOpen)
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

/** How long the page may take to show what a dialog did. */
const ANSWER_MS = 5_000

function useFocusKept(isOpen: boolean): void {
  // Read while the dialog is drawn: afterwards the focus is inside it, and that is not what opened it.
  const [opener, setOpener] = useState<Element | null>(() => (isOpen ? document.activeElement : null))
  if (isOpen && opener === null) setOpener(document.activeElement)
  if (!isOpen && opener !== null) setOpener(null)
  useLayoutEffect(() => {
    if (!isOpen) return
    return () => {
      const watch = new MutationObserver(() => {
        if (opener?.isConnected || document.activeElement !== document.body) return
        watch.disconnect()
        document.querySelector('h1')?.focus({ preventScroll: true })
      })
      watch.observe(document.body, { childList: true, subtree: true })
      setTimeout(() => watch.disconnect(), ANSWER_MS)
    }
  }, [isOpen, opener])
}
