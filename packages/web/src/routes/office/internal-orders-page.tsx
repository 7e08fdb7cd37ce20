import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { ActivitySearch } from '../../internal-orders/activity-search.tsx'
import { InternalOrders } from '../../internal-orders/internal-orders.tsx'
import { OfferDialog } from '../../internal-orders/offer-dialog.tsx'
import { Page } from '../../shell/page.tsx'
import { useOffice } from './office-portal.tsx'

/** What the office's activities do for each other. */
export function InternalOrdersPage() {
  const { t } = useTranslation('internal-orders')
  const office = useOffice()
  const [isOffering, setOffering] = useState(false)
  const [sellerId, setSellerId] = useState<string | null>(null)
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        office.may('staff', 'finance') && <Button onPress={() => setOffering(true)}>{t('offer')}</Button>
      }
    >
      <InternalOrders portal="office" slug={office.slug} maySteps={office.may('finance')} />
      {isOffering && (
        <OfferDialog
          portal="office"
          slug={office.slug}
          currency={office.currency}
          sellerId={sellerId}
          seller={
            <ActivitySearch
              portal="office"
              slug={office.slug}
              side="seller"
              value={sellerId}
              onChange={setSellerId}
            />
          }
          onClose={() => setOffering(false)}
        />
      )}
    </Page>
  )
}
