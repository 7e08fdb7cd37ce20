import {
  checkInvoice,
  eInvoice,
  fatturaPaFileName,
  readInvoice,
  stampDutyOf,
  UnwritableError,
  writeFatturaPa,
} from '@samen/core/e-invoice'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { italian, italians, SUPPLEMENT } from './fatturapa.ts'

const read = (xml: string) => readInvoice(new TextEncoder().encode(xml))
const write = ({ invoice, supplement }: ReturnType<typeof italian>) => writeFatturaPa(invoice, supplement)

test('what is written is read again, word for word, with what only Italy asks', () => {
  fc.assert(
    fc.property(italians, ({ invoice, supplement }) => {
      expect(eInvoice.safeParse(invoice).error).toBeUndefined()
      const again = read(writeFatturaPa(invoice, supplement))
      expect(again.findings).toEqual([])
      expect(again.invoice).toEqual(invoice)
      expect(again.supplement).toEqual({ fatturaPa: supplement })
      expect(checkInvoice(again.invoice)).toEqual({
        valid: true,
        ruleSets: ['FatturaPA controls (a part)'],
        findings: [],
      })
    }),
    { numRuns: 80 },
  )
})

test('the public administration pays without the VAT, which it pays to the treasury itself', () => {
  const [line] = italian().invoice.lines as [ReturnType<typeof italian>['invoice']['lines'][number]]
  const office = italian(
    { lines: [{ ...line, vat: { category: 'B', rate: '22.00' } }] },
    { recipientCode: 'UF1234', chargeability: undefined },
  )
  const xml = write(office)
  expect(xml).toContain('versione="FPA12"')
  expect(xml).toContain('<EsigibilitaIVA>S</EsigibilitaIVA>')
  expect(xml).toContain('<ImportoTotaleDocumento>1769.00</ImportoTotaleDocumento>')
  expect(xml).toContain('<ImportoPagamento>1450.00</ImportoPagamento>')
  expect(read(xml).invoice.totals?.payable).toBe('1769.00')
})

test('letters that Latin-1 has not are respelt, and such as cannot be are named', () => {
  const respelt = italian({
    buyer: { ...italian().invoice.buyer, name: 'Łódź Őrség – “Œuvre” 5 €' },
  })
  expect(read(write(respelt)).invoice.buyer?.name).toBe('Lódz Orség - "OEuvre" 5 EUR')
  const greek = italian({ buyer: { ...italian().invoice.buyer, name: 'Θέατρο' } })
  expect(() => write(greek)).toThrow(
    'buyer.name: the character "Θ" (U+0398) cannot be written in Latin letters.',
  )
})

describe('what FatturaPA has no place for is refused by name', () => {
  const { invoice } = italian()
  const [line] = invoice.lines as [(typeof invoice.lines)[number]]
  test.each([
    ['seller.contact.name', { seller: { ...invoice.seller, contact: { name: 'Ada' } } }],
    [
      'seller.address.line2',
      { seller: { ...invoice.seller, address: { ...invoice.seller.address, line2: 'B' } } },
    ],
    ['paymentTerms', { paymentTerms: '30 giorni' }],
    ['delivery.on', { delivery: { on: '2026-11-20' } }],
    ['lines[0].note', { lines: [{ ...line, note: 'serale' }] }],
    ['lines[0].item.name', { lines: [{ ...line, item: { name: 'x'.repeat(1001) } }] }],
    ['lines[0].price.net', { lines: [{ ...line, price: { net: '290.123456789' } }] }],
    ['lines[0].id', { lines: [{ ...line, id: 'a' }] }],
    ['supplement.natures.E', { lines: [{ ...line, vat: { category: 'E', rate: '0.00' } }] }],
    ['lines[0].vat.category', { lines: [{ ...line, vat: { category: 'Z', rate: '0.00' } }] }],
    [
      'payment.transfers[1].account',
      {
        payment: {
          means: '58',
          transfers: [{ account: 'IT60X0542811101000000123456' }, { account: 'IT60X0542811101000000123457' }],
        },
      },
    ],
    ['payment.means', { payment: { means: '97' } }],
    ['dueOn', { payment: undefined }],
    ['number', { number: 'FT' }],
    ['project', { project: 'J51B21000000001' }],
    ['type', { type: '381' }],
    ['buyer.vatId', { buyer: { name: 'Ada', address: invoice.buyer.address } }],
  ] as const)('%s', (field, changes) => {
    const changed = italian(changes as Parameters<typeof italian>[0])
    expect(() => write(changed)).toThrow(UnwritableError)
    expect(() => write(changed)).toThrow(expect.objectContaining({ field }))
  })

  test('and so is what the supplement has not in its form', () => {
    expect(() => write(italian({}, { recipientCode: 'abc' }))).toThrow(
      expect.objectContaining({ field: 'supplement.recipientCode' }),
    )
  })
})

test('what changes on the way is said: Peppol’s address, VATEX codes, long notes, foreign post codes', () => {
  const { invoice } = italian()
  const changed = italian({
    process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
    notes: [{ text: `${'parola '.repeat(40)}fine` }],
    buyer: {
      ...invoice.buyer,
      vatId: 'BE0987654394',
      endpoint: { id: '0987654394', scheme: '0208' },
      address: { line1: 'Rue Neuve 1', town: 'Liège', postCode: '4000', country: 'BE' },
    },
  })
  const again = read(write(changed)).invoice
  expect(again.process).toBeUndefined()
  expect(again.notes?.map(({ text }) => text?.length)).toEqual([195, 88])
  expect(again.buyer).toEqual({
    name: "Teatro dell'Invenzione S.r.l.",
    vatId: 'BE0987654394',
    address: { line1: 'Rue Neuve 1', town: '4000 Liège', country: 'BE' },
  })
})

test('a service to a firm elsewhere in the Union is N2.1 to Italy and reverse charge to EN 16931', () => {
  const { invoice } = italian()
  const [line] = invoice.lines as [(typeof invoice.lines)[number]]
  const abroad = italian(
    {
      buyer: { ...invoice.buyer, vatId: 'DE123456789' },
      lines: [{ ...line, vat: { category: 'AE', rate: '0.00' } }],
      exemptions: { AE: { reason: 'Inversione contabile' } },
    },
    { natures: { AE: 'N2.1' }, recipientCode: 'XXXXXXX', chargeability: undefined },
  )
  const xml = write(abroad)
  expect(xml).toContain('<Natura>N2.1</Natura>')
  expect(read(xml).invoice.vat).toEqual(abroad.invoice.vat)
})

test('a freelancer’s bill is read: name in two parts, house number, pension fund, withholding', () => {
  const xml = write(
    italian(
      {
        charges: [
          {
            amount: '58.00',
            percent: '4.00',
            base: '1450.00',
            reason: 'TC22',
            vat: { category: 'S', rate: '22.00' },
          },
        ],
      },
      { documentType: 'TD06', withholdings: [{ type: 'RT01', amount: '290.00', rate: '20.00', cause: 'A' }] },
    ),
  )
    .replace(/<Denominazione>Samen[^/]*<\/Denominazione>/, '<Nome>Ada</Nome><Cognome>Bianchi</Cognome>')
    .replace('Mutualità 1<', 'Mutualità<')
    .replace('<CAP>20121', '<NumeroCivico>1</NumeroCivico><CAP>20121')
  const { invoice, supplement, findings } = read(xml)
  expect(findings).toEqual([])
  expect(invoice.seller).toMatchObject({ name: 'Ada Bianchi', address: { line1: 'Via della Mutualità 1' } })
  expect(invoice.charges).toEqual([
    {
      amount: '58.00',
      percent: '4.00',
      base: '1450.00',
      reason: 'TC22',
      vat: { category: 'S', rate: '22.00' },
    },
  ])
  expect(supplement?.fatturaPa?.withholdings?.[0]?.amount).toBe('290.00')
  expect(xml).toContain('<ImportoPagamento>1549.76</ImportoPagamento>')
  expect(invoice.totals).toMatchObject({ gross: '1839.76', payable: '1839.76' })
})

test('a supplier’s expenses in the summary of a rate are a charge', () => {
  const xml = write(italian())
    .replace(
      '<ImponibileImporto>1450.00',
      '<SpeseAccessorie>50.00</SpeseAccessorie><ImponibileImporto>1500.00',
    )
    .replace('<Imposta>319.00', '<Imposta>330.00')
  const { invoice, findings } = read(xml)
  expect(invoice.charges).toEqual([
    { amount: '50.00', vat: { category: 'S', rate: '22.00' }, reason: 'Spese accessorie' },
  ])
  expect(invoice.totals).toMatchObject({ lines: '1450.00', charges: '50.00', net: '1500.00', vat: '330.00' })
  expect(checkInvoice(invoice, findings).findings).toEqual([])
})

test('a file that breaks the exchange system’s controls is told which', () => {
  const xml = write(italian())
    .replace('<Imposta>319.00<', '<Imposta>319.02<')
    .replace(
      '<AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>',
      '<AliquotaIVA>10.00</AliquotaIVA></DettaglioLinee>',
    )
  const { invoice, findings } = read(xml)
  expect(checkInvoice(invoice, findings)).toMatchObject({
    valid: false,
    findings: [
      { rule: '00421', place: 'vat[0].amount', text: 'The VAT on 1450.00 at 22.00 % is 319, not 319.02.' },
      { rule: '00419', place: 'lines[0].vat' },
    ],
  })
})

test('stamp duty is two euros once more than 77.47 euros bear no VAT', () => {
  const vat = (base: string) => ({ vat: [{ base, amount: '0.00', category: 'E' as const, rate: '0.00' }] })
  const exempt = { natures: { E: 'N4' as const } }
  expect(stampDutyOf(vat('77.47'), exempt)).toBeUndefined()
  expect(stampDutyOf(vat('77.48'), exempt)).toBe('2.00')
  expect(
    stampDutyOf({ vat: [{ base: '900.00', amount: '0.00', category: 'K' }] }, { natures: { K: 'N3.2' } }),
  ).toBeUndefined()
  expect(write(italian({}, { stampDuty: '2.00' }))).toContain(
    '<DatiBollo><BolloVirtuale>SI</BolloVirtuale><ImportoBollo>2.00</ImportoBollo></DatiBollo>',
  )
})

test('a file is named after its transmitter and a number of five signs', () => {
  expect(fatturaPaFileName(SUPPLEMENT, '0002A')).toBe('IT01234567897_0002A.xml')
  expect(() => fatturaPaFileName(SUPPLEMENT, '123456')).toThrow(RangeError)
})

test('a Fattura of another version is no invoice that is read', () => {
  expect(() => read(write(italian()).replace('/fatture/v1.2"', '/fatture/v9"'))).toThrow(/FatturaPA 1\.2 has/)
})
