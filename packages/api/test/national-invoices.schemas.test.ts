import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  manageInvoiceRequest,
  queryTransactionStatusRequest,
  tokenExchangeRequest,
  writeEbInterface,
  writeFacturae,
  writeFatturaPa,
  writeNavInvoiceData,
} from '@samen/core/e-invoice'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { expect, test } from 'vitest'
import { austrians } from '../../core/test/e-invoice/ebinterface.ts'
import { spaniards } from '../../core/test/e-invoice/facturae.ts'
import { italians } from '../../core/test/e-invoice/fatturapa.ts'
import { hungarians, REQUEST } from '../../core/test/e-invoice/nav.ts'

const schemas = fileURLToPath(new URL('../../../../shared/data/schemas/', import.meta.url))
const absent = !existsSync(schemas)
if (absent)
  process.stderr.write(`National invoices are not checked against their schemas: ${schemas} is not there.\n`)

/** A schema that would be fetched; another one brings it along. */
const SIGNATURE = 'http://www.w3.org/TR/xmldsig-core/xmldsig-core-schema.xsd'

const reported = hungarians.map(({ invoice, supplement }) => writeNavInvoiceData(invoice, supplement))

const FORMATS = [
  {
    name: 'FatturaPA 1.2.2',
    file: 'it/FatturaPA_v1.2.2.xsd',
    written: italians.map(({ invoice, supplement }) => writeFatturaPa(invoice, supplement)),
    wrong: /<Divisa>.*<\/Divisa>/,
  },
  {
    name: 'Facturae 3.2.2',
    file: 'es/facturaev3_2_2.xsd',
    written: spaniards.map(({ invoice, supplement }) => writeFacturae(invoice, supplement)),
    wrong: /<InvoiceClass>.*<\/InvoiceClass>/,
  },
  {
    name: 'ebInterface 6.1',
    file: 'at/ebinterface-6p1.xsd',
    written: austrians.map(writeEbInterface),
    wrong: /<PayableAmount>.*<\/PayableAmount>/,
  },
  {
    name: 'InvoiceData of Online Invoice 3.0',
    file: 'hu/online-invoice/invoiceData.xsd',
    written: reported,
    wrong: /<invoiceCategory>.*<\/invoiceCategory>/,
  },
  {
    name: 'requests of Online Invoice 3.0',
    file: 'hu/online-invoice/invoiceApi.xsd',
    written: fc.oneof(
      fc.constantFrom(tokenExchangeRequest(REQUEST), queryTransactionStatusRequest(REQUEST, '4ABCDEF')),
      fc.array(reported, { minLength: 1, maxLength: 3 }).map((all) =>
        manageInvoiceRequest(
          REQUEST,
          'token',
          all.map((invoiceData) => ({ operation: 'CREATE' as const, invoiceData })),
        ),
      ),
    ),
    wrong: /<common:login>.*<\/common:login>/,
  },
]

test.skipIf(absent).each(FORMATS)(
  'every invoice that is not refused is valid $name',
  ({ file, written, wrong }) => {
    xmlRegisterFsInputProviders()
    const schema = readFileSync(schemas + file, 'utf8').replace(SIGNATURE, `${schemas}it/xmldsig-core.xsd`)
    const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema, { url: schemas + file }))
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
