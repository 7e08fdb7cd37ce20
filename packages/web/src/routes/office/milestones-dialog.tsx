import type { ContractDetail } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { partPreviewQuery, splitOrder } from '../../api/orders.ts'
import { Button } from '../../design/button.tsx'
import { CheckInput } from '../../design/check.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useRested } from '../../shell/hooks.ts'
import { typedShare } from '../me/quote-draft.ts'
import { useOffice } from './office-portal.tsx'
import '../me/quotes.css'
import { type Milestone, PartsTimeline } from './parts-timeline.tsx'

interface Row {
  key: number
  label: string
  percent: string
  startsOn: string
  endsOn: string
}

interface MilestonesDialogProps {
  contract: ContractDetail
  onClose: () => void
}

/** An order is split at milestones: what each is called, its days and its part of the price, with the plan as a picture. */
export function MilestonesDialog({ contract, onClose }: MilestonesDialogProps) {
  const { t } = useTranslation(['quotes', 'office'])
  const format = useFormats()
  const { slug } = useOffice()
  const client = useQueryClient()
  const { contractId, startsOn, endsOn } = contract
  const blank = (key: number): Row => ({ key, label: '', percent: '', startsOn, endsOn })
  const [rows, setRows] = useState<readonly Row[]>([blank(1), blank(2)])
  const [automatic, setAutomatic] = useState(true)
  const change = (key: number, part: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const parts = milestonesOf(rows)
  const resting = useRested(parts && JSON.stringify(parts), 250)
  const preview = useQuery(
    partPreviewQuery(slug, contractId, resting ? { parts: JSON.parse(resting) as Milestone[] } : undefined),
  )
  const splitting = useMutation({
    mutationFn: () => splitOrder(slug, contractId, { parts: parts ?? [], automatic }),
    onSuccess: async ({ items }) => {
      say(t('parts.done', { count: items.length }))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const error = splitting.error ?? (parts ? preview.error : null)
  const planned = parts && !preview.error ? preview.data?.items : undefined
  return (
    <Dialog isOpen onClose={onClose} title={t('parts.milestonesTitle')} wide>
      <p className="soft">{t('parts.milestonesMeaning', { days: format.days(startsOn, endsOn) })}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          splitting.mutate()
        }}
      >
        <ul className="quote-lines">
          {rows.map((row, index) => (
            <li key={row.key} className="quote-line">
              <TextInput
                label={t('parts.label', { no: index + 1 })}
                value={row.label}
                onChange={(label) => change(row.key, { label })}
                isRequired
                wrong={faultOf(error, `parts[${index}].label`)}
              />
              <TextInput
                label={t('parts.percent')}
                value={row.percent}
                onChange={(percent) => change(row.key, { percent })}
                inputMode="decimal"
                isRequired
                wrong={faultOf(error, `parts[${index}].percent`, `parts[${index}]`)}
              />
              <TextInput
                label={t('parts.from')}
                type="date"
                min={startsOn}
                max={endsOn}
                value={row.startsOn}
                onChange={(day) => change(row.key, { startsOn: day })}
                wrong={faultOf(error, `parts[${index}].startsOn`)}
              />
              <TextInput
                label={t('parts.to')}
                type="date"
                min={row.startsOn}
                max={endsOn}
                value={row.endsOn}
                onChange={(day) => change(row.key, { endsOn: day })}
                wrong={faultOf(error, `parts[${index}].endsOn`)}
              />
              {rows.length > 2 && (
                <div className="quote-line-foot">
                  <Button
                    small
                    look="plain"
                    onPress={() => setRows(rows.filter(({ key }) => key !== row.key))}
                    aria-label={t('parts.removeOf', { no: index + 1 })}
                  >
                    {t('edit.remove')}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
        <div className="row">
          <Button
            look="quiet"
            onPress={() => setRows([...rows, blank(Math.max(...rows.map(({ key }) => key)) + 1)])}
          >
            {t('parts.add')}
          </Button>
          <p className="soft">{t('parts.sum', { percent: format.decimal(sumOf(rows)) })}</p>
        </div>
        <CheckInput isChecked={automatic} onChange={setAutomatic}>
          {t('parts.automatic')}
        </CheckInput>
        {planned && <PartsTimeline contract={contract} parts={planned} />}
        {error && <ProblemNotice error={error} />}
        <div className="actions">
          <Button look="quiet" onPress={onClose}>
            {t('office:actions.cancel')}
          </Button>
          <Button type="submit" isDisabled={!planned} isPending={splitting.isPending}>
            {t('parts.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The rows as the server takes them; undefined while one is not complete. */
function milestonesOf(rows: readonly Row[]): Milestone[] | undefined {
  const parts: Milestone[] = []
  for (const { label, percent, startsOn, endsOn } of rows) {
    const share = typedShare('percent', percent)
    if (label.trim() === '' || !share || !('percent' in share)) return undefined
    parts.push({ label, percent: share.percent, startsOn, endsOn })
  }
  return parts
}

/** Percent together, to two decimals; what is no number counts nothing. */
function sumOf(rows: readonly Row[]): string {
  const hundredths = rows.reduce((sum, { percent }) => {
    const share = typedShare('percent', percent)
    return sum + (share && 'percent' in share ? Math.round(Number(share.percent) * 100) : 0)
  }, 0)
  return String(hundredths / 100)
}
