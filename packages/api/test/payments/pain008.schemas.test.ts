import { existsSync, readFileSync } from 'node:fs'
import { pain008 } from '@samen/core/payments'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { expect, test } from 'vitest'

const schema = new URL('../../../../../shared/data/schemas/iso20022/pain.008.001.08.xsd', import.meta.url)
const absent = !existsSync(schema)
if (absent)
  process.stderr.write(`pain.008 is not checked against its schema: ${schema.pathname} is not there.\n`)

const debit = (at: number) => ({
  endToEndId: `0192f0aa00007000800000000000${String(at).padStart(4, '0')}`,
  amount: BigInt(at) * 101n,
  mandateReference: `M-${at}`,
  signedOn: '2026-01-31',
  name: at % 3 ? `Márta O'Neill-Çelik ${at}` : 'x'.repeat(200),
  iban: at % 2 ? 'BE71096123456769' : 'FR7630006000011234567890189',
  text: at % 5 ? `2026-${at} RF18539007547034` : 'très long '.repeat(30),
})

test.skipIf(absent)(
  'a file of direct debits, of every scheme and sequence, is valid under the schema of ISO 20022, and its sums are those of its collections',
  () => {
    const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema)))
    const address = { street: 'Rue du Marché 105', postCode: '1000', town: 'Bruxelles', country: 'BE' }
    for (const creditor of [
      {
        name: 'Coopérative Ö & Cie',
        iban: 'BE71096123456769',
        bic: 'GKCCBEBB',
        companyNumber: '0123456749',
        address,
      },
      { name: 'SCOP', iban: 'FR7630006000011234567890189', bic: null, companyNumber: null },
    ]) {
      const xml = pain008({
        messageId: '0192f0aa0000700080000000000000aa-D',
        createdAt: new Date('2026-11-23T09:15:30Z'),
        collectOn: '2026-12-14',
        creditor: { ...creditor, creditorIdentifier: 'DE98ZZZ09999999999' },
        blocks: (['CORE', 'B2B'] as const).flatMap((scheme, at) =>
          (['RCUR', 'OOFF'] as const).map((sequence, index) => ({
            blockId: `0192f0aa0000700080000000000000aa-${at}${index}`,
            ...{ scheme, sequence },
            debits: [1, 2, 3].map((number) => debit(number + 6 * at + 3 * index)),
          })),
        ),
      })
      const document = XmlDocument.fromString(xml)
      expect(() => validator.validate(document)).not.toThrow()
      const broken = XmlDocument.fromString(xml.replace('<SeqTp>OOFF', '<SeqTp>XXXX'))
      expect(() => validator.validate(broken)).toThrow()
      const sums = [...xml.matchAll(/<NbOfTxs>(\d+)<\/NbOfTxs><CtrlSum>([\d.]+)/g)].map(([, n, sum]) => [
        n,
        sum,
      ])
      // 101 cents times 1 to 12, whole and in blocks of three.
      expect(sums).toEqual([
        ['12', '78.78'],
        ['3', '6.06'],
        ['3', '15.15'],
        ['3', '24.24'],
        ['3', '33.33'],
      ])
      document.dispose()
      broken.dispose()
    }
    validator.dispose()
  },
)
