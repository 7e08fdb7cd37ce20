import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeCancelledRecord, writeIssuedRecord, writeSupply } from '@samen/core/e-invoice'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { expect, test } from 'vitest'
import { about, record, system } from '../../core/test/e-invoice/verifactu-record.ts'

const schema = fileURLToPath(
  new URL('../../../../shared/data/schemas/es/verifactu/SuministroLR.xsd', import.meta.url),
)
const absent = !existsSync(schema)
if (absent)
  process.stderr.write(
    `Billing records of Spain are not checked against their schema: ${schema} is not there.\n`,
  )

test.skipIf(absent)('every kind of billing record is valid by the tax agency’s schema', () => {
  xmlRegisterFsInputProviders()
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema), { url: schema }))
  const first = writeIssuedRecord(record, about, system, undefined)
  const before = { ...record, hash: first.hash }
  const vat = ['S', 'AE', 'O', 'E'].map((category) => ({ category, rate: '0', base: '1.00', amount: '0.00' }))
  const corrects = { number: 'INV-2026-00009', issuedOn: '2026-12-30' }
  const records = [
    first,
    writeIssuedRecord({ ...record, type: 'R1' }, { ...about, vat, corrects }, system, before),
    writeIssuedRecord({ ...record, type: 'R5' }, { ...about, corrects }, system, before),
    writeIssuedRecord({ ...record, type: 'F2' }, { ...about, mends: { rejected: true } }, system, before),
    writeIssuedRecord(
      record,
      { ...about, buyer: { name: 'Théâtre', country: 'FR', number: 'FR40303265045' } },
      system,
      before,
    ),
    writeCancelledRecord(record, system, before),
  ]
  const valid = (xml: string) => {
    const document = XmlDocument.fromString(xml)
    try {
      validator.validate(document)
    } finally {
      document.dispose()
    }
  }
  const file = writeSupply(
    { name: 'Cooperativa Inventada', nif: 'F12345674' },
    records.map(({ content }) => content),
  )
  valid(file)
  expect(() => valid(file.replaceAll('sf:TipoFactura', 'sf:Tipo'))).toThrow()
  validator.dispose()
})
