import { formatAmount, percent } from '@samen/core/country'
import { epcQrText } from '@samen/core/payments'
import { belgium } from '@samen/country-be'
import { germany } from '@samen/country-de'
import { france } from '@samen/country-fr'
import { hungary } from '@samen/country-hu'
import { encode } from 'uqr'
import { expect, test, vi } from 'vitest'
import { compilePdf } from '../../src/documents/compile.ts'
import { dunningDocument } from '../../src/documents/dunning-document.ts'
import { withFacturXMetadata } from '../../src/documents/factur-x.ts'
import { invoiceDocument } from '../../src/documents/invoice-document.ts'
import { payslipDocument } from '../../src/documents/payslip-document.ts'
import { renderPdf } from '../../src/documents/render-pdf.ts'
import { readPdf } from './read-pdf.ts'
import {
  belgianInvoice,
  creditNote,
  dunningLetter,
  employer,
  germanInvoice,
  hungarianInvoice,
  member,
  payslipOf,
  reverseCharge,
  swissInvoice,
  withDocument,
} from './scenes.ts'

// A thread starts and fonts are read: on a busy machine that may take its time.
vi.setConfig({ testTimeout: 120_000 })

const reference = 'C-2026-00311'
const printed = (invoice: typeof belgianInvoice, texts: Readonly<Record<string, string>> = {}) =>
  invoiceDocument(invoice, { reference, texts })
const read = (source: ReturnType<typeof printed>) => readPdf(compilePdf(source))
const includesAll = (text: string, parts: readonly string[]) => {
  for (const part of parts) expect(text).toContain(part)
}

test('an invoice says in the client’s language who owes whom how much, for what, and until when', async () => {
  const pdf = await read(printed(belgianInvoice, belgium.locales.fr))
  expect(pdf).toMatchObject({ title: 'Facture INV-2026-00042', language: 'fr', tagged: true, pages: 1 })
  includesAll(pdf.text, [
    'INV-2026-00042',
    'Samen Productions SC',
    'BE0123456749',
    'Théâtre de l’Invention ASBL',
    'BE0987654394',
    'Création lumière',
    '2–6 novembre 2026',
    '9 décembre 2026',
    '1 450,00 €',
    '21 %',
    '304,50 €',
    '1 754,50 €',
    'BE68 5390 0754 7034',
    '+++260/1000/04237+++',
  ])
})

test('the XML attached is the invoice in CII, to the byte, and the PDF says that it is a Factur-X', async () => {
  const source = printed(belgianInvoice, belgium.locales.fr)
  const { attachments, xmp } = await read(source)
  expect(Object.keys(attachments)).toEqual(['factur-x.xml'])
  expect(attachments['factur-x.xml']).toBe(source.xml)
  expect(source.xml).toContain('<ram:ID>urn:cen.eu:en16931:2017</ram:ID>')
  includesAll(xmp, [
    '<pdfaid:part>3</pdfaid:part>',
    '<pdfaid:conformance>B</pdfaid:conformance>',
    '<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>',
    '<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>',
    '<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>',
  ])
})

test('the attachment is an alternative of the document, as PDF/A-3 wants it said', () => {
  const raw = compilePdf(printed(belgianInvoice)).toString('latin1')
  expect(raw).toContain('/AFRelationship /Alternative')
  expect(raw).toMatch(/\/AF \[\d+ 0 R\]/)
})

test('the code beside the account pays the invoice: its modules are those of the SEPA transfer', async () => {
  const source = printed(belgianInvoice, belgium.locales.fr)
  const { svg } = (source.data as { payment: { qr: { svg: string } } }).payment.qr
  const transfer = epcQrText({
    name: 'Samen Productions SC',
    iban: 'BE68539007547034',
    bic: 'GKCCBEBB',
    amount: 175_450n,
    reference: '+++260/1000/04237+++',
  })
  const { data, version } = encode(transfer, { ecc: 'M', border: 0, boostEcc: false })
  expect(version).toBeLessThanOrEqual(13)
  expect(svg.match(/M\d/g)).toHaveLength(data.flat().filter(Boolean).length)
  const { pictures } = await read(source)
  expect(pictures.join().replace(/\s/g, ' ')).toContain('1 754,50 € vers BE68 5390 0754 7034')
})

test('an invoice in another currency asks for that, and says the rate and the VAT in the company’s', async () => {
  const source = printed(swissInvoice, belgium.locales.de)
  const pdf = await read(source)
  includesAll(pdf.text.replaceAll(/\s+/g, ' '), [
    '1.754,50 CHF',
    'Wechselkurs: 1 CHF = 1,0408 EUR (ECB, 6. November 2026).',
    'Umsatzsteuer in EUR: 316,92 €.',
  ])
  expect(pdf.text).not.toContain('1.826,08')
  // A SEPA transfer is in euro: no code to scan.
  expect((source.data as { payment: { qr: unknown } }).payment.qr).toBeNull()
})

test('an invoice recorded for a tax authority begins with its code, and claims to be verifiable only where it is', async () => {
  const at = 'https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT/ValidarQR'
  const recorded = (recordAddress: string) =>
    read(invoiceDocument(belgianInvoice, { reference, texts: {}, recordAddress }))
  const sent = await recorded(`${at}?nif=F12345674&numserie=INV-2026-00042`)
  expect(sent.text.trimStart()).toMatch(/^QR tributario:\s*VERI\*FACTU/)
  expect(sent.pictures[0]).toContain(`${at}?nif=F12345674`)
  const kept = await recorded(`${at}NoVerifactu?nif=F12345674&numserie=INV-2026-00042`)
  expect(kept.text).toContain('QR tributario:')
  expect(kept.text).not.toContain('VERI*FACTU')
  expect((await read(printed(belgianInvoice))).text).not.toContain('QR tributario')
})

test('the same invoice is drawn to the same bytes, in the server’s thread too', async () => {
  const source = printed(belgianInvoice, belgium.locales.fr)
  const first = compilePdf(source)
  compilePdf(printed(creditNote))
  expect(compilePdf(source).equals(first)).toBe(true)
  const [once, twice] = await Promise.all([renderPdf(source), renderPdf(source)])
  expect(Buffer.from(once).equals(first)).toBe(true)
  expect(Buffer.from(twice).equals(first)).toBe(true)
})

test('a credit note names the invoice it takes back and why, and shows nothing to pay', async () => {
  const pdf = await read(printed(creditNote, belgium.locales.nl))
  expect(pdf.title).toBe('Creditnota CN-2026-00003')
  includesAll(pdf.text, ['INV-2026-00042', '9 november 2026', 'afgelast wegens ziekte', '€ 1.754,50'])
  expect(pdf.pictures).toEqual([])
  expect(pdf.text).not.toContain('BE68')
  expect(pdf.attachments['factur-x.xml']).toContain('<ram:TypeCode>381</ram:TypeCode>')
})

test('an invoice under reverse charge carries the mention of the law', async () => {
  const pdf = await read(printed(reverseCharge, belgium.locales.de))
  includesAll(pdf.text, [
    'Steuerschuldnerschaft des Leistungsempfängers',
    'DE136695976',
    '0,00 €',
    '1.450,00 €',
  ])
})

test('what a country’s law wants on every invoice and payslip is printed', async () => {
  const texts = france.locales.fr ?? {}
  expect((await read(printed(belgianInvoice, texts))).text).toContain('indemnité forfaitaire de 40 €')
  const payslip = payslipOf(france, france.samples[0]?.situation)
  const pdf = await readPdf(compilePdf(payslipDocument(payslip, { employer, member, language: 'fr', texts })))
  expect(pdf.text.replace(/\s+/g, ' ')).toContain('sans limitation de durée')
})

test('a Hungarian invoice is in Hungarian and in forints, without a code for euros', async () => {
  const pdf = await read(printed(hungarianInvoice, hungary.locales.hu))
  expect(pdf.language).toBe('hu')
  includesAll(pdf.text, [
    'Számla',
    'Árvíztűrő Előadóművészeti Kft.',
    '27%',
    '480 000 Ft',
    '129 600 Ft',
    '609 600 Ft',
  ])
  expect(pdf.pictures).toEqual([])
})

test('a German invoice says when the work was done and what tax it bears', async () => {
  const pdf = await read(printed(germanInvoice, germany.locales.de))
  includesAll(pdf.text, [
    'Leistungszeit',
    '2.–6. November 2026',
    '7 %',
    '864,20 €',
    '13.209,87 €',
    'RF14 2610 0000 42',
  ])
})

test('an invoice that would break a rule of EN 16931 is paper only', async () => {
  const [line] = belgianInvoice.document.vat
  const vat = line ? [{ ...line, amount: '304.49', rate: '20' }] : []
  const source = printed(
    withDocument({ vat, seller: { ...belgianInvoice.document.seller, vatNumber: null } }),
  )
  expect(source.xml).toBeUndefined()
  const pdf = await read(source)
  expect(pdf.attachments).toEqual({})
  expect(pdf.xmp).toContain('<pdfaid:part>3</pdfaid:part>')
  expect(pdf.xmp).not.toContain('factur-x')
})

test('what a title holds is printed and never obeyed, whatever its letters', async () => {
  const description = '#panic("x") = $1/0$ @a <b> [c] {{page}} \\ "q" 🎭 漢字 Ελλάδα Україна Łódź'
  const pdf = await read(
    printed(withDocument({ lines: [{ description, net: '1450.00', vatCode: 'standard' }] })),
  )
  includesAll(pdf.text, ['#panic("x") = $1/0$ @a <b> [c]', 'Ελλάδα', 'Україна', 'Łódź'])
})

test('a document too large is refused before it is drawn', () => {
  const huge = printed(belgianInvoice)
  expect(() => compilePdf({ ...huge, data: { title: 'x'.repeat(1_000_001) } })).toThrow(RangeError)
})

test('a PDF that its writer lays out in another way is not taken for ours', () => {
  expect(() => withFacturXMetadata(Buffer.from('%PDF-1.7\n%%EOF\n'))).toThrow('not laid out')
})

test('what a wage keeps back for an earlier one stands under the net, with its law and what is paid out', () => {
  const payslip = payslipOf(belgium, belgium.samples[2]?.situation)
  const setOff = { workerClaimId: 'claim', aroseOn: '2026-10-02', amount: 1_000n, most: 5_000n }
  const law = { rate: percent('20'), source: 'Law of 12 April 1965, art. 23' }
  const { data } = payslipDocument(
    { ...payslip, net: 25_000n, setOffs: [{ ...setOff, ...law }] },
    { employer, member, language: 'en', texts: {} },
  )
  expect(data).toMatchObject({
    paid: [
      expect.stringMatching(
        /^Kept back with your consent for what was paid too much on .*2026: .?€?-?.*10\.00/,
      ),
      expect.stringMatching(/^Paid out: .*240\.00/),
      expect.anything(),
      expect.anything(),
    ],
    notes: ['At most this part of the net: 20 %. Law of 12 April 1965, art. 23'],
  })
})

test('a payslip shows the way from price to net and the reason of every line', async () => {
  const payslip = payslipOf(belgium, belgium.samples[2]?.situation)
  const texts = belgium.locales.nl ?? {}
  const pdf = await readPdf(
    await renderPdf(payslipDocument(payslip, { employer, member, language: 'nl', texts })),
  )
  expect(pdf).toMatchObject({ language: 'nl', tagged: true })
  expect(pdf.pages).toBeLessThanOrEqual(2)
  includesAll(pdf.text, [
    'Loonstrook',
    'Zoë Van den Berg',
    '90041200295',
    '1234567-89',
    '€ 1.200,00',
    'BE71 •••• 6769',
  ])
  const money = (amount: bigint) =>
    new Intl.NumberFormat('nl', { style: 'currency', currency: 'EUR' })
      .format(formatAmount(amount) as Intl.StringNumericLiteral)
      .replace(/\s/g, ' ')
  includesAll(
    pdf.text,
    [payslip.net, payslip.gross, payslip.employerCost, payslip.employerContributions].map(money),
  )
  const together = pdf.text.replace(/\s/g, '')
  for (const { code, why } of [...payslip.lines, ...payslip.earnings])
    includesAll(together, [
      (texts[`lines.${code}`] ?? texts[`earnings.${code}`] ?? '').replace(/\s/g, ''),
      why.source.replace(/\s/g, ''),
    ])
  expect(pdf.text).not.toContain('{{')
})

test('a payslip that corrects another says so, and shows no way from a price', async () => {
  const payslip = {
    ...payslipOf(belgium, belgium.samples[2]?.situation),
    corrects: 'other',
    gross: 0n,
    net: -412n,
  }
  const texts = belgium.locales.fr ?? {}
  const pdf = await readPdf(compilePdf(payslipDocument(payslip, { employer, member, language: 'fr', texts })))
  includesAll(pdf.text, ['la différence avec une fiche déjà payée', '−4,12 €'])
  expect(pdf.text).not.toContain('Prix du client')
})

test.each([
  ['BE', belgium, 2],
  ['DE', germany, 2],
  // Some thirty lines of contributions, each with its article.
  ['FR', france, 3],
  ['HU', hungary, 2],
] as const)(
  'payslips of all samples of %s are short and leave no text unfilled',
  async (_, plugin, pagesMax) => {
    for (const [at, { situation }] of plugin.samples.entries()) {
      const language = plugin.languages[at % plugin.languages.length] as string
      const texts = plugin.locales[language] ?? {}
      const pdf = await readPdf(
        compilePdf(payslipDocument(payslipOf(plugin, situation), { employer, member, language, texts })),
      )
      expect(pdf.pages).toBeLessThanOrEqual(pagesMax)
      expect(pdf.text).not.toMatch(/\{\{|undefined|NaN/)
    }
  },
)

test('a letter to a late client speaks its language, names each invoice and the law, and grows firmer', async () => {
  const letter = (level: number, language = 'nl') =>
    readPdf(compilePdf(dunningDocument(dunningLetter(level, language))))
  const second = await letter(2)
  expect(second).toMatchObject({
    title: 'Herinnering 2 van 3, Théâtre de l’Invention ASBL',
    language: 'nl',
    tagged: true,
    pages: 1,
  })
  includesAll(second.text, [
    'INV-2026-00042',
    '9 augustus 2026',
    '€ 1.754,50',
    'Rente tot vandaag',
    '€ 54,38',
    'Invorderingskosten',
    '€ 40,00',
    '€ 1.848,88',
    'Rente: 10,5% per jaar vanaf 10 augustus 2026 (Wet van 2 augustus 2002, art. 5)',
    'BE68 5390 0754 7034',
    '+++260/1000/04237+++',
  ])
  expect((await letter(1)).title).toContain('Betalingsherinnering')
  expect((await letter(3, 'hu')).text).toContain('Ez az utolsó felszólításunk')
})
