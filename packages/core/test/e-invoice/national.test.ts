import {
  readInvoice,
  UnwritableError,
  writeEbInterface,
  writeFacturae,
  writeFatturaPa,
  writeNavInvoiceData,
} from '@samen/core/e-invoice'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { austrian } from './ebinterface.ts'
import { spanish } from './facturae.ts'
import { italian, SUPPLEMENT } from './fatturapa.ts'
import { invoices } from './invoices.ts'

const written = {
  FatturaPA: writeFatturaPa(italian().invoice, italian().supplement),
  Facturae: writeFacturae(spanish().invoice, spanish().supplement),
  ebInterface: writeEbInterface(austrian()),
}

test('whatever EN 16931 says is written or refused by name, never an accident', () => {
  const writers = [
    (invoice: Parameters<typeof writeEbInterface>[0]) => writeFatturaPa(invoice, SUPPLEMENT),
    (invoice: Parameters<typeof writeEbInterface>[0]) => writeFacturae(invoice, { language: 'es' }),
    writeEbInterface,
    (invoice: Parameters<typeof writeEbInterface>[0]) =>
      writeNavInvoiceData(invoice, { appearance: 'PAPER' }),
  ]
  fc.assert(
    fc.property(invoices, fc.constantFrom(...writers), (invoice, write) => {
      try {
        write(invoice)
      } catch (error) {
        expect(error).toBeInstanceOf(UnwritableError)
        expect((error as UnwritableError).field).not.toBe('')
      }
    }),
    { numRuns: 200 },
  )
})

test('a character that no file may hold is refused', () => {
  expect(() => writeEbInterface(austrian({ number: 'A\u0001' }))).toThrow(UnwritableError)
})

describe.each(Object.entries(written))('%s', (_, xml) => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  test.each([
    ['cut off', xml.slice(0, xml.length / 2), /not well-formed XML/],
    ['with an entity bomb', xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'), /document type/],
    [
      'in another namespace',
      xml.replace(/xmlns(:\w+)?="[^"]+"/, 'xmlns$1="urn:x"'),
      /stands in the namespace "urn:x"/,
    ],
  ])('%s is refused with its reason', (__, text, reason) => {
    expect(() => readInvoice(bytes(text))).toThrow(reason)
  })

  test('an amount that is none and a day that is none are named by their place', () => {
    const wrong = xml.replace('>1450.00<', '>1.450,00<').replace('>2026-11-25<', '>2026-02-30<')
    const { findings } = readInvoice(bytes(wrong))
    expect(findings.map(({ rule, level }) => [rule, level])).toEqual([
      ['syntax', 'fatal'],
      ['syntax', 'fatal'],
    ])
  })

  test('an element that stands twice where one is read is told', () => {
    const twice = xml.replace(/<(Numero|InvoiceNumber)>[^<]*<\/\1>/, '$&$&')
    expect(readInvoice(bytes(twice)).findings[0]?.text).toMatch(/more than once/)
  })
})
