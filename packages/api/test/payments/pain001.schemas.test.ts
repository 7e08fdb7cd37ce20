import { existsSync, readFileSync } from 'node:fs'
import { pain001 } from '@samen/core/payments'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { expect, test } from 'vitest'

const schema = new URL('../../../../../shared/data/schemas/iso20022/pain.001.001.09.xsd', import.meta.url)
const absent = !existsSync(schema)
if (absent)
  process.stderr.write(`pain.001 is not checked against its schema: ${schema.pathname} is not there.\n`)

const address = { street: 'Rue du Marché aux Herbes 105', postCode: '1000', town: 'Bruxelles', country: 'BE' }
const transfer = (at: number, step = 101n) => ({
  endToEndId: `0192f0aa00007000800000000000${String(at).padStart(4, '0')}`,
  amount: BigInt(at) * step,
  name: at % 3 ? `Márta O'Neill-Çelik ${at}` : 'x'.repeat(200),
  iban: at % 2 ? 'BE71096123456769' : 'FR7630006000011234567890189',
  ...(at % 2 && { address }),
  text: at % 5 ? `JOB-2026-${at}` : `${'très long '.repeat(30)}`,
})

test.skipIf(absent)(
  'a payment file is valid under the schema of ISO 20022, with and without addresses and BIC',
  () => {
    using validator = disposable(XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema))))
    for (const debtor of [
      {
        name: 'Coopérative Ö & Cie',
        iban: 'BE71096123456769',
        bic: 'GKCCBEBB',
        companyNumber: '0123456749',
        address,
      },
      { name: 'SCOP', iban: 'FR7630006000011234567890189', bic: null, companyNumber: null },
    ]) {
      const xml = pain001({
        messageId: '0192f0aa0000700080000000000000aa-1',
        createdAt: new Date('2026-11-23T09:15:30Z'),
        executeOn: '2026-11-23',
        currency: 'EUR',
        debtor,
        transfers: Array.from({ length: 30 }, (_, index) => transfer(index + 1)),
        terms: debtor.bic === null ? { transfersMax: 7, amountMax: 9_000n, instant: true } : undefined,
      })
      using document = disposable(XmlDocument.fromString(xml))
      expect(() => validator.value.validate(document.value)).not.toThrow()
      using broken = disposable(XmlDocument.fromString(xml.replace('<PmtMtd>TRF', '<PmtMtd>XXX')))
      expect(() => validator.value.validate(broken.value)).toThrow()
    }
  },
)

test.skipIf(absent).each([
  ['HUF', 'HU76999999971000000000000015', 100n],
  ['SEK', 'SE3599900000000000000001', 101n],
])(
  'a payment file in %s, which SEPA does not move, is valid under the schema of ISO 20022',
  (currency, iban, step) => {
    using validator = disposable(XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema))))
    const xml = pain001({
      messageId: '0192f0aa0000700080000000000000aa-1',
      createdAt: new Date('2026-11-23T09:15:30Z'),
      executeOn: '2026-11-23',
      currency,
      debtor: { name: 'Samen Szövetkezet', iban, bic: null, companyNumber: '99000011242', address },
      transfers: Array.from({ length: 5 }, (_, index) => ({ ...transfer(index + 1, step), iban })),
    })
    using document = disposable(XmlDocument.fromString(xml))
    expect(() => validator.value.validate(document.value)).not.toThrow()
    using broken = disposable(XmlDocument.fromString(xml.replace('<Cd>NURG', '<Cd>NOT A CODE')))
    expect(() => validator.value.validate(broken.value)).toThrow()
  },
)

function disposable<T extends { dispose(): void }>(value: T) {
  return { value, [Symbol.dispose]: () => value.dispose() }
}
