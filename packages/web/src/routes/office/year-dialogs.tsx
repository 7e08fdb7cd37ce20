import type { FiscalYears } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { minor, negated, typedAmount } from '../../api/money.ts'
import { proposeAppropriation, setFiscalYear } from '../../api/years.ts'
import { AmountInput } from '../../design/amount-input.tsx'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { useFormats } from '../../i18n/format.ts'
import { today } from '../../shell/hooks.ts'
import { periodsUpTo } from '../../shell/period.ts'
import { useOffice } from './office-portal.tsx'

interface YearDialogProps {
  data: FiscalYears
  onClose: () => void
}

const choicesOf = ({ companies }: FiscalYears) =>
  companies.map(({ entityNo, name }) => ({ id: String(entityNo), label: name }))

/** Lets a company's years begin in another month from a day on. */
export function FiscalYearDialog({ data, onClose }: YearDialogProps) {
  const { t } = useTranslation('years')
  const format = useFormats()
  const { slug } = useOffice()
  const client = useQueryClient()
  const [entityNo, setEntityNo] = useState(String(data.companies[0]?.entityNo ?? 1))
  const [month, setMonth] = useState<string | null>(null)
  const [months, setMonths] = useState('12')
  const [reason, setReason] = useState('')
  const changing = useMutation({
    mutationFn: () =>
      setFiscalYear(slug, {
        entityNo: Number(entityNo),
        from: `${month}-01`,
        months: Number(months),
        reason,
      }),
    onSuccess: async () => {
      say(t('changed'))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  // The year before, this one and the two to come.
  const monthsAround = periodsUpTo(`${Number(today().slice(0, 4)) + 2}-12`, 48).reverse()
  const length = /^\d{1,2}$/.test(months.trim()) ? Number(months) : 0
  const isLength = length >= 1 && length <= 24
  return (
    <Dialog isOpen onClose={onClose} title={t('change')}>
      <p className="soft">{t('changeMeaning')}</p>
      {data.companies.length > 1 && (
        <ChoiceInput label={t('company')} value={entityNo} onChange={setEntityNo} choices={choicesOf(data)} />
      )}
      <ChoiceInput
        label={t('from')}
        value={month}
        onChange={setMonth}
        choices={monthsAround.map((id) => ({ id, label: format.month(id) }))}
        help={t('fromHelp')}
        wrong={faultOf(changing.error, 'from')}
        isRequired
      />
      <TextInput
        label={t('firstYear')}
        value={months}
        onChange={setMonths}
        inputMode="numeric"
        help={t('firstYearHelp')}
        wrong={isLength ? faultOf(changing.error, 'months') : t('typeMonths')}
        isRequired
      />
      <TextInput
        label={t('reason')}
        value={reason}
        onChange={setReason}
        help={t('reasonHelp')}
        wrong={faultOf(changing.error, 'reason')}
        isRequired
      />
      {changing.error && <ProblemNotice error={changing.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          isDisabled={!month || !isLength || reason.trim() === ''}
          isPending={changing.isPending}
          onPress={() => changing.mutate()}
        >
          {t('changeYes')}
        </Button>
      </div>
    </Dialog>
  )
}

/** What an assembly decided on a closed year's result; a second person approves it. */
export function AppropriationDialog({ data, onClose }: YearDialogProps) {
  const { t } = useTranslation('years')
  const format = useFormats()
  const { slug } = useOffice()
  const client = useQueryClient()
  const [entityNo, setEntityNo] = useState(String(data.companies[0]?.entityNo ?? 1))
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [decidedOn, setDecidedOn] = useState(today())
  const [minutes, setMinutes] = useState('')
  const company = data.companies.find((one) => String(one.entityNo) === entityNo)
  const open = company?.years.filter(({ state }) => state === 'closed') ?? []
  const yearTo = open.find(({ to }) => to === chosen)?.to ?? open[0]?.to ?? null
  const isLoss = minor(company?.broughtForward ?? '0.00') < 0n
  const amount = typedAmount(typed)
  const proposing = useMutation({
    mutationFn: () =>
      proposeAppropriation(slug, {
        entityNo: Number(entityNo),
        yearTo: yearTo ?? '',
        toReserves: isLoss ? negated(amount ?? '0.00') : (amount ?? ''),
        decidedOn,
        minutes,
      }),
    onSuccess: async () => {
      say(t('said.proposed'))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  const money = (value: string) => format.money(value, data.currency)
  return (
    <Dialog isOpen onClose={onClose} title={t('propose')}>
      <p className="soft">{t('proposeMeaning')}</p>
      {data.companies.length > 1 && (
        <ChoiceInput label={t('company')} value={entityNo} onChange={setEntityNo} choices={choicesOf(data)} />
      )}
      {open.length === 0 ? (
        <p className="notice warn">{t('noClosedYear')}</p>
      ) : (
        <>
          <ChoiceInput
            label={t('year')}
            value={yearTo}
            onChange={setChosen}
            choices={open.map(({ from, to, result }) => ({
              id: to,
              label: `${format.day(from)} – ${format.day(to)}`,
              detail: money(result),
            }))}
            wrong={faultOf(proposing.error, 'yearTo')}
          />
          <p>
            {t(isLoss ? 'lossStands' : 'profitStands', {
              amount: money(
                isLoss ? negated(company?.broughtForward ?? '0.00') : (company?.broughtForward ?? '0.00'),
              ),
              reserves: money(company?.reserves ?? '0.00'),
            })}
          </p>
          <AmountInput
            label={t(isLoss ? 'amountFromReserves' : 'amountToReserves')}
            value={typed}
            onChange={setTyped}
            currency={data.currency}
            wrong={faultOf(proposing.error, 'toReserves')}
            isRequired
          />
          <TextInput
            label={t('decidedOn')}
            type="date"
            max={today()}
            value={decidedOn}
            onChange={setDecidedOn}
            wrong={faultOf(proposing.error, 'decidedOn')}
            isRequired
          />
          <TextInput
            label={t('minutes')}
            value={minutes}
            onChange={setMinutes}
            wrong={faultOf(proposing.error, 'minutes')}
            isRequired
          />
        </>
      )}
      {proposing.error && <ProblemNotice error={proposing.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          isDisabled={!yearTo || !amount || decidedOn === '' || minutes.trim() === ''}
          isPending={proposing.isPending}
          onPress={() => proposing.mutate()}
        >
          {t('proposeYes')}
        </Button>
      </div>
    </Dialog>
  )
}
