import { type Minor, minimum, multiply, type PayslipLine, type Rate } from '@samen/core/country'
import type { SolidarityBand } from '../parameters/index.ts'
import type { Law } from './law.ts'
import type { SpanishSituation } from './situation.ts'

const SOURCE =
  'RD 2064/1995 art. 32.4 and 32.5.c; Orden de cotización del año (2026: PJC/297/2026) art. 11.1 and 17.3'
const MONTHS = 12n

/**
 * The worker's regularisation of a year as an artist: annual pay under the annual ceiling replaces the provisional bases of
 * common contingencies and unemployment. The employer's part is definitive.
 */
export function settlementLines(situation: SpanishSituation, { social }: Law): PayslipLine[] {
  const year = situation.toDate?.year
  // The Treasury settles in the year after: the totals are those of the year worked, whenever the settlement is paid.
  if (year === undefined || !situation.period.from.startsWith(year.of) || year.artistPay === 0n) return []
  // A working pensioner bears no contribution that is settled.
  if (situation.worker.pensioner) return []
  const ceiling = social.ceiling * MONTHS
  const definitive = minimum(year.artistPay, ceiling)
  const lines: PayslipLine[] = []
  const settle = (code: string, before: Minor, employeeRate: Rate) => {
    // Floors of the day were met with less pay: what was charged above the pay stays.
    const base = definitive - before
    if (base > 0n || before > ceiling)
      lines.push({
        code,
        kind: 'contribution',
        base,
        employeeRate,
        employee: multiply(base, employeeRate),
        employer: 0n,
        authority: 'tgss',
        why: { rule: 'artist-settlement', source: SOURCE, inputs: { pay: year.artistPay, ceiling, before } },
      })
  }
  settle('common-contingencies-settled', year.artistCommonBase, social.commonEmployee)
  settle('unemployment-settled', year.artistProfessionalBase, social.unemploymentTemporaryEmployee)
  const solidarity = annualSolidarity(social.solidarity, year.artistPay)
  if (solidarity !== year.artistSolidarity)
    lines.push({
      code: 'solidarity-settled',
      kind: 'contribution',
      base: year.artistPay > ceiling ? year.artistPay - ceiling : 0n,
      employee: solidarity - year.artistSolidarity,
      employer: 0n,
      authority: 'tgss',
      why: {
        rule: 'artist-solidarity-settlement',
        source: SOURCE,
        inputs: { pay: year.artistPay, ceiling, due: solidarity, before: year.artistSolidarity },
      },
    })
  return lines
}

/** The worker's solidarity contribution on a year's pay: the bands of a month twelve times. */
function annualSolidarity(bands: readonly SolidarityBand[], pay: Minor): Minor {
  let due = 0n
  for (let index = 0; index < bands.length; index++) {
    const { from, employee } = bands[index] as SolidarityBand
    const next = bands[index + 1]
    const top = next === undefined ? pay : minimum(pay, next.from * MONTHS)
    if (top > from * MONTHS) due += multiply(top - from * MONTHS, employee)
  }
  return due
}
