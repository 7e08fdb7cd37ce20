import type { Payroll } from '@samen/core/country'
import { amateurContributions, amateurCost, amateurPay } from './amateur-pay.ts'
import { employerCost } from './employer-contributions.ts'
import { flexiContributions, flexiCost, flexiPay, flexiTax } from './flexi-pay.ts'
import type { Law } from './law.ts'
import { belgianPayslip } from './payslip.ts'
import { contributionsOn, wageTaxOn } from './single-steps.ts'
import type { BelgianSituation } from './situation.ts'
import { studentContributions, studentCost, studentPay, studentTax } from './student-pay.ts'

type Rules = Pick<Payroll<BelgianSituation, Law>, 'payslip' | 'cost' | 'wageTax' | 'contributions'>

/** The rules of each scheme an engagement may stand under. */
const RULES: Readonly<Record<BelgianSituation['engagement']['scheme'], Rules>> = {
  ordinary: {
    payslip: belgianPayslip,
    cost: employerCost,
    wageTax: wageTaxOn,
    contributions: contributionsOn,
  },
  student: {
    payslip: studentPay,
    cost: studentCost,
    wageTax: studentTax,
    contributions: studentContributions,
  },
  'flexi-job': {
    payslip: flexiPay,
    cost: flexiCost,
    wageTax: flexiTax,
    contributions: flexiContributions,
  },
  'amateur-arts': {
    payslip: amateurPay,
    cost: amateurCost,
    wageTax: () => [],
    contributions: amateurContributions,
  },
}

const rulesOf = (situation: BelgianSituation): Rules => RULES[situation.engagement.scheme]

/** Each rule of the payroll, under the scheme of the engagement asked about. */
export const rulesOfScheme: Rules = {
  payslip: (situation, law, gross) => rulesOf(situation).payslip(situation, law, gross),
  cost: (situation, law, gross) => rulesOf(situation).cost(situation, law, gross),
  wageTax: (situation, law, taxable) => rulesOf(situation).wageTax(situation, law, taxable),
  contributions: (situation, law, base) => rulesOf(situation).contributions(situation, law, base),
}
