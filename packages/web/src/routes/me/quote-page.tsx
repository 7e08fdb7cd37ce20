import type { Quote } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../api/download.ts'
import { answerPdfAddress, makeLink, quoteQuery } from '../../api/quotes.ts'
import { Button } from '../../design/button.tsx'
import { Badge, Loading, type Mood, ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { Page } from '../../shell/page.tsx'
import { OfferTotals } from '../../wages/offer-totals.tsx'
import { ConversionNote } from './currency-choice.tsx'
import { MailQuote } from './mail-quote.tsx'
import { useMemberOffice } from './member-office.tsx'
import { QuoteEditor } from './quote-editor.tsx'
import './quotes.css'

const MOODS: Readonly<Record<NonNullable<Quote['link']>['state'], Mood>> = {
  open: 'brand',
  accepted: 'good',
  declined: 'bad',
  expired: 'warn',
  withdrawn: 'plain',
  replaced: 'plain',
}

/** One quote: its price, the link for the client, and what the client has said. */
export function QuotePage() {
  const { t } = useTranslation(['quotes', 'me'])
  const format = useFormats()
  const { office } = useMemberOffice()
  const { id = '' } = useParams({ strict: false })
  const reading = useQuery(quoteQuery(office.slug, id))
  const [revising, setRevising] = useState(false)
  const quote = reading.data
  return (
    <Page
      title={quote?.title ?? t('page.title')}
      intro={
        quote &&
        t('page.intro', { client: quote.client.name, days: format.days(quote.startsOn, quote.endsOn) })
      }
      actions={
        quote?.state === 'quote' && !revising ? (
          <Button look="quiet" onPress={() => setRevising(true)}>
            {t('page.revise')}
          </Button>
        ) : undefined
      }
    >
      {reading.error && <ProblemNotice error={reading.error} onRetry={() => reading.refetch()} />}
      {reading.isPending && !reading.error && <Loading heights={[260, 160]} />}
      {quote && revising && (
        <QuoteEditor quote={quote} onDone={() => setRevising(false)} onCancel={() => setRevising(false)} />
      )}
      {quote && !revising && (
        <>
          <div className="card stack">
            <p className="row">
              <Badge>{t(`me:state.${quote.state}`)}</Badge>
              <span className="soft">
                {t('page.version', { reference: quote.reference, version: quote.version })}
              </span>
              {quote.validUntil && (
                <span className="soft">{t('page.valid', { day: format.day(quote.validUntil) })}</span>
              )}
            </p>
            <DataTable
              caption={t('edit.lines')}
              captionUnseen
              rows={quote.lines}
              rowKey={({ no }) => String(no)}
              columns={[
                {
                  id: 'what',
                  head: t('page.what'),
                  cell: ({ description, optional, chosen, kind }) => (
                    <span className="row">
                      {description} {optional && <Badge>{t(chosen ? 'page.taken' : 'page.optional')}</Badge>}
                      {kind === 'expense' && <Badge>{t('edit.expense')}</Badge>}
                    </span>
                  ),
                },
                {
                  id: 'quantity',
                  head: t('edit.quantity'),
                  end: true,
                  cell: ({ quantity, unit }) => `${format.decimal(quantity)} ${t(`unit.${unit}`)}`,
                },
                {
                  id: 'price',
                  head: t('edit.unitPrice'),
                  end: true,
                  cell: ({ unitPrice }) => format.money(unitPrice, quote.priceCurrency),
                },
                {
                  id: 'net',
                  head: t('totals.net'),
                  end: true,
                  cell: ({ net }) => format.money(net, quote.priceCurrency),
                },
              ]}
            />
            <OfferTotals totals={quote.totals} currency={quote.priceCurrency} deposit={quote.deposit} />
            <ConversionNote of={quote} />
          </div>
          {quote.state === 'quote' && <Validation quote={quote} />}
          {quote.state === 'quote' && <LinkCard quote={quote} office={office.slug} />}
          {quote.answers.length > 0 && <Answers quote={quote} office={office.slug} />}
        </>
      )}
    </Page>
  )
}

/** Where a quote above the member's ceiling waits, or what the office said. */
function Validation({ quote }: { quote: Quote }) {
  const { t } = useTranslation('quotes')
  const format = useFormats()
  const { validation, currency } = quote
  if (!validation) return null
  const { state, worth, ceiling, askedAt, decidedAt, reason } = validation
  if (state === 'approved')
    return (
      <p className="notice good">{t('validation.approved', { amount: format.money(worth, currency) })}</p>
    )
  return state === 'waiting' ? (
    <p className="notice warn">
      {t('validation.waiting', {
        moment: format.moment(askedAt),
        ceiling: format.money(ceiling, currency),
      })}
    </p>
  ) : (
    <p className="notice bad">
      {t('validation.rejected', { moment: format.moment(decidedAt ?? askedAt), reason: reason ?? '' })}
    </p>
  )
}

/** Makes the link. Its address is shown once: the server keeps only its fingerprint. */
function LinkCard({ quote, office }: { quote: Quote; office: string }) {
  const { t } = useTranslation('quotes')
  const format = useFormats()
  const client = useQueryClient()
  const making = useMutation({
    mutationFn: () => makeLink(office, quote.contractId),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me', office, 'quotes', quote.contractId] }),
  })
  const address = making.data && `${location.origin}${making.data.path}`
  const { link } = quote
  return (
    <section className="card stack" aria-labelledby="link-title">
      <h2 id="link-title">{t('link.title')}</h2>
      <p className="soft">{t('link.meaning')}</p>
      {link && (
        <p className="row">
          <Badge mood={MOODS[link.state]}>{t(`link.${link.state}`)}</Badge>
          <span>
            {link.openedAt
              ? t('link.opened', { moment: format.moment(link.openedAt) })
              : t('link.unopened', { moment: format.moment(link.createdAt) })}
          </span>
        </p>
      )}
      {address && (
        <>
          <TextInput
            label={t('link.address')}
            value={address}
            onChange={() => undefined}
            help={t('link.once')}
          />
          <div className="row">
            <Button
              onPress={() =>
                navigator.clipboard.writeText(address).then(
                  () => say(t('link.copied')),
                  () => say(t('link.notCopied')),
                )
              }
            >
              {t('link.copy')}
            </Button>
            {'share' in navigator && (
              <Button
                look="quiet"
                onPress={() =>
                  // Closing the sheet without sharing is no failure.
                  void navigator.share({ title: quote.title, url: address }).catch(() => undefined)
                }
              >
                {t('link.share')}
              </Button>
            )}
          </div>
        </>
      )}
      {making.error && <ProblemNotice error={making.error} />}
      {!address && (
        <div>
          <Button isPending={making.isPending} onPress={() => making.mutate()}>
            {link?.state === 'open' ? t('link.again') : t('link.make')}
          </Button>
        </div>
      )}
      <MailQuote quote={quote} office={office} />
    </section>
  )
}

function Answers({ quote, office }: { quote: Quote; office: string }) {
  const { t } = useTranslation('quotes')
  const format = useFormats()
  const saving = useMutation({
    mutationFn: (no: string) => download(answerPdfAddress(office, quote.contractId, no)),
  })
  return (
    <section className="card stack" aria-labelledby="answers-title">
      <h2 id="answers-title">{t('answers.title')}</h2>
      <ul className="stack">
        {quote.answers.map(({ answerNo, decision, name, reason, answeredAt, version }) => (
          <li key={answerNo} className="row">
            <Badge mood={MOODS[decision]}>{t(`link.${decision}`)}</Badge>
            <span>{t('answers.who', { name, moment: format.moment(answeredAt), version })}</span>
            {reason && <q>{reason}</q>}
            <Button
              small
              look="quiet"
              isPending={saving.isPending && saving.variables === answerNo}
              onPress={() => saving.mutate(answerNo)}
              aria-label={t('answers.pdfOf', { no: answerNo })}
            >
              {t('answers.pdf')}
            </Button>
          </li>
        ))}
      </ul>
      {saving.error && <ProblemNotice error={saving.error} />}
    </section>
  )
}
