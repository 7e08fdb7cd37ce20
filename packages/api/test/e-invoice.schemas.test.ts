import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeCii, writeUbl } from '@samen/core/e-invoice'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { expect, test } from 'vitest'
import { invoices, ordinary } from '../../core/test/e-invoice/invoices.ts'

const schemas = fileURLToPath(new URL('../../../../shared/data/schemas/', import.meta.url))
const absent = !existsSync(schemas)
if (absent)
  process.stderr.write(`E-invoices are not checked against their schemas: ${schemas} is not there.\n`)

const SYNTAXES = [
  ['UBL 2.1', writeUbl, ['ubl-2.1/maindoc/UBL-Invoice-2.1.xsd', 'ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd']],
  ['CII of EN 16931', writeCii, ['cii/FACTUR-X_EN16931.xsd']],
] as const

test.skipIf(absent).each(SYNTAXES)('every invoice the model accepts is valid %s', (_, write, files) => {
  xmlRegisterFsInputProviders()
  const [first, second = first] = files.map((file) =>
    XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schemas + file), { url: schemas + file })),
  ) as [XsdValidator, XsdValidator?]
  const validate = (xml: string) => {
    const document = XmlDocument.fromString(xml)
    try {
      ;(xml.includes('<CreditNote ') ? second : first).validate(document)
    } finally {
      document.dispose()
    }
  }
  fc.assert(
    fc.property(invoices, (invoice) => validate(write(invoice))),
    { numRuns: 200 },
  )
  expect(() => validate(write(ordinary()).replaceAll(/(<\/?\w+:)Name>/g, '$1Nom>'))).toThrow()
  first.dispose()
  if (second !== first) second.dispose()
})
