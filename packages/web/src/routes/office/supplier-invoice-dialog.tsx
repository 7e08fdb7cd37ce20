import type { SupplierInvoice } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  activityChoicesQuery,
  approveSupplierInvoice,
  assignSupplierInvoice,
  refuseSupplierInvoice,
} from '../../api/supplier-invoices.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { SupplierInvoiceState } from '../../supplier-invoices/supplier-invoice-state.tsx'
import { EquipmentFields, equipmentOf, NO_EQUIPMENT } from './equipment-fields.tsx'
import { useOffice } from './office-portal.tsx'

/** One supplier invoice: what it says, what is wrong with it, and what somebody decides. */
export function SupplierInvoiceDialog({
  supplierInvoice,
  onClose,
}: {
  supplierInvoice: SupplierInvoice
  onClose: () => void
}) {
  const { t } = useTranslation('supplier-invoices')
  const isOpen = supplierInvoice.state === 'received' || supplierInvoice.state === 'assigned'
  return (
    <Dialog
      isOpen
      onClose={onClose}
      wide
      title={`${supplierInvoice.supplier.name} · ${supplierInvoice.number}`}
    >
      <Facts supplierInvoice={supplierInvoice} />
      {supplierInvoice.newAccount && <p className="notice bad">{t('newAccountMeaning')}</p>}
      {supplierInvoice.findings.length > 0 && (
        <section className="stack" aria-label={t('findings')}>
          <h3>{t('findings')}</h3>
          <ul className="notice warn small" lang="en">
            {supplierInvoice.findings.map(({ rule, place, text }) => (
              <li key={`${rule}${place}${text}`}>
                {rule}: {text}
              </li>
            ))}
          </ul>
        </section>
      )}
      {isOpen ? (
        <Decide supplierInvoice={supplierInvoice} onClose={onClose} />
      ) : (
        <div className="actions">
          <Button look="quiet" onPress={onClose}>
            {t('close')}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

function Facts({ supplierInvoice }: { supplierInvoice: SupplierInvoice }) {
  const { t } = useTranslation('supplier-invoices')
  const format = useFormats()
  const { slug } = useOffice()
  const money = (amount: string) => format.money(amount, supplierInvoice.currency)
  const facts: [string, React.ReactNode][] = [
    [t('state'), <SupplierInvoiceState key="state" supplierInvoice={supplierInvoice} />],
    [t('net'), money(supplierInvoice.net)],
    [t('vat'), money(supplierInvoice.vat)],
    [t('total'), money(supplierInvoice.total)],
    [t('account'), supplierInvoice.payTo ?? supplierInvoice.iban ?? '–'],
    [t('receivedBy'), `${supplierInvoice.receivedBy}, ${format.moment(supplierInvoice.receivedAt)}`],
  ]
  if (supplierInvoice.ruleSets.length > 0)
    facts.push([
      t('checkedBy'),
      <span key="rules" lang="en">
        {supplierInvoice.ruleSets.join(', ')}
      </span>,
    ])
  if (supplierInvoice.assetId !== null)
    facts.push([
      t('equipment.bought'),
      <Link key="equipment" to="/office/$office/equipment" params={{ office: slug }}>
        {t('equipment.register')}
      </Link>,
    ])
  if (supplierInvoice.cost !== null) facts.push([t('cost'), money(supplierInvoice.cost)])
  if (supplierInvoice.reason !== null) facts.push([t('reason'), supplierInvoice.reason])
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Decide({ supplierInvoice, onClose }: { supplierInvoice: SupplierInvoice; onClose: () => void }) {
  const { t } = useTranslation('supplier-invoices')
  const office = useOffice()
  const client = useQueryClient()
  const id = supplierInvoice.supplierInvoiceId
  const [search, setSearch] = useState('')
  const [activityId, setActivityId] = useState(supplierInvoice.activity?.activityId ?? null)
  const [deductible, setDeductible] = useState(supplierInvoice.vat)
  const [selfAssessed, setSelfAssessed] = useState('')
  const [payTo, setPayTo] = useState(supplierInvoice.iban ?? '')
  const [equipment, setEquipment] = useState(NO_EQUIPMENT)
  const [reason, setReason] = useState('')
  const choices = useQuery(activityChoicesQuery(office.slug, search))
  const done = async (text: string) => {
    onClose()
    say(text)
    await client.invalidateQueries({ queryKey: ['office', office.slug] })
  }
  const approving = useMutation({
    mutationFn: async () => {
      if (activityId !== null && activityId !== supplierInvoice.activity?.activityId)
        await assignSupplierInvoice(office.slug, id, activityId)
      return approveSupplierInvoice(office.slug, id, {
        ...(deductible !== supplierInvoice.vat && { deductibleVat: deductible }),
        ...(supplierInvoice.reverseCharge && { selfAssessedVat: selfAssessed }),
        ...(payTo !== '' && payTo !== supplierInvoice.iban && { payTo }),
        ...(supplierInvoice.breaksRules && { despiteFindings: true }),
        ...(equipment.isBought && { equipment: equipmentOf(equipment) }),
      })
    },
    onSuccess: () => done(t('approvedNow', { number: supplierInvoice.number })),
  })
  const refusing = useMutation({
    mutationFn: () => refuseSupplierInvoice(office.slug, id, reason),
    onSuccess: () => done(t('refusedNow', { number: supplierInvoice.number })),
  })
  const known = choices.data?.items ?? []
  const offered =
    supplierInvoice.activity &&
    !known.some(({ activityId: one }) => one === supplierInvoice.activity?.activityId)
      ? [supplierInvoice.activity, ...known]
      : known
  return (
    <>
      <h3>{t('take')}</h3>
      {!supplierInvoice.hasOriginal && (
        <p className="soft">{t('paper.secondPerson', { name: supplierInvoice.receivedBy })}</p>
      )}
      <TextInput label={t('searchActivity')} type="search" value={search} onChange={setSearch} />
      <ChoiceInput
        label={t('activity')}
        value={activityId}
        onChange={setActivityId}
        choices={offered.map(({ activityId: one, name }) => ({ id: one, label: name }))}
        isRequired
      />
      {supplierInvoice.reverseCharge && (
        <TextInput
          label={t('selfAssessedVat')}
          help={t('selfAssessedHelp')}
          inputMode="decimal"
          value={selfAssessed}
          onChange={setSelfAssessed}
          wrong={faultOf(approving.error, 'selfAssessedVat')}
        />
      )}
      {!supplierInvoice.reverseCharge && (
        <TextInput
          label={t('deductibleVat')}
          help={t('deductibleHelp')}
          inputMode="decimal"
          value={deductible}
          onChange={setDeductible}
          wrong={faultOf(approving.error, 'deductibleVat')}
        />
      )}
      <TextInput
        label={t('account')}
        value={payTo}
        onChange={setPayTo}
        wrong={faultOf(approving.error, 'payTo')}
      />
      {supplierInvoice.kind === 'invoice' && (
        <EquipmentFields
          typed={equipment}
          onChange={setEquipment}
          issuedOn={supplierInvoice.issuedOn}
          error={approving.error}
        />
      )}
      {approving.error && <ProblemNotice error={approving.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('close')}
        </Button>
        <Button
          isDisabled={activityId === null || (equipment.isBought && equipment.name.trim() === '')}
          isPending={approving.isPending}
          onPress={() => approving.mutate()}
        >
          {t(supplierInvoice.breaksRules ? 'approveDespite' : 'approve')}
        </Button>
      </div>
      <h3>{t('orRefuse')}</h3>
      <TextInput
        label={t('reason')}
        value={reason}
        onChange={setReason}
        wrong={faultOf(refusing.error, 'reason')}
      />
      {refusing.error && <ProblemNotice error={refusing.error} />}
      <div className="actions">
        <Button
          look="quiet"
          isDisabled={reason.trim() === ''}
          isPending={refusing.isPending}
          onPress={() => refusing.mutate()}
        >
          {t('refuse')}
        </Button>
      </div>
    </>
  )
}
