import type { WayToNet } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { makeQuote, profileQuery } from '../../api/member.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useDraft } from '../../shell/hooks.ts'
import { useMemberOffice } from './member-office.tsx'
import type { PriceDraft } from './price-page.tsx'

interface QuoteDialogProps {
  isOpen: boolean
  onClose: () => void
  draft: PriceDraft
  fee: string
  way: WayToNet
}

const NOTHING = { title: '', name: '', email: '', vatNumber: '', country: '', activityId: '' }

/** From a price to a quote for a client. What was typed stays through a refusal, a closing and a reload. */
export function QuoteDialog({ isOpen, onClose, draft, fee, way }: QuoteDialogProps) {
  const { t } = useTranslation('me')
  const format = useFormats()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { office } = useMemberOffice()
  const { data: profile } = useQuery(profileQuery(office.slug))
  const [quote, change, forget] = useDraft('quote', NOTHING)
  const activityId = quote.activityId || profile?.activities[0]?.activityId || ''
  const country = (quote.country || office.country).toUpperCase()

  const making = useMutation({
    mutationFn: () =>
      makeQuote(office.slug, {
        activityId,
        client: {
          name: quote.name,
          country,
          ...(quote.email && { email: quote.email }),
          ...(quote.vatNumber && { vatNumber: quote.vatNumber }),
        },
        title: quote.title,
        supply: draft.supply,
        fee,
        startsOn: draft.startsOn,
        endsOn: draft.endsOn,
        // What was shown is what is quoted.
        terms: way.terms,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['me', office.slug, 'jobs'] })
      say(t('quote.made', { client: quote.name }))
      forget()
      onClose()
      await navigate({ to: '/me/jobs' })
    },
  })
  const wrong = (...paths: string[]) => faultOf(making.error, ...paths)

  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('quote.title')}>
      <p className="soft">
        {t('quote.intro', {
          fee: format.money(fee, way.currency),
          net: format.money(way.net, way.currency),
          days: format.days(draft.startsOn, draft.endsOn),
        })}
      </p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          making.mutate()
        }}
      >
        {profile && profile.activities.length > 1 && (
          <ChoiceInput
            label={t('quote.activity')}
            value={activityId}
            onChange={(id) => change({ activityId: id })}
            choices={profile.activities.map(({ activityId: id, name }) => ({ id, label: name }))}
            wrong={wrong('activityId')}
          />
        )}
        <TextInput
          label={t('quote.job')}
          help={t('quote.jobHelp')}
          value={quote.title}
          onChange={(title) => change({ title })}
          isRequired
          wrong={wrong('title')}
        />
        <TextInput
          label={t('quote.client')}
          value={quote.name}
          onChange={(name) => change({ name })}
          autoComplete="organization"
          isRequired
          wrong={wrong('client.name', 'client')}
        />
        <div className="filters">
          <TextInput
            label={t('quote.country')}
            value={quote.country || office.country}
            onChange={(code) => change({ country: code.slice(0, 2) })}
            autoComplete="country"
            isRequired
            wrong={wrong('client.country')}
          />
          <TextInput
            label={t('quote.vatNumber')}
            value={quote.vatNumber}
            onChange={(vatNumber) => change({ vatNumber })}
            autoComplete="off"
            wrong={wrong('client.vatNumber')}
          />
        </div>
        <TextInput
          label={t('quote.email')}
          type="email"
          value={quote.email}
          onChange={(email) => change({ email })}
          autoComplete="off"
          wrong={wrong('client.email')}
        />
        {making.error && <ProblemNotice error={making.error} />}
        <div className="actions">
          <Button look="quiet" onPress={onClose}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit" isPending={making.isPending}>
            {t('quote.make')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
