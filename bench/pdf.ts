/**
 * Documents as PDF, one core: `node bench/pdf.ts`
 *
 * An invoice of one page as the server draws it, each one different (Typst: tagged, PDF/A-3b, QR code, XML attached, metadata
 * of Factur-X); and beside it, in the same run, `pdfkit` drawing the same words, boxes, code and attachment on a page, without
 * tags and without PDF/A.
 */
import { fileURLToPath } from 'node:url'
import { compilePdf, invoiceDocument, type PdfSource } from '@samen/api/documents'
import type { Invoice } from '@samen/core/invoices'
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'

const SECONDS = 4
/** Every result goes here, so that no engine may skip the work. */
let kept = 0

/** What both print. */
interface Printed {
  readonly heading: string
  readonly number: string
  readonly seller: { readonly name: string; readonly lines: readonly string[] }
  readonly buyer: { readonly name: string; readonly lines: readonly string[] }
  readonly facts: readonly (readonly string[])[]
  readonly lines: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  readonly totals: readonly (readonly string[])[]
  readonly total: readonly string[]
  readonly vat: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  readonly payment: { readonly heading: string; readonly facts: readonly (readonly string[])[] }
  readonly footer: readonly string[]
}

const invoiceOf = (number: bigint): Invoice => ({
  invoiceId: 'i',
  legalEntityId: 'l',
  series: 'INV-2026',
  number,
  kind: 'invoice',
  credits: null,
  contractId: 'c',
  clientId: 'k',
  issuedOn: '2026-11-09',
  dueOn: '2026-12-09',
  currency: 'EUR',
  net: 145_000n,
  vat: 30_450n,
  total: 175_450n,
  levy: 9_425n,
  paymentReference: '+++260/1000/04237+++',
  document: {
    number: `INV-2026-${number}`,
    seller: {
      name: 'Samen Productions SC',
      companyNumber: '0123456749',
      vatNumber: 'BE0123456749',
      street: 'Rue de la Mutualité 1',
      postCode: '1060',
      town: 'Bruxelles',
      country: 'BE',
      iban: 'BE68539007547034',
      bic: 'GKCCBEBB',
    },
    buyer: {
      name: `Théâtre de l’Invention ${number}`,
      vatNumber: 'BE0987654394',
      street: 'Quai des Fables 12',
      postCode: '4000',
      town: 'Liège',
      country: 'BE',
    },
    language: 'fr',
    lines: [{ description: `Création lumière ${number}`, net: '1450.00', vatCode: 'standard' }],
    vat: [{ code: 'standard', category: 'S', rate: '21', base: '1450.00', amount: '304.50', source: 'law' }],
    performed: { from: '2026-11-02', to: '2026-11-06' },
  },
})

const sourceOf = (number: bigint): PdfSource =>
  invoiceDocument(invoiceOf(number), { reference: 'C-311', texts: {} })

const fontOf = (name: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/figtree/${name}/Figtree_${name}.ttf`))
const regular = fontOf('400Regular')
const bold = fontOf('700Bold')

/** The same page by pdfkit, with the same family of fonts inside. */
function drawn(source: PdfSource): Promise<number> {
  const { data, xml = '' } = source as PdfSource & { data: Printed }
  const pdf = new PDFDocument({ size: 'A4', margin: 57 })
  let bytes = 0
  const done = new Promise<number>((resolve) => {
    pdf.on('data', (part: Buffer) => {
      bytes += part.length
    })
    pdf.on('end', () => resolve(bytes))
  })
  const rows = (list: readonly (readonly string[])[], x: number, y: number, widths: readonly number[]) =>
    list.forEach((row, at) => {
      let left = x
      row.forEach((cell, column) => {
        pdf.text(cell, left, y + at * 14, { width: widths[column] ?? 80 })
        left += widths[column] ?? 80
      })
    })
  pdf.font(bold).fontSize(13).text(data.seller.name, 57, 60)
  pdf.fontSize(25).fillColor('#2a2ea8').text(data.heading, 400, 50)
  pdf.font(regular).fontSize(9.5).fillColor('#1b1938').text(data.number, 400, 85)
  pdf.text(data.seller.lines.join(' · '), 57, 85)
  rows([[data.buyer.name], ...data.buyer.lines.map((line) => [line])], 57, 150, [220])
  pdf.roundedRect(315, 145, 220, 70, 7).fill('#f6eee7').fillColor('#1b1938')
  rows(data.facts, 325, 155, [80, 120])
  rows(
    [data.lines.head, ...data.lines.rows.map(([what = '', , rate = '', net = '']) => [what, rate, net])],
    57,
    270,
    [330, 60, 90],
  )
  pdf.moveTo(57, 283).lineTo(538, 283).stroke()
  rows(data.totals, 325, 330, [110, 90])
  pdf.roundedRect(315, 370, 220, 34, 7).fill('#2a2ea8').fillColor('#ffffff')
  rows([data.total], 325, 382, [110, 90])
  pdf.fillColor('#1b1938')
  rows([data.vat.head, ...data.vat.rows], 57, 420, [180, 100, 100, 100])
  pdf.roundedRect(57, 470, 480, 130, 9).fill('#ecebfb').fillColor('#1b1938')
  rows([[data.payment.heading], ...data.payment.facts], 70, 480, [90, 200])
  const code = encode(
    'BCD\n002\n1\nSCT\nGKCCBEBB\nSamen Productions SC\nBE68539007547034\nEUR1754.50\n\n\n+++260/1000/04237+++',
    { ecc: 'M' },
  )
  for (const [y, line] of code.data.entries())
    for (const [x, isDark] of line.entries()) if (isDark) pdf.rect(430 + x * 2, 480 + y * 2, 2, 2)
  pdf.fill()
  pdf.text(data.footer.join(' · '), 57, 760)
  pdf.file(Buffer.from(xml), { name: 'factur-x.xml' })
  pdf.end()
  return done
}

async function perSecond(draw: (source: PdfSource) => number | Promise<number>): Promise<number> {
  let number = 0n
  for (let round = 0; round < 10; round++) kept += await draw(sourceOf(++number))
  const start = performance.now()
  let pages = 0
  for (; performance.now() - start < SECONDS * 1000; pages++) kept += await draw(sourceOf(++number))
  return pages / ((performance.now() - start) / 1000)
}

const ours = await perSecond((source) => compilePdf(source).length)
const theirs = await perSecond(drawn)
const show = (value: number) => value.toFixed(1)
console.log(`invoices drawn, tagged PDF/A-3b    ${show(ours)} pages a second, ${show(1000 / ours)} ms a page`)
console.log(
  `pdfkit, the same page, no tags     ${show(theirs)} pages a second, ${show(1000 / theirs)} ms a page`,
)
console.log(`ratio                              ${(ours / theirs).toFixed(2)} ×`)
if (kept === 0) console.log('nothing was done')
