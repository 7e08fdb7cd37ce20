import type { OneStopShopReturn } from '@samen/api/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VatQuestion } from '../../api/vat.ts'
import { Button } from '../../design/button.tsx'
import { Empty } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { VatItemsDialog } from './vat-items-dialog.tsx'

type Line = OneStopShopReturn['lines'][0]

/** What a company owes other Member States for electronic services to private people; a country opens to its invoices. */
export function VatOneStopShop({ data, question }: { data: OneStopShopReturn; question: VatQuestion }) {
  const { t } = useTranslation('vat')
  const format = useFormats()
  const [open, setOpen] = useState<Line>()
  const home = (amount: string) => format.money(amount, data.currency)
  const euro = (amount: string | null) => (amount === null ? '–' : format.money(amount, 'EUR'))
  const isEuro = data.currency === 'EUR'
  if (data.lines.length === 0)
    return (
      <Empty title={t('shop.none')}>
        <p>{t(data.registered ? 'shop.noneNext' : 'shop.notRegistered')}</p>
      </Empty>
    )
  return (
    <>
      <section className="card stack" aria-labelledby="vat-shop">
        <h2 id="vat-shop">{t('toPay')}</h2>
        <p className="number">
          <b>{data.vatEuro === null ? t('shop.noRate', { day: format.day(data.to) }) : euro(data.vatEuro)}</b>
        </p>
        {data.rate && (
          <p className="soft">
            {t('shop.rate', {
              currency: data.currency,
              rate: data.rate.rate,
              day: format.day(data.rate.day),
              source: data.rate.source.toUpperCase(),
            })}
          </p>
        )}
      </section>
      <DataTable
        caption={t('forms.one-stop-shop')}
        rows={data.lines}
        rowKey={({ country, rate }) => country + rate}
        columns={[
          {
            id: 'country',
            head: t('shop.country'),
            cell: ({ country, rate, unverified }) => (
              <>
                {format.country(country)}, {rate} %
                {unverified !== null && (
                  <p className="soft small">
                    {t('unverified')} <span lang="en">{unverified}</span>
                  </p>
                )}
              </>
            ),
          },
          { id: 'base', head: t('base'), end: true, cell: ({ base }) => home(base) },
          {
            id: 'vat',
            head: t('tax'),
            end: true,
            cell: (line) => (
              <Button
                small
                look="plain"
                onPress={() => setOpen(line)}
                aria-label={t('openBox', { box: format.country(line.country), amount: home(line.vat) })}
              >
                {home(line.vat)}
              </Button>
            ),
          },
          { id: 'late', head: t('late'), end: true, cell: ({ lateVat }) => home(lateVat) },
          ...(isEuro
            ? []
            : [{ id: 'euro', head: 'EUR', end: true, cell: ({ vatEuro }: Line) => euro(vatEuro) }]),
        ]}
      />
      <p className="soft small">{t('figuresOnly')}</p>
      {open && (
        <VatItemsDialog
          title={t('behindBox', { box: format.country(open.country) })}
          currency={data.currency}
          question={{ ...question, period: data.period, country: open.country }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
