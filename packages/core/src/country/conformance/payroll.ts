import assert from 'node:assert/strict'
import { answerText } from '../answer-text.ts'
import { answer, computePayslip } from '../compute.ts'
import { AMOUNT_MAX, type Minor } from '../money.ts'
import { NotWrittenError } from '../not-written.ts'
import type { PayslipBody, PayslipLine } from '../payslip.ts'
import { payslipAnswer } from '../payslip-schema.ts'
import type { Situation } from '../situation.ts'
import { type Check, GROSSES, SAMPLES_FILE, SAMPLES_WANTED, type Subject } from './check.ts'

/** From gross to net: sums, monotony, the inverse, rounding, explanations, determinism. */
export const payrollChecks = ({ plugin, samples, eachSample }: Subject): Check[] => {
  const { payroll } = plugin
  const bodyOf = (situation: Situation, gross: Minor) =>
    payroll.payslip(situation, payroll.law(situation), gross)
  return [
    {
      title: 'has samples, and its own schema accepts each of them',
      run: () => {
        if (plugin.samples.length === 0) throw new NotWrittenError(SAMPLES_FILE, SAMPLES_WANTED)
        for (const { title, situation } of plugin.samples) {
          const parsed = payroll.situation.safeParse(situation)
          assert.ok(parsed.success, `${title}: ${parsed.error?.message}`)
        }
        assert.ok(plugin.samples.length >= 5, `only ${plugin.samples.length} samples: ${SAMPLES_WANTED}`)
      },
    },
    {
      title: 'computes an employer cost equal to that of the payslip',
      run: () =>
        eachSample((situation, title) => {
          const law = payroll.law(situation)
          for (const gross of GROSSES)
            assert.equal(
              payroll.cost(situation, law, gross),
              employerCost(gross, payroll.payslip(situation, law, gross)),
              `${title} at ${gross}`,
            )
        }),
    },
    {
      title: 'never lets the employer cost fall while gross rises, but at its declared drops',
      run: () => eachSample((situation, title) => risesWithGross(plugin, situation, title)),
    },
    {
      title: 'finds the largest gross a budget can pay',
      run: () => eachSample((situation, title) => invertsExactly(plugin, situation, title)),
    },
    {
      title: 'explains every line, owes it to a known authority, and repeats no code',
      run: () =>
        eachSample((situation, title) => {
          const authorities = new Set(plugin.authorities.map((authority) => authority.code))
          for (const gross of GROSSES) {
            const body = bodyOf(situation, gross)
            const codes = body.lines.map((line) => line.code)
            assert.equal(new Set(codes).size, codes.length, `${title}: a code appears twice among ${codes}`)
            for (const line of body.lines) {
              assert.ok(
                authorities.has(line.authority),
                `${title}: ${line.code} is owed to unknown ${line.authority}`,
              )
              assert.ok(line.why.rule && line.why.source, `${title}: ${line.code} does not say why`)
            }
            assert.equal(
              body.earnings.reduce((total, earning) => total + earning.amount, 0n),
              gross,
              `${title}: earnings do not sum to gross ${gross}`,
            )
          }
        }),
    },
    {
      title: 'rounds every amount to a whole minor unit, and no rate has an empty denominator',
      run: () =>
        eachSample((situation, title) => {
          for (const gross of GROSSES) {
            const { lines, taxable, figures } = bodyOf(situation, gross)
            for (const [name, value] of Object.entries({ taxable, ...figures }))
              assert.ok(isAmount(value), `${title}: ${name} is ${String(value)}, no amount`)
            for (const line of lines) isWhole(line, title)
          }
        }),
    },
    {
      title: 'is deterministic, and does not change its arguments',
      run: () =>
        eachSample((situation, title) => {
          const before = inspect(situation)
          const first = inspect(bodyOf(situation, 234_567n))
          const second = inspect(bodyOf(situation, 234_567n))
          assert.equal(first, second, title)
          assert.equal(inspect(situation), before, `${title}: the situation was changed`)
        }),
    },
    {
      title: 'looks at no clock and throws no dice',
      run: () =>
        withoutClockAndDice(() =>
          eachSample((situation) => {
            for (const gross of GROSSES) bodyOf(situation, gross)
          }),
        ),
    },
    {
      title: 'accepts running totals that are known to be empty',
      run: () => {
        if (plugin.samples.length === 0) throw new NotWrittenError(SAMPLES_FILE, SAMPLES_WANTED)
        for (const { title, situation } of plugin.samples) {
          const parsed = payroll.situation.safeParse({ ...(situation as object), toDate: {} })
          assert.ok(parsed.success, `${title}: ${parsed.error?.message}`)
          works(title, () => bodyOf(parsed.data, 210_000n))
        }
      },
    },
    {
      title: 'accepts its own running totals back',
      run: () =>
        eachSample((situation, title) => {
          const next = { ...situation, toDate: bodyOf(situation, 210_000n).toDate as object | undefined }
          works(title, () => bodyOf(next, 90_000n))
        }),
    },
    {
      title: 'answers as the published schema of payslips says, in both ways of writing it',
      run: () =>
        eachSample((situation, title) => {
          const text = answerText(plugin, situation)
          assert.equal(text, JSON.stringify(answer(plugin, situation)), title)
          const read = payslipAnswer.safeParse(JSON.parse(text))
          assert.ok(read.success, `${title}: ${read.error?.message}`)
        }),
    },
    {
      title: 'explains single steps of the law as it explains payslips',
      run: () =>
        eachSample((situation, title) => {
          const law = payroll.law(situation)
          for (const gross of GROSSES)
            for (const line of [
              ...payroll.wageTax(situation, law, gross),
              ...payroll.contributions(situation, law, gross),
            ]) {
              isWhole(line, title)
              assert.ok(line.why.rule && line.why.source, `${title}: ${line.code} does not say why`)
            }
          assert.ok(samples.length > 0)
        }),
    },
  ]
}

type Plugin = Subject['plugin']

function risesWithGross({ payroll }: Plugin, situation: Situation, title: string) {
  const law = payroll.law(situation)
  const drops = new Set(payroll.costDrops?.(situation, law) ?? [])
  const ripple = payroll.costRipple?.(situation, law) ?? 0n
  assert.ok(ripple >= 0n && ripple <= 50n, `${title}: a ripple of ${ripple} is no rounding`)
  const step = payroll.grossStep ?? 1n
  for (const around of GROSSES)
    for (let steps = around > 60n ? around - 60n : 0n; steps < around + 60n; steps++) {
      const gross = steps * step
      const more = gross + step
      if (!drops.has(more))
        assert.ok(
          payroll.cost(situation, law, more) + ripple >= payroll.cost(situation, law, gross),
          `${title}: cost falls from gross ${gross} to ${more}`,
        )
    }
}

function invertsExactly(plugin: Plugin, situation: Situation, title: string) {
  const { payroll } = plugin
  const law = payroll.law(situation)
  const step = payroll.grossStep ?? 1n
  for (const budget of [10_000n, 123_457n, 350_000n, 900_001n].map((amount) => amount * step)) {
    const stated = { ...situation, gross: undefined, fee: undefined, budget }
    let payslip: ReturnType<typeof computePayslip>
    try {
      payslip = computePayslip(plugin, stated)
    } catch (error) {
      if (error instanceof NotWrittenError) throw error
      assert.ok(
        payroll.cost(situation, law, 0n) > budget,
        `${title}: refused a budget of ${budget} that pays a gross of zero`,
      )
      continue
    }
    assert.ok(payslip.employerCost <= budget, `${title}: cost exceeds the budget ${budget}`)
    assert.equal(payslip.gross % step, 0n, `${title}: ${payslip.gross} is no multiple of ${step}`)
    assert.equal(payslip.remainder, budget - payslip.employerCost, `${title}: the remainder of ${budget}`)
    for (let more = 1n; more <= 50n; more++)
      assert.ok(
        payroll.cost(situation, law, payslip.gross + more * step) > budget,
        `${title}: a larger gross fits ${budget}`,
      )
  }
}

function employerCost(gross: Minor, body: PayslipBody): Minor {
  return body.lines.reduce((total, line) => (line.kind === 'mutual' ? total : total + line.employer), gross)
}

const isAmount = (value: unknown) =>
  typeof value === 'bigint' && value >= -AMOUNT_MAX * 10n && value <= AMOUNT_MAX * 10n

function isWhole({ code, base, employee, employer, employeeRate, employerRate }: PayslipLine, title: string) {
  for (const [name, value] of Object.entries({ base, employee, employer }))
    assert.ok(isAmount(value), `${title}: ${name} of ${code} is ${String(value)}, no amount`)
  for (const rate of [employeeRate, employerRate])
    if (rate)
      assert.ok(
        typeof rate.numerator === 'bigint' && rate.denominator > 0n,
        `${title}: a rate of ${code} is no fraction`,
      )
}

function withoutClockAndDice(run: () => void) {
  const { now } = Date
  const { random } = Math
  Date.now = () => assert.fail('the rules looked at the clock')
  Math.random = () => assert.fail('the rules threw dice')
  try {
    run()
  } finally {
    Date.now = now
    Math.random = random
  }
}

function works(title: string, run: () => unknown) {
  try {
    run()
  } catch (error) {
    if (error instanceof NotWrittenError) throw error
    assert.fail(`${title}: ${error instanceof Error ? error.message : error}`)
  }
}

const inspect = (value: unknown) =>
  JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? `${item}n` : item))
