import type { OpenOffer } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../api/download.ts'
import {
  type AnswerInput,
  answerOffer,
  offerPdfAddress,
  offerQuery,
  sealedPdfAddress,
} from '../../api/quotes.ts'
import { Button } from '../../design/button.tsx'
import { Loading, ProblemNotice } from '../../design/feedback.tsx'
import { Wordmark } from '../../design/wordmark.tsx'
import { speakOfferedLanguage } from '../../i18n/i18n.ts'
import { LanguageSwitch } from '../../shell/language-switch.tsx'
import { ThemeSwitch } from '../../shell/theme-switch.tsx'
import { OfferAnswer } from './offer-answer.tsx'
import { OfferSheet } from './offer-sheet.tsx'
import '../../shell/gate.css'
import '../me/quotes.css'

/** What a client sees who was sent a link: the offer, its options, and where to answer. No sign-in. */
export function OfferPage() {
  const { t } = useTranslation('quotes')
  const { office = '', token = '' } = useParams({ strict: false })
  const [options, setOptions] = useState<readonly number[]>([])
  const queries = useQueryClient()
  const reading = useQuery(offerQuery(office, token, options.length > 0 ? options.join(',') : undefined))
  const offer = reading.data
  const language = offer?.language
  useEffect(() => {
    if (language) void speakOfferedLanguage(language)
  }, [language])
  const answering = useMutation({
    mutationFn: (answer: Omit<AnswerInput, 'options'>) =>
      answerOffer(office, token, { ...answer, options: [...options] }),
    onSuccess: async (answered) => {
      queries.setQueryData(offerQuery(office, token, undefined).queryKey, answered)
      setOptions([])
      window.scrollTo({ top: 0 })
    },
  })
  const title = offer ? offer.title : t('offer.title')
  return (
    <div className="gate">
      <title>{`${title} · Samen`}</title>
      <meta name="robots" content="noindex" />
      <meta name="referrer" content="no-referrer" />
      <a className="skip" href="#content">
        {t('shell:skip')}
      </a>
      <header className="gate-top">
        <Wordmark height={32} />
        <div className="row">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="content" className="offer-main" tabIndex={-1}>
        <h1>{title}</h1>
        {reading.error && <ProblemNotice error={reading.error} onRetry={() => reading.refetch()} />}
        {reading.isPending && !reading.error && <Loading heights={[160, 320]} />}
        {offer && (
          <>
            <Standing offer={offer} />
            <OfferSheet
              offer={offer}
              options={options}
              isRenewing={reading.isPlaceholderData}
              {...(offer.state === 'open' && { onChange: setOptions })}
            />
            <Papers
              offer={offerPdfAddress(office, token)}
              {...(offer.answer && { sealed: sealedPdfAddress(office, token) })}
            />
            {offer.state === 'open' && (
              <OfferAnswer
                offer={offer}
                isPending={answering.isPending}
                error={answering.error}
                onAnswer={(answer) => answering.mutate(answer)}
              />
            )}
          </>
        )}
      </main>
    </div>
  )
}

/** How the offer stands, in one sentence. */
function Standing({ offer }: { offer: OpenOffer }) {
  const { t } = useTranslation('quotes')
  const { state, answer } = offer
  if (state === 'open') return <p className="soft">{t('offer.intro', { seller: offer.seller.name })}</p>
  const mood = state === 'accepted' ? 'good' : state === 'declined' ? '' : 'warn'
  return (
    <p className={`notice ${mood}`} role="status">
      {t(`offer.${state}`, { name: answer?.name ?? '', seller: offer.seller.name })}
    </p>
  )
}

function Papers({ offer, sealed }: { offer: string; sealed?: string }) {
  const { t } = useTranslation('quotes')
  const saving = useMutation({ mutationFn: (address: string) => download(address) })
  return (
    <div className="row">
      <Button look="quiet" isPending={saving.isPending} onPress={() => saving.mutate(sealed ?? offer)}>
        {sealed ? t('offer.sealedPdf') : t('offer.pdf')}
      </Button>
      {saving.error && <ProblemNotice error={saving.error} />}
    </div>
  )
}
