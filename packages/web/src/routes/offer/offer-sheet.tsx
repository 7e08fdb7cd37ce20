import type { OpenOffer } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { isZero } from '../../api/money.ts'
import { CheckInput } from '../../design/check.tsx'
import { useFormats } from '../../i18n/format.ts'
import { OfferTotals } from '../../wages/offer-totals.tsx'

interface OfferSheetProps {
  offer: OpenOffer
  options: readonly number[]
  /** The totals shown are those of the options before. */
  isRenewing: boolean
  /** Options can be chosen. */
  onChange?: (options: readonly number[]) => void
}

/** The offer itself. */
export function OfferSheet({ offer, options, isRenewing, onChange }: OfferSheetProps) {
  const { t } = useTranslation('quotes')
  const format = useFormats()
  const facts = [
    [t('offer.reference'), `${offer.reference} / ${offer.version}`],
    [t('offer.made'), format.day(offer.madeOn)],
    [t('offer.valid'), format.day(offer.validUntil)],
    [t('offer.work'), format.days(offer.performed.from, offer.performed.to)],
  ] as const
  return (
    <section className="card stack" aria-label={t('offer.title')}>
      <div className="offer-parties">
        <Party label={t('offer.from')} party={offer.seller} />
        <Party label={t('offer.for')} party={offer.buyer} />
        <dl className="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <ul lang={offer.language}>
        {offer.lines.map((line) => (
          <li key={line.no} className="offer-line">
            <p>
              <b>{line.description}</b>
            </p>
            <span className="number">{format.money(line.net, offer.currency)}</span>
            <Details line={line} currency={offer.currency} />
            {line.optional && (
              <CheckInput
                isChecked={onChange ? options.includes(line.no) : line.chosen}
                isDisabled={!onChange}
                onChange={(taken) =>
                  onChange?.(
                    taken
                      ? [...options, line.no].sort((a, b) => a - b)
                      : options.filter((no) => no !== line.no),
                  )
                }
              >
                {t('offer.take', { what: line.description })}
              </CheckInput>
            )}
          </li>
        ))}
      </ul>
      <div aria-live="polite" aria-busy={isRenewing}>
        <OfferTotals totals={offer.totals} currency={offer.currency} deposit={offer.deposit} />
      </div>
      {offer.mentions.map((mention) => (
        <p key={mention} className="small" lang={offer.language}>
          {mention}
        </p>
      ))}
      {offer.conditions && (
        <>
          <h2>{t('edit.conditions')}</h2>
          <p className="offer-conditions" lang={offer.language}>
            {offer.conditions}
          </p>
        </>
      )}
    </section>
  )
}

function Details({ line, currency }: { line: OpenOffer['lines'][number]; currency: string }) {
  const { t } = useTranslation('quotes')
  const format = useFormats()
  const said = [
    ...(line.quantity === '1'
      ? []
      : [
          `${format.decimal(line.quantity)} ${t(`unit.${line.unit}`)} × ${format.money(line.unitPrice, currency)}`,
        ]),
    ...(isZero(line.discount) ? [] : [t('offer.less', { amount: format.money(line.discount, currency) })]),
    ...(line.kind === 'expense' ? [t('edit.expense')] : []),
    t('totals.vat', { rate: format.rate(`${line.vatRate}%`) }),
  ]
  return <p className="soft small">{said.join(' · ')}</p>
}

function Party({ label, party }: { label: string; party: OpenOffer['seller'] }) {
  const { name, street, postCode, town, vatNumber } = party
  return (
    <div>
      <p className="soft small">{label}</p>
      <p>
        <b>{name}</b>
      </p>
      {[street, [postCode, town].filter(Boolean).join(' '), vatNumber].filter(Boolean).map((text) => (
        <p key={text} className="small">
          {text}
        </p>
      ))}
    </div>
  )
}
