import type { AllocationPreview } from '@samen/api/client'
import { useTranslation } from 'react-i18next'
import { size } from '../api/money.ts'
import { DataTable } from '../design/table.tsx'
import { useFormats } from '../i18n/format.ts'
import './sector-bars.css'
import './fund-split.css'

const COLOURS = 6

interface FundSplitProps {
  data: AllocationPreview
  nameOf: (fundId: string) => string
}

/** The same levies split twice, as it was and as a rule would have it: one bar below the other, fund by fund. */
export function FundSplit({ data, nameOf }: FundSplitProps) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const money = (amount: string) => format.money(amount, data.currency)
  const bars = (['got', 'would'] as const).map((which) => ({
    which,
    label: which === 'got' ? t('funds.was') : t('funds.wouldBe'),
    whole: data.funds.reduce((sum, fund) => sum + size(fund[which]), 0),
  }))
  const title = t('funds.result', { from: format.day(data.from), to: format.day(data.to) })
  return (
    <figure className="sector-bars" aria-label={title}>
      <ul className="legend" aria-hidden="true">
        {data.funds.map(({ fundId }, at) => (
          <li key={fundId} className={`fund-${at % COLOURS}`}>
            {nameOf(fundId)}
          </li>
        ))}
      </ul>
      <div className="bars" aria-hidden="true">
        {bars.map(({ which, label, whole }) => (
          <div key={which} className="bar-row">
            <b>{label}</b>
            <div className="bar">
              {data.funds.map((fund, at) => {
                const share = whole > 0 ? size(fund[which]) / whole : 0
                return (
                  <span key={fund.fundId} className={`fund-${at % COLOURS}`} style={{ flexGrow: share }}>
                    {share > 0.14 && format.share(share)}
                  </span>
                )
              })}
            </div>
            <span className="number soft">{format.compactMoney(whole.toFixed(2), data.currency)}</span>
          </div>
        ))}
      </div>
      <DataTable
        caption={title}
        captionUnseen
        rows={data.funds}
        rowKey={({ fundId }) => fundId}
        columns={[
          { id: 'fund', head: t('funds.fund'), cell: ({ fundId }) => nameOf(fundId) },
          { id: 'got', head: t('funds.was'), end: true, cell: ({ got }) => money(got) },
          { id: 'would', head: t('funds.wouldBe'), end: true, cell: ({ would }) => money(would) },
          {
            id: 'difference',
            head: t('funds.difference'),
            end: true,
            cell: ({ difference }) => <b>{format.change(difference, data.currency)}</b>,
          },
          {
            id: 'then',
            head: t('funds.availableThen'),
            end: true,
            cell: ({ availableThen }) => money(availableThen),
          },
        ]}
      />
    </figure>
  )
}
