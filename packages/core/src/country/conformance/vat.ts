import assert from 'node:assert/strict'
import { formatPercent, multiply } from '../money.ts'
import { NotWrittenError } from '../not-written.ts'
import { NoLawError } from '../parameters.ts'
import { CLIENT_PLACES, SUPPLY_KINDS, type Supply, type VatTreatment } from '../vat.ts'
import { boxesOn, fillBoxes, resultOf, takenBy, type VatFigure } from '../vat-return.ts'
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
          category === 'S' || category === 'B' ? !isZero : isZero,
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
    {
      title: 'has a text for what an invoice must say when its company chose when VAT is due',
      run: () => {
        const mention = plugin.vat.returns?.taxPoint.choice?.mention
        if (mention)
          for (const language of languagesOf(plugin))
            assert.ok(plugin.locales[language]?.[`vat.${mention}`], `${language} lacks vat.${mention}`)
      },
    },
    {
      title: 'asks in its VAT return for exactly the VAT of the invoices, and shows every turnover in a box',
      run: () => returnHolds(plugin),
    },
  ]
}

/** A million of every treatment, issued and taken back, and something bought: round enough for any form's rounding. */
function returnHolds({ vat }: Subject['plugin']) {
  if (!vat.returns) return
  const { form } = vat.returns
  const boxes = boxesOn(form, '2026-07-01')
  const undeclared = new Set(form.undeclared?.map(({ code }) => code))
  const figures: VatFigure[] = []
  for (const supply of supplies()) {
    const treatment = treated(vat.treat, supply, supply.kind)
    if (!treatment || figures.some(({ code }) => code === treatment.code)) continue
    const { code, category } = treatment
    const base = 100_000_000n
    const figure: VatFigure = {
      document: 'invoice',
      code,
      category,
      rate: formatPercent(treatment.rate),
      base,
      // What the client pays to the state itself is none of the seller's.
      vat: category === 'B' ? 0n : multiply(base, treatment.rate),
    }
    figures.push(figure)
    const shown = boxes.some((box) => takenBy(box, figure) !== 0n)
    assert.ok(
      shown !== undeclared.has(code),
      `${code} at ${figure.rate} % stands ${shown ? 'in a box though' : 'in no box and not'} among the undeclared`,
    )
    for (const document of ['invoice', 'credit-note', 'relief'] as const) {
      const sign = document === 'invoice' ? 1n : -1n
      const one = { ...figure, document, base: sign * base, vat: sign * figure.vat }
      const asked = resultOf(form, fillBoxes(boxes, [one]))
      assert.equal(asked, one.vat, `${document} of ${code} at ${figure.rate} %: the return asks for ${asked}`)
    }
  }
  for (const [document, sign] of [
    ['purchase', 1n],
    ['purchase-credit', -1n],
  ] as const) {
    const base = sign * 100_000_000n
    const bought: VatFigure = { document, code: 'purchase', category: 'S', rate: '', base, vat: base / 5n }
    const asked = resultOf(form, fillBoxes(boxes, [...figures, bought]))
    const due = figures.reduce((sum, { vat: one }) => sum + one, -bought.vat)
    assert.equal(asked, due, `with a ${document}: the return asks for ${asked}`)
  }
}

function* supplies(): Generator<Supply> {
  for (const kind of SUPPLY_KINDS)
    for (const client of CLIENT_PLACES)
      for (const on of ['2025-07-01', '2026-07-01']) {
        yield { kind, client, on }
        yield { kind, client, on, exempt: true }
        yield { kind, client, on, exempt: false }
        yield { kind, client, on, publicBody: true }
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
