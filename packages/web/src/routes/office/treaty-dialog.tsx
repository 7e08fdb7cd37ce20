import type { FundsOverview } from '@samen/api/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedAmount } from '../../api/money.ts'
import { percentText, typedPercent } from '../../api/percent.ts'
import { agreeTreaty } from '../../api/reinsurance.ts'
import { AmountInput } from '../../design/amount-input.tsx'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { faultOf } from '../../design/fault.tsx'
import { ProblemNotice, say } from '../../design/feedback.tsx'
import { ChoiceInput, TextInput } from '../../design/field.tsx'
import { today } from '../../shell/hooks.ts'
import { useFundName } from './fund-names.ts'
import { useOffice } from './office-portal.tsx'

const DIRECTIONS = ['ceded', 'assumed'] as const

/** Terms two offices agreed on, from a year on; each writes its own side. */
export function TreatyDialog({ funds, onClose }: { funds: FundsOverview; onClose: () => void }) {
  const { t } = useTranslation('reinsurance')
  const { slug } = useOffice()
  const nameOf = useFundName()
  const client = useQueryClient()
  const guarantee = funds.funds.find(({ code }) => code === 'wage-guarantee') ?? funds.funds[0]
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>('ceded')
  const [fundId, setFundId] = useState<string | null>(guarantee?.fundId ?? null)
  const [form, setForm] = useState({
    counterparty: '',
    fromYear: String(Number(today().slice(0, 4)) + 1),
    retentionPerLoss: '',
    retentionPerYear: '',
    sharePercent: '',
    premiumPercent: '',
  })
  const perLoss = typedAmount(form.retentionPerLoss)
  const perYear = typedAmount(form.retentionPerYear)
  const share = typedPercent(form.sharePercent)
  const premium = typedPercent(form.premiumPercent)
  const isYear = /^2\d{3}$/.test(form.fromYear.trim())
  const agreeing = useMutation({
    mutationFn: () =>
      agreeTreaty(slug, {
        counterparty: form.counterparty.trim().toLowerCase(),
        direction,
        fromYear: Number(form.fromYear),
        fundId: fundId ?? '',
        retentionPerLoss: perLoss ?? '',
        retentionPerYear: perYear ?? '',
        sharePercent: percentText(share ?? 0n),
        premiumPercent: percentText(premium ?? 0n),
      }),
    onSuccess: async () => {
      say(t('agreed'))
      onClose()
      await client.invalidateQueries({ queryKey: ['office', slug] })
    },
  })
  /** What is wrong is said at the field: what cannot be read here, what was refused there. */
  const field = (name: keyof typeof form, path: string = name, isRead = true, unread = '') => ({
    label: t(name),
    value: form[name],
    onChange: (value: string) => setForm({ ...form, [name]: value }),
    wrong: form[name].trim() !== '' && !isRead ? unread : faultOf(agreeing.error, name, path),
    isRequired: true,
  })
  const isWhole =
    form.counterparty.trim() !== '' &&
    isYear &&
    perLoss &&
    perYear &&
    share !== undefined &&
    premium !== undefined
  return (
    <Dialog isOpen onClose={onClose} title={t('agree')} wide>
      <p className="soft">{t('agreeMeaning')}</p>
      <ChoiceInput
        label={t('treaty')}
        value={direction}
        onChange={(chosen) => setDirection(chosen === 'assumed' ? 'assumed' : 'ceded')}
        choices={DIRECTIONS.map((id) => ({ id, label: t(`side.${id}`) }))}
      />
      <TextInput {...field('counterparty')} help={t('counterpartyHelp')} />
      <TextInput {...field('fromYear', 'fromYear', isYear, t('typeYear'))} inputMode="numeric" />
      <ChoiceInput
        label={t('fund')}
        value={fundId}
        onChange={setFundId}
        choices={funds.funds.map((fund) => ({ id: fund.fundId, label: nameOf(fund) }))}
        wrong={faultOf(agreeing.error, 'fundId')}
      />
      <AmountInput
        {...field('retentionPerLoss')}
        currency={funds.currency}
        help={t('retentionPerLossHelp')}
      />
      <AmountInput
        {...field('retentionPerYear')}
        currency={funds.currency}
        help={t('retentionPerYearHelp')}
      />
      <TextInput
        {...field('sharePercent', 'share', share !== undefined, t('typePercent'))}
        inputMode="decimal"
        sign="%"
        help={t('shareHelp')}
      />
      <TextInput
        {...field('premiumPercent', 'premium', premium !== undefined, t('typePercent'))}
        inputMode="decimal"
        sign="%"
        help={t('premiumHelp')}
      />
      {agreeing.error && <ProblemNotice error={agreeing.error} />}
      <div className="actions">
        <Button look="quiet" onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button isDisabled={!isWhole} isPending={agreeing.isPending} onPress={() => agreeing.mutate()}>
          {t('agreeYes')}
        </Button>
      </div>
    </Dialog>
  )
}
