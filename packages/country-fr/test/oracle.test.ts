import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'vitest'
import { type Answer, cents, differences } from './oracle/compare.ts'

/**
 * Our lines against the official simulator (modele-social), whose unrounded answers `oracle/generate.ts` wrote down. Each
 * of its values, rounded half up to the cent, must equal our line. Two kinds of line may differ by one cent, because law
 * rounds where the simulator does not:
 * - what we charge in two parts, each rounded (complementary pension and CEG in T1 and T2; in 2025 sickness and family
 *   with their supplements), and it in one value;
 * - in the case of executives, what is due on their death cover (forfait social, CSG, CRDS): a premium is a whole number of
 *   cents before anything is due on it.
 * Known defects of the simulator are set right by `generate.ts`: the grid of 1 May 2026 dated 1 January, the executives'
 * death cover added to taxable pay; short contracts are left out, for its allowance is wrong.
 */
const IN_TWO_PARTS = /^(pension|ceg) /
const IN_TWO_PARTS_2025 = /^(pension|ceg|sickness|family) /
const ON_DEATH_COVER = /^(cover-levy|csg-deductible|csg-non-deductible|crds) /

describe.each([2026, 2025] as const)('the official simulator, %i', (year) => {
  const { answers } = JSON.parse(
    readFileSync(new URL(`./oracle/answers-${year}.json`, import.meta.url), 'utf8'),
  ) as { answers: Answer[] }

  test('has been asked at least sixty situations', () => assert.ok(answers.length >= 60))

  test('charges every line to the cent as we do, but for the two-step roundings of at most a cent', () => {
    for (const answer of answers) {
      const { lines, strangers } = differences(answer)
      assert.deepEqual(strangers, [], `lines the simulator does not know: ${JSON.stringify(answer.given)}`)
      for (const { where, ours, theirs } of lines) {
        const twoSteps =
          (year === 2025 ? IN_TWO_PARTS_2025 : IN_TWO_PARTS).test(where) ||
          (answer.given.executive && ON_DEATH_COVER.test(where))
        const off = ours - theirs
        assert.ok(
          twoSteps && off >= -1n && off <= 1n,
          `${where}: ${ours}, the simulator ${theirs} at ${JSON.stringify(answer.given)}`,
        )
      }
    }
  })

  test('grants the same reduction to the cent', () => {
    for (const answer of answers) {
      const { lines } = differences(answer)
      assert.deepEqual(
        lines.filter(({ where }) => where === 'reduction'),
        [],
        JSON.stringify(answer.given),
      )
    }
  })

  test('reads the same rate from the neutral grid', () => {
    for (const answer of answers) {
      const { rateEqual } = differences(answer)
      assert.ok(rateEqual, `${answer.neutralRate} %: ${JSON.stringify(answer.given)}`)
    }
  })

  test('has the same gross, and unrounded totals within a few cents of ours, which sum rounded lines', () => {
    for (const answer of answers) {
      const { totals } = differences(answer)
      for (const { where, ours, theirs } of totals) {
        const most = where === 'gross' ? 0n : where === 'cost' ? 4n : 3n
        const off = ours > theirs ? ours - theirs : theirs - ours
        assert.ok(
          off <= most,
          `${where}: ${ours}, the simulator ${theirs} at ${JSON.stringify(answer.given)}`,
        )
      }
    }
  })

  test('sums its lines, each rounded, to our net before tax but for the two-step roundings', () => {
    for (const answer of answers) {
      const { lines, payslip } = differences(answer)
      const theirs = Object.values(answer.lines).reduce((total, { employee }) => total + cents(employee), 0n)
      const apart = lines
        .filter(({ where }) => where.endsWith(' employee'))
        .reduce((total, { ours, theirs }) => total + ours - theirs, 0n)
      assert.equal(payslip.employeeContributions - apart, theirs, JSON.stringify(answer.given))
    }
  })
})
