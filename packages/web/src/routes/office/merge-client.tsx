import type { ClientRisk, MergePreview } from '@samen/api/client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mergeChoicesQuery, mergeClients, mergePreviewQuery } from '../../api/client-merges.ts'
import { Button } from '../../design/button.tsx'
import { CheckInput } from '../../design/check.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useRested } from '../../shell/hooks.ts'
import { useOffice } from './office-portal.tsx'

/** Names under which this client is found, too, since they were merged into it. */
export function MergedClients({ merged }: { merged: ClientRisk['merged'] }) {
  const { t } = useTranslation('client-merges')
  const format = useFormats()
  if (merged.length === 0) return null
  return (
    <DataTable
      caption={t('merged')}
      rows={merged}
      rowKey={({ clientId }) => clientId}
      columns={[
        { id: 'name', head: t('client'), cell: ({ name }) => name },
        { id: 'number', head: t('vatNumber'), cell: ({ vatNumber }) => vatNumber ?? '' },
        { id: 'day', head: t('day'), cell: ({ mergedOn }) => format.day(mergedOn) },
        { id: 'by', head: t('by'), cell: ({ mergedBy }) => mergedBy },
        { id: 'reason', head: t('reason'), cell: ({ reason }) => reason },
      ]}
    />
  )
}

/** Opens the dialog that merges another client into the one of the page. */
export function MergeClient({ risk }: { risk: ClientRisk }) {
  const { t } = useTranslation('client-merges')
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('merge')}
      </Button>
      {isOpen && <MergeDialog risk={risk} onClose={() => setOpen(false)} />}
    </div>
  )
}

function MergeDialog({ risk, onClose }: { risk: ClientRisk; onClose: () => void }) {
  const { t } = useTranslation('client-merges')
  const { slug } = useOffice()
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const [clientId, setClientId] = useState<string | null>(null)
  const [numberChanged, setNumberChanged] = useState(false)
  const [reason, setReason] = useState('')
  const choices = useQuery({
    ...mergeChoicesQuery(slug, risk.clientId, useRested(typed.trim(), 250)),
    placeholderData: keepPreviousData,
  })
  const preview = useQuery({
    ...mergePreviewQuery(slug, risk.clientId, clientId ?? ''),
    enabled: clientId !== null,
  })
  const merging = useMutation({
    mutationFn: () =>
      mergeClients(slug, risk.clientId, { clientId: clientId ?? '', numberChanged, reason: reason.trim() }),
    onSuccess: async ({ name }) => {
      say(t('done', { name, into: risk.name }))
      onClose()
      await queries.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const mayMerge = preview.data && reason.trim() !== '' && (numberChanged || !preview.data.numbersDiffer)
  return (
    <Dialog isOpen onClose={onClose} role="alertdialog" title={t('mergeInto', { name: risk.name })} wide>
      <p>{t('meaning', { name: risk.name })}</p>
      <TextInput label={t('find')} help={t('findHelp')} type="search" value={typed} onChange={setTyped} />
      {choices.error && <ProblemNotice error={choices.error} onRetry={() => choices.refetch()} />}
      {choices.data?.items.length === 0 && <p className="soft">{t('noneFound')}</p>}
      <ChoiceInput
        label={t('other')}
        value={clientId}
        onChange={(chosen) => {
          setClientId(chosen)
          setNumberChanged(false)
        }}
        choices={(choices.data?.items ?? []).map((one) => ({
          id: one.clientId,
          label: [one.name, one.town, one.country].filter(Boolean).join(', '),
        }))}
        isRequired
        wrong={faultOf(merging.error, 'clientId')}
      />
      {clientId !== null && preview.isPending && <Loading heights={[160]} />}
      {preview.error && <ProblemNotice error={preview.error} />}
      {preview.data && <BothSides preview={preview.data} />}
      {preview.data?.numbersDiffer && (
        <CheckInput isChecked={numberChanged} onChange={setNumberChanged}>
          {t('numberChanged')}
        </CheckInput>
      )}
      <TextInput
        label={t('reason')}
        help={t('reasonHelp')}
        value={reason}
        onChange={setReason}
        isRequired
        wrong={faultOf(merging.error, 'reason')}
      />
      <p className="notice">{t('forGood')}</p>
      {merging.error && <ProblemNotice error={merging.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button
          look="danger"
          isDisabled={!mayMerge}
          isPending={merging.isPending}
          onPress={() => merging.mutate()}
        >
          {t('confirm')}
        </Button>
      </div>
    </Dialog>
  )
}

/** What the office has with each of the two, side by side, and what becomes of it. */
function BothSides({ preview }: { preview: MergePreview }) {
  const { t } = useTranslation('client-merges')
  const format = useFormats()
  const { merged, into, currency, takes } = preview
  const money = (amount: string) => format.money(amount, currency)
  return (
    <>
      <DataTable
        caption={t('both')}
        rows={[
          { ...merged, end: t('ends') },
          { ...into, end: t('stays') },
        ]}
        rowKey={({ clientId }) => clientId}
        columns={[
          { id: 'name', head: t('client'), cell: ({ name, end }) => `${name} – ${end}` },
          { id: 'number', head: t('vatNumber'), cell: ({ vatNumber }) => vatNumber ?? '–' },
          { id: 'jobs', head: t('openJobs'), end: true, cell: ({ openJobs }) => format.number(openJobs) },
          { id: 'invoices', head: t('invoices'), end: true, cell: ({ invoices }) => format.number(invoices) },
          { id: 'owed', head: t('owed'), end: true, cell: ({ owed }) => money(owed) },
          { id: 'exposure', head: t('advanced'), end: true, cell: ({ exposure }) => money(exposure) },
          { id: 'limit', head: t('limit'), end: true, cell: ({ creditLimit }) => money(creditLimit) },
        ]}
      />
      <p className="small">{t('limitStays', { limit: money(into.creditLimit) })}</p>
      {takes.length > 0 && (
        <p className="small">{t('takes', { facts: takes.map((fact) => t(`facts.${fact}`)).join(', ') })}</p>
      )}
      {merged.handedOverOn && !into.handedOverOn && <p className="notice">{t('handedOver')}</p>}
    </>
  )
}
