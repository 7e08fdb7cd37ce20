import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { profileQuery } from '../../api/member.ts'
import { Button } from '../../design/button.tsx'
import { ProblemNotice } from '../../design/feedback.tsx'
import { ChoiceInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { InternalOrders } from '../../internal-orders/internal-orders.tsx'
import { OfferDialog } from '../../internal-orders/offer-dialog.tsx'
import { Page } from '../../shell/page.tsx'
import { useMemberOffice } from './member-office.tsx'

/** What a member's activities do for others of the cooperative, and have done by them. */
export function MyInternalOrdersPage() {
  const { t } = useTranslation('internal-orders')
  const format = useFormats()
  const { office } = useMemberOffice()
  const profile = useQuery(profileQuery(office.slug))
  const [isOffering, setOffering] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const activities = profile.data?.activities ?? []
  const sellerId = chosen ?? activities[0]?.activityId ?? null
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={activities.length > 0 && <Button onPress={() => setOffering(true)}>{t('offer')}</Button>}
    >
      {profile.error && <ProblemNotice error={profile.error} onRetry={() => profile.refetch()} />}
      <InternalOrders portal="me" slug={office.slug} maySteps />
      {isOffering && profile.data && (
        <OfferDialog
          portal="me"
          slug={office.slug}
          currency={profile.data.currency}
          sellerId={sellerId}
          seller={
            <ChoiceInput
              label={t('seller')}
              value={sellerId}
              onChange={setChosen}
              choices={activities.map(({ activityId, name, budget }) => ({
                id: activityId,
                label: name,
                detail: format.money(budget, profile.data.currency),
              }))}
              isRequired
            />
          }
          onClose={() => setOffering(false)}
        />
      )}
    </Page>
  )
}
