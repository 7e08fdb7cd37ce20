import type { WorkerClaim } from '@samen/api/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { claimsQuery, forgoClaim } from '../../api/office.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { ClaimConsentDialog } from './claim-consent-dialog.tsx'
import { More } from './more.tsx'
import { useOffice } from './office-portal.tsx'

/** What workers were paid too much and nobody has decided about; nothing where there is none. */
export function Claims() {
  const { t } = useTranslation('office')
  const { t: ofClaims } = useTranslation('claims')
  const format = useFormats()
  const office = useOffice()
  const claims = useInfiniteQuery(claimsQuery(office.slug))
  const [deciding, setDeciding] = useState<WorkerClaim>()
  const [consenting, setConsenting] = useState<WorkerClaim>()
  const items = claims.data?.pages.flatMap((page) => page.items) ?? []
  if (claims.error) return <ProblemNotice error={claims.error} onRetry={() => claims.refetch()} />
  if (items.length === 0) return null
  const nameAndAmount = (claim: WorkerClaim) => ({
    name: claim.memberName,
    amount: format.money(claim.open, claim.currency),
  })
  return (
    <>
      <DataTable
        caption={t('corrections.openClaims')}
        rows={items}
        rowKey={({ workerClaimId }) => workerClaimId}
        columns={[
          { id: 'worker', head: t('corrections.worker'), cell: ({ memberName }) => memberName },
          {
            id: 'wages',
            head: ofClaims('office.column'),
            cell: (claim) => <FromWages claim={claim} onConsent={() => setConsenting(claim)} />,
          },
          { id: 'since', head: t('corrections.aroseOn'), cell: ({ aroseOn }) => format.day(aroseOn) },
          {
            id: 'open',
            head: t('corrections.amount'),
            end: true,
            cell: ({ open, currency }) => <b>{format.money(open, currency)}</b>,
          },
          {
            id: 'decide',
            head: <span className="unseen">{t('corrections.forgo')}</span>,
            label: '',
            end: true,
            cell: (claim) =>
              office.may('approver') && (
                <Button
                  small
                  look="quiet"
                  aria-label={t('corrections.forgoOf', nameAndAmount(claim))}
                  onPress={() => setDeciding(claim)}
                >
                  {t('corrections.forgo')}
                </Button>
              ),
          },
        ]}
      />
      <p className="small soft">{t('corrections.claimsMeaning')}</p>
      <More list={claims} />
      {consenting && <ClaimConsentDialog claim={consenting} onClose={() => setConsenting(undefined)} />}
      {deciding && (
        <ForgoDialog
          claim={deciding}
          title={t('corrections.forgoTitle', nameAndAmount(deciding))}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </>
  )
}

/** What later wages keep back for a claim, what settled parts of it before, and the worker's word about it. */
function FromWages({ claim, onConsent }: { claim: WorkerClaim; onConsent: () => void }) {
  const { t } = useTranslation('claims')
  const format = useFormats()
  const office = useOffice()
  const { agreed, keeps, memberName: name, history, currency } = claim
  return (
    <div className="stack small">
      <span>
        {keeps === null && t('office.unknown')}
        {keeps !== null && t(agreed ? 'office.agreed' : 'office.notAgreed', { ...keeps })}
      </span>
      {history.map(({ decision, amount, decidedOn, reason }) => (
        <span key={`${decision}${decidedOn}${reason}`} className="soft">
          {t('office.step', {
            day: format.day(decidedOn),
            amount: format.money(amount, currency),
            what: t(`steps.${decision}`),
          })}
        </span>
      ))}
      {(keeps !== null || agreed) && office.may('staff', 'approver', 'finance') && (
        <Button
          small
          look="quiet"
          aria-label={t(agreed ? 'office.takeBackOf' : 'office.recordOf', { name })}
          onPress={onConsent}
        >
          {t(agreed ? 'office.takeBack' : 'office.record')}
        </Button>
      )}
    </div>
  )
}

function ForgoDialog({ claim, title, onClose }: { claim: WorkerClaim; title: string; onClose: () => void }) {
  const { t } = useTranslation('office')
  const office = useOffice()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const forgoing = useMutation({
    mutationFn: () => forgoClaim(office.slug, claim.workerClaimId, reason),
    onSuccess: async () => {
      onClose()
      say(t('corrections.forgone'))
      await client.invalidateQueries({ queryKey: ['office', office.slug] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} role="alertdialog" title={title}>
      <p>{t('corrections.forgoMeaning')}</p>
      <TextInput
        label={t('corrections.reason')}
        value={reason}
        onChange={setReason}
        isRequired
        wrong={faultOf(forgoing.error, 'reason')}
      />
      {forgoing.error && <ProblemNotice error={forgoing.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          isDisabled={reason.trim() === ''}
          isPending={forgoing.isPending}
          onPress={() => forgoing.mutate()}
        >
          {t('corrections.forgoYes')}
        </Button>
      </div>
    </Dialog>
  )
}
