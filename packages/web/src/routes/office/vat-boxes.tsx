import type { VatReturn } from '@samen/api/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isZero } from '../../api/money.ts'
import type { VatQuestion } from '../../api/vat.ts'
import { Button } from '../../design/button.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { VatItemsDialog } from './vat-items-dialog.tsx'

type Box = VatReturn['boxes'][0]

/** The form as the authority prints it; a box opens to its documents, a sum names its boxes. */
export function VatBoxes({ data, question }: { data: VatReturn; question: VatQuestion }) {
  const { t } = useTranslation('vat')
  const format = useFormats()
  const [open, setOpen] = useState<Box>()
  return (
    <>
      <DataTable
        caption={t('boxes')}
        rows={data.boxes}
        rowKey={({ code }) => code}
        columns={[
          { id: 'box', head: t('box'), cell: ({ code }) => code },
          { id: 'title', head: t('meaning'), cell: (box) => <Title box={box} /> },
          {
            id: 'amount',
            head: t('amount'),
            end: true,
            cell: (box) => {
              const amount = format.money(box.amount, data.currency)
              if (!box.opens || isZero(box.exact)) return amount
              return (
                <Button
                  small
                  look="plain"
                  onPress={() => setOpen(box)}
                  aria-label={t('openBox', { box: box.code, amount })}
                >
                  {amount}
                </Button>
              )
            },
          },
        ]}
      />
      {data.undeclared.length > 0 && (
        <p className="soft small">
          {t('undeclared')} {[...new Set(data.undeclared.map(({ reason }) => reason))].join(' ')}
        </p>
      )}
      <p className="soft small">{t('figuresOnly')}</p>
      {open && (
        <VatItemsDialog
          title={t('behindBox', { box: open.code })}
          currency={data.currency}
          question={{ ...question, period: data.period, box: open.code }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

/** In the reader's language where the form is printed in it, and otherwise in the form's own. */
function Title({ box }: { box: Box }) {
  const { t, i18n } = useTranslation('vat')
  const [own = 'en', text = ''] =
    Object.entries(box.title).find(([language]) => language === i18n.language) ??
    Object.entries(box.title)[0] ??
    []
  return (
    <>
      <span lang={own}>{text}</span>
      {box.sums.length > 0 && <span className="soft small"> ({box.sums.join(' · ')})</span>}
      {box.unverified !== null && (
        <>
          <br />
          <span className="soft small">
            {t('unverified')} <span lang="en">{box.unverified}</span>
          </span>
        </>
      )}
    </>
  )
}
