import type { Consolidation } from '@samen/api/client'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { negated } from '../../api/money.ts'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'

/** By which rates the offices with another currency were translated, and what the rates changed; nothing without such. */
export function Rates({ data }: { data: Consolidation }) {
  const { t } = useTranslation('group')
  const format = useFormats()
  const rows = data.offices.flatMap((office) =>
    office.closingRate && office.averageRate
      ? [{ ...office, closing: office.closingRate, average: office.averageRate }]
      : [],
  )
  if (rows.length === 0) return null
  return (
    <section className="stack">
      <DataTable
        caption={t('figures.rates.title', { month: format.month(data.period) })}
        rows={rows}
        rowKey={({ slug }) => slug}
        columns={[
          { id: 'office', head: t('figures.office'), cell: ({ name, currency }) => `${name} (${currency})` },
          {
            id: 'closing',
            head: t('figures.rates.closing', { currency: data.currency }),
            end: true,
            cell: ({ closing }) => format.decimal(closing.perUnit),
          },
          {
            id: 'average',
            head: t('figures.rates.average'),
            end: true,
            cell: ({ average }) => format.decimal(average.perUnit),
          },
          {
            id: 'source',
            head: t('figures.rates.source'),
            cell: ({ closing }) =>
              `${t(`rateSource.${closing.source}`)}, ${format.shortDay(closing.lastQuotedOn)}`,
          },
          {
            id: 'difference',
            head: t('figures.rates.difference'),
            end: true,
            cell: ({ slug, translationDifference }) => (
              <Link
                to="/group/accounts/$account/$office"
                params={{ account: 'G3900', office: slug }}
                search={{ period: data.period }}
              >
                {format.money(negated(translationDifference), data.currency)}
              </Link>
            ),
          },
        ]}
      />
      <p className="soft">{t('figures.rates.intro')}</p>
      {rows.some(({ closing, average }) => closing.source === 'demo' || average.source === 'demo') && (
        <p className="notice warn">{t('figures.rates.demo')}</p>
      )}
    </section>
  )
}
