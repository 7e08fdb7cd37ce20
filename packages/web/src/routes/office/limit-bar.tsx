import { useTranslation } from 'react-i18next'
import { size } from '../../api/money.ts'
import { useFormats } from '../../i18n/format.ts'

/** How much of a client's credit limit is used; near the limit it changes its colour and its words. */
export function LimitBar({ used, limit }: { used: string; limit: string }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const share = size(limit) > 0 ? size(used) / size(limit) : size(used) > 0 ? 1 : 0
  const near = share >= 0.9
  if (share === 0) return <span className="soft">–</span>
  return (
    <span className={`limit${near ? ' near' : ''}`}>
      <span className="limit-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(share, 1) * 100}%` }} />
      </span>
      <span className="small">
        {format.share(share)}
        {near && ` · ${t('fund.near')}`}
      </span>
    </span>
  )
}
