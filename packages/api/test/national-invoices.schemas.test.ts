import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeFatturaPa } from '@samen/core/e-invoice'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { expect, test } from 'vitest'
import { italians } from '../../core/test/e-invoice/fatturapa.ts'

const schemas = fileURLToPath(new URL('../../../../shared/data/schemas/', import.meta.url))
const absent = !existsSync(schemas)
if (absent)
  process.stderr.write(`National invoices are not checked against their schemas: ${schemas} is not there.\n`)

const FORMATS = [
  {
    name: 'FatturaPA 1.2.2',
    file: 'it/FatturaPA_v1.2.2.xsd',
    written: italians.map(({ invoice, supplement }) => writeFatturaPa(invoice, supplement)),
    wrong: /<Divisa>.*<\/Divisa>/,
  },
]

test.skipIf(absent).each(FORMATS)(
  'every invoice that is not refused is valid $name',
  ({ file, written, wrong }) => {
    xmlRegisterFsInputProviders()
    const validator = XsdValidator.fromDoc(
      XmlDocument.fromBuffer(readFileSync(schemas + file), { url: schemas + file }),
    )
    const validate = (xml: string) => {
      const document = XmlDocument.fromString(xml)
      try {
        validator.validate(document)
      } finally {
        document.dispose()
      }
    }
    fc.assert(fc.property(written, validate), { numRuns: 200 })
    const [xml] = fc.sample(written, 1) as [string]
    expect(xml).toMatch(wrong)
    expect(() => validate(xml.replace(wrong, ''))).toThrow()
    validator.dispose()
  },
)
