import { type Minor, maximum, minimum } from '../country/index.ts'

/** An advance not yet settled. */
export interface OpenAdvance {
  readonly advanceId: string
  readonly fundId: string
  readonly invoiceId: string
  readonly payslipId: string
  readonly clientId: string
  /** Minor units, positive. */
  readonly outstanding: Minor
}

/** A part of an advance. */
export interface AdvancePart {
  readonly advance: OpenAdvance
  readonly amount: Minor
}

/** Lays an amount against advances, oldest first, each up to what is outstanding; `rest` is what was left over. Pure. */
export function settle(
  advances: readonly OpenAdvance[],
  amount: Minor,
): { parts: AdvancePart[]; rest: Minor } {
  const parts: AdvancePart[] = []
  let rest = amount
  for (const advance of advances) {
    const part = minimum(rest, advance.outstanding)
    if (part <= 0n) continue
    parts.push({ advance, amount: part })
    rest -= part
  }
  return { parts, rest }
}

/** Who bears an invoice that will not be paid. */
export interface WriteOffSplit {
  /** Relieved value-added tax. */
  readonly vat: Minor
  /** Unspent budget taken back from the activity. */
  readonly takenBack: Minor
  /** Advances that are lost, and those the taken-back budget covers, so that they return to the fund. */
  readonly lost: readonly AdvancePart[]
  readonly released: readonly AdvancePart[]
  /** Lost from what the guarantee fund still had available. */
  readonly lostFromAvailable: Minor
  /** What the fund cannot bear. */
  readonly uncovered: Minor
}

/**
 * Splits the open amount of an invoice that will not be paid: value-added tax, then the activity's unspent budget, then
 * the guarantee fund (what it lent for this invoice, then what it has available), then nobody. The parts sum to the
 * open amount. Pure.
 *
 * @throws RangeError when tax and budget exceed the open amount, or one of them is negative.
 */
export function splitWriteOff(
  { open, vat, takenBack }: { open: Minor; vat: Minor; takenBack: Minor },
  advances: readonly OpenAdvance[],
  guarantee: { fundId: string; available: Minor },
): WriteOffSplit {
  const toBear = open - vat - takenBack
  if (vat < 0n || takenBack < 0n || toBear < 0n)
    throw new RangeError('tax and budget taken back lie between zero and the open amount')
  const { parts: lost, rest } = settle(advances, toBear)
  const gone = new Map(lost.map(({ advance, amount }) => [advance.advanceId, amount]))
  const released = advances
    .map((advance) => ({ advance, amount: advance.outstanding - (gone.get(advance.advanceId) ?? 0n) }))
    .filter(({ amount }) => amount > 0n)
  const lostFromAvailable = minimum(rest, maximum(0n, guarantee.available))
  return { vat, takenBack, lost, released, lostFromAvailable, uncovered: rest - lostFromAvailable }
}
