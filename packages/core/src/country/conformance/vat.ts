import assert from 'node:assert/strict'
import { NotWrittenError } from '../not-written.ts'
import { NoLawError } from '../parameters.ts'
import { CLIENT_PLACES, SUPPLY_KINDS, type Supply, type VatTreatment } from '../vat.ts'
import { type Check, languagesOf, type Subject } from './check.ts'

/** VAT: no supply without an answer, no mention without a text. */
export const vatChecks = ({ plugin }: Subject): Check[] => {
  const each = (run: (treatment: VatTreatment, what: string) => void) => () => {
    for (const supply of supplies()) {
      const what = `${supply.kind} for ${supply.client}${supply.exempt === undefined ? '' : `, exempt: ${supply.exempt}`}`
      const treatment = treated(plugin.vat.treat, supply, what)
      if (treatment) run(treatment, what)
    }
  }
  return [
    {
      title: 'says how every kind of supply is taxed for every client, or refuses with the reason',
      run: each(({ code, rate, category, source }, what) => {
        assert.ok(code && source, `${what}: no code or no source`)
        const isZero = rate.numerator === 0n
        assert.ok(
          category === 'S' ? !isZero : isZero,
          `${what}: category ${category} with a rate of ${rate.numerator}/${rate.denominator}`,
        )
      }),
    },
    {
      title: 'has a text for every mention an invoice must carry, and a mention wherever no VAT is charged',
      run: each(({ category, mention, code }, what) => {
        if (category !== 'S') assert.ok(mention, `${what}: ${code} charges no VAT and does not say why`)
        if (mention)
          for (const language of languagesOf(plugin))
            assert.ok(plugin.locales[language]?.[`vat.${mention}`], `${language} lacks vat.${mention}`)
      }),
    },
  ]
}

function* supplies(): Generator<Supply> {
  for (const kind of SUPPLY_KINDS)
    for (const client of CLIENT_PLACES)
      for (const on of ['2025-07-01', '2026-07-01']) {
        yield { kind, client, on }
        yield { kind, client, on, exempt: true }
        yield { kind, client, on, exempt: false }
      }
}

/** A refusal is an error that says, in words a person understands, which law is not known. */
function treated(
  treat: (supply: Supply) => VatTreatment,
  supply: Supply,
  what: string,
): VatTreatment | undefined {
  try {
    return treat(supply)
  } catch (error) {
    if (error instanceof NotWrittenError) throw error
    assert.ok(error instanceof NoLawError, `${what}: ${error}`)
    return undefined
  }
}
