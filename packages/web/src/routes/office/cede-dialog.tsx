import type { Cession, Reinsurance } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cedeMonth, cessionPreviewQuery } from '../../api/reinsurance.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { periodsUpTo, previousPeriod } from '../../shell/period.ts'
import { useOffice } from './office-portal.tsx'

interface CedeDialogProps extends Pick<Reinsurance, 'treaties'> {
  onClose: () => void
}

/** A month is accounted for with a reinsurer: seen first, then booked. */
export function CedeDialog({ treaties, onClose }: CedeDialogProps) {
  const { t } = useTranslation('reinsurance')
  const format = useFormats()
  const { slug } = useOffice()
  const client = useQueryClient()
  const offices = [
    ...new Set(
      treaties
        .filter(({ counterparty }) => accountable(treaties, counterparty).length > 0)
        .map(({ counterparty }) => counterparty),
    ),
  ]
  const [counterparty, setCounterparty] = useState(offices[0] ?? '')
  const months = accountable(treaties, counterparty)
  const [chosen, setPeriod] = useState('')
  const period = months.find((one) => one === chosen) ?? months[0] ?? ''
  const preview = useQuery(cessionPreviewQuery(slug, { counterparty, period }))
  const ceding = useMutation({
    mutationFn: () => cedeMonth(slug, { counterparty, period }),
    onSuccess: async () => {
      say(t('cededNow'))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('cede')} wide>
      <p className="soft">{t('cedeMeaning')}</p>
      {offices.length > 1 && (
        <ChoiceInput
          label={t('counterparty')}
          value={counterparty}
          onChange={setCounterparty}
          choices={offices.map((id) => ({ id, label: id.toUpperCase() }))}
        />
      )}
      <ChoiceInput
        label={t('month')}
        value={period}
        onChange={setPeriod}
        choices={months.map((id) => ({ id, label: format.month(id) }))}
      />
      {preview.error && <ProblemNotice error={preview.error} />}
      {preview.isPending && <Loading heights={[120]} />}
      {preview.data && <CessionFigures cession={preview.data} />}
      {ceding.error && <ProblemNotice error={ceding.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button isDisabled={!preview.data} isPending={ceding.isPending} onPress={() => ceding.mutate()}>
          {t('cedeYes')}
        </Button>
      </div>
    </Dialog>
  )
}

const MONTHS_SHOWN = 12

/** Months that are over and that a treaty covers, by one reinsurer or by any; the latest first. */
export function accountable(treaties: Reinsurance['treaties'], counterparty?: string): string[] {
  const years = treaties
    .filter((one) => one.direction === 'ceded' && (!counterparty || one.counterparty === counterparty))
    .map(({ fromYear }) => fromYear)
  return periodsUpTo(previousPeriod(today().slice(0, 7)), MONTHS_SHOWN).filter((period) =>
    years.some((year) => period >= `${year}-01`),
  )
}

/** What a statement says, line by line. */
export function CessionFigures({ cession }: { cession: Cession }) {
  const { t } = useTranslation('reinsurance')
  const format = useFormats()
  const money = (amount: string) => format.money(amount, cession.currency)
  return (
    <>
      {cession.lines.length === 0 ? (
        <p>{t('nothingChanged')}</p>
      ) : (
        <DataTable
          caption={t('statementOf', { month: format.month(cession.period) })}
          rows={cession.lines}
          rowKey={({ lossYear }) => String(lossYear)}
          columns={[
            { id: 'year', head: t('lossYear'), cell: ({ lossYear }) => String(lossYear) },
            { id: 'gross', head: t('gross'), end: true, cell: ({ gross }) => money(gross) },
            { id: 'ceded', head: t('ceded'), end: true, cell: ({ ceded }) => money(ceded) },
            { id: 'change', head: t('change'), end: true, cell: ({ change }) => <b>{money(change)}</b> },
          ]}
        />
      )}
      <p>{t('premiumIs', { amount: money(cession.premium) })}</p>
    </>
  )
}
