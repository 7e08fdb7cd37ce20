/**
 * The conformance kit: what every country plugin must fulfil, whatever its law. A plugin's test runs each check:
 *
 * ```ts
 * for (const check of conformance(plugin)) test(check.title, check.run)
 * ```
 */
import assert from 'node:assert/strict'
import { isIsoDate, promiseClock } from '../calendar.ts'
import { ACCOUNT_ROLES } from '../chart.ts'
import { computePayslip } from '../compute.ts'
import type { Minor } from '../money.ts'
import { valueOn } from '../parameters.ts'
import type { PayslipBody } from '../payslip.ts'
import type { AnyCountryPlugin } from '../plugin.ts'
import type { Situation } from '../situation.ts'

export interface Check {
  readonly title: string
  readonly run: () => void
}

/** Gross amounts every sample is tried at: small, odd, around usual wages, and far beyond every ceiling. */
const GROSSES: readonly Minor[] = [
  0n,
  1n,
  99n,
  5_000n,
  12_345n,
  99_999n,
  180_180n,
  250_000n,
  333_333n,
  400_501n,
  812_345n,
  3_300_000n,
  99_999_999n,
]

export function conformance(plugin: AnyCountryPlugin): Check[] {
  const { payroll } = plugin
  const samples = plugin.samples.map(({ title, situation }) => {
    const parsed = payroll.situation.safeParse(situation)
    return { title, parsed }
  })
  const eachSample = (run: (situation: Situation, title: string) => void) => () => {
    for (const { title, parsed } of samples) if (parsed.success) run(parsed.data, title)
  }
  return [
    {
      title: 'has samples, and its own schema accepts each of them',
      run: () => {
        assert.ok(samples.length >= 5, 'at least five samples')
        for (const { title, parsed } of samples)
          assert.ok(parsed.success, `${title}: ${parsed.error?.message}`)
      },
    },
    {
      title: 'gives every parameter a source, ascending days and a title',
      run: () => parametersAreSourced(plugin),
    },
    {
      title: 'computes an employer cost equal to that of the payslip',
      run: eachSample((situation, title) => {
        const law = payroll.law(situation)
        for (const gross of GROSSES)
          assert.equal(
            payroll.cost(situation, law, gross),
            sum(gross, payroll.payslip(situation, law, gross)),
            `${title} at ${gross}`,
          )
      }),
    },
    {
      title: 'never lets the employer cost fall while gross rises, but at its declared drops',
      run: eachSample((situation, title) => {
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
      }),
    },
    {
      title: 'finds the largest gross a budget can pay',
      run: eachSample((situation, title) => {
        const law = payroll.law(situation)
        const step = payroll.grossStep ?? 1n
        for (const budget of [10_000n, 123_457n, 350_000n, 900_001n].map((amount) => amount * step)) {
          const stated = { ...situation, gross: undefined, fee: undefined, budget }
          let payslip: ReturnType<typeof computePayslip>
          try {
            payslip = computePayslip(plugin, stated)
          } catch {
            assert.ok(
              payroll.cost(situation, law, 0n) > budget,
              `${title}: refused a budget of ${budget} that pays a gross of zero`,
            )
            continue
          }
          assert.ok(payslip.employerCost <= budget, `${title}: cost exceeds the budget ${budget}`)
          assert.equal(payslip.gross % step, 0n, `${title}: ${payslip.gross} is no multiple of ${step}`)
          for (let more = 1n; more <= 50n; more++)
            assert.ok(
              payroll.cost(situation, law, payslip.gross + more * step) > budget,
              `${title}: a larger gross fits ${budget}`,
            )
        }
      }),
    },
    {
      title: 'explains every line, owes it to a known authority, and repeats no code',
      run: eachSample((situation, title) => {
        const authorities = new Set(plugin.authorities.map((authority) => authority.code))
        for (const gross of GROSSES) {
          const body = payroll.payslip(situation, payroll.law(situation), gross)
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
      title: 'is deterministic, and does not change its arguments',
      run: eachSample((situation, title) => {
        const before = inspect(situation)
        const first = inspect(payroll.payslip(situation, payroll.law(situation), 234_567n))
        const second = inspect(payroll.payslip(situation, payroll.law(situation), 234_567n))
        assert.equal(first, second, title)
        assert.equal(inspect(situation), before, `${title}: the situation was changed`)
      }),
    },
    {
      title: 'accepts running totals that are known to be empty',
      run: () => {
        for (const { title, situation } of plugin.samples) {
          const parsed = payroll.situation.safeParse({ ...(situation as object), toDate: {} })
          assert.ok(parsed.success, `${title}: ${parsed.error?.message}`)
          assert.doesNotThrow(() => payroll.payslip(parsed.data, payroll.law(parsed.data), 210_000n), title)
        }
      },
    },
    {
      title: 'accepts its own running totals back',
      run: () => {
        for (const { title, parsed } of samples) {
          if (!parsed.success) continue
          const body = payroll.payslip(parsed.data, payroll.law(parsed.data), 210_000n)
          const next = { ...parsed.data, toDate: body.toDate }
          assert.doesNotThrow(() => payroll.payslip(next, payroll.law(next), 90_000n), title)
        }
      },
    },
    {
      title: 'names every line, rule, figure, holiday and authority in each of its languages and English',
      run: () => namesEverything(plugin),
    },
    {
      title: 'has the same texts, with the same figures in them, in each of its languages',
      run: () => saysTheSameEverywhere(plugin),
    },
    {
      title: 'asks in no text for a figure that the explanation does not carry',
      run: eachSample((situation, title) => textsHaveTheirFigures(plugin, situation, title)),
    },
    {
      title: 'maps every account role and authority to its statutory chart',
      run: () => mapsTheChart(plugin),
    },
    { title: 'knows its holidays and pay days of 2025 and 2026', run: () => knowsItsCalendar(plugin) },
    {
      title: 'refuses any text that is not a number of its kinds',
      run: () => {
        for (const identifier of plugin.identifiers)
          for (const text of ['', ' ', '0', 'x', '00000000000000000000000000000000', '🎻', 'BE', '-1'])
            assert.equal(identifier.check(text).valid, false, `${identifier.name} accepts "${text}"`)
      },
    },
  ]
}

function sum(gross: Minor, body: PayslipBody): Minor {
  return body.lines.reduce((total, line) => (line.kind === 'mutual' ? total : total + line.employer), gross)
}

const inspect = (value: unknown) =>
  JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? `${item}n` : item))

function parametersAreSourced(plugin: AnyCountryPlugin) {
  for (const [name, series] of Object.entries({
    ...plugin.payroll.parameters,
    levy: plugin.levy,
    payDeadlineDays: plugin.payDeadlineDays,
  })) {
    assert.ok(series.title.length > 3, `${name} has no title`)
    let previous = ''
    for (const { from, source, unverified } of series.series) {
      assert.ok(isIsoDate(from), `${name}: ${from} is not a day`)
      assert.ok(from > previous, `${name}: ${from} does not follow ${previous}`)
      assert.ok(source.trim().length > 1, `${name}: ${from} has no source`)
      if (unverified !== undefined)
        assert.ok(unverified.length > 10, `${name}: ${from} does not say why it is unverified`)
      previous = from
    }
  }
}

function namesEverything(plugin: AnyCountryPlugin) {
  const wanted = new Set<string>()
  for (const { situation } of plugin.samples) {
    const parsed = plugin.payroll.situation.safeParse(situation)
    if (!parsed.success) continue
    for (const gross of GROSSES) {
      const body = plugin.payroll.payslip(parsed.data, plugin.payroll.law(parsed.data), gross)
      for (const line of body.lines) wanted.add(`lines.${line.code}`).add(`rules.${line.why.rule}`)
      for (const earning of body.earnings) wanted.add(`earnings.${earning.code}`)
      for (const figure of Object.keys(body.figures)) wanted.add(`figures.${figure}`)
    }
  }
  for (const authority of plugin.authorities) wanted.add(`authorities.${authority.code}`)
  for (const { code } of plugin.hiring.checklist ?? []) wanted.add(`checklist.${code}`)
  for (const year of [2025, 2026])
    for (const holiday of plugin.holidays(year)) wanted.add(`holidays.${holiday.key}`)
  for (const language of new Set([...plugin.languages, 'en'])) {
    const locale = plugin.locales[language]
    assert.ok(locale, `no texts in ${language}`)
    const missing = [...wanted].filter((key) => !locale[key])
    assert.deepEqual(missing, [], `${language} lacks texts`)
  }
}

const placeholders = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{\{(.+?)\}\}/g)].map(([, name]) => name as string).sort()

function saysTheSameEverywhere({ locales }: AnyCountryPlugin) {
  const english = locales.en ?? {}
  for (const [language, texts] of Object.entries(locales)) {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort(), `texts in ${language}`)
    for (const [key, text] of Object.entries(texts))
      assert.deepEqual(placeholders(text), placeholders(english[key]), `${key} in ${language}`)
  }
}

function textsHaveTheirFigures({ payroll, locales }: AnyCountryPlugin, situation: Situation, title: string) {
  for (const gross of GROSSES) {
    const { lines, earnings } = payroll.payslip(situation, payroll.law(situation), gross)
    for (const { why } of [...lines, ...earnings])
      for (const name of placeholders(locales.en?.[`rules.${why.rule}`]))
        assert.ok(
          why.inputs && name in why.inputs,
          `${title}: ${why.rule} says {{${name}}}, which is not given`,
        )
  }
}

function mapsTheChart(plugin: AnyCountryPlugin) {
  const roles = new Set(plugin.chart.map((account) => account.role))
  assert.deepEqual(
    ACCOUNT_ROLES.map(({ role }) => role).filter((role) => !roles.has(role)),
    [],
    'roles without account',
  )
  for (const account of [...plugin.chart, ...plugin.authorities]) assert.match(account.number, /^\d{2,10}$/)
}

function knowsItsCalendar(plugin: AnyCountryPlugin) {
  for (const year of [2025, 2026]) {
    const dates = plugin.holidays(year).map((holiday) => holiday.date)
    assert.ok(dates.length >= 5, `${year}: holidays`)
    assert.deepEqual(dates, [...dates].sort(), `${year}: holidays ascend`)
    assert.ok(dates.every((date) => isIsoDate(date) && date.startsWith(String(year))))
  }
  for (const endedOn of ['2025-12-24', '2026-05-08', '2026-11-20']) {
    const days = valueOn('payDeadlineDays', plugin.payDeadlineDays, endedOn).value
    assert.ok(promiseClock(endedOn, days, plugin.holidays).payBy > endedOn)
  }
}
