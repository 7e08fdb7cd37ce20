import type { InternalOrder } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type InternalOrderStep, moveInternally, type Portal } from '../api/internal-orders.ts'
import { Button } from '../design/button.tsx'
import { Dialog } from '../design/dialog.tsx'
import { faultOf } from '../design/fault.tsx'
import { ProblemNotice, say } from '../design/feedback.tsx'
import { TextInput } from '../design/field.tsx'
import { useFormats } from '../i18n/format.ts'

/** Somebody is let down, and is told why. */
const ASK_REASON: readonly InternalOrderStep[] = ['decline', 'withdraw', 'return']

/** A step of an internal order, with what it means for the money. */
export function StepDialog({
  portal,
  slug,
  order,
  step,
  onClose,
}: {
  portal: Portal
  slug: string
  order: InternalOrder
  step: InternalOrderStep
  onClose: () => void
}) {
  const { t } = useTranslation('internal-orders')
  const format = useFormats()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const asksReason = ASK_REASON.includes(step)
  const taking = useMutation({
    mutationFn: () =>
      moveInternally(portal, slug, order.internalOrderId, {
        step,
        ...(asksReason && { reason: reason.trim() }),
      }),
    onSuccess: async ({ title, state }) => {
      say(t('nowIs', { title, state: t(`states.${state}`) }))
      onClose()
      await client.invalidateQueries({ queryKey: [portal, slug] })
    },
  })
  const { title, seller, buyer, amount, currency } = order
  return (
    <Dialog isOpen onClose={onClose} title={t('stepOf', { step: t(`steps.${step}.do`), title })}>
      <p>
        {t(`steps.${step}.meaning`, {
          seller: seller.name,
          buyer: buyer.name,
          amount: format.money(amount, currency),
        })}
      </p>
      {asksReason && (
        <TextInput
          label={t('reason')}
          value={reason}
          onChange={setReason}
          wrong={faultOf(taking.error, 'reason')}
          isRequired
        />
      )}
      {taking.error && <ProblemNotice error={taking.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button
          isDisabled={asksReason && reason.trim() === ''}
          isPending={taking.isPending}
          onPress={() => taking.mutate()}
        >
          {t(`steps.${step}.do`)}
        </Button>
      </div>
    </Dialog>
  )
}
