import { type AnyCountryPlugin, payslipAnswer } from '@samen/core/country'
import { z } from 'zod'

/** JSON Schemas (draft 2020-12) of what `samen payslip` reads and answers for a country. */
export function schemasOf(plugin: AnyCountryPlugin) {
  return {
    country: plugin.country,
    version: plugin.version,
    situation: z.toJSONSchema(plugin.payroll.situation, { io: 'input' }),
    payslip: z.toJSONSchema(payslipAnswer),
  }
}
