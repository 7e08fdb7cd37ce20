import type { Minor } from '@samen/core/country'
import type { Tax } from '../parameters/index.ts'
import type { SpanishSituation, Worker } from './situation.ts'

type Disability = Worker['disability']

/** Personal and family minimum (RIRPF art. 84), each part rounded half up. */
export function familyMinimum({ worker, paidOn }: SpanishSituation, { minimums: m }: Tax): Minor {
  const year = Number(paidOn.slice(0, 4))
  let total = m.worker
  if (worker.birthDate !== undefined) {
    const age = year - Number(worker.birthDate.slice(0, 4))
    if (age > 64) total += m.over64
    if (age > 74) total += m.over74
  }
  const grade = (disability: Disability) =>
    disability === '65' ? m.disability65 : disability === '33' ? m.disability33 : 0n
  const helped = (one: { readonly disability: Disability; readonly assistance: boolean }) =>
    one.disability === '65' || (one.disability === '33' && one.assistance) ? m.assistance : 0n
  total += grade(worker.disability) + helped(worker)
  if (worker.children.length > 0) total += childrenMinimum(worker.children, year, m, grade, helped)
  if (worker.ascendants.length > 0) total += ascendantsMinimum(worker.ascendants, year, m, grade, helped)
  return total
}

type Part = (one: { readonly disability: Disability; readonly assistance: boolean }) => Minor

/** Oldest first; halves where shared, so that sums of two halves are in half cents. */
function childrenMinimum(
  children: Worker['children'],
  year: number,
  m: Tax['minimums'],
  grade: (disability: Disability) => Minor,
  helped: Part,
): Minor {
  const oldestFirst =
    children.length === 1 ? children : [...children].sort((a, b) => a.birthYear - b.birthYear)
  let order = 0n
  let young = 0n
  let disabled = 0n
  let assisted = 0n
  for (let index = 0; index < oldestFirst.length; index++) {
    const one = oldestFirst[index] as Worker['children'][number]
    const parts = one.whole ? 2n : 1n
    order += (m.descendants[Math.min(index, 3)] as Minor) * parts
    const since = Math.max(one.birthYear, one.adoptionYear ?? 0)
    if (since > year - 3) young += m.underThree * parts
    disabled += grade(one.disability) * parts
    assisted += helped(one) * parts
  }
  return half(order) + half(young) + half(disabled) + half(assisted)
}

const half = (twice: Minor): Minor => (twice + 1n) / 2n

/** Numbers of people sharing go up to nine: 2520 is divisible by all of them. */
const SHARES = 2520n

function ascendantsMinimum(
  ascendants: Worker['ascendants'],
  year: number,
  m: Tax['minimums'],
  grade: (disability: Disability) => Minor,
  helped: Part,
): Minor {
  let over64 = 0n
  let over74 = 0n
  let disabled = 0n
  let assisted = 0n
  for (const one of ascendants) {
    const age = year - one.birthYear
    if (age <= 64 && one.disability === 'none') continue
    const parts = SHARES / BigInt(one.sharedBy)
    over64 += m.ascendantOver64 * parts
    if (age > 74) over74 += m.ascendantOver74 * parts
    disabled += grade(one.disability) * parts
    assisted += helped(one) * parts
  }
  return shared(over64) + shared(over74) + shared(disabled) + shared(assisted)
}

const shared = (parts: Minor): Minor => (parts * 2n + SHARES) / (SHARES * 2n)

/** Other deductible expenses (LIRPF art. 19.2.f), before their limit. */
export function otherExpenses({ worker }: SpanishSituation, tax: Tax): Minor {
  let total = tax.otherExpenses
  if (worker.geographicMobility) total += tax.mobilityExpenses
  if (worker.disability === '65' || (worker.disability === '33' && worker.assistance))
    total += tax.disabledExpenses65
  else if (worker.disability === '33') total += tax.disabledExpenses33
  return total
}
