import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedAmount } from '../../api/money.ts'
import { enterSupplierInvoice } from '../../api/supplier-invoices.ts'
import { Button } from '../../design/button.tsx'
import { CheckInput } from '../../design/check.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { today } from '../../shell/hooks.ts'
import { ActivityChoice } from './activity-choice.tsx'
import { useOffice } from './office-portal.tsx'

type Kind = 'invoice' | 'credit-note'

/** A supplier invoice that came on paper, typed in for an activity. */
export function PaperInvoiceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('supplier-invoices')
  const { slug } = useOffice()
  const client = useQueryClient()
  // Named once, so that pressing twice enters once.
  const [supplierInvoiceId] = useState(() => crypto.randomUUID())
  const [activityId, setActivityId] = useState<string | null>(null)
  const [kind, setKind] = useState<Kind>('invoice')
  const [reverseCharge, setReverseCharge] = useState(false)
  const [form, setForm] = useState({
    supplierName: '',
    supplierCountry: '',
    supplierVatNumber: '',
    number: '',
    creditsNumber: '',
    issuedOn: today(),
    dueOn: '',
    net: '',
    vat: '',
    iban: '',
    paymentReference: '',
  })
  const net = typedAmount(form.net)
  const vat = reverseCharge ? '0' : typedAmount(form.vat)
  const optional = (
    name: 'supplierCountry' | 'supplierVatNumber' | 'dueOn' | 'iban' | 'paymentReference' | 'creditsNumber',
  ) => (form[name].trim() === '' ? {} : { [name]: form[name].trim() })
  const entering = useMutation({
    mutationFn: () =>
      enterSupplierInvoice(slug, {
        supplierInvoiceId,
        activityId: activityId ?? '',
        kind,
        supplierName: form.supplierName,
        number: form.number,
        issuedOn: form.issuedOn,
        net: net ?? '',
        vat: vat ?? '',
        reverseCharge,
        ...optional('supplierCountry'),
        ...optional('supplierVatNumber'),
        ...optional('dueOn'),
        ...optional('iban'),
        ...optional('paymentReference'),
        ...(kind === 'credit-note' && optional('creditsNumber')),
      }),
    onSuccess: async ({ number, supplier }) => {
      say(t('paper.entered', { number, supplier: supplier.name }))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (value: string) => setForm({ ...form, [name]: value }),
    wrong: faultOf(entering.error, name),
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('paper.title')} wide>
      <p className="soft">{t('paper.meaning')}</p>
      <ActivityChoice value={activityId} onChange={setActivityId} />
      <ChoiceInput
        label={t('paper.kind')}
        value={kind}
        onChange={(chosen) => setKind(chosen as Kind)}
        choices={[
          { id: 'invoice', label: t('paper.invoice') },
          { id: 'credit-note', label: t('creditNote') },
        ]}
      />
      <TextInput label={t('supplier')} {...field('supplierName')} isRequired />
      <TextInput label={t('paper.country')} help={t('paper.countryHelp')} {...field('supplierCountry')} />
      <TextInput label={t('paper.vatNumber')} {...field('supplierVatNumber')} />
      <TextInput label={t('paper.number')} {...field('number')} isRequired />
      {kind === 'credit-note' && <TextInput label={t('paper.credits')} {...field('creditsNumber')} />}
      <TextInput label={t('issued')} {...field('issuedOn')} type="date" max={today()} />
      <TextInput label={t('due')} {...field('dueOn')} type="date" min={form.issuedOn} />
      <TextInput label={t('net')} {...field('net')} inputMode="decimal" isRequired />
      <CheckInput isChecked={reverseCharge} onChange={setReverseCharge}>
        {t('paper.reverseCharge')}
      </CheckInput>
      {!reverseCharge && <TextInput label={t('vat')} {...field('vat')} inputMode="decimal" isRequired />}
      <TextInput label={t('account')} {...field('iban')} />
      <TextInput label={t('paper.reference')} {...field('paymentReference')} />
      {entering.error && <ProblemNotice error={entering.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('close')}
        </Button>
        <Button
          isDisabled={
            !activityId || !net || !vat || form.supplierName.trim() === '' || form.number.trim() === ''
          }
          isPending={entering.isPending}
          onPress={() => entering.mutate()}
        >
          {t('paper.enter')}
        </Button>
      </div>
    </Dialog>
  )
}
