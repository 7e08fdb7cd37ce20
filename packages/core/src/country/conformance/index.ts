/**
 * The conformance kit: what every country plugin must fulfil, whatever its law. A plugin's test runs each check:
 *
 * ```ts
 * for (const check of conformance(plugin)) test(check.title, check.run)
 * ```
 *
 * A check that the plugin does not answer yet fails with `missing: <file>: <what to write there>`.
 */
import { NotWrittenError } from '../not-written.ts'
import type { AnyCountryPlugin } from '../plugin.ts'
import { calendarChecks } from './calendar.ts'
import { type Check, subject } from './check.ts'
import { whatIsMissing } from './missing.ts'
import { numberChecks } from './numbers.ts'
import { officeChecks } from './office.ts'
import { parameterChecks } from './parameters.ts'
import { payrollChecks } from './payroll.ts'
import { textChecks } from './texts.ts'
import { vatChecks } from './vat.ts'

export type { Check } from './check.ts'
export { type WorkedExample, workedExamples } from './examples.ts'
export { type Missing, whatIsMissing } from './missing.ts'
export { conformanceSpeed, SPEED_FLOOR, type Speed } from './speed.ts'
export { rulesWithoutSample } from './texts.ts'

/** Every check of a plugin, in the order in which one mends it. */
export function conformance(plugin: AnyCountryPlugin): Check[] {
  const given = subject(plugin)
  const checks = [
    {
      title: 'has every part of a country written',
      run: () => {
        const list = whatIsMissing(plugin).map(({ file, what }) => `  ${file}: ${what}`)
        if (list.length > 0) throw new Error(`missing:\n${list.join('\n')}`)
      },
    },
    ...parameterChecks(given),
    ...payrollChecks(given),
    ...textChecks(given),
    ...numberChecks(given),
    ...calendarChecks(given),
    ...vatChecks(given),
    ...officeChecks(given),
  ]
  return checks.map(({ title, run }) => ({ title, run: () => plainly(run) }))
}

/** What is missing is not where the code broke: it is told without the way there. */
function plainly(run: () => void) {
  try {
    run()
  } catch (error) {
    if (error instanceof NotWrittenError || (error instanceof Error && error.message.startsWith('missing:')))
      error.stack = error.message
    throw error
  }
}
