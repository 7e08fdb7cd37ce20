import { useTranslation } from 'react-i18next'
import { typedAmount } from '../../api/money.ts'
import { CheckInput } from '../../design/check.tsx'
import { faultOf } from '../../design/fault.tsx'
import { TextInput } from '../../design/field.tsx'

/** What somebody typed about a thing that a supplier invoice buys to keep. */
export interface TypedEquipment {
  readonly isBought: boolean
  readonly name: string
  readonly months: string
  readonly inUseFrom: string
  readonly residual: string
  readonly declining: string
}

export const NO_EQUIPMENT: TypedEquipment = {
  isBought: false,
  name: '',
  months: '36',
  inUseFrom: '',
  residual: '',
  declining: '',
}

/** As an approval says it; undefined where the supplier invoice buys nothing to keep. */
export function equipmentOf(typed: TypedEquipment) {
  if (!typed.isBought) return undefined
  return {
    name: typed.name.trim(),
    months: Number(typed.months),
    ...(typed.inUseFrom !== '' && { inUseFrom: typed.inUseFrom }),
    ...(typed.residual.trim() !== '' && { residual: typedAmount(typed.residual) ?? typed.residual }),
    ...(typed.declining.trim() !== '' && { declining: typed.declining.trim().replace(',', '.') }),
  }
}

interface EquipmentFieldsProps {
  typed: TypedEquipment
  onChange: (typed: TypedEquipment) => void
  /** The day of the supplier invoice: nothing is used before. */
  issuedOn: string
  error: unknown
}

/** A box to tick, and what the register of equipment asks then. */
export function EquipmentFields({ typed, onChange, issuedOn, error }: EquipmentFieldsProps) {
  const { t } = useTranslation('supplier-invoices')
  const office = useTranslation('office')
  const field = (name: Exclude<keyof TypedEquipment, 'isBought'>) => ({
    value: typed[name],
    onChange: (value: string) => onChange({ ...typed, [name]: value }),
    wrong: faultOf(error, `equipment.${name}`),
  })
  return (
    <>
      <CheckInput isChecked={typed.isBought} onChange={(isBought) => onChange({ ...typed, isBought })}>
        {t('equipment.is')}
      </CheckInput>
      {typed.isBought && (
        <>
          <p className="soft">{t('equipment.meaning')}</p>
          <TextInput label={office.t('equipment.name')} {...field('name')} isRequired />
          <TextInput label={office.t('equipment.months')} {...field('months')} inputMode="numeric" />
          <TextInput
            label={t('equipment.inUseFrom')}
            {...field('inUseFrom')}
            type="date"
            min={`${issuedOn.slice(0, 7)}-01`}
          />
          <TextInput label={t('equipment.residual')} {...field('residual')} inputMode="decimal" />
          <TextInput
            label={office.t('equipment.decliningRate')}
            help={office.t('equipment.decliningHelp')}
            {...field('declining')}
            inputMode="decimal"
          />
        </>
      )}
    </>
  )
}
