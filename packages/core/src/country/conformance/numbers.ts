import assert from 'node:assert/strict'
import type { Identifier } from '../identifiers.ts'
import { NotWrittenError } from '../not-written.ts'
import type { Check, Subject } from './check.ts'

const FILE = 'src/identifiers.ts'

/** National numbers: their own examples pass, a slip of the pen does not, and there is one way of storing them. */
export const numberChecks = ({ plugin }: Subject): Check[] => {
  const each = (run: (identifier: Identifier) => void) => () => {
    if (plugin.identifiers.length === 0)
      throw new NotWrittenError(FILE, 'the numbers of people and companies')
    for (const identifier of plugin.identifiers) run(identifier)
  }
  return [
    {
      title: 'refuses any text that is not a number of its kinds',
      run: each((identifier) => {
        for (const text of ['', ' ', '0', 'x', '00000000000000000000000000000000', '🎻', 'BE', '-1'])
          assert.equal(identifier.check(text).valid, false, `${identifier.name} accepts "${text}"`)
      }),
    },
    {
      title: 'takes its own examples of every number, and reads them alike however they are written',
      run: each((identifier) => {
        const { name, examples } = identifier
        if (examples.length === 0) throw new NotWrittenError(FILE, `an example of ${name}`)
        for (const example of examples) {
          const verdict = identifier.check(example)
          assert.ok(verdict.valid, `${name} refuses its own example ${example}`)
          for (const written of [verdict.normalised, verdict.formatted]) {
            const again = identifier.check(written)
            assert.ok(
              again.valid && again.normalised === verdict.normalised && again.formatted === verdict.formatted,
              `${name}: ${example} is not read alike when written "${written}"`,
            )
          }
        }
      }),
    },
    {
      title: 'notices every wrong digit of a number, or says that the law gives it no way to',
      run: each((identifier) => {
        const { name, examples, noticesWrongDigit = 'always' } = identifier
        for (const example of examples) {
          const { changed, noticed, passed } = wrongDigits(identifier, example)
          if (noticesWrongDigit === 'always')
            assert.equal(noticed, changed, `${name} takes ${passed} for ${example}`)
          else if (noticesWrongDigit === 'mostly')
            assert.ok(noticed > 0 && noticed < changed, `${name} notices ${noticed} of ${changed} slips`)
        }
        if (noticesWrongDigit === 'never')
          assert.ok(
            examples.some((example) => wrongDigits(identifier, example).noticed === 0),
            `${name} notices wrong digits after all: it need not say "never"`,
          )
      }),
    },
    {
      title: 'makes payment references that its own check takes',
      run: () => {
        const references = plugin.identifiers.filter(({ kind }) => kind === 'payment-reference')
        if (references.length === 0) throw new NotWrittenError(FILE, 'the reference a client pays with')
        const { paymentReference } = plugin
        if (!paymentReference) throw new NotWrittenError('src/plugin.ts', '`paymentReference`')
        for (const digits of ['0000000001', '0000000097', '1234567890', '9999999999']) {
          const printed = paymentReference(digits)
          assert.ok(
            references.some((reference) => reference.check(printed).valid),
            `no reference of the country is written "${printed}"`,
          )
        }
      },
    },
  ]
}

function wrongDigits(identifier: Identifier, example: string) {
  let changed = 0
  let noticed = 0
  let passed = ''
  for (let at = 0; at < example.length; at++) {
    const digit = example[at] as string
    if (!/\d/.test(digit)) continue
    for (const other of '0123456789') {
      if (other === digit) continue
      const slip = example.slice(0, at) + other + example.slice(at + 1)
      changed++
      if (identifier.check(slip).valid) passed = slip
      else noticed++
    }
  }
  return { changed, noticed, passed }
}
