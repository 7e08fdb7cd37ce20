import { AMOUNT_MAX, type IsoDate, isIsoDate, type Minor, type Rate } from '../country/index.ts'
import { type Fault, throwFaults } from '../problem/index.ts'
import type { DepreciationPlan } from './depreciation.ts'

/** What an office says of a thing that a supplier invoice buys to keep. */
export interface EquipmentPlan {
  readonly name: string
  /** A day of the month depreciation begins with; the month of buying unless told. */
  readonly inUseFrom?: IsoDate | undefined
  /** Months of use, 1 to 600. */
  readonly months: number
  /** What it will still be worth then, minor units; nothing unless told. */
  readonly residual?: Minor | undefined
  /** Part of the book value written off a year; linear unless told. */
  readonly declining?: Rate | undefined
}

/** A thing as it enters the register, with what its supplier invoice says. Amounts in minor units. */
export interface AssetDraft extends EquipmentPlan {
  readonly supplierInvoiceId: string
  readonly activityId: string
  readonly legalEntityId: string
  readonly currency: string
  /** What the activity bears: without VAT, but with VAT that does not come back. */
  readonly cost: Minor
  /** VAT that is deducted. */
  readonly vat: Minor
  readonly boughtOn: IsoDate
  /** Number of the supplier invoice. */
  readonly reference: string
}

export interface Asset {
  readonly assetId: string
  /** By which it came; null for what was bought before equipment came by supplier invoices. */
  readonly supplierInvoiceId: string | null
  readonly activityId: string
  readonly activityName: string
  readonly legalEntityId: string
  readonly name: string
  readonly reference: string
  readonly currency: string
  readonly cost: Minor
  readonly vat: Minor
  readonly boughtOn: IsoDate
  readonly inUseFrom: IsoDate
  readonly months: number
  readonly residual: Minor
  readonly declining: Rate | null
  /** Written off until now. */
  readonly depreciated: Minor
  /** Cost less what was written off; zero once it is gone. */
  readonly bookValue: Minor
  readonly disposedOn: IsoDate | null
  /** Without VAT. */
  readonly proceeds: Minor | null
  /** Proceeds less book value on the day it went; negative for a loss. */
  readonly gain: Minor | null
}

export const planOf = ({
  cost,
  residual,
  inUseFrom,
  months,
  declining,
}: Pick<Asset, 'cost' | 'residual' | 'inUseFrom' | 'months' | 'declining'>): DepreciationPlan => ({
  cost,
  residual,
  from: inUseFrom,
  months,
  declining: declining ?? undefined,
})

/** @throws Problem `invalid-field` naming every field at fault, under `equipment`. */
export function checkAssetDraft(draft: AssetDraft): void {
  const { name, cost, boughtOn, inUseFrom, months, residual = 0n, declining } = draft
  const faults: Fault[] = []
  const fault = (field: string, reason: string) => faults.push({ field, reason })
  if (name.trim().length < 1 || name.length > 200) fault('name', 'Has 1 to 200 characters.')
  if (cost <= 0n || cost > AMOUNT_MAX) fault('cost', 'A thing costs something, and at most 10 000 000 000.')
  if (inUseFrom !== undefined && (!isIsoDate(inUseFrom) || inUseFrom.slice(0, 7) < boughtOn.slice(0, 7)))
    fault('inUseFrom', 'Used from the month of buying at the earliest, written YYYY-MM-DD.')
  if (!Number.isInteger(months) || months < 1 || months > 600) fault('months', 'From 1 to 600 months.')
  if (residual < 0n || residual >= cost) fault('residual', 'Less than the cost, and not negative.')
  if (declining && (declining.numerator <= 0n || declining.numerator > declining.denominator))
    fault('declining', 'A part of the book value: more than 0 and at most 100 percent a year.')
  throwFaults(faults, 'equipment.')
}
