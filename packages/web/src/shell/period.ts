/** Calendar months, `YYYY-MM`. */
export function nextPeriod(period: string): string {
  return shifted(period, 1)
}

export function previousPeriod(period: string): string {
  return shifted(period, -1)
}

/** The last `count` months up to and with a period, newest first. */
export const periodsUpTo = (period: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => shifted(period, -back))

function shifted(period: string, months: number): string {
  const count = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
