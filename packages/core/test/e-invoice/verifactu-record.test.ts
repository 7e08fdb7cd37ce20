import {
  type RecordedInvoice,
  writeCancelledRecord,
  writeIssuedRecord,
  writeSupply,
} from '@samen/core/e-invoice'
import { expect, test } from 'vitest'
import { about, record, system } from './verifactu-record.ts'

const written = (changes: Partial<RecordedInvoice> = {}, type = record.type) =>
  writeIssuedRecord({ ...record, type }, { ...about, ...changes }, system, undefined).content

test('a record carries its own hash, and says that it is the first or which one it follows', () => {
  const first = writeIssuedRecord(record, about, system, undefined)
  expect(first.content).toContain('<sf:Encadenamiento><sf:PrimerRegistro>S</sf:PrimerRegistro>')
  expect(first.content).toContain(`<sf:Huella>${first.hash}</sf:Huella></sf:RegistroAlta>`)
  const second = writeCancelledRecord(record, system, { ...record, hash: first.hash })
  expect(second.content).toContain(
    `<sf:RegistroAnterior><sf:IDEmisorFactura>F12345674</sf:IDEmisorFactura><sf:NumSerieFactura>INV-2027-00001</sf:NumSerieFactura><sf:FechaExpedicionFactura>04-01-2027</sf:FechaExpedicionFactura><sf:Huella>${first.hash}</sf:Huella>`,
  )
  expect(second.hash).not.toBe(first.hash)
})

test('each kind of supply has its class, and only what is taxed has a rate', () => {
  const vat = (category: string, rate = '0') => [{ category, rate, base: '100.00', amount: '0.00' }]
  const abroad = { name: 'Teatro', country: 'FR', number: 'FR40303265045' }
  expect(written()).toContain(
    '<sf:CalificacionOperacion>S1</sf:CalificacionOperacion><sf:TipoImpositivo>21</sf:TipoImpositivo>',
  )
  expect(written({ vat: vat('AE') })).toContain('>S2<')
  expect(written({ vat: vat('AE'), buyer: abroad })).toContain('>N2<')
  expect(written({ vat: vat('O'), buyer: { ...abroad, country: 'US' } })).toContain('>N2<')
  expect(written({ vat: vat('O') })).toContain('>N1<')
  expect(written({ vat: vat('E') })).toMatch(/<sf:OperacionExenta>E1<\/sf:OperacionExenta><sf:BaseImponible/)
  expect(() => written({ vat: vat('B') })).toThrow(/category B/)
})

test('a buyer is known by a Spanish number, one of the Union, any other, or not at all', () => {
  const buyer = (country: string, number?: string) => written({ buyer: { name: 'X', country, number } })
  expect(buyer('ES', 'B98765431')).toContain('<sf:NIF>B98765431</sf:NIF></sf:IDDestinatario>')
  expect(buyer('FR', 'FR40303265045')).toContain('<sf:IDType>02</sf:IDType><sf:ID>FR40303265045</sf:ID>')
  expect(buyer('GR', 'EL094259216')).toContain('<sf:IDType>02</sf:IDType>')
  expect(buyer('US', '12-3456789')).toContain('<sf:IDType>04</sf:IDType>')
  const unknown = written({ buyer: { name: 'X', country: 'ES' } }, 'F2')
  expect(unknown).toContain('<sf:FacturaSinIdentifDestinatarioArt61d>S<')
  expect(unknown).not.toContain('Destinatarios')
})

test('a correction names what it corrects and takes away; mending says whether the agency refused', () => {
  const corrects = { number: 'INV-2026-00009', issuedOn: '2026-12-30' }
  expect(written({ corrects }, 'R1')).toContain(
    '<sf:TipoRectificativa>I</sf:TipoRectificativa><sf:FacturasRectificadas><sf:IDFacturaRectificada><sf:IDEmisorFactura>F12345674<',
  )
  expect(written({ mends: { rejected: true } })).toContain(
    '<sf:Subsanacion>S</sf:Subsanacion><sf:RechazoPrevio>S</sf:RechazoPrevio>',
  )
})

test('a file of records has a limit, as the agency’s has', () => {
  const company = { name: 'Cooperativa', nif: 'F12345674' }
  expect(() => writeSupply(company, [])).toThrow(/1 to 1000/)
  expect(() => writeSupply(company, Array(1001).fill(written()))).toThrow(/1001/)
})
