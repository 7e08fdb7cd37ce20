import type { Loan } from '@samen/api/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { loanQuery, proposeLoan } from '../../api/bookkeeping.ts'
import { typedAmount } from '../../api/money.ts'
import { fundsQuery } from '../../api/office.ts'
import { AmountInput } from '../../design/amount-input.tsx'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { Loading, ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { DataTable } from '../../design/table.tsx'
import { useFormats } from '../../i18n/format.ts'
import { ActivityChoice } from './activity-choice.tsx'
import { useFundName } from './fund-names.ts'
import { useOffice } from './office-portal.tsx'

const OFFICE = 'office'

/** What an activity asks to borrow; a second person lends. */
export function LendDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('office')
  const { slug, currency } = useOffice()
  const client = useQueryClient()
  const funds = useQuery(fundsQuery(slug))
  const fundName = useFundName()
  // Named once, so that pressing twice asks once.
  const [loanId] = useState(() => crypto.randomUUID())
  const [activityId, setActivityId] = useState<string | null>(null)
  const [lender, setLender] = useState(OFFICE)
  const [form, setForm] = useState({
    principal: '',
    firstDueOn: '',
    instalments: '12',
    rate: '0',
    purpose: '',
  })
  const principal = typedAmount(form.principal)
  const lending = useMutation({
    mutationFn: () =>
      proposeLoan(slug, {
        loanId,
        activityId: activityId ?? '',
        fundId: lender === OFFICE ? null : lender,
        principal: principal ?? '',
        firstDueOn: form.firstDueOn,
        instalments: Number(form.instalments),
        rate: form.rate.replace(',', '.'),
        purpose: form.purpose,
      }),
    onSuccess: async () => {
      say(t('loans.asked'))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const field = (name: keyof typeof form) => ({
    label: t(`loans.${name}`),
    value: form[name],
    onChange: (value: string) => setForm({ ...form, [name]: value }),
    wrong: faultOf(lending.error, name),
    isRequired: true,
  })
  const lenders = (funds.data?.funds ?? []).filter(({ code }) => code !== 'wage-guarantee')
  return (
    <Dialog isOpen onClose={onClose} title={t('loans.lendTitle')} wide>
      <p className="soft">{t('loans.lendMeaning')}</p>
      <ActivityChoice value={activityId} onChange={setActivityId} />
      <ChoiceInput
        label={t('loans.lender')}
        value={lender}
        onChange={setLender}
        choices={[
          { id: OFFICE, label: t('loans.office') },
          ...lenders.map((fund) => ({ id: fund.fundId, label: fundName(fund) })),
        ]}
      />
      <TextInput {...field('purpose')} />
      <AmountInput {...field('principal')} currency={currency} />
      <TextInput {...field('rate')} inputMode="decimal" sign="%" />
      <TextInput {...field('instalments')} inputMode="numeric" />
      <TextInput {...field('firstDueOn')} type="date" help={t('loans.firstDueHelp')} />
      {lending.error && <ProblemNotice error={lending.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          isDisabled={!activityId || !principal || form.firstDueOn === '' || form.purpose.trim() === ''}
          isPending={lending.isPending}
          onPress={() => lending.mutate()}
        >
          {t('loans.ask')}
        </Button>
      </div>
    </Dialog>
  )
}

/** What was paid on a loan, and what is to come. */
export function LoanStatementDialog({ loan, onClose }: { loan: Loan; onClose: () => void }) {
  const { t } = useTranslation('office')
  const format = useFormats()
  const { slug } = useOffice()
  const statement = useQuery(loanQuery(slug, loan.loanId))
  const money = (amount: string) => format.money(amount, loan.currency)
  const { data } = statement
  return (
    <Dialog isOpen onClose={onClose} title={t('loans.statementOf', { purpose: loan.purpose })} wide>
      {statement.error && <ProblemNotice error={statement.error} onRetry={() => statement.refetch()} />}
      {!data && !statement.error && <Loading heights={[200]} />}
      {data && (
        <>
          <p>
            {t('loans.rates', {
              list: data.rates.map(({ percent }) => `${percent} %`).join(', '),
            })}
          </p>
          {data.payments.length > 0 && (
            <DataTable
              caption={t('loans.payments')}
              rows={data.payments}
              rowKey={({ paymentNo }) => String(paymentNo)}
              columns={[
                {
                  id: 'what',
                  head: t('loans.instalment'),
                  cell: ({ instalment }) =>
                    instalment === null ? t('loans.early') : format.number(instalment),
                },
                { id: 'day', head: t('loans.paidOn'), cell: ({ paidOn }) => format.day(paidOn) },
                { id: 'principal', head: t('loans.part'), end: true, cell: (row) => money(row.principal) },
                { id: 'interest', head: t('loans.interest'), end: true, cell: (row) => money(row.interest) },
              ]}
            />
          )}
          <DataTable
            caption={t('loans.schedule')}
            rows={data.schedule}
            rowKey={({ instalment }) => String(instalment)}
            columns={[
              {
                id: 'what',
                head: t('loans.instalment'),
                cell: ({ instalment }) => format.number(instalment),
              },
              { id: 'day', head: t('loans.dueOn'), cell: ({ dueOn }) => format.day(dueOn) },
              { id: 'principal', head: t('loans.part'), end: true, cell: (row) => money(row.principal) },
              { id: 'interest', head: t('loans.interest'), end: true, cell: (row) => money(row.interest) },
            ]}
          />
        </>
      )}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.close')}
        </Button>
      </div>
    </Dialog>
  )
}
