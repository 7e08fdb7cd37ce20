/**
 * Asks the official simulator for every case and writes its unrounded answers beside this file:
 *
 *     npx -y pnpm@12.21.0 --filter @samen/country-fr oracle
 *
 * 2026 comes from modele-social 11.1.0, 2025 from 9.0.0, the last release that held that year.
 */
import { writeFileSync } from 'node:fs'
import Engine from 'publicodes'
import { FIGURE_RULES, LINE_RULES, REDUCTION_RULE } from './rules.ts'
import { asSimulation, type Case, cases } from './situations.ts'

const ignore = () => undefined
const silent = { log: ignore, warn: ignore, error: ignore }

for (const year of [2026, 2025] as const) {
  const { default: rules } =
    year === 2026 ? await import('modele-social') : await import('modele-social-2025')
  const engine = new Engine(rules, { logger: silent })
  const answers = cases(year).map((given) => ask(engine, year, given))
  const file = {
    oracle: { 'modele-social': year === 2026 ? '11.1.0' : '9.0.0', publicodes: '1.10.3' },
    generated: new Date().toISOString().slice(0, 10),
    answers,
  }
  writeFileSync(new URL(`./answers-${year}.json`, import.meta.url), `${JSON.stringify(file, null, 2)}\n`)
}

function ask(engine: Engine, year: 2025 | 2026, given: Case) {
  engine.setSituation(asSimulation(given))
  const value = (rule: string): number => {
    const { nodeValue } = engine.evaluate(rule)
    return typeof nodeValue === 'number' ? nodeValue : 0
  }
  const lines: Record<string, { employer: number; employee: number }> = {}
  for (const [code, { employer, employee }] of Object.entries(LINE_RULES))
    lines[code] = {
      employer: employer ? value(`salarié . cotisations . ${employer}`) : 0,
      employee: employee ? value(`salarié . cotisations . ${employee}`) : 0,
    }
  const figures: Record<string, number> = {}
  for (const [name, rule] of Object.entries(FIGURE_RULES)) figures[name] = value(rule)
  const reduction = value(REDUCTION_RULE[year])
  // The simulator dates the grid of 1 May 2026 on 1 January, and adds the executives' death cover to taxable pay: the
  // rate is asked for the right grid and the right amount.
  // A musician's specific deduction brings the journalists' tax allowance there: taxable pay is put together from its lines.
  const taxable = given.deduction
    ? (figures.netBeforeTax ?? 0) + (lines['csg-non-deductible']?.employee ?? 0) + (lines.crds?.employee ?? 0)
    : (figures.netTaxable ?? 0) - (lines['death-cover']?.employer ?? 0)
  engine.setSituation({
    date: given.month >= '2026-05' ? '01/06/2026' : given.month >= '2025-05' ? '01/05/2025' : '01/01/2025',
    'impôt . méthode de calcul': "'taux neutre'",
    'impôt . revenu imposable': `${taxable.toFixed(2)} €/mois`,
    ...(given.residence && {
      'établissement . commune . département':
        given.residence === 'guyane-mayotte' ? "'Guyane'" : "'La Réunion'",
    }),
  })
  const neutralRate = value("impôt . taux neutre d'impôt sur le revenu")
  return { given, lines, reduction, figures, taxable, neutralRate }
}
