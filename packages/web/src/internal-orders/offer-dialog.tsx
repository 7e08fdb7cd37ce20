import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { offerInternally, type Portal } from '../api/internal-orders.ts'
import { typedAmount } from '../api/money.ts'
import { AmountInput } from '../design/amount-input.tsx'
import { Button } from '../design/button.tsx'
import { Dialog } from '../design/dialog.tsx'
import { faultOf } from '../design/fault.tsx'
import { ProblemNotice, say } from '../design/feedback.tsx'
import { TextInput } from '../design/field.tsx'
import { ActivitySearch } from './activity-search.tsx'

/**
 * Offers the work of one activity to another.
 *
 * @param seller the choice of the activity that does the work, which differs by who offers.
 */
export function OfferDialog({
  portal,
  slug,
  currency,
  sellerId,
  seller,
  onClose,
}: {
  portal: Portal
  slug: string
  currency: string
  sellerId: string | null
  seller: ReactNode
  onClose: () => void
}) {
  const { t } = useTranslation('internal-orders')
  const client = useQueryClient()
  // Named once, so that pressing twice offers once.
  const [internalOrderId] = useState(() => crypto.randomUUID())
  const [buyerId, setBuyerId] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [typed, setTyped] = useState('')
  const amount = typedAmount(typed)
  const offering = useMutation({
    mutationFn: () =>
      offerInternally(portal, slug, {
        internalOrderId,
        sellerId: sellerId ?? '',
        buyerId: buyerId ?? '',
        title: title.trim(),
        amount: amount ?? '',
      }),
    onSuccess: async () => {
      say(t('offered'))
      onClose()
      await client.invalidateQueries({ queryKey: [portal, slug] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('offer')} wide>
      <p className="soft">{t('offerMeaning')}</p>
      {seller}
      <ActivitySearch
        portal={portal}
        slug={slug}
        side="buyer"
        value={buyerId}
        onChange={setBuyerId}
        wrong={faultOf(offering.error, 'buyerId')}
      />
      <TextInput
        label={t('work')}
        value={title}
        onChange={setTitle}
        wrong={faultOf(offering.error, 'title')}
        isRequired
      />
      <AmountInput
        label={t('amount')}
        value={typed}
        onChange={setTyped}
        currency={currency}
        wrong={faultOf(offering.error, 'amount')}
        isRequired
      />
      {offering.error && <ProblemNotice error={offering.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button
          isDisabled={!(sellerId && buyerId && amount && title.trim())}
          isPending={offering.isPending}
          onPress={() => offering.mutate()}
        >
          {t('offer')}
        </Button>
      </div>
    </Dialog>
  )
}
