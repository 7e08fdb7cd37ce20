import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type CollectionDays,
  directDebitProposalQuery,
  directDebitTermsQuery,
  prepareDirectDebits,
  setDirectDebitTerms,
} from '../../api/direct-debits.ts'
import { Button } from '../../design/button.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Badge, Empty, Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useRested } from '../../shell/hooks.ts'
import { Page } from '../../shell/page.tsx'
import { DirectDebitOrders } from './direct-debit-orders.tsx'
import { useOffice } from './office-portal.tsx'

/** What is collected from clients who signed a mandate: put together by one person, released by another. */
export function DirectDebitsPage() {
  const { t } = useTranslation('direct-debits')
  const office = useOffice()
  return (
    <Page title={t('title')} intro={t('intro')}>
      {office.currency === 'EUR' ? (
        <>
          <Proposal />
          <DirectDebitOrders />
          <Terms />
        </>
      ) : (
        <Empty title={t('notEuro', { currency: office.currency })}>
          <p>{t('notEuroNext')}</p>
        </Empty>
      )}
    </Page>
  )
}

function Proposal() {
  const { t } = useTranslation('direct-debits')
  const format = useFormats()
  const { slug, currency, may } = useOffice()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<CollectionDays>({})
  const days = useRested(chosen, 250)
  const proposal = useQuery(directDebitProposalQuery(slug, days))
  const preparing = useMutation({
    mutationFn: (on: CollectionDays) => prepareDirectDebits(slug, on),
    onSuccess: async () => {
      say(t('preparedNow'))
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const { collectOn = '', notifiedOn = '', items = [] } = proposal.data ?? {}
  const shown = { collectOn: chosen.collectOn ?? collectOn, notifiedOn: chosen.notifiedOn ?? notifiedOn }
  const ready = items.filter(({ obstacle }) => obstacle === null)
  // An emptied field asks for the ordinary day again.
  const choose = (name: keyof CollectionDays, day: string) => {
    const { [name]: _, ...others } = chosen
    setChosen(day === '' ? others : { ...others, [name]: day })
  }
  return (
    <div className="stack">
      <h2>{t('proposal')}</h2>
      <p className="small soft">{t('proposalMeaning')}</p>
      <div className="filters">
        <TextInput
          label={t('notifiedOn')}
          type="date"
          value={shown.notifiedOn}
          onChange={(day) => choose('notifiedOn', day)}
          wrong={faultOf(proposal.error, 'notifiedOn')}
        />
        <TextInput
          label={t('collectOn')}
          type="date"
          value={shown.collectOn}
          onChange={(day) => choose('collectOn', day)}
          wrong={faultOf(proposal.error, 'collectOn')}
        />
      </div>
      {proposal.error && <ProblemNotice error={proposal.error} onRetry={() => proposal.refetch()} />}
      {preparing.error && <ProblemNotice error={preparing.error} />}
      {proposal.isPending && !proposal.error && <Loading heights={[200]} />}
      {proposal.data && items.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneNext')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('proposal')}
          captionUnseen
          rows={items}
          rowKey={({ invoiceId }) => invoiceId}
          columns={[
            { id: 'invoice', head: t('invoice'), cell: ({ number }) => number },
            { id: 'client', head: t('client'), cell: ({ clientName }) => clientName },
            { id: 'due', head: t('due'), cell: ({ dueOn }) => format.shortDay(dueOn) },
            { id: 'mandate', head: t('mandate'), cell: ({ mandateReference }) => mandateReference },
            {
              id: 'state',
              head: t('state'),
              cell: ({ obstacle }) =>
                obstacle === null ? (
                  <Badge mood="good">{t('free')}</Badge>
                ) : (
                  <Badge mood="warn">{t(`obstacles.${obstacle}`)}</Badge>
                ),
            },
            {
              id: 'amount',
              head: t('amount'),
              end: true,
              cell: ({ amount }) => <b>{format.money(amount, currency)}</b>,
            },
          ]}
        />
      )}
      {ready.length > 0 && !proposal.error && may('staff', 'finance') && (
        <div className="actions">
          <Button isPending={preparing.isPending} onPress={() => preparing.mutate(shown)}>
            {t('prepare', { count: ready.length })}
          </Button>
        </div>
      )}
    </div>
  )
}

function Terms() {
  const { t } = useTranslation('direct-debits')
  const { slug, may } = useOffice()
  const client = useQueryClient()
  const terms = useQuery(directDebitTermsQuery(slug))
  const [typed, setTyped] = useState<string>()
  const saving = useMutation({
    mutationFn: (identifier: string) => setDirectDebitTerms(slug, identifier),
    onSuccess: async () => {
      say(t('identifierSaved'))
      setTyped(undefined)
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const standing = terms.data?.creditorIdentifier ?? ''
  const value = typed ?? standing
  return (
    <section className="card stack" aria-labelledby="terms-title">
      <h2 id="terms-title">{t('identifier')}</h2>
      {terms.error && <ProblemNotice error={terms.error} onRetry={() => terms.refetch()} />}
      {may('approver', 'finance') ? (
        <>
          <TextInput
            label={t('identifier')}
            help={t('identifierHelp')}
            value={value}
            onChange={setTyped}
            wrong={faultOf(saving.error, 'creditorIdentifier')}
          />
          {saving.error && <ProblemNotice error={saving.error} />}
          <div className="actions">
            <Button
              isDisabled={value.trim() === '' || value === standing}
              isPending={saving.isPending}
              onPress={() => saving.mutate(value)}
            >
              {t('save')}
            </Button>
          </div>
        </>
      ) : (
        <p>{standing || t('identifierNone')}</p>
      )}
    </section>
  )
}
