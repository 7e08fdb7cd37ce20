import type { SalesList } from '@samen/api/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VatQuestion } from '../../api/vat.ts'
import { Button } from '../../design/button.tsx'
import { Badge, Empty } from '../../design/feedback.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { VatItemsDialog } from './vat-items-dialog.tsx'

type Line = SalesList['lines'][0]

/** Services to businesses elsewhere in the Union, a line per VAT number; a line opens to its invoices. */
export function VatSalesList({ data, question }: { data: SalesList; question: VatQuestion }) {
  const { t } = useTranslation('vat')
  const format = useFormats()
  const [open, setOpen] = useState<Line>()
  if (data.lines.length === 0)
    return (
      <Empty title={t('noSales')}>
        <p>{t('noSalesNext')}</p>
      </Empty>
    )
  return (
    <>
      <DataTable
        caption={t('forms.sales-list')}
        rows={data.lines}
        rowKey={({ country, vatNumber }) => country + vatNumber}
        columns={[
          { id: 'number', head: t('clientNumber'), cell: ({ vatNumber }) => vatNumber || '–' },
          {
            id: 'client',
            head: t('client'),
            cell: ({ name, country }) => `${name}, ${format.country(country)}`,
          },
          {
            id: 'register',
            head: t('register'),
            cell: ({ checked }) => (
              <Badge mood={checked ? 'good' : 'warn'}>{t(checked ? 'checked' : 'unchecked')}</Badge>
            ),
          },
          {
            id: 'base',
            head: t('base'),
            end: true,
            cell: (line) => (
              <Button
                small
                look="plain"
                onPress={() => setOpen(line)}
                aria-label={t('openBox', {
                  box: line.vatNumber,
                  amount: format.money(line.base, data.currency),
                })}
              >
                {format.money(line.base, data.currency)}
              </Button>
            ),
          },
        ]}
        foot={
          <tr>
            <th scope="row" colSpan={3}>
              {t('total')}
            </th>
            <td className="end">{format.money(data.total, data.currency)}</td>
          </tr>
        }
      />
      <p className="soft small">{t('figuresOnly')}</p>
      {open && (
        <VatItemsDialog
          title={t('behindBox', { box: open.vatNumber })}
          currency={data.currency}
          question={{ ...question, period: data.period, clientNumber: open.vatNumber }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
