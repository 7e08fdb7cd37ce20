import { type Minor, minimum, type PayslipLine, type Why } from '@samen/core/country'
import { halfUp, QUOTIENT, quotient } from './credits.ts'
import type { Law, TaxRules } from './law.ts'
import { taxBy } from './scale.ts'
import type { ItalianSituation } from './situation.ts'

/**
 * TFR paid out of what was set aside: separate taxation by the employer, which the Revenue settles later (TUIR art. 19).
 * The rate is the average one, by the scale of the year, of the TFR of a full year times twelve.
 */
export function severanceLines({ engagement }: ItalianSituation, law: Law): PayslipLine[] {
  const paid = engagement.severancePaid
  if (paid === undefined || paid.amount === 0n) return []
  const lines = [
    line('severance-paid', 'provision', paid.amount, -paid.amount, 'tfr', {
      rule: 'severance-paid',
      source: 'Codice civile art. 2120',
      inputs: { months: paid.months },
    }),
  ]
  const base = paid.amount - paid.revaluation
  if (base === 0n) return lines
  const months = BigInt(paid.months)
  const reference = halfUp(base * 144n, months)
  const tax = reference === 0n ? 0n : halfUp(base * taxBy(law.year, reference), reference)
  if (tax === 0n) return lines
  lines.push(
    line('severance-tax', 'wage-tax', base, tax, 'agenzia-entrate', {
      rule: 'severance-tax',
      source: 'TUIR art. 17 and 19 c. 1',
      inputs: { reference, months: paid.months },
    }),
  )
  const fixed = engagement.contract === 'fixed-term' || engagement.contract === 'intermittent'
  const term =
    fixed && paid.months <= law.tax.severanceTermMonths
      ? minimum(tax, halfUp(law.tax.severanceTerm * months, 12n))
      : 0n
  const credit = minimum(tax - term, severanceCredit(law.tax, reference))
  if (term !== 0n) lines.push(line('severance-term-credit', 'wage-tax', base, -term, 'agenzia-entrate', TERM))
  if (credit !== 0n)
    lines.push(
      line('severance-credit', 'wage-tax', base, -credit, 'agenzia-entrate', {
        rule: 'severance-credit',
        source: 'L. 244/2007 art. 2 c. 514; D.M. 20-3-2008',
        inputs: { reference },
      }),
    )
  return lines
}

function severanceCredit(rules: TaxRules, reference: Minor): Minor {
  if (reference <= rules.severanceFullTo) return rules.severanceFull
  if (reference <= rules.severanceMoreTo) {
    const share = quotient(rules.severanceMoreTo - reference, rules.severanceMoreTo - rules.severanceFullTo)
    return rules.severanceBase + halfUp(rules.severanceMore * share, QUOTIENT)
  }
  if (reference >= rules.severanceTo) return 0n
  const share = quotient(rules.severanceTo - reference, rules.severanceTo - rules.severanceMoreTo)
  return halfUp(rules.severanceBase * share, QUOTIENT)
}

const TERM: Why = Object.freeze({ rule: 'severance-term-credit', source: 'TUIR art. 19 c. 1-ter' })

const line = (
  code: string,
  kind: 'provision' | 'wage-tax',
  base: Minor,
  employee: Minor,
  authority: string,
  why: Why,
): PayslipLine => ({ code, kind, base, employee, employer: 0n, authority, why })
