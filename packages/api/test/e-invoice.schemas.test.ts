import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeUbl } from '@samen/core/e-invoice'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { expect, test } from 'vitest'
import { invoices } from '../../core/test/e-invoice/invoices.ts'

const schemas = fileURLToPath(new URL('../../../../shared/data/schemas/', import.meta.url))
const absent = !existsSync(schemas)
if (absent)
  process.stderr.write(`E-invoices are not checked against their schemas: ${schemas} is not there.\n`)

test.skipIf(absent)('every invoice the model accepts is valid UBL 2.1', () => {
  xmlRegisterFsInputProviders()
  const validatorOf = (file: string) =>
    XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(file), { url: file }))
  const validators = {
    Invoice: validatorOf(`${schemas}ubl-2.1/maindoc/UBL-Invoice-2.1.xsd`),
    CreditNote: validatorOf(`${schemas}ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd`),
  }
  fc.assert(
    fc.property(invoices, (invoice) => {
      const xml = writeUbl(invoice)
      const validator = validators[xml.includes('<CreditNote ') ? 'CreditNote' : 'Invoice']
      const document = XmlDocument.fromString(xml)
      try {
        validator.validate(document)
      } finally {
        document.dispose()
      }
    }),
    { numRuns: 200 },
  )
  const broken = XmlDocument.fromString(
    writeUbl(fc.sample(invoices, 1)[0] as never)
      .replace('cbc:ID>', 'cbc:Id>')
      .replace('/cbc:ID>', '/cbc:Id>'),
  )
  expect(() => validators.Invoice.validate(broken)).toThrow()
  broken.dispose()
  for (const validator of Object.values(validators)) validator.dispose()
})
