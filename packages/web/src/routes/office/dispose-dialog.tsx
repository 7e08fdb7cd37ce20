import type { Asset } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { disposeOf } from '../../api/bookkeeping.ts'
import { typedAmount } from '../../api/money.ts'
import { AmountInput } from '../../design/amount-input.tsx'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { useOffice } from './office-portal.tsx'

/** A thing was sold or thrown away. */
export function DisposeDialog({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const client = useQueryClient()
  const [form, setForm] = useState({ disposedOn: today(), proceeds: '0', vat: '0', reason: '' })
  const proceeds = typedAmount(form.proceeds)
  const vat = typedAmount(form.vat)
  const disposing = useMutation({
    mutationFn: () => disposeOf(slug, asset.assetId, { ...form, proceeds: proceeds ?? '', vat: vat ?? '' }),
    onSuccess: async ({ gain, currency }) => {
      say(t('equipment.disposed', { name: asset.name, gain: format.money(gain ?? '0.00', currency) }))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const field = (name: keyof typeof form) => ({
    label: t(`equipment.${name}`),
    value: form[name],
    onChange: (value: string) => setForm({ ...form, [name]: value }),
    wrong: faultOf(disposing.error, name),
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('equipment.disposeOf', { name: asset.name })}>
      <p className="soft">
        {t('equipment.disposeMeaning', { value: format.money(asset.bookValue, asset.currency) })}
      </p>
      <TextInput {...field('disposedOn')} type="date" max={today()} />
      <AmountInput {...field('proceeds')} currency={asset.currency} isRequired />
      <AmountInput {...field('vat')} currency={asset.currency} isRequired />
      <TextInput {...field('reason')} isRequired />
      {disposing.error && <ProblemNotice error={disposing.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          isDisabled={!proceeds || !vat || form.reason.trim() === ''}
          isPending={disposing.isPending}
          onPress={() => disposing.mutate()}
        >
          {t('equipment.disposeYes')}
        </Button>
      </div>
    </Dialog>
  )
}
