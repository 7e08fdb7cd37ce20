import type { WorkerClaim } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { myClaimsQuery, sayMyConsent } from '../../api/member.ts'
import { Button } from '../../design/button.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { useFormats } from '../../i18n/format.ts'

/** What a member was paid too much, what the law lets later wages keep back for it, and their own word; nothing where there is none. */
export function ClaimNotice({ slug }: { slug: string }) {
  const claims = useQuery(myClaimsQuery(slug))
  return claims.data?.items.map((claim) => <OneClaim key={claim.workerClaimId} slug={slug} claim={claim} />)
}

function OneClaim({ slug, claim }: { slug: string; claim: WorkerClaim }) {
  const { t } = useTranslation('claims')
  const format = useFormats()
  const client = useQueryClient()
  const { agreed, keeps } = claim
  const amount = format.money(claim.open, claim.currency)
  const saying = useMutation({
    mutationFn: () => sayMyConsent(slug, claim.workerClaimId, !agreed),
    onSuccess: async () => {
      say(t(agreed ? 'mine.saidNo' : 'mine.saidYes'))
      await client.invalidateQueries({ queryKey: ['me', slug] })
    },
  })
  return (
    <section
      className="notice warn stack"
      aria-label={t('mine.owed', { amount, day: format.day(claim.aroseOn) })}
    >
      <strong>{t('mine.owed', { amount, day: format.day(claim.aroseOn) })}</strong>
      <p>
        {keeps === null && t('mine.unknown')}
        {keeps !== null && t(agreed ? 'mine.agreed' : 'mine.law', { ...keeps, amount })}
      </p>
      {saying.error && <ProblemNotice error={saying.error} />}
      {(keeps !== null || agreed) && (
        <div className="actions">
          <Button small look="quiet" isPending={saying.isPending} onPress={() => saying.mutate()}>
            {t(agreed ? 'mine.takeBack' : 'mine.agree')}
          </Button>
        </div>
      )}
    </section>
  )
}
