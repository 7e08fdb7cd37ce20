import type { AnswerStatement, Offer } from '@samen/core/quotes'
import { expect, test, vi } from 'vitest'
import { compilePdf } from '../../src/documents/compile.ts'
import { answeredDocument, quoteDocument } from '../../src/documents/quote-document.ts'
import { readPdf } from './read-pdf.ts'

// Fonts are read: on a busy machine that may take its time.
vi.setConfig({ testTimeout: 120_000 })

const line = (no: number, changes: Partial<Offer['lines'][number]>): Offer['lines'][number] => ({
  no,
  kind: 'work',
  description: 'Concert',
  quantity: '1',
  unit: 'piece',
  unitPrice: '1000.00',
  discount: '0.00',
  net: '1000.00',
  vatRate: '6',
  optional: false,
  chosen: true,
  ...changes,
})
const offer: Offer = {
  format: 'samen-offer-1',
  reference: 'JOB-2026-00042',
  version: 2,
  title: 'Nuit des ateliers',
  madeOn: '2026-11-23',
  validUntil: '2026-12-15',
  language: 'fr',
  currency: 'EUR',
  seller: { name: 'Samen Productions SC', companyNumber: '0123456749', country: 'BE' },
  buyer: { name: 'Théâtre de l’Invention ASBL', street: 'Quai des Fables 12', country: 'BE' },
  performed: { from: '2027-01-10', to: '2027-01-12' },
  lines: [
    line(1, {}),
    line(2, {
      description: 'Atelier',
      quantity: '2.5',
      unit: 'hour',
      unitPrice: '60.00',
      discount: '15.00',
      net: '135.00',
      vatRate: '21',
    }),
    line(3, { description: 'Rappel', optional: true, chosen: false, unitPrice: '200.00', net: '200.00' }),
    line(4, { kind: 'expense', description: 'Train', unitPrice: '45.00', net: '45.00' }),
  ],
  totals: {
    sum: '1180.00',
    discount: '113.50',
    net: '1066.50',
    vat: [
      { code: 'reduced', category: 'S', rate: '6', base: '945.00', amount: '56.70', source: 'law' },
      { code: 'standard', category: 'S', rate: '21', base: '121.50', amount: '25.52', source: 'law' },
    ],
    vatTotal: '82.22',
    gross: '1148.72',
  },
  mentions: [],
  conditions: 'Repas sur place pour deux personnes.\nAnnulation : 50 % dans la semaine.',
  consent: 'J’accepte ce devis et ses conditions.',
}

test('a quote shows its lines, options, discount, VAT by rate, last day and conditions', async () => {
  const pdf = await readPdf(compilePdf(quoteDocument(offer)))
  expect(pdf).toMatchObject({ title: 'Devis JOB-2026-00042', language: 'fr', tagged: true, pages: 1 })
  for (const part of [
    'JOB-2026-00042 / 2',
    '15 décembre 2026',
    '2,5 h × 60,00 €',
    'moins 15,00 € de remise',
    'option, non comprise dans le total',
    'frais, refacturés au coût réel',
    '−113,50 €',
    '25,52 €',
    '1 148,72 €',
    'Annulation : 50 % dans la semaine.',
    'rien n’est à payer',
  ])
    expect(pdf.text).toContain(part)
})

test('an answered quote carries who, when and what, with the offer and the evidence attached to the byte', async () => {
  const statement: AnswerStatement = {
    format: 'samen-answer-1',
    answerNo: '7',
    office: 'be',
    reference: offer.reference,
    version: 2,
    link: 'l',
    decision: 'accepted',
    name: 'Grâce Client',
    consent: offer.consent,
    reason: null,
    answeredAt: '2026-11-24T09:05:00.000Z',
    options: [3],
    currency: 'EUR',
    net: '1246.50',
    vat: '93.02',
    gross: '1339.52',
    shownSha256: 'a'.repeat(64),
    pdfSha256: 'b'.repeat(64),
    language: 'fr',
    network: '192.0.2.0/24',
    userAgent: 'a browser',
    previous: null,
  }
  const shown = compilePdf(quoteDocument(offer))
  const evidence = JSON.stringify(statement)
  const sealed = compilePdf(
    answeredDocument(offer, {
      statement,
      totals: { ...offer.totals, net: '1246.50', gross: '1339.52' },
      files: [
        {
          name: 'evidence.json',
          mime: 'application/json',
          description: 'Evidence',
          content: Buffer.from(evidence),
        },
        { name: 'offer.pdf', mime: 'application/pdf', description: 'The offer', content: shown },
      ],
    }),
  )
  const pdf = await readPdf(sealed)
  for (const part of [
    'Accepté par Grâce Client',
    '24 novembre 2026',
    'UTC',
    'option choisie',
    '192.0.2.0/24',
    '1 339,52 €',
  ])
    expect(pdf.text).toContain(part)
  expect(pdf.attachments['evidence.json']).toBe(evidence)
  expect(pdf.attachments['offer.pdf']).toBe(new TextDecoder().decode(shown))
  expect(pdf.xmp).toContain('<pdfaid:part>3</pdfaid:part>')
  // What was attached to one document is not in the next.
  expect((await readPdf(compilePdf(quoteDocument(offer)))).attachments).toEqual({})
})
