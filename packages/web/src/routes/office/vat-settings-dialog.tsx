import type { VatSettings } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseVat, oneStopShopQuery, recordOneStopShop, vatSettingsQuery } from '../../api/vat.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'

interface VatSettingsDialogProps {
  entity: number
  onClose: () => void
}

/** How a company declares its VAT, and whether it is in the one-stop shop; each choice from the first of a month on. */
export function VatSettingsDialog({ entity, onClose }: VatSettingsDialogProps) {
  const { t } = useTranslation('vat')
  const { slug } = useOffice()
  const settings = useQuery(vatSettingsQuery(slug, entity))
  const shop = useQuery(oneStopShopQuery(slug, { entity: String(entity) }))
  const error = settings.error ?? shop.error
  return (
    <Dialog isOpen onClose={onClose} title={t('settings.title')}>
      {error && <ProblemNotice error={error} onRetry={() => settings.refetch()} />}
      {(settings.isPending || shop.isPending) && !error && <Loading heights={[200, 120]} />}
      {settings.data && <Declaring data={settings.data} entity={entity} />}
      {shop.data && <Shop steps={shop.data.steps} entity={entity} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  )
}

function Declaring({ data, entity }: { data: VatSettings; entity: number }) {
  const { t } = useTranslation('vat')
  const format = useFormats()
  const { slug, may } = useOffice()
  const client = useQueryClient()
  const [from, setFrom] = useState('')
  const [period, setPeriod] = useState(data.period)
  const [dueOn, setDueOn] = useState(data.dueOn)
  const choosing = useMutation({
    mutationFn: () => chooseVat(slug, { from, period, dueOn, entity }),
    onSuccess: async () => {
      say(t('settings.chosen'))
      setFrom('')
      await client.invalidateQueries({ queryKey: ['office', slug, 'vat'] })
    },
  })
  const periods = data.periods as VatSettings['period'][]
  return (
    <section className="stack" aria-labelledby="vat-declaring">
      <h3 id="vat-declaring">{t('settings.declaring')}</h3>
      <p>
        {t(`settings.period.${data.period}`)} · {t(`due.${data.dueOn}`)}
      </p>
      {data.condition && <p className="soft small">{data.condition}</p>}
      {data.chosen.length > 0 && (
        <ul className="soft small">
          {data.chosen.map((one) => (
            <li key={one.from}>
              {t('settings.since', { day: format.day(one.from) })}{' '}
              {t(`settings.period.${one.period as VatSettings['period']}`)},{' '}
              {t(`due.${one.dueOn as VatSettings['dueOn']}`)}
            </li>
          ))}
        </ul>
      )}
      {may('approver', 'finance') && periods.length > 0 && (periods.length > 1 || data.mayChoose) && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            choosing.mutate()
          }}
        >
          <TextInput
            label={t('settings.from')}
            type="date"
            value={from}
            onChange={setFrom}
            isRequired
            wrong={faultOf(choosing.error, 'from')}
          />
          <ChoiceInput
            label={t('settings.declare')}
            value={period}
            onChange={(id) => setPeriod(id as VatSettings['period'])}
            choices={periods.map((id) => ({ id, label: t(`settings.period.${id}`) }))}
          />
          {data.mayChoose && (
            <ChoiceInput
              label={t('settings.dueOn')}
              value={dueOn}
              onChange={(id) => setDueOn(id as VatSettings['dueOn'])}
              choices={(['invoice', 'payment'] as const).map((id) => ({ id, label: t(`due.${id}`) }))}
            />
          )}
          {choosing.error && <ProblemNotice error={choosing.error} />}
          <div className="actions">
            <Button type="submit" isDisabled={from === ''} isPending={choosing.isPending}>
              {t('settings.choose')}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}

function Shop({ steps, entity }: { steps: { from: string; registered: boolean }[]; entity: number }) {
  const { t } = useTranslation('vat')
  const format = useFormats()
  const { slug, may } = useOffice()
  const client = useQueryClient()
  const [from, setFrom] = useState('')
  const last = steps.at(-1)
  const registered = !(last?.registered ?? false)
  const recording = useMutation({
    mutationFn: () => recordOneStopShop(slug, { from, registered, entity }),
    onSuccess: async () => {
      say(t('settings.chosen'))
      setFrom('')
      await client.invalidateQueries({ queryKey: ['office', slug, 'vat'] })
    },
  })
  return (
    <section className="stack" aria-labelledby="vat-shop-registration">
      <h3 id="vat-shop-registration">{t('forms.one-stop-shop')}</h3>
      <p className="soft">{t('settings.shopMeaning')}</p>
      <p>
        {last
          ? t(last.registered ? 'settings.registered' : 'settings.left', { day: format.day(last.from) })
          : t('settings.never')}
      </p>
      {may('approver', 'finance') && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            recording.mutate()
          }}
        >
          <TextInput
            label={t('settings.from')}
            type="date"
            value={from}
            onChange={setFrom}
            isRequired
            wrong={faultOf(recording.error, 'from')}
          />
          {recording.error && <ProblemNotice error={recording.error} />}
          <div className="actions">
            <Button type="submit" look="quiet" isDisabled={from === ''} isPending={recording.isPending}>
              {t(registered ? 'settings.register' : 'settings.leave')}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
