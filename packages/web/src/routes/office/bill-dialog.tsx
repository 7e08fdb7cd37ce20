import type { SupplierInvoice } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { activityChoicesQuery, approveBill, assignBill, refuseBill } from '../../api/bills.ts'
import { BillState } from '../../bills/bill-state.tsx'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { useOffice } from './office-portal.tsx'

/** One bill: what it says, what is wrong with it, and what somebody decides. */
export function BillDialog({ bill, onClose }: { bill: SupplierInvoice; onClose: () => void }) {
  const { t } = useTranslation('bills')
  const isOpen = bill.state === 'received' || bill.state === 'assigned'
  return (
    <Dialog isOpen onClose={onClose} wide title={`${bill.supplier.name} · ${bill.number}`}>
      <Facts bill={bill} />
      {bill.newAccount && <p className="notice bad">{t('newAccountMeaning')}</p>}
      {bill.findings.length > 0 && (
        <section className="stack" aria-label={t('findings')}>
          <h3>{t('findings')}</h3>
          <ul className="notice warn small" lang="en">
            {bill.findings.map(({ rule, place, text }) => (
              <li key={`${rule}${place}${text}`}>
                {rule}: {text}
              </li>
            ))}
          </ul>
        </section>
      )}
      {isOpen ? (
        <Decide bill={bill} onClose={onClose} />
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

function Facts({ bill }: { bill: SupplierInvoice }) {
  const { t } = useTranslation('bills')
  const format = useFormats()
  const money = (amount: string) => format.money(amount, bill.currency)
  const facts: [string, React.ReactNode][] = [
    [t('state'), <BillState key="state" bill={bill} />],
    [t('net'), money(bill.net)],
    [t('vat'), money(bill.vat)],
    [t('total'), money(bill.total)],
    [t('account'), bill.payTo ?? bill.iban ?? '–'],
    [
      t('checkedBy'),
      <span key="rules" lang="en">
        {bill.ruleSets.join(', ')}
      </span>,
    ],
    [t('receivedBy'), `${bill.receivedBy}, ${format.moment(bill.receivedAt)}`],
  ]
  if (bill.cost !== null) facts.push([t('cost'), money(bill.cost)])
  if (bill.reason !== null) facts.push([t('reason'), bill.reason])
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

function Decide({ bill, onClose }: { bill: SupplierInvoice; onClose: () => void }) {
  const { t } = useTranslation('bills')
  const office = useOffice()
  const client = useQueryClient()
  const id = bill.supplierInvoiceId
  const [search, setSearch] = useState('')
  const [activityId, setActivityId] = useState(bill.activity?.activityId ?? null)
  const [deductible, setDeductible] = useState(bill.vat)
  const [selfAssessed, setSelfAssessed] = useState('')
  const [payTo, setPayTo] = useState(bill.iban ?? '')
  const [reason, setReason] = useState('')
  const choices = useQuery(activityChoicesQuery(office.slug, search))
  const done = async (text: string) => {
    onClose()
    say(text)
    await client.invalidateQueries({ queryKey: ['office', office.slug] })
  }
  const approving = useMutation({
    mutationFn: async () => {
      if (activityId !== null && activityId !== bill.activity?.activityId)
        await assignBill(office.slug, id, activityId)
      return approveBill(office.slug, id, {
        ...(deductible !== bill.vat && { deductibleVat: deductible }),
        ...(bill.reverseCharge && { selfAssessedVat: selfAssessed }),
        ...(payTo !== '' && payTo !== bill.iban && { payTo }),
        ...(bill.breaksRules && { despiteFindings: true }),
      })
    },
    onSuccess: () => done(t('approvedNow', { number: bill.number })),
  })
  const refusing = useMutation({
    mutationFn: () => refuseBill(office.slug, id, reason),
    onSuccess: () => done(t('refusedNow', { number: bill.number })),
  })
  const known = choices.data?.items ?? []
  const offered =
    bill.activity && !known.some(({ activityId: one }) => one === bill.activity?.activityId)
      ? [bill.activity, ...known]
      : known
  return (
    <>
      <h3>{t('take')}</h3>
      <TextInput label={t('searchActivity')} type="search" value={search} onChange={setSearch} />
      <ChoiceInput
        label={t('activity')}
        value={activityId}
        onChange={setActivityId}
        choices={offered.map(({ activityId: one, name }) => ({ id: one, label: name }))}
        isRequired
      />
      {bill.reverseCharge && (
        <TextInput
          label={t('selfAssessedVat')}
          help={t('selfAssessedHelp')}
          inputMode="decimal"
          value={selfAssessed}
          onChange={setSelfAssessed}
          wrong={faultOf(approving.error, 'selfAssessedVat')}
        />
      )}
      {!bill.reverseCharge && (
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
      {approving.error && <ProblemNotice error={approving.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('close')}
        </Button>
        <Button
          isDisabled={activityId === null}
          isPending={approving.isPending}
          onPress={() => approving.mutate()}
        >
          {t(bill.breaksRules ? 'approveDespite' : 'approve')}
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
